"""What patterns share that shape another one: factors by day on the quantities of their base."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from pydantic import Field

from game.demand.base import WHOLE_DAY, Figures, Shares, Span, figures
from game.level import Demand
from game.message import Message
from game.plant import PPM


class Shaped(Figures):
    """Quantities of a `base` pattern times a factor of the day."""

    base: Demand = Field(description="pattern whose quantities are multiplied, and its figures")

    def factors(self, span: Span) -> Sequence[Fraction]:
        """The factor of each day."""
        raise NotImplementedError

    @property
    def luck(self) -> str:
        """See `Figures`."""
        return figures(self.base).luck

    def daily(self, span: Span, bits: np.ndarray) -> np.ndarray:
        """See `Figures`."""
        return self.periods(span, bits, WHOLE_DAY)

    def periods(self, span: Span, bits: np.ndarray, shares: Shares) -> np.ndarray:
        """As differences of rounded-down running totals, so that nothing is lost (rule D2)."""
        factors = np.repeat(np.array(self._ppm(span), dtype=np.int64), len(shares))[:, None]
        totals = np.cumsum(figures(self.base).periods(span, bits, shares) * factors, axis=0) // PPM
        return np.diff(totals, axis=0, prepend=0)

    def means(self, span: Span) -> list[Fraction]:
        """See `Figures`."""
        means = figures(self.base).means(span)
        return [mean * factor / PPM for mean, factor in zip(means, self._ppm(span), strict=True)]

    def comes(self, span: Span) -> list[bool]:
        """See `Figures`."""
        base = figures(self.base).comes(span)
        return [came and factor > 0 for came, factor in zip(base, self._ppm(span), strict=True)]

    def problem(self, span: Span) -> tuple[str, Message] | None:
        """See `Figures`."""
        found = figures(self.base).problem(span)
        return found and ("base", found[1])

    def _ppm(self, span: Span) -> list[int]:
        """Parts per million, rounded half up."""
        return [int(factor * PPM + Fraction(1, 2)) for factor in self.factors(span)]
