"""Many customers, each buying one now and then: a Poisson quantity each day."""

from fractions import Fraction
from typing import Annotated

import numpy as np
from pydantic import Field

from game import luck
from game.demand.base import Figures, Pattern, Span, exact
from game.level import Weekday


class Poisson(Figures):
    """`mean` units a day, standard deviation the root of it."""

    mean: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="mean units a day", json_schema_extra={"unit": "units"}
    )
    weekdays: tuple[Weekday, ...] = Field((), description="days on which customers order; every day by default")

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        return np.where(span.falls_on(self.weekdays)[:, None], luck.poisson(self.mean).draw(bits), 0)

    def average(self, span: Span) -> Fraction:
        """See `Figures`."""
        return exact(self.mean) * Fraction(int(span.falls_on(self.weekdays).sum()), span.days)


PATTERN = Pattern("poisson", Poisson)
