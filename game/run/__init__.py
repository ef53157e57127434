"""A run: level + seed + the decisions of every turn; the history follows from these.

`start` and `play_turn` play, `replay` plays a list of decisions again, `record` and `resume` turn a run into
what is kept (`Saved`) and back, `save_file` and `load_file` write and read that as a run file. Sits above engine
and measures, below archive, coach and the doors. The same run gives the same `digest()` on every machine.
"""

from game.run.files import load_file, save_file
from game.run.play import RULES_VERSION, Decisions, Run, RunError, check, play_turn, replay, start
from game.run.saved import (
    LARGEST_SEED,
    Row,
    Saved,
    SavedLevel,
    TapeError,
    first_difference,
    opened,
    record,
    resume,
    rows,
)

__all__ = [
    "LARGEST_SEED", "RULES_VERSION", "Decisions", "Row", "Run", "RunError", "Saved", "SavedLevel", "TapeError", "check",
    "first_difference", "load_file", "opened", "play_turn", "record", "replay", "resume",
    "rows", "save_file", "start",
]  # fmt: skip
