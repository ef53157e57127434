"""Stars and points (model, section 12)."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.level import Goal
from game.measures import Marks, marks, score
from game.measures.score import points_of, stars_of
from tests.hand import Pen, plant

RISING = Marks(0.80, (0.90, 0.94, 0.98))
FALLING = Marks(40.0, (30.0, 20.0, 10.0))


def goal(measure: str, fail: float, *bounds: float, **more: Any) -> dict[str, Any]:
    return {"measure": measure, "fail": fail, "bounds": list(bounds), **more}


@pytest.mark.parametrize(
    ("found", "value", "stars", "points"),
    [
        (RISING, 0.50, 0, 0),
        (RISING, 0.80, 0, 0),
        (RISING, 0.85, 0, 25),  # half way from fail to the first bound
        (RISING, 0.90, 1, 50),
        (RISING, 0.92, 1, 62.5),
        (RISING, 0.94, 2, 75),
        (RISING, 0.97, 2, 93.75),  # three quarters of the last 25
        (RISING, 0.98, 3, 100),
        (RISING, 1.00, 3, 100),
        (FALLING, 45.0, 0, 0),
        (FALLING, 35.0, 0, 25),
        (FALLING, 30.0, 1, 50),
        (FALLING, 12.0, 2, 95),
        (FALLING, 10.0, 3, 100),
        (FALLING, 0.0, 3, 100),
        (RISING, float("nan"), 0, 0),
        (FALLING, float("nan"), 0, 0),
    ],
)
def test_stars_and_points_of_a_goal(found: Marks, value: float, stars: int, points: float) -> None:
    figure = np.array([value])
    assert stars_of(found, figure)[0] == stars
    assert points_of(found, figure)[0] == pytest.approx(points)


@given(st.lists(st.integers(-1000, 1000), min_size=4, max_size=4), st.integers(-1100, 1100), st.booleans())
def test_points_rise_with_the_figure_and_reach_50_75_100_with_the_stars(places, value, rising) -> None:
    fail, *bounds = sorted(places, reverse=not rising)
    if bounds[-1] == fail:
        return
    found = Marks(fail, tuple(bounds))
    better = value + (1 if rising else -1)
    (low, high), stars = points_of(found, np.array([value, better], dtype=float)), stars_of(found, np.array([value]))
    assert low <= high + 1e-9
    assert (low >= (0, 50, 75, 100)[stars[0]] - 1e-9) and (stars[0] == 3 or low < (50, 75, 100)[stars[0]] + 1e-9)


def played(*goals: dict[str, Any], insolvent: int = 0) -> Pen:
    """A turn in which 93 of 100 frames were filled at once, 1,000 units of stock lie, cash is 12.50."""
    pen = Pen(plant(goal=list(goals)), {"cash": 1250, "raw": 100_000})
    return pen.period(flows={"demand": 100, "filled_at_once": 93}, insolvent=insolvent).turn()


FILL = goal("fill_rate", 0.83, 0.93, 0.95, 0.99, weight=3.0)  # one star, 50 points
CASH = goal("cash", 0.0, 5.0, 10.0, 12.5)  # three stars, 100 points


def test_the_run_has_the_lowest_stars_and_the_weighted_mean_of_points() -> None:
    found = score(played(FILL, CASH).history)
    assert [int(one.stars[0]) for one in found.goals] == [1, 3]
    assert found.stars[0] == 1
    assert found.score[0] == pytest.approx((3 * 50 + 1 * 100) / 4)


def test_insolvency_takes_the_stars_and_not_the_points() -> None:
    found = score(played(CASH, insolvent=1).history)
    assert found.stars[0] == 0
    assert found.score[0] == 100


def test_money_goals_are_written_in_currency_and_measured_in_cents() -> None:
    found = marks(Goal(measure="stock_at_cost", fail=1.15, bounds=(1.1, 0.57, 0.29)))
    assert found == Marks(115, (110, 57, 29))
    assert not found.rising


def test_a_goal_for_one_item_looks_at_that_item() -> None:
    pen = played(goal("fill_rate", 0.0, 0.5, 0.9, 1.0, item="tube"), goal("fill_rate", 0.0, 0.5, 0.9, 1.0))
    tube, plant_wide = score(pen.history).goals
    assert np.isnan(tube.value[0])
    assert tube.stars[0] == 0
    assert plant_wide.stars[0] == 2


def test_a_level_without_goals_has_no_stars() -> None:
    found = score(played().history)
    assert (found.goals, int(found.stars[0]), float(found.score[0])) == ((), 0, 0.0)
