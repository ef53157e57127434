"""Shaped demand on the real tape against rule D2, worked out from the base pattern's own days."""

import datetime
import itertools
from collections.abc import Callable
from fractions import Fraction

import pytest

from game import tape
from game.plant.build import build
from tests.oracle.hand import level, offer, stream
from tests.oracle.level_chance import Table
from tests.oracle.levels import pack_of

DAYS = 60
BASES: list[Table] = [
    {"pattern": "gamma", "mean": 7.5, "cv": 0.8},
    {"pattern": "compound", "rate": 2, "sizes": [1, 5], "weights": [3, 1]},
    {"pattern": "intermittent", "chance": 0.3, "mean": 9, "cv": 0.5},
]
WEEKDAYS, MONTHS = [1, 0.35, 2, 1, 1.4, 0, 3], [1, 1, 1.25, 0.333, *[1] * 8]


def _days(demand: Table) -> list[int]:
    """Units of each day from Monday, 2 March 2026, on."""
    calendar = {"start": "2026-03-02", "turns": 1, "days_per_turn": DAYS, "run_out_days": 0}
    item = {"id": "a", "loop": {"policy": "manual"}, "offer": [offer()]}
    pack = pack_of(level([item], calendar=calendar, stream=[stream("a", demand=demand)]))
    return [int(units) for units in tape.make(build(pack), [7]).demand[0, :, 0]]


def _exact(number: float) -> Fraction:
    return Fraction(str(number))


def _seasonal(day: int) -> Fraction:
    date = datetime.date(2026, 3, 2) + datetime.timedelta(day - 1)
    return _exact(WEEKDAYS[date.weekday()]) * _exact(MONTHS[date.month - 1])


def _trend(day: int) -> Fraction:
    """1 up to day 10, 2.2 from day 41 on."""
    if day <= 10:
        return Fraction(1)
    return _exact(2.2) if day >= 41 else 1 + _exact(1.2) * (day - 10) / 31


def _promotion(day: int) -> Fraction:
    """Days 5 to 7 and 10 to 12; after each four slow days, the first two of which the second promotion takes."""
    if day in (5, 6, 7, 10, 11, 12):
        return _exact(1.75)
    return _exact(0.4) if day in (8, 9, 13, 14, 15, 16) else Fraction(1)


ACTIONS = [{"day": 5, "days": 3}, {"day": 10, "days": 3}]
SHAPES: list[tuple[Table, Callable[[int], Fraction]]] = [
    ({"pattern": "seasonal", "weekday": WEEKDAYS, "month": MONTHS}, _seasonal),
    ({"pattern": "trend", "from": 10, "to": 41, "factor": 2.2}, _trend),
    ({"pattern": "promotion", "at": ACTIONS, "uplift": 1.75, "dip": 0.4, "dip_days": 4}, _promotion),
]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("shape", range(len(SHAPES)))
def test_shaped_days_are_differences_of_running_totals(base: Table, shape: int) -> None:
    keys, factor = SHAPES[shape]
    plain, shaped = _days(base), _days({**keys, "base": base})
    totals, total = [0], 0
    for day, units in enumerate(plain, 1):
        total += units * int(factor(day) * 10**6 + Fraction(1, 2))
        totals.append(total // 10**6)
    assert shaped == [after - before for before, after in itertools.pairwise(totals)]
    assert sum(plain) > 0


def test_shapes_lie_on_each_other() -> None:
    # A promotion on a trend: the factors multiply day by day, each rounded down in its own running total.
    base = {"pattern": "constant", "units": 1_000}
    trend = {"pattern": "trend", "from": 1, "to": 3, "factor": 2, "base": base}
    shaped = _days({"pattern": "promotion", "at": [{"day": 2, "days": 1}], "uplift": 3, "base": trend})
    assert shaped[:4] == [1_000, 4_500, 2_000, 2_000]
