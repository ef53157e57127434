"""The tables: means, variances and tails against closed forms, over the table's own weights and by draws."""

from fractions import Fraction
from itertools import accumulate
from math import erfc, exp, factorial, lgamma, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import luck
from game.luck import ONE, Table

HALF_STEP = 1.0 / ONE
"""A step is rounded by half a weight; a weight, between two steps, by a whole one."""


def moments(table: Table) -> tuple[Fraction, Fraction]:
    """Mean and variance, exact over the whole-number weights."""
    weights = table.weights
    mean = Fraction(sum((table.low + k) * weight for k, weight in enumerate(weights)), ONE)
    square = Fraction(sum((table.low + k) ** 2 * weight for k, weight in enumerate(weights)), ONE)
    return mean, square - mean**2


def share(table: Table, value: int) -> float:
    """P(drawn <= value)."""
    k = value - table.low
    return 0.0 if k < 0 else 1.0 if k >= len(table.steps) else int(table.steps[k]) / ONE


def spread(table: Table) -> float:
    """The standard deviation."""
    return sqrt(moments(table)[1])


def is_sound(table: Table) -> None:
    """Weights are complete, those at the ends positive, and the table says its own mean."""
    assert min(table.weights) >= 0
    assert table.weights[0] > 0
    assert table.weights[-1] > 0
    assert sum(table.weights) == ONE
    assert len(table.weights) == table.high - table.low + 1
    assert table.mean == float(moments(table)[0])


def is_drawn(table: Table) -> None:
    """The edges of the bits fall where the weights say; 100,000 draws have the table's moments."""
    edges = np.array([0, *accumulate(table.weights)])
    possible = np.diff(edges) > 0
    firsts, lasts = edges[:-1][possible], edges[1:][possible] - 1
    values = np.arange(table.low, table.high + 1)[possible]
    assert (table.draw(firsts) == values).all()
    assert (table.draw(lasts) == values).all()
    for places in (firsts, lasts):
        many = np.resize(places, max(luck.MANY, len(places)))
        assert (table.draw(many) == np.resize(values, len(many))).all(), "by the guide too"
    drawn = table.draw(luck.cut(luck.words("test", 1, "draws", 100_000), luck.FIRST))
    assert drawn.dtype == np.int64
    sd = spread(table)
    assert abs(drawn.mean() - table.mean) <= 4.5 * sd / sqrt(100_000) + 1e-9
    assert drawn.std() == pytest.approx(sd, rel=0.05, abs=0.01)


@pytest.mark.parametrize("mean", [0.01, 0.4, 1.0, 4.0, 30.0, 250.5])
def test_poisson(mean: float) -> None:
    table = luck.poisson(mean)
    is_sound(table)
    is_drawn(table)
    found, variance = moments(table)
    assert float(found) == pytest.approx(mean, rel=1e-4, abs=1e-6)
    assert float(variance) == pytest.approx(mean, rel=1e-3)
    total = 0.0
    for n in range(min(120, table.high)):
        total += exp(n * log(mean) - mean) / factorial(n)
        assert share(table, n) == pytest.approx(total, abs=HALF_STEP)


def test_poisson_of_nothing_is_nothing() -> None:
    table = luck.poisson(0.0)
    assert (table.low, table.high, table.mean) == (0, 0, 0)
    assert table.draw(np.array([0, ONE - 1])).tolist() == [0, 0]


def test_large_poisson_keeps_its_mean() -> None:
    table = luck.poisson(100_000.0)
    assert table.mean == pytest.approx(100_000, rel=1e-6)
    assert spread(table) == pytest.approx(sqrt(100_000), rel=1e-3)


@pytest.mark.parametrize("mean", [1.0, 1.5, 4.0, 60.0])
def test_geometric(mean: float) -> None:
    table = luck.geometric(mean)
    is_sound(table)
    is_drawn(table)
    found, variance = moments(table)
    assert float(found) == pytest.approx(mean, rel=1e-4)
    assert float(variance) == pytest.approx(mean * (mean - 1), rel=1e-3, abs=1e-9)
    assert table.low == 1
    for n in range(1, 40):
        assert share(table, n) == pytest.approx(1 - (1 - 1 / mean) ** n, abs=HALF_STEP)


def test_geometric_lasts_at_least_one() -> None:
    assert luck.geometric(0.2).draw(np.array([0, ONE - 1])).tolist() == [1, 1]


@pytest.mark.parametrize(("mean", "sd"), [(20.0, 3.0), (100.0, 20.0), (8.5, 1.2), (5000.0, 900.0)])
def test_normal_well_above_zero(mean: float, sd: float) -> None:
    table = luck.normal(mean, sd)
    is_sound(table)
    is_drawn(table)
    found, variance = moments(table)
    assert float(found) == pytest.approx(mean, rel=1e-4)
    # Sheppard: rounding to whole numbers adds 1/12 to the variance.
    assert float(variance) == pytest.approx(sd**2 + 1 / 12, rel=2e-3)
    for z in (-3, -2, -1, 0, 1, 2, 3, 4):
        n = round(mean + z * sd)
        expected = erfc(-(n + 0.5 - mean) / sd / sqrt(2)) / 2
        assert share(table, n) == pytest.approx(expected, abs=1e-4 / sd + 5e-5)


