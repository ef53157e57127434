"""Quantities of each pattern against hand arithmetic; means over draws against the figures."""

import datetime
from fractions import Fraction
from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import luck
from game.demand import PATTERNS, Span
from game.demand.base import Figures, whole

MONDAY = datetime.date(2026, 3, 2)
THREE_WEEKS = "date,item,units\n" + "\n".join(
    f"{datetime.date(2025, 6, 2) + datetime.timedelta(day)},bread,{100 * (day // 7 + 1) + day % 7}"
    for day in range(21)
    if day % 7 != 6
)
"""Bread sold from Monday 2 June 2025 on: 100 to 105, 200 to 205, 300 to 305; closed on Sundays."""
WEEKS = [[100 * week + day for day in range(6)] + [0] for week in (1, 2, 3)]


def figures(pattern: str, **values: Any) -> Figures:
    return PATTERNS[pattern].params.model_validate(values)


def history(**values: Any) -> Figures:
    return figures("history", file="data/b.csv", item="bread", **values)


def span(days: int, start: datetime.date = MONDAY) -> Span:
    return Span(start, days, {"data/b.csv": THREE_WEEKS})


def bits(days: int, seeds: int = 1) -> np.ndarray:
    return luck.cut(luck.block("test", range(seeds), "demand", days), luck.FIRST)


def daily(found: Figures, days: int, start: datetime.date = MONDAY) -> list[int]:
    return found.daily(span(days, start), bits(days))[:, 0].tolist()


def test_constant() -> None:
    assert daily(figures("constant", units=7), 3) == [7, 7, 7]


def test_constant_of_a_half_takes_turns() -> None:
    assert daily(figures("constant", units=12.5), 4) == [12, 13, 12, 13]
    assert daily(figures("constant", units=0.1), 20) == ([0] * 9 + [1]) * 2


def test_constant_on_some_weekdays() -> None:
    found = figures("constant", units=1.5, weekdays=("mon", "wed"))
    assert daily(found, 9) == [1, 0, 2, 0, 0, 0, 0, 1, 0]
    assert found.average(span(9)) == Fraction(3, 2) * 3 / 9


def test_weekdays_follow_the_calendar() -> None:
    """The level starts on a Saturday."""
    found = figures("constant", units=2, weekdays=("mon", "sun"))
    assert daily(found, 9, datetime.date(2026, 3, 7)) == [0, 2, 2, 0, 0, 0, 0, 0, 2]


def test_step() -> None:
    found = figures("step", units=4, then=8, day=3)
    assert daily(found, 5) == [4, 4, 8, 8, 8]
    assert found.average(span(5)) == Fraction(32, 5)


def test_step_on_some_weekdays() -> None:
    found = figures("step", units=4, then=8.5, day=8, weekdays=("tue",))
    assert daily(found, 23) == [0, 4, *[0] * 6, 8, *[0] * 6, 9, *[0] * 5, 0, 8][:23]


@given(st.lists(st.fractions(0, 1000, max_denominator=1000), max_size=30))
def test_whole_loses_nothing(amounts: list[Fraction]) -> None:
    found = whole(amounts).tolist()
    assert sum(found) == int(sum(amounts))
    for amount, units in zip(amounts, found, strict=True):
        assert abs(units - amount) < 1


@pytest.mark.parametrize(
    ("found", "mean", "sd"),
    [
        (figures("poisson", mean=9.3), 9.3, sqrt(9.3)),
        (figures("poisson", mean=0.2), 0.2, sqrt(0.2)),
        (figures("normal", mean=40, sd=6), 40, sqrt(36 + 1 / 12)),
    ],
)
def test_drawn_patterns_have_their_moments(found: Figures, mean: float, sd: float) -> None:
    drawn = found.daily(span(50), bits(50, seeds=400))
    assert drawn.shape == (50, 400)
    assert drawn.dtype == np.int64
    assert drawn.mean() == pytest.approx(mean, abs=4.5 * sd / sqrt(20_000))
    assert drawn.std() == pytest.approx(sd, rel=0.03)
    assert float(found.average(span(50))) == pytest.approx(mean)


