"""Seasons, trends and promotions: factors on another pattern's quantities, by hand (rule D2)."""

import datetime
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from game.demand.base import Figures
from tests.demand.test_patterns import MONDAY, bits, daily, figures, span

TEN = {"pattern": "constant", "units": 10}
POISSON = {"pattern": "poisson", "mean": 20}


def shaped(pattern: str, base: dict[str, Any], **values: Any) -> Figures:
    return figures(pattern, base=base, **values)


def test_a_weekday_profile() -> None:
    """Monday to Sunday."""
    found = shaped("seasonal", TEN, weekday=(0.5, 1.0, 1.0, 1.0, 1.5, 2.0, 0.0))
    assert daily(found, 8) == [5, 10, 10, 10, 15, 20, 0, 5]
    assert found.average(span(7)) == 10


def test_factors_lose_no_unit() -> None:
    """10 * 0.25 = 2.5 a day: running totals 2, 5, 7, 10."""
    assert daily(shaped("seasonal", TEN, weekday=(0.25,) * 7), 4) == [2, 3, 2, 3]


def test_weekday_times_month() -> None:
    """From Saturday 30 May on: Saturdays and Sundays twice, June one half more."""
    found = shaped("seasonal", TEN, weekday=(1.0,) * 5 + (2.0,) * 2, month=(1.0,) * 5 + (1.5,) + (1.0,) * 6)
    assert daily(found, 4, datetime.date(2026, 5, 30)) == [20, 20, 15, 15]


def test_trend() -> None:
    """From 1 on day 2 to 3 on day 6: half a base a day."""
    found = shaped("trend", TEN, factor=3.0, to=6, **{"from": 2})
    assert daily(found, 8) == [10, 10, 15, 20, 25, 30, 30, 30]
    assert found.average(span(8)) == Fraction(170, 8)


def test_promotion_and_dip() -> None:
    """Days 2 and 3 doubled, then two days of a half; the second, on day 5, takes the place of a dip day."""
    found = shaped("promotion", TEN, at=({"day": 2, "days": 2}, {"day": 5, "days": 1}), uplift=2.0, dip=0.5, dip_days=2)
    assert daily(found, 9) == [10, 20, 20, 5, 20, 5, 5, 10, 10]


def test_shapes_of_shapes() -> None:
    """A season on a trend: 10, 15, 20 times 1, 2, 1."""
    trend = {"pattern": "trend", "factor": 2.0, "to": 3, "base": TEN}
    found = shaped("seasonal", trend, weekday=(1.0, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0))
    assert daily(found, 3) == [10, 30, 20]


def test_draws_are_those_of_the_base() -> None:
    """Doubled, each day is exactly twice the base's."""
    plain, twice = figures("poisson", mean=20), shaped("seasonal", POISSON, weekday=(2.0,) * 7)
    drawn = bits(30, 5)
    assert (twice.daily(span(30), drawn) == 2 * plain.daily(span(30), drawn)).all()


def test_the_mean_holds() -> None:
    found = shaped("seasonal", POISSON, weekday=(0.3,) * 7)
    drawn = found.daily(span(50), bits(50, 400))
    assert drawn.min() >= 0
    assert drawn.mean() == pytest.approx(6, abs=4 * 0.3 * np.sqrt(20 / 20_000))
    assert found.average(span(50)) == 6


def test_weekdays_of_the_base_count_in_the_mean() -> None:
    base = {"pattern": "poisson", "mean": 7, "weekdays": ["sat"]}
    assert shaped("seasonal", base, weekday=(1.0,) * 5 + (2.0, 1.0)).average(span(7)) == 2


def test_periods_of_a_day_share_its_factor() -> None:
    """10 a day as 5 and 5, at 0.5: running totals 2, 5, 7, 10."""
    halves = shaped("seasonal", TEN, weekday=(0.5,) * 7)
    shares = (Fraction(1, 2), Fraction(1))
    assert halves.periods(span(2), np.zeros((4, 1), dtype=np.int64), shares)[:, 0].tolist() == [2, 3, 2, 3]


def test_luck_is_that_of_the_base() -> None:
    base = {"pattern": "history", "file": "data/b.csv", "item": "bread"}
    assert shaped("trend", base, factor=2.0, to=9).luck == "data/b.csv"


def test_problems() -> None:
    backwards = shaped("trend", TEN, factor=2.0, to=3, **{"from": 3}).problem(span(7, MONDAY))
    assert backwards is not None
    assert (backwards[0], backwards[1].key) == ("to", "pattern.problem.trend")
    base = {"pattern": "history", "file": "data/no.csv", "item": "bread"}
    inner = shaped("seasonal", base).problem(span(7, MONDAY))
    assert inner is not None
    assert (inner[0], inner[1].key) == ("base", "pattern.problem.file")
    assert shaped("seasonal", TEN).problem(span(7, MONDAY)) is None