@pytest.mark.parametrize(("mean", "sd"), [(1.0, 5.0), (4.0, 4.0), (0.3, 0.6), (10.3, 0.1), (2.5, 0.01), (7.25, 0.0)])
def test_normal_cut_at_zero_keeps_its_mean(mean: float, sd: float) -> None:
    table = luck.normal(mean, sd)
    is_sound(table)
    is_drawn(table)
    assert table.low >= 0
    assert table.mean == pytest.approx(mean, rel=1e-4, abs=1e-5)


def test_normal_of_nothing_is_nothing() -> None:
    assert (luck.normal(0.0, 3.0).low, luck.normal(0.0, 3.0).high) == (0, 0)


@pytest.mark.parametrize(
    ("mean", "cv"), [(20.0, 0.1), (20.0, 0.5), (60.0, 1.0), (500.0, 0.3), (300.0, 2.0), (40.0, 0.015)]
)
def test_gamma_well_above_its_low_end(mean: float, cv: float) -> None:
    table = luck.gamma(mean, cv, low=1)
    is_sound(table)
    is_drawn(table)
    found, variance = moments(table)
    assert float(found) == pytest.approx(mean, rel=1e-3)
    assert float(variance) == pytest.approx((mean * cv) ** 2 + 1 / 12, rel=0.02)


@pytest.mark.parametrize("shape", [1, 2, 4, 25])
def test_gamma_of_whole_shape_is_a_sum_of_exponentials(shape: int) -> None:
    """Erlang: P(X > x) = e^-z * (1 + z + ... + z^(shape - 1) / (shape - 1)!), z = x * shape / mean."""
    mean = 90.0
    table = luck.gamma(mean, 1 / sqrt(shape), low=1)
    for n in (5, 20, 45, 90, 150, 300, 700):
        z = (n + 0.5) * shape / mean
        tail = exp(-z) * sum(z**k / factorial(k) for k in range(shape))
        assert 1 - share(table, n) == pytest.approx(tail, abs=2e-4)


def test_gamma_with_half_a_degree_is_a_squared_normal() -> None:
    """Shape 1/2: P(X > x) = erfc(sqrt(z))."""
    table = luck.gamma(200.0, sqrt(2), low=0)
    for n in (1, 10, 50, 200, 800, 2500):
        assert 1 - share(table, n) == pytest.approx(erfc(sqrt((n + 0.5) / 2 / 200.0)), abs=2e-3)


@pytest.mark.parametrize(("mean", "cv"), [(1.2, 1.0), (2.0, 0.1), (2.0, 1.0), (3.0, 2.0), (4.0, 0.5), (1.01, 0.3)])
def test_gamma_near_its_low_end_keeps_its_mean(mean: float, cv: float) -> None:
    table = luck.gamma(mean, cv, low=1)
    is_sound(table)
    is_drawn(table)
    assert table.low >= 1
    assert table.mean == pytest.approx(mean, rel=1e-4)


@pytest.mark.parametrize("shape", [0.25, 0.7, 1.0, 4.0, 38.5, 39.0, 400.0, 2500.0])
def test_logarithm_of_a_factorial(shape: float) -> None:
    assert float(luck._log_factorial(shape)) == pytest.approx(lgamma(shape + 1), rel=1e-13, abs=1e-14)


def test_gamma_cannot_be_below_its_low_end() -> None:
    table = luck.gamma(0.5, 1.0, low=1)
    assert (table.low, table.high) == (1, 1)


@settings(max_examples=60, deadline=None)
@given(st.floats(1.0, 400.0), st.floats(0.0, 2.0))
def test_any_lead_time_keeps_its_mean(mean: float, cv: float) -> None:
    table = luck.gamma(mean, cv, low=1)
    assert table.low >= 1
    assert table.mean == pytest.approx(mean, rel=1e-3)


@settings(max_examples=60, deadline=None)
@given(st.floats(0.05, 3000.0), st.floats(0.0, 2.0))
def test_any_normal_keeps_its_mean(mean: float, ratio: float) -> None:
    table = luck.normal(mean, mean * ratio)
    assert table.low >= 0
    assert table.mean == pytest.approx(mean, rel=1e-3, abs=1e-4)


def test_more_bits_never_give_less() -> None:
    bits = np.sort(luck.cut(luck.words("test", 2, "sorted", 5000), luck.FIRST))
    for table in (luck.poisson(3.0), luck.gamma(5.0, 0.7, 1), luck.normal(9.0, 4.0), luck.geometric(3.0)):
        assert (np.diff(table.draw(bits)) >= 0).all()


def test_draws_keep_their_shape() -> None:
    assert luck.poisson(3.0).draw(np.zeros((4, 5), dtype=np.int64)).shape == (4, 5)


def test_the_steps_of_a_table_by_hand() -> None:
    """A geometric of mean 2 halves at each step."""
    table = luck.geometric(2.0)
    assert table.steps[:4].tolist() == [ONE // 2, ONE * 3 // 4, ONE * 7 // 8, ONE * 15 // 16]
    assert table.weights[:3] == [ONE // 2, ONE // 4, ONE // 8]


def test_between_two_whole_numbers() -> None:
    assert luck.between(2.25).weights == [ONE * 3 // 4, ONE // 4]
    assert luck.between(3.0).weights == [ONE]
    assert luck.between(3.0).low == 3
