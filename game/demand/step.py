"""One quantity a day, and another from a day on: the beer game's 4, then 8."""

from fractions import Fraction
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from game.demand.base import Figures, Pattern, Span, exact, whole
from game.level import Weekday


class Step(Figures):
    """`units` a day before day `day`, `then` from it on."""

    draws: ClassVar[bool] = False
    units: Annotated[float, Field(ge=0, le=1_000_000)] = Field(
        description="units a day at first", json_schema_extra={"unit": "units"}
    )
    then: Annotated[float, Field(ge=0, le=1_000_000)] = Field(
        description="units a day after the step", json_schema_extra={"unit": "units"}
    )
    day: Annotated[int, Field(ge=1)] = Field(description="first day of the new quantity; the level starts with day 1")
    weekdays: tuple[Weekday, ...] = Field((), description="days on which customers order; every day by default")

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        return whole(self.means(span))[:, None]

    def means(self, span: Span) -> list[Fraction]:
        """See `Figures`."""
        before, after = exact(self.units), exact(self.then)
        ordering = span.falls_on(self.weekdays)
        return [(before if k + 1 < self.day else after) * int(day) for k, day in enumerate(ordering)]


PATTERN = Pattern("step", Step)
