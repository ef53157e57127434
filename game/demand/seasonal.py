"""Busy and quiet weekdays and months: the quantities of a base pattern times a profile."""

import datetime
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game.demand.base import Pattern, Span, exact
from game.demand.shaped import Shaped
from game.message import Message

WEEK, YEAR = 7, 12
Factor = Annotated[float, Field(ge=0, le=100)]


class Seasonal(Shaped):
    """A factor for each weekday and one for each month of the year; together they multiply."""

    weekday: tuple[Factor, ...] = Field((1,) * WEEK, description="seven factors, Monday to Sunday")
    month: tuple[Factor, ...] = Field((1,) * YEAR, description="twelve factors, January to December")

    def factors(self, span: Span) -> list[Fraction]:
        """See `Shaped`."""
        dates = (span.start + datetime.timedelta(day) for day in range(span.days))
        return [exact(self.weekday[date.weekday()]) * exact(self.month[date.month - 1]) for date in dates]

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """See `Figures`."""
        for key, found, count in (("weekday", self.weekday, WEEK), ("month", self.month, YEAR)):
            if len(found) != count:
                return key, Message("pattern.problem.profile", {"found": len(found), "count": count})
        return super().problem(span)


PATTERN = Pattern("seasonal", Seasonal)
