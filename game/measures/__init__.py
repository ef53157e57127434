"""Figures with names, and the score.

`MEASURES["fill_rate"].value(history)` is a figure for every replication, `explain(...)` the sentence of how it
came about, `score(history)` the stars. All read sums, so that a history of sums gives the same figures.
"""

from game.measures.base import Kind, Measure, Parts, Ratio, Term
from game.measures.closing import daily_demand
from game.measures.explain import explain
from game.measures.registry import MEASURES
from game.measures.score import GoalScore, Marks, Score, in_unit, marks, score
from game.measures.window import Window

__all__ = [
    "MEASURES",
    "GoalScore",
    "Kind",
    "Marks",
    "Measure",
    "Parts",
    "Ratio",
    "Score",
    "Term",
    "Window",
    "daily_demand",
    "explain",
    "in_unit",
    "marks",
    "score",
]
