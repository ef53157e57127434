"""Means and shares with their intervals, against textbook values."""

from math import isnan, nan

import pytest

from game.coach.figures import Interval, mean, share, spread


def test_a_mean_and_its_interval() -> None:
    """1, 2, 3, 4: mean 2.5, standard deviation sqrt(5/3), standard error half of it; 1.96 of these."""
    found = mean([1, 2, 3, 4])
    assert found.middle == 2.5
    assert found.high - found.middle == pytest.approx(1.959964 * (5 / 3) ** 0.5 / 2)
    assert found.middle - found.low == pytest.approx(found.high - found.middle)


def test_undefined_figures_are_left_out() -> None:
    assert mean([nan, 3.0]) == Interval(3.0, 3.0, 3.0)
    assert isnan(mean([]).middle)


def test_wilson_s_interval() -> None:
    """8 of 10: 0.490 to 0.943 (Newcombe 1998, method 3); none of 20: 0 to 0.1611."""
    found = share(8, 10)
    assert (found.middle, found.low, found.high) == pytest.approx((0.8, 0.4902, 0.9433), abs=5e-5)
    assert share(0, 20).low == pytest.approx(0.0, abs=1e-12)
    assert share(0, 20).high == pytest.approx(0.1611, abs=5e-5)


def test_the_spread_of_one_value_is_nothing() -> None:
    assert spread([7.0]) == 0.0
    assert spread([1.0, 3.0]) == pytest.approx(2**0.5)
