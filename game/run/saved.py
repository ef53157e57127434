"""What is kept of a run: everything needed to play it again, and its figures to compare with."""

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple, Protocol

from pydantic import Field

from game import measures
from game.history import History
from game.level.common import Part
from game.level.pack import LevelPack
from game.levers import Decision, Value, parse
from game.message import Message
from game.run.play import RULES_VERSION, Decisions, Run, RunError, replay

FORMAT: Literal[1] = 1
LARGEST_SEED = 2**53 - 1
Amount = Annotated[float, Field(allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=LARGEST_SEED)]


class TapeError(RunError):
    """The luck drawn is not the luck that was drawn when the run was played."""


class Mistake(Protocol):
    """A problem of a level file, as `levelfile` reports it."""

    @property
    def message(self) -> Message:
        """What is wrong."""


class Loads(Protocol):
    """`levelfile.loads`, which lies above: text, file name and data to a level, or its problems."""

    def __call__(self, text: str, name: str, data: dict[str, str], /) -> LevelPack | tuple[Mistake, ...]:
        """Read a level."""


class Row(NamedTuple):
    """A figure of one turn, of the plant (`entity` empty) or of an item, as numerator / denominator."""

    turn: int
    measure: str
    entity: str
    numerator: Amount
    denominator: Amount


class SavedLevel(Part):
    """The level as text, so that a run can be played where the level is not installed."""

    name: str = Field(description="file name, for messages about the text")
    text: str = Field(description="the level file")
    data: dict[str, str] = Field({}, description="sales histories by file name")
    hash: str = Field(description="hash of the level's content")


class Saved(Part):
    """A run as it is kept, in the archive or a run file."""

    milkrun: Literal[1] = Field(FORMAT, description="version of this form")
    rules: int = Field(description="version of the rules it was played by")
    level: SavedLevel = Field(description="the level played")
    seed: Count = Field(description="what luck was drawn from")
    tape: str = Field(description="digest of the luck drawn")
    digest: str = Field(description="digest of all that happened")
    decisions: tuple[tuple[tuple[str, Value], ...], ...] = Field(description="for each turn, `target.lever` and value")
    answers: tuple[tuple[Count, Count], ...] = Field((), description="turn and choice of each prediction answered")
    parted: Count | None = Field(None, description="turn before which a what-if left its run")
    figures: tuple[Row, ...] = Field((), description="turn, measure, item, numerator, denominator")

    @property
    def turns(self) -> tuple[Decisions, ...]:
        """The decisions of each turn; raises `RunError` for a key that is none."""
        return tuple(tuple(_decision(key, value) for key, value in turn) for turn in self.decisions)


def _decision(key: str, value: Value) -> Decision:
    try:
        return parse(key, value)
    except ValueError:
        raise RunError(Message("run.key", {"key": key})) from None


def record(run: Run, answers: Mapping[int, int] | None = None, parted: int | None = None) -> Saved:
    """What is kept of a run; `answers` are choices by turn, `parted` marks a what-if, which is practice."""
    level = run.pack.level
    return Saved(
        rules=RULES_VERSION,
        level=SavedLevel(name=f"{level.id}.toml", text=run.pack.text, data=run.pack.data, hash=run.pack.hash),
        seed=run.seed,
        tape=run.tape.digest(),
        digest=run.digest(),
        decisions=tuple(tuple((made.key, made.value) for made in turn) for turn in run.decisions),
        answers=tuple(sorted((answers or {}).items())),
        parted=parted,
        figures=rows(run),
    )


def rows(run: Run, turns: range | None = None) -> tuple[Row, ...]:
    """Figures of each turn played (or of some): all measures, and those that goals ask of an item."""
    items = [(goal.measure, goal.item) for goal in run.pack.level.goal if goal.item]
    wanted = [*((name, "") for name in measures.MEASURES), *dict.fromkeys(items)]
    numbers = range(run.history.turns) if turns is None else turns
    return tuple(_row(run.history, turn, name, item) for turn in numbers for name, item in wanted)


def _row(history: History, turn: int, name: str, item: str) -> Row:
    index = history.plant.item_index(item) if item else None
    ratio = measures.MEASURES[name].parts(history, index, slice(turn, turn + 1)).ratio
    bottom = 1.0 if ratio.denominator is None else float(ratio.denominator[0])
    return Row(turn, name, item, float(ratio.numerator[0]), bottom)


def opened(saved: Saved, loads: Loads) -> LevelPack:
    """The level inside, read by `levelfile.loads`; `RunError` when it has mistakes or was changed."""
    pack = loads(saved.level.text, saved.level.name, saved.level.data)
    if not isinstance(pack, LevelPack):
        raise RunError(Message("run.level", {"problem": pack[0].message}))
    if pack.hash != saved.level.hash:
        raise RunError(Message("run.changed"))
    return pack


def resume(saved: Saved, pack: LevelPack) -> Run:
    """The run as it stood, played again. `RunError`: other rules or refused decisions; `TapeError`: other luck."""
    if saved.rules != RULES_VERSION:
        raise RunError(Message("run.rules", {"theirs": saved.rules, "ours": RULES_VERSION}))
    run = replay(pack, saved.seed, saved.turns)
    if run.tape.digest() != saved.tape:
        raise TapeError(Message("run.tape"))
    return run


def first_difference(saved: Saved, run: Run) -> Message | None:
    """Measure and turn at which a run played again first differs from what was kept; None if none does."""
    ours = {row[:3]: row[3:] for row in rows(run)}
    theirs = {row[:3]: row[3:] for row in saved.figures}
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            return _difference(name, theirs.get(name), ours.get(name))
    same = saved.digest == run.digest()
    return None if same else Message("run.digest", {"theirs": saved.digest, "ours": run.digest()})


Parts = tuple[Amount, Amount] | None


def _difference(name: tuple[int, str, str], theirs: Parts, ours: Parts) -> Message:
    turn, measure, item = name
    values = {
        "turn": turn + 1,
        "measure": Message(f"measure.{measure}"),
        "theirs": _plain(theirs),
        "ours": _plain(ours),
    }
    return Message("run.differs_item", {**values, "item": item}) if item else Message("run.differs", values)


def _plain(parts: Parts) -> str | Message:
    return Message("run.nothing") if parts is None else f"{parts[0]} / {parts[1]}"
