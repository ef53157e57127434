"""Demand that grows or fades: the quantities of a base pattern times a factor on a straight line."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game.demand.base import Pattern, Span, exact
from game.demand.shaped import Shaped
from game.message import Message


class Trend(Shaped):
    """The factor is 1 up to the first day, `factor` from the last day on, and on the line between."""

    factor: Annotated[float, Field(ge=0, le=100)] = Field(
        description="demand at the end is that at the start times this"
    )
    first: Annotated[int, Field(ge=1)] = Field(1, alias="from", description="last day of the demand at the start")
    last: Annotated[int, Field(ge=1)] = Field(alias="to", description="first day of the demand at the end")

    def factors(self, span: Span) -> list[Fraction]:
        """See `Shaped`."""
        rise, days = exact(self.factor) - 1, max(1, self.last - self.first)
        return [1 + rise * Fraction(min(max(day - self.first, 0), days), days) for day in range(1, span.days + 1)]

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """See `Figures`."""
        if self.last <= self.first:
            return "to", Message("pattern.problem.trend", {"first": self.first, "last": self.last})
        return super().problem(span)


PATTERN = Pattern("trend", Trend)
