"""Demand that varies evenly about a mean: a rounded normal quantity each day, none below zero."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game import luck
from game.demand.base import Drawn, Pattern, exact


class Normal(Drawn):
    """`mean` units a day, standard deviation `sd`; the mean holds although nothing falls below zero."""

    mean: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="mean units a day", json_schema_extra={"unit": "units"}
    )
    sd: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="standard deviation of a day's units", json_schema_extra={"unit": "units"}
    )

    @property
    def table(self) -> luck.Table:
        """See `Drawn`."""
        return luck.normal(self.mean, self.sd)

    @property
    def usual(self) -> Fraction:
        """See `Drawn`."""
        return exact(self.mean)


PATTERN = Pattern("normal", Normal)
