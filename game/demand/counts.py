"""Tables of counts beyond the common ones: clustered, compound and intermittent quantities.

Weights come from + - * / in a fixed order alone, so that they are the same on every machine.
"""

from functools import lru_cache

import numpy as np

from game.luck import BITS, NOTHING, ONE, TABLES, Table, from_weights, threshold, total


@lru_cache(TABLES)
def negative_binomial(mean: float, sd: float) -> Table:
    """Negative binomial with sd**2 > mean > 0: weights by ratios from the mode, w(n + 1) = w(n) (n + r) / (n + 1) q."""
    size, stay = mean * mean / (sd * sd - mean), 1 - mean / (sd * sd)
    mode = max(0, int((size - 1) * stay / (1 - stay)))
    above, below = [1.0], [1.0]
    while above[-1] > NOTHING**2:
        n = mode + len(above) - 1
        above.append(above[-1] * (n + size) / (n + 1) * stay)
    while below[-1] > NOTHING**2 and len(below) <= mode:
        n = mode - len(below)
        below.append(below[-1] * (n + 1) / ((n + size) * stay))
    return from_weights(mode + 1 - len(below), [*reversed(below[1:]), *above])


@lru_cache(TABLES)
def compound(rate: float, sizes: tuple[int, ...], chances: tuple[float, ...]) -> Table:
    """Sum of a Poisson number of sizes, by Panjer's recursion: n w(n) = rate * sum of size * chance * w(n - size)."""
    parts = [(size, rate * size * chance) for size, chance in zip(sizes, chances, strict=True)]
    mean, weights, sum_ = total(part for _, part in parts), [1.0], 1.0
    while len(weights) <= mean or max(weights[-max(sizes) :]) > NOTHING**2 * sum_:
        n = len(weights)
        weights.append(total(part * weights[n - size] for size, part in parts if size <= n) / n)
        sum_ += weights[-1]
    return from_weights(0, weights)


def sometimes(chance: float, table: Table) -> Table:
    """A value of the table with some probability, else 0; the table has none below 0."""
    never = ONE - threshold(chance)
    steps = [never] * table.low + [never + (step * (ONE - never) >> BITS) for step in table.steps.tolist()]
    return Table(0, np.array(steps, dtype=np.int64))
