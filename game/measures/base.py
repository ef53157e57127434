"""What a measure is: named terms, and a ratio of them.

A measure's value is numerator / denominator of its formula; the terms carry today's figures, so that every
number can say how it came about. Arrays are `[replication]`, float64; NaN where the denominator is 0.
Money is in minor units, shares run from 0 to 1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.history import History, Turns
from game.measures.window import Array, Window

Kind = Literal["money", "percent", "days", "number", "units"]


@dataclass(frozen=True)
class Term:
    """One figure that goes into a measure."""

    kind: Kind
    of: Callable[[Window], Array]


@dataclass(frozen=True, eq=False)
class Ratio:
    """Numerator and denominator; without a denominator the numerator is the value."""

    numerator: Array
    denominator: Array | None = None

    @property
    def value(self) -> Array:
        """The quotient, NaN where it is undefined; never a negative zero."""
        top = np.asarray(self.numerator, dtype=np.float64) + 0.0
        if self.denominator is None:
            return top
        bottom = np.asarray(self.denominator, dtype=np.float64)
        defined = np.where(bottom == 0, np.nan, bottom)
        return np.asarray(top / defined)


def over_one(figure: Array) -> Ratio:
    """A figure as a ratio: over 1, or 0 over 0 where it is undefined."""
    return Ratio(np.nan_to_num(figure), np.where(np.isnan(figure), 0.0, 1.0))


@dataclass(frozen=True, eq=False)
class Parts:
    """A measure at work: its terms by name, and their ratio."""

    terms: dict[str, Array]
    ratio: Ratio


@dataclass(frozen=True)
class Measure:
    """A figure of a run. `rising`: more is better. `formula` takes the terms in their order.

    Texts: `measure.<name>` is its name, `measure.how.<name>` the sentence that holds its terms.
    """

    name: str
    kind: Kind
    rising: bool
    terms: dict[str, Term]
    formula: Callable[..., Ratio] = Ratio
    per_item: bool = False
    by_period: bool = False
    """whether it needs every period; undefined for a history of sums"""

    @property
    def key(self) -> str:
        """Text key of the name."""
        return f"measure.{self.name}"

    @property
    def how(self) -> str:
        """Text key of the sentence that says how it is computed."""
        return f"measure.how.{self.name}"

    def parts(self, history: History, item: int | None = None, turns: Turns = None) -> Parts:
        """Terms, numerator and denominator; ValueError for an item where the measure knows none."""
        if item is not None and not self.per_item:
            raise ValueError(f"{self.name} is not measured for one item")
        window = Window(history, item, turns)
        terms = {name: term.of(window) for name, term in self.terms.items()}
        return Parts(terms, self.formula(*terms.values()))

    def value(self, history: History, item: int | None = None, turns: Turns = None) -> Array:
        """The figure, float64 `[replication]`, NaN where undefined."""
        return self.parts(history, item, turns).ratio.value