@pytest.mark.parametrize("pattern", ["poisson", "normal"])
def test_drawn_patterns_rest_on_other_weekdays(pattern: str) -> None:
    extra = {"sd": 3.0} if pattern == "normal" else {}
    all_week = figures(pattern, mean=20, **extra)
    found = figures(pattern, mean=20, weekdays=("mon", "tue", "wed", "thu", "fri"), **extra)
    drawn, usual = (one.daily(span(14), bits(14, 3)) for one in (found, all_week))
    assert not drawn[[5, 6, 12, 13]].any()
    assert (drawn[:5] == usual[:5]).all(), "a day off moves no other draw"
    assert found.average(span(14)) == Fraction(20 * 10, 14)


def test_normal_never_below_zero() -> None:
    drawn = figures("normal", mean=5, sd=10).daily(span(50), bits(50, 200))
    assert drawn.min() == 0
    assert drawn.mean() == pytest.approx(5, abs=0.4)


def test_replay_is_the_file_day_by_day_and_wraps() -> None:
    assert daily(history(mode="replay"), 24) == [*WEEKS[0], *WEEKS[1], *WEEKS[2], *WEEKS[0][:3]]


def test_replay_from_a_date() -> None:
    found = history(mode="replay", **{"from": datetime.date(2025, 6, 9)})
    assert daily(found, 16) == [*WEEKS[1], *WEEKS[2], *WEEKS[1][:2]]


def test_replay_keeps_weekdays_when_the_level_starts_on_another() -> None:
    wednesday = MONDAY + datetime.timedelta(2)
    assert daily(history(mode="replay"), 7, wednesday) == [102, 103, 104, 105, 0, 200, 201]


def test_replay_to_a_date_uses_whole_weeks() -> None:
    found = history(mode="replay", to=datetime.date(2025, 6, 17))
    assert daily(found, 15) == [*WEEKS[0], *WEEKS[1], WEEKS[0][0]]


def test_days_beyond_the_file_are_left_out() -> None:
    wide = history(mode="replay", **{"from": datetime.date(1900, 1, 1), "to": datetime.date(2199, 12, 31)})
    assert daily(wide, 24) == daily(history(mode="replay"), 24)


def test_resample_draws_whole_weeks() -> None:
    drawn = history().daily(span(7 * 60), bits(7 * 60, 2))
    for r in range(2):
        weeks = drawn[:, r].reshape(60, 7).tolist()
        assert all(week in WEEKS for week in weeks)
        assert {week[0] for week in weeks} == {100, 200, 300}
    assert drawn[:, 0].tolist() != drawn[:, 1].tolist()


def test_resample_ends_within_a_week() -> None:
    whole_weeks = history().daily(span(14), bits(14))
    assert history().daily(span(10), bits(10)).tolist() == whole_weeks[:10].tolist()


def test_mean_of_histories() -> None:
    """A week sells 615, 1215 or 1815 units, and on its first two days 201, 401 or 601."""
    assert history().average(span(7)) == Fraction(615 + 1215 + 1815, 3 * 7)
    assert history().average(span(9)) == Fraction(615 + 1215 + 1815 + 201 + 401 + 601, 3 * 9)
    assert history(mode="replay").average(span(9)) == Fraction(615 + 200 + 201, 9)


def test_scale_keeps_the_total_and_closed_days() -> None:
    found = daily(history(mode="replay", scale=0.5), 21)
    assert found[6::7] == [0, 0, 0]
    assert sum(found) == (615 + 1215 + 1815) // 2
    assert found[:3] == [50, 50, 51]


@pytest.mark.parametrize(
    ("values", "key", "sentence"),
    [
        ({"file": "data/no.csv", "item": "bread"}, "file", "pattern.problem.file"),
        ({"file": "data/b.csv", "item": "cake"}, "item", "pattern.problem.item"),
        (
            {"file": "data/b.csv", "item": "bread", "from": datetime.date(2025, 6, 17)},
            "from",
            "pattern.problem.week",
        ),
        (
            {"file": "data/b.csv", "item": "bread", "to": datetime.date(2024, 6, 17)},
            "from",
            "pattern.problem.week",
        ),
        ({"file": "data/bad.csv", "item": "bread"}, "file", "pattern.problem.units"),
    ],
)
def test_problems_of_histories(values: dict[str, Any], key: str, sentence: str) -> None:
    data = {"data/b.csv": THREE_WEEKS, "data/bad.csv": "date,item,units\n2025-01-01,bread,many\n"}
    problem = figures("history", **values).problem(Span(MONDAY, 7, data))
    assert problem is not None
    assert (problem[0], problem[1].key) == (key, sentence)


def test_sound_figures_have_no_problem() -> None:
    assert history().problem(span(7)) is None
    assert figures("constant", units=1).problem(span(7)) is None
