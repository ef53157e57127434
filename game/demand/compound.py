"""A few customers a day, each taking several units at once."""

from fractions import Fraction
from itertools import pairwise
from typing import Annotated

import numpy as np
from pydantic import Field

from game import luck
from game.demand import counts
from game.demand.base import Drawn, Pattern, Shares, Span, exact
from game.message import Message


class Compound(Drawn):
    """A Poisson number of customers, each taking one of `sizes` with the chance of its weight."""

    rate: Annotated[float, Field(gt=0, le=500)] = Field(description="mean number of customers a day")
    sizes: Annotated[tuple[Annotated[int, Field(ge=1, le=1000)], ...], Field(min_length=1, max_length=50)] = Field(
        description="units that a customer may take", json_schema_extra={"unit": "units"}
    )
    weights: tuple[Annotated[float, Field(ge=0, le=1_000_000)], ...] = Field(
        (), description="how often each size is taken, against the others; all alike by default"
    )

    @property
    def table(self) -> luck.Table:
        """See `Drawn`."""
        return self._table(Fraction(1))

    def _table(self, share: Fraction) -> luck.Table:
        """Units of a part of a day."""
        rate = float(exact(self.rate) * share)
        return counts.compound(rate, self.sizes, tuple(float(chance) for chance in self.chances))

    def periods(self, span: Span, bits: np.ndarray, shares: Shares) -> np.ndarray:
        """Customers come one by one: each period is drawn for itself, from its own field (rule D1)."""
        days = span.falls_on(self.weekdays)[:, None]
        parts = [share - before for before, share in pairwise((Fraction(0), *shares))]
        drawn = [np.where(days, self._table(part).draw(bits[k :: len(parts)]), 0) for k, part in enumerate(parts)]
        return np.stack(drawn, axis=1).reshape(span.days * len(parts), -1)

    @property
    def usual(self) -> Fraction:
        """See `Drawn`."""
        return exact(self.rate) * sum(size * chance for size, chance in zip(self.sizes, self.chances, strict=True))

    @property
    def chances(self) -> list[Fraction]:
        """Probability of each size."""
        weights = [exact(weight) for weight in self.weights or (1,) * len(self.sizes)]
        return [weight / sum(weights) for weight in weights]

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """See `Figures`."""
        if len(self.weights) not in (0, len(self.sizes)):
            return "weights", Message(
                "pattern.problem.weights", {"weights": len(self.weights), "sizes": len(self.sizes)}
            )
        if self.weights and not any(self.weights):
            return "weights", Message("pattern.problem.no_weight")
        return None


PATTERN = Pattern("compound", Compound)
