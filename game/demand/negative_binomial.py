"""Customers who come in clusters: a negative-binomial quantity each day, more uneven than Poisson."""

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from game import luck
from game.demand import counts
from game.demand.base import Drawn, Pattern, Span, exact
from game.message import Message


class NegativeBinomial(Drawn):
    """`mean` units a day, standard deviation `sd`, which is larger than the root of the mean."""

    mean: Annotated[float, Field(gt=0, le=100_000)] = Field(
        description="mean units a day", json_schema_extra={"unit": "units"}
    )
    sd: Annotated[float, Field(gt=0, le=100_000)] = Field(
        description="standard deviation of a day's units, above the root of the mean",
        json_schema_extra={"unit": "units"},
    )

    @property
    def table(self) -> luck.Table:
        """See `Drawn`."""
        return counts.negative_binomial(self.mean, self.sd)

    @property
    def usual(self) -> Fraction:
        """See `Drawn`."""
        return exact(self.mean)

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """See `Figures`."""
        if exact(self.sd) ** 2 > exact(self.mean):
            return None
        return "sd", Message("pattern.problem.even", {"sd": self.sd, "mean": self.mean})


PATTERN = Pattern("negative_binomial", NegativeBinomial)
