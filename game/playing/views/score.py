"""What counts: figures, goals, the row of tiles."""

from dataclasses import dataclass
from enum import Flag, auto
from typing import Literal

from game.measures import Kind
from game.message import Message, Text

Mood = Literal["good", "warn", "bad", "info"]


class Changed(Flag):
    """What a command changed, so that the window refreshes no more than that."""

    NOTHING = 0
    SETTINGS = auto()
    TURN = auto()
    FINISHED = auto()


@dataclass(frozen=True)
class Figure:
    """A number with its kind and the name of its measure (text `measure.<name>`)."""

    measure: str
    kind: Kind
    value: float | None


@dataclass(frozen=True)
class GoalView:
    """A goal against its figure: `stars` 0 to 3 reached, `points` 0 to 100; `beside` is how others did."""

    figure: Figure
    item: str | None
    fail: float
    bounds: tuple[float, float, float]
    rising: bool
    weight: float
    stars: int
    points: float
    beside: tuple[tuple[Text, float], ...] = ()


@dataclass(frozen=True)
class Tile:
    """One score tile: the figure, its change over the last turn, its trend by turn, its goal if it has one."""

    figure: Figure
    change: float | None
    trend: tuple[float, ...]
    goal: GoalView | None


@dataclass(frozen=True)
class Cycle:
    """The cash conversion cycle in days: stock + receivables - payables; None before there is a figure."""

    stock: float | None
    customers: float | None
    suppliers: float | None
    total: float | None


@dataclass(frozen=True)
class Scoreboard:
    """The row of tiles; `stars` so far and the sentence about what the next star lacks."""

    tiles: tuple[Tile, ...]
    cycle: Cycle
    stars: int
    score: float
    hint: Message | None
