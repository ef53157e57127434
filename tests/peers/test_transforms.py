"""Our tables against scipy's distributions, drawn exactly: mean, variance, and how much lies far out."""

from typing import Any

import numpy as np
import pytest
from scipy import optimize, stats

from game import luck
from game.demand.counts import compound, negative_binomial, sometimes

BITS = np.linspace(0, 2**24 - 1, 2**18).astype(np.int64)
"""Evenly spread over the 24 bits: no sampling error."""
FAR = (0.5, 0.9, 0.99, 0.999)
CASES = {
    "poisson 0.4": (luck.poisson(0.4), stats.poisson(0.4), 0.0),
    "poisson 4": (luck.poisson(4), stats.poisson(4), 0.0),
    "poisson 60": (luck.poisson(60), stats.poisson(60), 0.0),
    "poisson 3000": (luck.poisson(3000), stats.poisson(3000), 0.0),
    "normal 100, 15": (luck.normal(100, 15), stats.norm(100, 15), 0.5),
    "normal 2000, 400": (luck.normal(2000, 400), stats.norm(2000, 400), 0.5),
    "gamma 50, cv 0.5": (luck.gamma(50, 0.5), stats.gamma(4, scale=12.5), 0.5),
    "gamma 200, cv 1": (luck.gamma(200, 1), stats.expon(scale=200), 0.5),
    "gamma 500, cv 0.01": (luck.gamma(500, 0.01), stats.norm(500, 5), 0.5),
    "gamma 900, cv 2": (luck.gamma(900, 2), stats.gamma(0.25, scale=3600), 0.5),
    "negative binomial 20, 7": (negative_binomial(20, 7), stats.nbinom(400 / 29, 20 / 49), 0.0),
    "negative binomial 0.5, 1.5": (negative_binomial(0.5, 1.5), stats.nbinom(1 / 7, 2 / 9), 0.0),
    "geometric 8": (luck.geometric(8), stats.geom(1 / 8), 0.0),
    "geometric 1000": (luck.geometric(1000), stats.geom(1 / 1000), 0.0),
    "between 7 and 8": (luck.between(7.3), stats.bernoulli(0.3, loc=7), 0.0),
}
"""Table, distribution, half a unit where what is continuous is rounded."""


@pytest.mark.parametrize("name", CASES)
def test_mean_variance_and_tail(name: str) -> None:
    table, known, half = CASES[name]
    drawn = table.draw(BITS).astype(np.float64)
    assert drawn.mean() == pytest.approx(known.mean(), rel=0.002)
    assert drawn.var() == pytest.approx(known.var() + half / 6, rel=0.01)
    for far in FAR:
        place = np.floor(known.ppf(far))
        assert (drawn > place).mean() == pytest.approx(float(known.sf(place + half)), rel=0.05, abs=2e-5)


@pytest.mark.parametrize(("mean", "sd"), [(4.0, 4.0), (1.0, 5.0)])
def test_normal_below_nothing_is_nothing(mean: float, sd: float) -> None:
    """The normal that lies at 0 where it would fall below: its centre is where the mean of that is right."""

    def rounded(centre: float) -> np.ndarray:
        return stats.norm(centre, sd).sf(np.arange(0, 80) + 0.5)

    centre = optimize.brentq(lambda c: rounded(c).sum() - mean, mean - 12 * sd, mean + sd)
    weights = -np.diff(np.concatenate([[1.0], rounded(centre)]))
    _agrees(luck.normal(mean, sd), weights)


def test_customers_who_take_several_units() -> None:
    """Compound Poisson: customers by scipy's Poisson, their sizes convolved one after another."""
    sizes, chances, rate = (1, 2, 6), (0.5, 0.3, 0.2), 7.0
    one, total = np.zeros(7), np.zeros(400)
    one[list(sizes)] = chances
    sum_ = np.ones(1)
    for customers in range(45):
        total[: len(sum_)] += stats.poisson(rate).pmf(customers) * sum_
        sum_ = np.convolve(sum_, one)
    _agrees(compound(rate, sizes, chances), total)


def test_days_without_demand_between_others() -> None:
    """Intermittent: a chance, and scipy's gamma rounded to whole units, at least one."""
    edges = np.concatenate([[0.0], stats.gamma(4, scale=12.5).cdf(np.arange(1, 400) + 0.5)])
    weights = np.concatenate([[0.7], 0.3 * np.diff(edges)])
    _agrees(sometimes(0.3, luck.gamma(50, 0.5, low=1)), weights)


def _agrees(table: luck.Table, weights: np.ndarray) -> None:
    """Mean, variance and tails of a table and of the weights of 0, 1, 2, ..."""
    drawn, values = table.draw(BITS).astype(np.float64), np.arange(len(weights))
    mean = float((weights * values).sum())
    assert weights.sum() == pytest.approx(1, abs=1e-6)
    assert drawn.mean() == pytest.approx(mean, rel=0.002)
    assert drawn.var() == pytest.approx(float((weights * (values - mean) ** 2).sum()), rel=0.01)
    for far in FAR:
        place = int(np.searchsorted(np.cumsum(weights), far))
        assert (drawn > place).mean() == pytest.approx(float(weights[place + 1 :].sum()), rel=0.05, abs=2e-5)


@pytest.mark.parametrize("count", [2, 7, 52])
def test_choices_are_alike(count: int) -> None:
    drawn, known = luck.choose(BITS, count), stats.randint(0, count)
    assert drawn.mean() == pytest.approx(known.mean(), rel=0.001)
    assert drawn.var() == pytest.approx(known.var(), rel=0.001)
    assert np.allclose(np.bincount(drawn) / len(drawn), known.pmf(np.arange(count)), atol=1e-5)


@pytest.mark.parametrize("chance", [0.001, 0.25, 0.999])
def test_events_happen_as_often_as_they_should(chance: float) -> None:
    below, known = luck.threshold(chance), stats.bernoulli(chance)
    happens = below > BITS
    assert happens.mean() == pytest.approx(known.mean(), rel=0.01)
    assert happens.var() == pytest.approx(known.var(), rel=0.01)


FIELDS: dict[str, luck.Field] = {"first": luck.FIRST, "second": luck.SECOND, "middle": luck.MIDDLE, "last": luck.LAST}


@pytest.mark.parametrize("name", FIELDS)
def test_fields_are_even_and_without_memory(name: str) -> None:
    """Kolmogorov-Smirnov against the uniform; neighbours in time and of the next seed do not go together."""
    field = FIELDS[name]
    block = luck.cut(luck.block("even", range(200), "stream", 500), field) / 2**field.width
    assert stats.kstest(block.ravel(), "uniform").pvalue > 1e-4
    for one, other in ((block[:-1], block[1:]), (block[:, :-1], block[:, 1:])):
        found: Any = stats.pearsonr(one.ravel(), other.ravel())
        assert found.pvalue > 1e-4
