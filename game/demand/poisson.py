"""Many customers, each buying one now and then: a Poisson quantity each day."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game import luck
from game.demand.base import Drawn, Pattern, exact


class Poisson(Drawn):
    """`mean` units a day, standard deviation the root of it."""

    mean: Annotated[float, Field(ge=0, le=100_000)] = Field(
        description="mean units a day", json_schema_extra={"unit": "units"}
    )

    @property
    def table(self) -> luck.Table:
        """See `Drawn`."""
        return luck.poisson(self.mean)

    @property
    def usual(self) -> Fraction:
        """See `Drawn`."""
        return exact(self.mean)


PATTERN = Pattern("poisson", Poisson)
