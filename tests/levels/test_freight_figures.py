"""Figures in the texts of The milk run, and the right answer of its prediction."""

import numpy as np
import pytest

from game.level import Level
from tests.levels.reading import said
from tests.levels.test_factory_figures import more, paid, tried
from tests.levels.test_figures import right
from tests.levels.trials import load

LEVEL = "milk-run"


@pytest.fixture
def level() -> Level:
    return load(LEVEL).level


def test_as_found(level: Level) -> None:
    own = [item.offer[0] for item in level.item if item.offer]
    assert {(offer.cost_per_trip, offer.departures.every_days, offer.on_time, offer.late_by_days) for offer in own} == {
        (170, 14, 0.85, 2)
    }
    assert 1 - own[0].on_time == pytest.approx(1 / 7, abs=0.01)
    assert level.route[0].departures.every_days == 28
    assert paid(LEVEL, "do_nothing", "freight") == pytest.approx(10_300, rel=0.02)
    assert paid(LEVEL, "do_nothing", "storage") == pytest.approx(32_600, rel=0.02)
    said(
        level,
        "four trucks queue",
        "freight cost only € 10,300",
        "€ 32,600 of storage",
        "every four weeks",
        "one case of seven",
    )


def test_own_trucks_every_day(level: Level) -> None:
    saved = paid(LEVEL, "do_nothing", "storage") - paid(LEVEL, "tempting", "storage")
    freight = paid(LEVEL, "tempting", "freight") - paid(LEVEL, "do_nothing", "freight")
    assert (saved, freight) == (pytest.approx(21_900, rel=0.02), pytest.approx(66_600, rel=0.02))
    assert tried(LEVEL).median("tempting", "profit") == pytest.approx(-26_000, rel=0.03)
    said(level, "saves € 21,900 of that and costs € 66,600 more", "a loss of about € 26,000")


def test_prediction(level: Level) -> None:
    trips = 4 * 170 * level.calendar.turns * len(level.calendar.open_days)
    assert 80_000 < trips < 82_000
    assert right(level.predict[0]).startswith("It turns into a loss")
    assert (tried(LEVEL).values("tempting", "profit") < 0).all()
    assert paid(LEVEL, "tempting", "storage") / paid(LEVEL, "do_nothing", "storage") == pytest.approx(1 / 3, abs=0.02)
    said(
        level,
        "each of 120 working days",
        "more than € 80,000 of freight at worst",
        "All storage together costs € 33,000",
    )


def test_the_round_every_other_day(level: Level) -> None:
    assert paid(LEVEL, "taught", "freight") == pytest.approx(15_300, rel=0.02)
    assert paid(LEVEL, "taught", "storage") == pytest.approx(7_200, rel=0.02)
    assert paid(LEVEL, "taught", "freight") / paid(LEVEL, "do_nothing", "freight") == pytest.approx(1.5, abs=0.03)
    tours = paid(LEVEL, "taught", "freight") / level.route[0].cost_per_trip
    assert tours / (level.calendar.turns / 2) == pytest.approx(6, abs=0.1)
    assert more(LEVEL, "taught", "do_nothing", "profit") == pytest.approx(20_500, rel=0.02)
    said(
        level,
        "€ 15,300 of freight and € 7,200 of storage",
        "six times as often for half as much again",
        "about € 20,500 more",
    )


def test_how_full_the_round_is(level: Level) -> None:
    per_pushchair = sum(item.volume for item in level.item if item.offer)
    asked = level.stream[0].demand.extras["mean"]
    room = level.route[0].truck_capacity
    assert room is not None
    assert asked * per_pushchair / room == pytest.approx(0.40)
    assert 1 < asked * 5 * per_pushchair / room <= 2
    assert level.route[0].cost_per_trip == 210
    said(level, "truck 40 % full", "once a week takes two trucks", "its € 210 over four parts")


def test_what_the_other_ways_cost(level: Level) -> None:
    cost = {name: more(LEVEL, "taught", name, "profit") for name in ("two by the round", "every day", "own, weekly")}
    assert cost == {
        "two by the round": pytest.approx(12_000, rel=0.03),
        "every day": pytest.approx(8_300, rel=0.03),
        "own, weekly": pytest.approx(4_800, rel=0.05),
    }
    assert np.median(tried(LEVEL).stars("own, weekly")) == 2
    assert tried(LEVEL).median("own, to the bone", "on_time_in_full") < 0.6
    said(
        level,
        "gives up € 12,000",
        "about € 8,300 of profit",
        "with 12 cards",
        "€ 4,800 less",
        "cuts their cards to ten",
    )
