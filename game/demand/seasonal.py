"""Busy and quiet weekdays and months: the quantities of a base pattern times a profile."""

import datetime
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game.demand.base import Pattern, Span, exact
from game.demand.shaped import Shaped

Factor = Annotated[float, Field(ge=0, le=100)]


class Seasonal(Shaped):
    """A factor for each weekday and one for each month of the year; together they multiply."""

    weekday: Annotated[tuple[Factor, ...], Field(min_length=7, max_length=7)] = Field(
        (1,) * 7, description="factors of Monday to Sunday"
    )
    month: Annotated[tuple[Factor, ...], Field(min_length=12, max_length=12)] = Field(
        (1,) * 12, description="factors of January to December"
    )

    def factors(self, span: Span) -> list[Fraction]:
        """See `Shaped`."""
        dates = (span.start + datetime.timedelta(day) for day in range(span.days))
        return [exact(self.weekday[date.weekday()]) * exact(self.month[date.month - 1]) for date in dates]


PATTERN = Pattern("seasonal", Seasonal)
