"""Playing a run, turn by turn. A `Run` is a value: `play_turn` returns the next one and leaves the old."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game import engine, levers, tape
from game.history import History
from game.kinds import COUNTS
from game.level.pack import LevelPack
from game.levers import Decision
from game.message import Message
from game.plant import Plant
from game.plant.build import build
from game.plant.rows import Rows
from game.state import Settings, State
from game.tape import Tape

RULES_VERSION = 2
"""Goes up with every change of the rules that changes a figure of any run."""

Decisions = tuple[Decision, ...]


class RunError(Exception):
    """Something that cannot be played or read; `message` says what and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, eq=False)
class Run:
    """A run as it stands; `decisions` holds one tuple for each turn that was decided."""

    plant: Plant
    tape: Tape
    state: State
    history: History
    seed: int
    decisions: tuple[Decisions, ...] = ()

    @property
    def pack(self) -> LevelPack:
        """The level with its text and data."""
        return self.plant.pack

    @property
    def turn(self) -> int:
        """Turns decided so far; also the index of the turn that is decided next."""
        return len(self.decisions)

    @property
    def insolvent(self) -> bool:
        """Whether the firm has failed."""
        return bool(self.state.insolvent[0, 0])

    @property
    def finished(self) -> bool:
        """Whether nothing is left to decide."""
        return self.insolvent or self.turn == self.plant.clock.play_turns

    def digest(self) -> str:
        """32 hex digits over all that happened, by name and shape, little-endian; equal on every machine.

        Kinds that never happened are left out, so that a new kind changes no run that does not meet it; so are
        counts that only measures read.
        """
        digest = hashlib.blake2b(f"milkrun run {RULES_VERSION}".encode(), digest_size=16)
        for sheet, rows, arrays in self._sheets():
            for name, block in rows.blocks.items():
                if name in COUNTS:
                    continue
                kinds = [array[..., block, :] for array in arrays]
                if any(kind.any() for kind in kinds):
                    digest.update(f"{sheet} {name}".encode())
                    for kind in kinds:
                        digest.update(str(kind.shape).encode())
                        digest.update(np.ascontiguousarray(kind, dtype="<i8").tobytes())
        return digest.hexdigest()

    def _sheets(self) -> tuple[tuple[str, Rows, list[np.ndarray]], ...]:
        plant, records = self.plant, self.history.records
        levels = [self.history.opening_levels, *(record.levels for record in records)]
        return (
            ("flows", plant.flow_rows, [record.flows for record in records]),
            ("postings", plant.posting_rows, [record.postings for record in records]),
            ("levels", plant.level_rows, levels),
        )


def start(pack: LevelPack, seed: int) -> Run:
    """A run before its first turn. The level must have passed the checks of `levelfile`."""
    plant = build(pack)
    state = engine.opening(plant, 1)
    return Run(plant, tape.make(plant, [seed]), state, History(plant, state.levels.copy()), seed)


def play_turn(run: Run, decisions: Iterable[Decision] = ()) -> Run:
    """The run one turn further; after its last turn, or when the firm fails, the rest is played out as well.

    Raises `RunError` when the run is over or a decision is refused; nothing is changed then.
    """
    if run.finished:
        raise RunError(Message("run.over"))
    made = tuple(decisions)
    _check(run, made)
    played = replace(_advance(run, made), decisions=(*run.decisions, made))
    return _play_out(played) if played.finished else played


def replay(pack: LevelPack, seed: int, decisions: Sequence[Iterable[Decision]]) -> Run:
    """The run that these decisions, one tuple for each turn, lead to. Raises `RunError` like `play_turn`."""
    run = start(pack, seed)
    for made in decisions:
        run = play_turn(run, made)
    return run


def _check(run: Run, decisions: Decisions) -> None:
    """Refuse what the player may not decide; earlier decisions of the turn count."""
    check(run.plant, {name: array.copy() for name, array in run.state.settings.items()}, decisions, run.turn)


def check(plant: Plant, settings: Settings, decisions: Decisions, turn: int) -> None:
    """Make the decisions of a turn (0 is the first) in `settings`; raises `RunError` where the player may not."""
    refused = levers.first_refused(plant, settings, decisions)
    if refused is not None:
        decision, why = refused
        raise RunError(Message("run.refused", {"turn": turn + 1, "key": decision.key, "why": why}))


def _advance(run: Run, decisions: Decisions) -> Run:
    state, record = engine.advance(run.plant, run.state, decisions, run.tape, run.history.turns)
    return replace(run, state=state, history=run.history.append(record))


def _play_out(run: Run) -> Run:
    """Standing settings to the end: the run-out, and at insolvency the turns that count as no service."""
    while run.history.turns < run.plant.clock.turns:
        run = _advance(run, ())
    return run
