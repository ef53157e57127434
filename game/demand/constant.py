"""The same quantity each day; of 12.5 a day, days of 12 and 13 take turns."""

from fractions import Fraction
from typing import Annotated, ClassVar

import numpy as np
from pydantic import Field

from game.demand.base import Figures, Pattern, Span, exact, whole
from game.level import Weekday


class Constant(Figures):
    """`units` a day."""

    draws: ClassVar[bool] = False
    units: Annotated[float, Field(ge=0, le=1_000_000)] = Field(
        description="units a day", json_schema_extra={"unit": "units"}
    )
    weekdays: tuple[Weekday, ...] = Field((), description="days on which customers order; every day by default")

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        return whole(self.means(span))[:, None]

    def means(self, span: Span) -> list[Fraction]:
        """See `Figures`."""
        return [exact(self.units) * int(day) for day in span.falls_on(self.weekdays)]


PATTERN = Pattern("constant", Constant)
