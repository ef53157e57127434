"""What a check of sense looks at, and small helpers that several checks share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from game.level import Item, Level, Loop
from game.level.pack import LevelPack
from game.levelfile.problems import Finding, Path, hint
from game.message import Message
from game.plant import Plant
from game.plant.build import build

Found = Iterator[Finding]
LISTS = ("supplier", "route", "item", "station", "stream", "disruption", "project", "lease", "objective")


@dataclass(frozen=True)
class Mended:
    """Where a draft had mistakes of form: keys `removed`, and places `filled` with harmless values."""

    removed: frozenset[Path] = frozenset()
    filled: frozenset[Path] = frozenset()

    def touched(self, names: Iterable[str]) -> bool:
        """Whether one of some top-level keys holds a mistake of form."""
        return any(path[:1] == (name,) for name in names for path in self.removed | self.filled)

    def explains(self, finding: Finding) -> bool:
        """Whether a mistake of form is the reason for a finding.

        It stands at or above its place, was removed below it, or beside it or at the top and is named, or is of the
        same key elsewhere in the same thing; or the finding needs a figure of the calendar that is unknown.
        """
        path, values = finding.path, finding.message.values
        above = any(path[: len(known)] == known for known in self.removed | self.filled)
        below = any(known[: len(path)] == path for known in self.removed)
        named = {word for value in values.values() for word in str(value).split()}
        beside = any(known[:-1] in (path[:-1], ()) and known[-1] in named for known in self.removed)
        alike = any(known[:2] == path[:2] and known[-1] == path[-1] for known in self.removed)
        untimed = any(known[0] == "calendar" and known[-1] in values for known in self.removed | self.filled)
        return above or below or beside or alike or untimed

    def lost(self) -> bool:
        """Whether a whole list of things, a table of unknown name, or a name that others refer to is missing."""
        if any(path[-1] in ("id", "region") and path[0] in LISTS for path in self.removed | self.filled):
            return True
        return any(path[0] in LISTS or path[0] not in Level.model_fields for path in self.removed if len(path) == 1)

    def __bool__(self) -> bool:
        """Whether anything was mended."""
        return bool(self.removed or self.filled)


@dataclass(frozen=True, eq=False)
class Sense:
    """A level whose form is right, or mended."""

    pack: LevelPack

    @property
    def level(self) -> Level:
        """The level, mended where it was wrong."""
        return self.pack.level

    @cached_property
    def items(self) -> dict[str, Item]:
        """Items by id; of two with one id the first."""
        return {item.id: item for item in reversed(self.level.item)}

    @cached_property
    def place(self) -> dict[str, int]:
        """Place of an item in the file by its id."""
        return {item.id: i for i, item in reversed(list(enumerate(self.level.item)))}

    @cached_property
    def plant(self) -> Plant:
        """The level as arrays; only for levels without a mistake of names, sources or bills of materials."""
        return build(self.pack)


Check = Callable[[Sense], Found]


def said(path: Path, sentence: str, /, **values: object) -> Finding:
    """A finding with the sentence `problem.<sentence>`."""
    return Finding(path, Message(f"problem.{sentence}", values))


def unknown(path: Path, name: str, what: str, names: Iterable[str]) -> Finding:
    """A name that nothing has; `what` is the kind of thing (text `problem.thing.<what>`)."""
    advice = hint(name, names) or (Message("problem.none_declared", {"list": what}) if what in LISTS else "")
    return said(path, "unknown_name", name=name, what=Message(f"problem.thing.{what}"), hint=advice)


def components(item: Item) -> dict[str, int]:
    """What one unit of an item is made of or fetched from, units of each."""
    if item.make:
        return item.make.components
    return {item.transfer.source: 1} if item.transfer else {}


def target(loop: Loop) -> int:
    """The largest working stock plus orders that a loop's opening settings aim at, in units."""
    return {
        "kanban": loop.cards * loop.container,
        "reorder": loop.reorder_point + loop.order_quantity,
        "min_max": loop.order_up_to,
        "order_up_to": loop.order_up_to,
        "manual": loop.quantity,
        "forecast": loop.safety,
    }[loop.policy]
