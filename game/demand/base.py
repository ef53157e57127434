"""What demand patterns share: the days they fill, the form of their figures, and the register of all of them."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import ClassVar

import numpy as np
from pydantic import Field

from game.level import WEEKDAYS, Demand, Part, Weekday
from game.luck import Table
from game.message import Message


@dataclass(frozen=True)
class Span:
    """The days to fill: `days` of them from `start`, and the sales histories by file name."""

    start: datetime.date
    days: int
    data: Mapping[str, str] = field(default_factory=dict)

    def falls_on(self, weekdays: Sequence[Weekday]) -> np.ndarray:
        """`bool[day]`: whether a day is one of `weekdays`; without any, all are."""
        wanted = {WEEKDAYS.index(name) for name in weekdays or WEEKDAYS}
        first = self.start.weekday()
        return np.array([(first + day) % 7 in wanted for day in range(self.days)], dtype=bool)


Shares = tuple[Fraction, ...]
WHOLE_DAY = (Fraction(1),)


class Figures(Part):
    """The keys of `[stream.demand]` that belong to one pattern, and what follows from them."""

    draws: ClassVar[bool] = True

    @property
    def luck(self) -> str:
        """Name of the luck drawn on, where streams share it; empty for luck of the stream's own."""
        return ""

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """Units of each day, `int64[day, replication]`, from the days' fields of 24 bits of the same shape.

        A pattern that draws nothing (`draws` false) gives one column.
        """
        raise NotImplementedError

    def periods(self, span: Span, bits: np.ndarray, shares: Shares) -> np.ndarray:
        """Units of each period, `int64[period, replication]`, from the periods' fields of 24 bits.

        `shares` are those of a day's demand up to and including each of its periods. A day's quantity comes from the
        field of its first period and is split as differences of rounded-down shares (rule 19).
        """
        daily = self.daily(span, bits[:: len(shares)])
        parts = np.empty((span.days, len(shares), daily.shape[1]), dtype=np.int64)
        for place, share in enumerate(shares):
            parts[:, place] = daily if share == 1 else daily * share.numerator // share.denominator
        parts[:, 1:] -= parts[:, :-1].copy()
        return parts.reshape(span.days * len(shares), -1)

    def means(self, span: Span) -> list[Fraction]:
        """Mean units of each day."""
        raise NotImplementedError

    def comes(self, span: Span) -> list[bool]:
        """Whether customers may come on each day, as far as the pattern is announced; luck is not told."""
        return [True] * span.days

    def average(self, span: Span) -> Fraction:
        """Mean units a day over the span."""
        return sum(self.means(span), Fraction(0)) / span.days

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """What is wrong beyond the form of the figures: a key and a sentence; None when nothing is."""
        return None


class Drawn(Figures):
    """Days on which customers order are alike and drawn from one table."""

    weekdays: tuple[Weekday, ...] = Field((), description="days on which customers order; every day by default")

    @property
    def table(self) -> Table:
        """Units of a day on which customers order."""
        raise NotImplementedError

    @property
    def usual(self) -> Fraction:
        """Their mean."""
        raise NotImplementedError

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        return np.where(span.falls_on(self.weekdays)[:, None], self.table.draw(bits), 0)

    def means(self, span: Span) -> list[Fraction]:
        """See `Figures`."""
        return [self.usual * int(day) for day in span.falls_on(self.weekdays)]


@dataclass(frozen=True)
class Pattern:
    """A way in which customers order. Its texts are `pattern.<name>.name` and `.help`."""

    name: str
    params: type[Figures]


PATTERNS: dict[str, Pattern] = {}
"""All patterns by name; filled by `game.demand`."""


def figures(demand: Demand) -> Figures:
    """A pattern's figures; their form was checked by `levelfile`, so that lists and dates as JSON has them will do."""
    return PATTERNS[demand.pattern].params.model_validate(demand.extras, strict=False)


def exact(number: float) -> Fraction:
    """A number as its author wrote it: 0.1 is one tenth."""
    return Fraction(repr(float(number)))


def whole(amounts: Iterable[Fraction]) -> np.ndarray:
    """Whole units of each day, `int64`, as differences of rounded-down running totals: nothing is lost."""
    rows = list(amounts)
    unit = lcm(*{amount.denominator for amount in rows})
    totals, total = [0], 0
    for amount in rows:
        total += amount.numerator * (unit // amount.denominator)
        totals.append(total // unit)
    return np.diff(np.array(totals, dtype=np.int64))
