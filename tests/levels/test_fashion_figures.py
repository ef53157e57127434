"""Figures in the texts of Last season, and the right answer of its prediction."""

import numpy as np
import pytest

from game.level import Level
from tests.levels.plans import SPRING, SUMMER
from tests.levels.reading import said
from tests.levels.test_factory_figures import more, paid, tried
from tests.levels.test_figures import right
from tests.levels.trials import load

LEVEL = "last-season"


@pytest.fixture
def level() -> Level:
    return load(LEVEL).level


def units(player: str, name: str) -> float:
    """Median of a flow over all items or streams."""
    found = tried(LEVEL)
    return float(np.median(found.history.total_flow(name)[:, found.columns(player)].sum(axis=0)))


def test_terms(level: Level) -> None:
    assert [item.id for item in level.item] == [*SPRING, *SUMMER]
    for item in level.item:
        near, far = item.offer
        assert (near.price, far.price) == (17.5, 14)
        assert near.departures.weekdays == ("tue", "fri")
        assert far.departures.every_days == 14
        assert (near.lead_time_days.mean, far.lead_time_days.mean) == (5, 42)  # type: ignore[union-attr]
    assert {event.extras["share"] for event in level.disruption if event.kind == "obsolescence"} == {0.75}
    said(
        level,
        "€ 14.00 a piece",
        "€ 17.50",
        "six weeks by sea",
        "a ship leaves every two weeks",
        "three quarters of its value",
    )


def test_nobody_knows_which_style(level: Level) -> None:
    found = tried(LEVEL)
    asked = found.history.total_flow("demand")[:, found.columns("do_nothing")]
    assert np.median(asked.max(axis=0) / asked.min(axis=0)) == pytest.approx(1.9, abs=0.2)
    assert units("do_nothing", "demand") == pytest.approx(5_000, rel=0.1)
    assert 5_000 * 3.50 == 17_500
    said(level, "nearly a factor of two", "on 5,000 pieces € 17,500")


def test_the_cheap_order_is_the_larger_bill(level: Level) -> None:
    assert units("tempting", "received") - units("taught", "received") == pytest.approx(1_400, rel=0.1)
    assert paid(LEVEL, "tempting", "purchase") > paid(LEVEL, "taught", "purchase")
    assert 1 - tried(LEVEL).median("tempting", "fill_rate") == pytest.approx(1 / 7, abs=0.035)
    assert paid(LEVEL, "tempting", "obsolete_raw") == pytest.approx(18_000, rel=0.04)
    said(level, "about 1,400 pieces more", "every seventh customer", "writes down € 18,000")


def test_prediction(level: Level) -> None:
    assert right(level.predict[0]) == "Less than nothing."
    assert more(LEVEL, "taught", "tempting", "profit") > 15_000
    said(level, "more than € 15,000 more", "more than € 15,000 in half a year")


def test_what_the_other_ways_cost(level: Level) -> None:
    assert paid(LEVEL, "taught", "obsolete_raw") == pytest.approx(1_000, rel=0.1)
    assert more(LEVEL, "taught", "near, full rails", "profit") == pytest.approx(20_000, rel=0.05)
    assert paid(LEVEL, "near, all year", "obsolete_raw") == pytest.approx(10_000, rel=0.05)
    assert 1 - tried(LEVEL).median("lean and far", "fill_rate") == pytest.approx(3 / 5, abs=0.03)
    assert more(LEVEL, "taught", "half", "profit") == pytest.approx(9_000, rel=0.1)
    assert np.median(tried(LEVEL).stars("four fifths")) >= 2
    said(
        level, "€ 1,000 of write-downs", "costs about € 20,000", "write down about € 10,000", "three customers of five"
    )
    said(level, "about € 9,000 less than all near")
