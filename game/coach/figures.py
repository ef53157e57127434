"""Means and shares over tapes with the interval that holds the truth in 95 of 100 cases.

Sums are exact (`fsum`), so that figures are the same to the digit whatever the processor.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, isnan, nan, sqrt

Z = 1.959963984540054
"""The normal's 97.5 % point."""


@dataclass(frozen=True)
class Interval:
    """A figure and the bounds around it; NaN where there is nothing to say."""

    middle: float
    low: float
    high: float


def mean(values: Iterable[float]) -> Interval:
    """Mean +- Z * standard error; values that are undefined (NaN) are left out."""
    given = [float(value) for value in values if not isnan(value)]
    if not given:
        return Interval(nan, nan, nan)
    middle = fsum(given) / len(given)
    error = Z * spread(given) / sqrt(len(given))
    return Interval(middle, middle - error, middle + error)


def spread(values: Sequence[float]) -> float:
    """Standard deviation (divided by n - 1), 0 of a single value."""
    middle = fsum(values) / len(values)
    return sqrt(fsum((value - middle) ** 2 for value in values) / max(1, len(values) - 1))


def share(count: int, of: int) -> Interval:
    """A share with Wilson's interval, which stays within 0 and 1."""
    part, z2 = count / of, Z * Z
    centre = (part + z2 / (2 * of)) / (1 + z2 / of)
    half = Z / (1 + z2 / of) * sqrt(part * (1 - part) / of + z2 / (4 * of * of))
    return Interval(part, max(0.0, centre - half), min(1.0, centre + half))
