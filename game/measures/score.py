"""Stars and points: goals against their measures (model, section 12).

Stars of a goal = bounds met; stars of a run = the lowest over its goals, none after insolvency. Points of a
goal run on straight lines from 0 at `fail` through 50, 75 and 100 at the bounds. The score
is their weighted mean.
"""

from dataclasses import dataclass

import numpy as np

from game.history import History
from game.level import Goal
from game.measures.base import Measure
from game.measures.registry import MEASURES
from game.measures.window import Array

POINTS = (0.0, 50.0, 75.0, 100.0)


@dataclass(frozen=True)
class Marks:
    """A goal's `fail` and bounds in the measure's unit (money in minor units); `rising`: more is better."""

    fail: float
    bounds: tuple[float, float, float]

    @property
    def rising(self) -> bool:
        """Whether more is better, as the bounds have it."""
        return self.bounds[2] > self.fail


@dataclass(frozen=True, eq=False)
class GoalScore:
    """A goal's figure, stars 0 to 3 and points 0 to 100, each `[replication]`."""

    goal: Goal
    measure: Measure
    marks: Marks
    value: Array
    stars: Array
    points: Array


@dataclass(frozen=True, eq=False)
class Score:
    """All goals, and the run's stars 0 to 3 (int64) and score 0 to 100, each `[replication]`."""

    goals: tuple[GoalScore, ...]
    stars: Array
    score: Array


def score(history: History) -> Score:
    """Stars and score of a history, run-out included; without goals no stars and no points."""
    goals = tuple(_goal(history, goal) for goal in history.plant.level.goal)
    if not goals:
        nothing = np.zeros(history.replications)
        return Score((), nothing.astype(np.int64), nothing)
    solvent = history.closing("insolvent")[0] == 0
    stars = np.minimum.reduce([goal.stars for goal in goals])
    weight = sum(goal.goal.weight for goal in goals)
    points = np.asarray(sum(goal.points * goal.goal.weight for goal in goals)) / weight
    return Score(goals, np.where(solvent, stars, 0), points)


def marks(goal: Goal) -> Marks:
    """The marks of a goal in its measure's unit."""
    fail, low, middle, high = (in_unit(goal, place) for place in (goal.fail, *goal.bounds))
    return Marks(fail, (low, middle, high))


def in_unit(goal: Goal, value: float) -> float:
    """A value of the level file in the unit of the goal's measure: money in minor units."""
    return round(value * 100) if MEASURES[goal.measure].kind == "money" else value


def stars_of(found: Marks, value: Array) -> Array:
    """Bounds met; none by an undefined figure."""
    sign = 1 if found.rising else -1
    met = [sign * value >= sign * bound for bound in found.bounds]
    return np.asarray(sum(row.astype(np.int64) for row in met))


def points_of(found: Marks, value: Array) -> Array:
    """Points on the line through the marks, 0 for an undefined figure."""
    sign = 1 if found.rising else -1
    places = [sign * place for place in (found.fail, *found.bounds)]
    points = np.zeros_like(value)
    for low, high, start, end in zip(places, places[1:], POINTS, POINTS[1:], strict=False):
        points += (end - start) * _way(sign * value, low, high)
    return points


def _way(value: Array, low: float, high: float) -> Array:
    share = (value - low) / (high - low) if high > low else value >= high
    return np.nan_to_num(np.clip(share, 0.0, 1.0), nan=0.0)


def _goal(history: History, goal: Goal) -> GoalScore:
    measure = MEASURES[goal.measure]
    item = None if goal.item is None else history.plant.item_index(goal.item)
    value = measure.value(history, item)
    found = marks(goal)
    return GoalScore(goal, measure, found, value, stars_of(found, value), points_of(found, value))
