"""Demand that varies and never falls below zero: a rounded gamma quantity each day, with a long tail."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game import luck
from game.demand.base import Drawn, Pattern, exact


class Gamma(Drawn):
    """`mean` units a day with a coefficient of variation `cv`; 1 is the exponential distribution."""

    mean: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="mean units a day", json_schema_extra={"unit": "units"}
    )
    cv: Annotated[float, Field(ge=0, le=3)] = Field(description="standard deviation divided by the mean")

    @property
    def table(self) -> luck.Table:
        """See `Drawn`."""
        return luck.gamma(self.mean, self.cv)

    @property
    def usual(self) -> Fraction:
        """See `Drawn`."""
        return exact(self.mean)


PATTERN = Pattern("gamma", Gamma)
