"""Patterns drawn from tables of counts, against closed forms and hand arithmetic."""

from fractions import Fraction
from math import exp, sqrt
from typing import Any

import numpy as np
import pytest

from game.demand import PATTERNS, counts
from game.demand.base import Drawn
from game.luck import BITS, Table
from tests.demand.test_patterns import MONDAY, bits, figures, span

BIT = 2.0**-BITS


def chances(table: Table) -> dict[int, float]:
    return {table.low + n: weight * BIT for n, weight in enumerate(table.weights)}


def drawn(pattern: str, **values: Any) -> Drawn:
    found = figures(pattern, **values)
    assert isinstance(found, Drawn)
    return found


@pytest.mark.parametrize(
    ("found", "mean", "sd"),
    [
        (drawn("gamma", mean=4.0, cv=0.5), 4, sqrt(2**2 + 1 / 12)),
        (drawn("gamma", mean=40.0, cv=1.0), 40, 40),
        (drawn("negative_binomial", mean=10.0, sd=6.0), 10, 6),
        (drawn("negative_binomial", mean=0.5, sd=1.5), 0.5, 1.5),
        (drawn("compound", rate=10.0, sizes=(1, 2, 3, 4), weights=(1, 2, 2, 1)), 25, sqrt(10 * 43 / 6)),
        (drawn("compound", rate=300.0, sizes=(1, 20)), 3150, sqrt(300 * 401 / 2)),
        (drawn("intermittent", chance=0.25, mean=6.0, cv=0.5), 1.5, sqrt(0.25 * (9 + 1 / 12) + 0.25 * 0.75 * 36)),
    ],
)
def test_tables_have_the_moments_of_the_closed_form(found: Drawn, mean: float, sd: float) -> None:
    """Rounding to whole units adds 1/12 to a variance; sum of N sizes: rate * E[size], rate * E[size squared]."""
    table = chances(found.table)
    assert sum(table.values()) == pytest.approx(1, abs=1e-12)
    assert sum(n * p for n, p in table.items()) == pytest.approx(mean, rel=3e-5)
    assert sqrt(sum((n - mean) ** 2 * p for n, p in table.items())) == pytest.approx(sd, rel=0.006)
    assert float(found.average(span(7))) == pytest.approx(mean)


def test_negative_binomial_of_two_and_a_half() -> None:
    """Mean 2, variance 4: r = 2 and p = 1/2, hence P(n) = (n + 1) / 2**(n + 2)."""
    table = chances(counts.negative_binomial(2.0, 2.0))
    for n in range(12):
        assert table[n] == pytest.approx((n + 1) / 2 ** (n + 2), abs=BIT)


def test_compound_by_hand() -> None:
    """One customer a day, 1 or 2 units: P(0) = 1/e, P(1) = 1/2e, P(2) = (1/2 + 1/8)/e, P(3) = (1/4 + 1/48)/e."""
    table = chances(counts.compound(1.0, (1, 2), (0.5, 0.5)))
    for n, times in enumerate((1, 1 / 2, 1 / 2 + 1 / 8, 1 / 4 + 1 / 48)):
        assert table[n] == pytest.approx(times * exp(-1), abs=BIT)


def test_customers_who_take_one_are_poisson() -> None:
    poisson = drawn("poisson", mean=7.0).table
    single = drawn("compound", rate=7.0, sizes=(1,)).table
    assert np.abs(poisson.steps - single.steps[: len(poisson.steps)]).max() <= 1


def test_intermittent_by_hand() -> None:
    """A quarter of the days has exactly 4 units."""
    assert chances(drawn("intermittent", chance=0.25, mean=4.0).table) == {0: 0.75, 1: 0, 2: 0, 3: 0, 4: 0.25}


def test_intermittent_asks_for_at_least_one() -> None:
    table = chances(drawn("intermittent", chance=0.5, mean=1.2, cv=1.0).table)
    assert table[0] == 0.5


def test_draws_follow_the_table_and_the_weekdays() -> None:
    found = figures("negative_binomial", mean=10.0, sd=5.0, weekdays=("mon", "sat"))
    units = found.daily(span(7), bits(7, 4000))
    assert not units[[1, 2, 3, 4, 6]].any()
    assert units[[0, 5]].mean() == pytest.approx(10, abs=4 * 5 / sqrt(8000))
    assert found.average(span(7)) == Fraction(20, 7)


def test_customers_of_a_period_are_drawn_for_themselves() -> None:
    """A quarter of 8 customers in the first period of a day, none in the second, three quarters in the third."""
    found = figures("compound", rate=8.0, sizes=(5,), weekdays=("mon",))
    drawn = found.periods(span(7), bits(21, 4000), (Fraction(1, 4), Fraction(1, 4), Fraction(1)))
    assert drawn.shape == (21, 4000)
    assert not drawn[3:].any()
    assert drawn[0].mean() == pytest.approx(10, abs=4 * 5 * sqrt(2 / 4000))
    assert drawn[0].std() == pytest.approx(5 * sqrt(2), rel=0.05)
    assert not drawn[1].any()
    assert drawn[2].mean() == pytest.approx(30, abs=4 * 5 * sqrt(6 / 4000))
    assert abs(np.corrcoef(drawn[0], drawn[2])[0, 1]) < 0.06


def test_other_patterns_split_the_day() -> None:
    """Rule 19: of 7 units two thirds are 4 (14 // 3), the rest 3."""
    found = figures("constant", units=7)
    assert found.periods(span(2), np.zeros((4, 1), dtype=np.int64), (Fraction(2, 3), Fraction(1)))[:, 0].tolist() == [
        4, 3, 4, 3,
    ]  # fmt: skip


def test_more_bits_never_give_fewer_units() -> None:
    rising = np.arange(0, 2**BITS, 2**12)
    for pattern, values in (
        ("negative_binomial", {"mean": 3.0, "sd": 4.0}),
        ("compound", {"rate": 2.0, "sizes": (3, 10)}),
        ("intermittent", {"chance": 0.3, "mean": 9.0, "cv": 1.0}),
    ):
        assert (np.diff(drawn(pattern, **values).table.draw(rising)) >= 0).all()


@pytest.mark.parametrize(
    ("pattern", "values", "key", "sentence"),
    [
        ("negative_binomial", {"mean": 9.0, "sd": 3.0}, "sd", "even"),
        ("compound", {"rate": 1.0, "sizes": (1, 2), "weights": (1.0,)}, "weights", "weights"),
        ("compound", {"rate": 1.0, "sizes": (1, 2), "weights": (0.0, 0.0)}, "weights", "no_weight"),
    ],
)
def test_problems(pattern: str, values: dict[str, Any], key: str, sentence: str) -> None:
    problem = PATTERNS[pattern].params.model_validate(values).problem(span(7, MONDAY))
    assert problem is not None
    assert (problem[0], problem[1].key) == (key, f"pattern.problem.{sentence}")
