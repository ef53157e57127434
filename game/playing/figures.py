"""Measures as the window shows them: figures, goals with their stars, the cash cycle."""

from dataclasses import replace
from math import isnan

from game.history import History
from game.level import Goal
from game.measures import MEASURES, GoalScore, in_unit, marks
from game.playing.views import Cycle, Figure, GoalView


def number(value: float) -> float | None:
    """A float, None where it is undefined."""
    return None if isnan(value) else float(value)


def figure(history: History, measure: str, item: str | None = None, turns: slice | None = None) -> Figure:
    """A measure's figure; None in place of a value that is not defined yet."""
    entry = MEASURES[measure]
    index = None if item is None else history.plant.item_index(item)
    value = number(entry.value(history, index, turns)[0])
    return Figure(measure, entry.kind, value)


def goal_view(score: GoalScore, played: bool) -> GoalView:
    """A goal against its figure."""
    return replace(
        open_goal(score.goal),
        figure=Figure(score.goal.measure, score.measure.kind, number(score.value[0]) if played else None),
        stars=int(score.stars[0]) if played else 0,
        points=float(score.points[0]) if played else 0.0,
    )


def open_goal(goal: Goal) -> GoalView:
    """A goal before anything was played."""
    found = marks(goal)
    kind = MEASURES[goal.measure].kind
    empty = Figure(goal.measure, kind, None)
    beside = tuple((one.text, in_unit(goal, one.value)) for one in goal.beside)
    return GoalView(empty, goal.item, found.fail, found.bounds, found.rising, goal.weight, 0, 0.0, beside)


def cycle(history: History) -> Cycle:
    """The cash conversion cycle over all turns so far."""
    names = ("days_of_stock", "days_of_receivables", "days_of_payables", "cash_cycle")
    return Cycle(*(figure(history, name).value for name in names))
