"""Demand that varies evenly about a mean: a rounded normal quantity each day, none below zero."""

from fractions import Fraction
from typing import Annotated

import numpy as np
from pydantic import Field

from game import luck
from game.demand.base import Figures, Pattern, Span, exact
from game.level import Weekday


class Normal(Figures):
    """`mean` units a day, standard deviation `sd`; the mean holds although nothing falls below zero."""

    mean: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="mean units a day", json_schema_extra={"unit": "units"}
    )
    sd: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="standard deviation of a day's units", json_schema_extra={"unit": "units"}
    )
    weekdays: tuple[Weekday, ...] = Field((), description="days on which customers order; every day by default")

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        return np.where(span.falls_on(self.weekdays)[:, None], luck.normal(self.mean, self.sd).draw(bits), 0)

    def average(self, span: Span) -> Fraction:
        """See `Figures`."""
        return exact(self.mean) * Fraction(int(span.falls_on(self.weekdays).sum()), span.days)


PATTERN = Pattern("normal", Normal)
