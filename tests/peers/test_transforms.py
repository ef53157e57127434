"""Our tables against scipy's distributions, drawn exactly: mean, variance, and how much lies far out."""

import numpy as np
import pytest
from scipy import stats

from game import luck
from game.demand.counts import negative_binomial

BITS = np.linspace(0, 2**24 - 1, 2**18).astype(np.int64)
"""Evenly spread over the 24 bits: no sampling error."""
CASES = {
    "poisson 4": (luck.poisson(4), stats.poisson(4), 0.0),
    "poisson 60": (luck.poisson(60), stats.poisson(60), 0.0),
    "normal 100, 15": (luck.normal(100, 15), stats.norm(100, 15), 0.5),
    "gamma 50, cv 0.5": (luck.gamma(50, 0.5), stats.gamma(4, scale=12.5), 0.5),
    "gamma 200, cv 1": (luck.gamma(200, 1), stats.expon(scale=200), 0.5),
    "negative binomial 20, 7": (negative_binomial(20, 7), stats.nbinom(400 / 29, 20 / 49), 0.0),
    "geometric 8": (luck.geometric(8), stats.geom(1 / 8), 0.0),
}
"""Table, distribution, half a unit where what is continuous is rounded."""


@pytest.mark.parametrize("name", CASES)
def test_mean_variance_and_tail(name: str) -> None:
    table, known, half = CASES[name]
    drawn = table.draw(BITS).astype(np.float64)
    assert drawn.mean() == pytest.approx(known.mean(), rel=0.002)
    assert drawn.var() == pytest.approx(known.var() + half / 6, rel=0.01)
    for far in (0.9, 0.99, 0.999):
        place = np.floor(known.ppf(far))
        assert (drawn > place).mean() == pytest.approx(float(known.sf(place + half)), rel=0.05, abs=2e-5)
