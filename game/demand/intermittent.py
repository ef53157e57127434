"""Spare parts: on most days nothing, on some a quantity."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game import luck
from game.demand import counts
from game.demand.base import Drawn, Pattern, exact


class Intermittent(Drawn):
    """A day has demand with probability `chance`; it is then `mean` units on average, at least 1."""

    chance: Annotated[float, Field(gt=0, le=1)] = Field(description="probability that a day has demand")
    mean: Annotated[float, Field(ge=1, le=100_000)] = Field(
        description="mean units on such a day", json_schema_extra={"unit": "units"}
    )
    cv: Annotated[float, Field(ge=0, le=3)] = Field(0.0, description="their standard deviation divided by their mean")

    @property
    def table(self) -> luck.Table:
        """See `Drawn`."""
        return counts.sometimes(self.chance, luck.gamma(self.mean, self.cv, low=1))

    @property
    def usual(self) -> Fraction:
        """See `Drawn`."""
        return exact(self.chance) * exact(self.mean)


PATTERN = Pattern("intermittent", Intermittent)
