"""How customers behave: one file a pattern. `[stream.demand]` names the pattern; the other keys are its figures.

A pattern gives units a day; `game.tape` draws the bits and splits days into periods.
"""

from game.demand import constant, history, normal, poisson, step
from game.demand.base import Figures, Pattern, Span
from game.demand.history_csv import HistoryError
from game.level import Stream
from game.level.pack import LevelPack
from game.message import Message

__all__ = ["PATTERNS", "Figures", "HistoryError", "Pattern", "Span", "figures", "mean_per_day", "problem"]

PATTERNS: dict[str, Pattern] = {
    module.PATTERN.name: module.PATTERN for module in (constant, step, poisson, normal, history)
}


def figures(stream: Stream) -> Figures:
    """A stream's figures; their form was checked by `levelfile`, so that lists and dates as JSON has them will do."""
    return PATTERNS[stream.demand.pattern].params.model_validate(stream.demand.extras, strict=False)


def problem(stream: Stream, pack: LevelPack) -> tuple[str, Message] | None:
    """What is wrong with a stream's demand beyond the form of its keys: the key and a sentence, or None."""
    return figures(stream).problem(_played(pack))


def mean_per_day(pack: LevelPack, stream: Stream) -> float:
    """Mean units a day over the days of the level's turns, disruptions left out."""
    return float(figures(stream).average(_played(pack)))


def _played(pack: LevelPack) -> Span:
    calendar = pack.level.calendar
    return Span(calendar.start, calendar.turns * calendar.days_per_turn, pack.data)
