"""Charts as rows of numbers."""

from dataclasses import dataclass
from typing import Literal

from game.measures import Kind
from game.message import Message


@dataclass(frozen=True)
class Series:
    """A line of a chart: one value a period."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """A chart by period: stock by item, cash, service."""

    name: Literal["stock", "cash", "service"]
    kind: Kind
    periods_per_turn: int
    series: tuple[Series, ...]


Look = Literal["line", "area", "bar", "stack", "bound"]


@dataclass(frozen=True)
class Curve:
    """One row of numbers of a diagram, NaN where there is none; `tone` names a colour of the theme."""

    name: Message
    values: tuple[float, ...]
    tone: str
    look: Look


@dataclass(frozen=True)
class Diagram:
    """A chart (text `diagram.<name>`) of a subject, empty for the whole firm.

    Values stand by period with `per_turn` of them a turn, by turn (1), or by `categories` where there are any.
    """

    name: str
    subject: str
    kind: Kind
    per_turn: int
    curves: tuple[Curve, ...]
    categories: tuple[str, ...] = ()
    thing: tuple[str, str] | None = None
