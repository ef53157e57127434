"""How customers behave: one file a pattern. `[stream.demand]` names the pattern; the other keys are its figures.

A pattern gives units a day; `game.tape` draws the bits and splits days into periods.
"""

from fractions import Fraction

from game.demand import (
    compound,
    constant,
    gamma,
    history,
    intermittent,
    negative_binomial,
    normal,
    poisson,
    promotion,
    seasonal,
    step,
    trend,
)
from game.demand.base import PATTERNS, Figures, Pattern, Span
from game.demand.base import figures as figures_of
from game.demand.history_csv import HistoryError
from game.level import Stream
from game.level.pack import LevelPack
from game.message import Message

__all__ = [
    "PATTERNS",
    "Figures",
    "HistoryError",
    "Pattern",
    "Span",
    "comes",
    "figures",
    "mean_per_day",
    "problem",
    "thousandths_per_day",
]

MODULES = (
    constant,
    step,
    poisson,
    normal,
    gamma,
    negative_binomial,
    compound,
    intermittent,
    seasonal,
    trend,
    promotion,
    history,
)
PATTERNS.update({module.PATTERN.name: module.PATTERN for module in MODULES})


def figures(stream: Stream) -> Figures:
    """A stream's figures."""
    return figures_of(stream.demand)


def problem(stream: Stream, pack: LevelPack) -> tuple[str, Message] | None:
    """What is wrong with a stream's demand beyond the form of its keys: the key and a sentence, or None."""
    return figures(stream).problem(_played(pack))


def mean_per_day(pack: LevelPack, stream: Stream) -> float:
    """Mean units a day over the days of the level's turns, disruptions left out."""
    return float(figures(stream).average(_played(pack)))


def thousandths_per_day(pack: LevelPack, stream: Stream) -> int:
    """The same in thousandths of a unit, rounded half up."""
    return int(figures(stream).average(_played(pack)) * 1000 + Fraction(1, 2))


def comes(pack: LevelPack, stream: Stream) -> list[bool]:
    """Whether customers may come on each day of the level's turns: a season has days without any."""
    return figures(stream).comes(_played(pack))


def _played(pack: LevelPack) -> Span:
    calendar = pack.level.calendar
    return Span(calendar.start, calendar.turns * calendar.days_per_turn, pack.data)
