"""Real sales: the author's own days, played again as they were, or whole weeks of them drawn by luck.

Both keep weekdays: the days used begin with the first, from `from` on, that falls on the weekday of the level's
start. Days of the file without a row, closed ones for example, are days without demand.
"""

import datetime
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from game import luck
from game.demand.base import Figures, Pattern, Span, exact, whole
from game.demand.history_csv import HistoryError, parse
from game.level.common import Date
from game.message import Message

DAY = datetime.timedelta(1)


class History(Figures):
    """`item` as named in `file`; `replay` wraps at the end, `resample` draws one of the weeks for each week."""

    file: str = Field(description="CSV file beside the level: date,item,units")
    item: str = Field(description="name of the item in the file")
    mode: Literal["resample", "replay"] = Field("resample", description="whole weeks drawn by luck, or as it was")
    first: Date | None = Field(None, alias="from", description="first day used; by default the first sold")
    last: Date | None = Field(None, alias="to", description="last day used; by default the last sold")
    scale: Annotated[float, Field(gt=0, le=10_000)] = Field(1.0, description="units are multiplied by this")

    @property
    def luck(self) -> str:
        """Items of one file live through the same weeks: a busy week is busy for all."""
        return self.file

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        weeks = self._weeks(span)
        day = np.arange(span.days)
        if self.mode == "replay":
            return np.asarray(weeks[day // 7 % len(weeks), day % 7][:, None])
        drawn = luck.choose(bits[day - day % 7], len(weeks))
        return np.asarray(weeks[drawn, (day % 7)[:, None]])

    def means(self, span: Span) -> list[Fraction]:
        """See `Figures`."""
        weeks = self._weeks(span)
        if self.mode == "replay":
            units = self.daily(span, np.zeros((span.days, 1), np.int64))
            return [Fraction(day) for day in units[:, 0].tolist()]
        by_day = [Fraction(total, len(weeks)) for total in weeks.sum(axis=0).tolist()]
        return [by_day[day % 7] for day in range(span.days)]

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """See `Figures`."""
        if self.file not in span.data:
            return "file", Message("pattern.problem.file", {"file": self.file})
        try:
            sales = parse(span.data[self.file], self.file)
        except HistoryError as fault:
            return "file", fault.message
        if self.item not in sales:
            return "item", Message("pattern.problem.item", {"item": self.item, "names": ", ".join(sorted(sales)[:8])})
        try:
            self._weeks(span)
        except HistoryError as fault:
            return "from", fault.message
        return None

    def _weeks(self, span: Span) -> np.ndarray:
        """`int64[week, 7]`: whole weeks from the slice of the file."""
        return _weeks(span.data[self.file], self, span.start.weekday())


@lru_cache(256)
def _weeks(text: str, figures: History, weekday: int) -> np.ndarray:
    sales = parse(text, figures.file)[figures.item]
    first, last = _known_days(sales, figures)
    start = first + datetime.timedelta((weekday - first.weekday()) % 7)
    count = ((last - start).days + 1) // 7
    if count < 1:
        raise HistoryError(Message("pattern.problem.week", {"first": first, "last": last}))
    days = (start + datetime.timedelta(day) for day in range(7 * count))
    scale = exact(figures.scale)
    weeks = whole(sales.get(day, Fraction(0)) * scale for day in days).reshape(count, 7)
    weeks.flags.writeable = False
    return weeks


def _known_days(sales: dict[datetime.date, Fraction], figures: History) -> tuple[datetime.date, datetime.date]:
    """First and last day; weekdays that never have a row are closed, so those around the slice are known too."""
    first, last = min(sales), max(sales)
    first, last = max(figures.first or first, first), min(figures.last or last, last)
    open_days = {day.weekday() for day in sales}
    while (first - DAY).weekday() not in open_days:
        first -= DAY
    while (last + DAY).weekday() not in open_days:
        last += DAY
    return first, last


PATTERN = Pattern("history", History)
