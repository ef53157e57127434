"""Promotions: customers buy more while they last, and less afterwards, as cupboards are full."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game.demand.base import Pattern, Span, exact
from game.demand.shaped import Shaped
from game.level import Part


class Action(Part):
    """One promotion."""

    day: Annotated[int, Field(ge=1)] = Field(description="first day; the level starts with day 1")
    days: Annotated[int, Field(ge=1, le=365)] = Field(description="days it lasts")


class Promotion(Shaped):
    """The factor is `uplift` during a promotion, `dip` for some days after it, else 1."""

    at: Annotated[tuple[Action, ...], Field(min_length=1)] = Field(description="dates")
    uplift: Annotated[float, Field(ge=0, le=100)] = Field(description="demand is multiplied by this while it lasts")
    dip: Annotated[float, Field(ge=0, le=100)] = Field(1.0, description="and by this afterwards")
    dip_days: Annotated[int, Field(ge=0, le=365)] = Field(0, description="for so many days")

    def factors(self, span: Span) -> list[Fraction]:
        """See `Shaped`."""
        factors = [Fraction(1)] * span.days
        _set(factors, ((one.day + one.days, self.dip_days) for one in self.at), exact(self.dip))
        _set(factors, ((one.day, one.days) for one in self.at), exact(self.uplift))
        return factors


def _set(factors: list[Fraction], spells: Iterable[tuple[int, int]], factor: Fraction) -> None:
    for first, days in spells:
        for day in range(first - 1, min(first - 1 + days, len(factors))):
            factors[day] = factor


PATTERN = Pattern("promotion", Promotion)
