"""Figures in the texts of Made to measure, and the right answer of its prediction."""

import numpy as np
import pytest

from game.level import Level
from tests.levels.plans import CHAIRS, STRATEGIC
from tests.levels.reading import said
from tests.levels.test_factory_figures import more, tried
from tests.levels.test_figures import right
from tests.levels.trials import load, play

LEVEL = "made-to-measure"


@pytest.fixture
def level() -> Level:
    return load(LEVEL).level


def chairs(player: str, name: str) -> np.ndarray:
    """A flow of each kind of chair on each tape, `[chair, tape]`."""
    found = tried(LEVEL)
    rows = [found.history.plant.item_index(chair) for chair in CHAIRS]
    total: np.ndarray = found.history.total_flow(name)[rows, found.columns(player)]
    return total


def test_terms(level: Level) -> None:
    items = {item.id: item for item in level.item}
    assert {items[chair].shelf_life_days for chair in CHAIRS} == {14}
    assert {stream.due_days for stream in level.stream} == {15}
    leads = [items[part].offer[0].lead_time_days.mean for part in ("seat", "drive")]  # type: ignore[union-attr]
    assert (leads, items["drive"].offer[0].price) == ([40, 50], 2_600)
    assert level.stream[1].demand.extras["mean"] == 5
    users = [item.id for item in level.item if item.make and "seat" in item.make.components]
    assert users == ["sport", "child", "power"]
    said(
        level,
        "Taichung, 40 days",
        "Hamamatsu, 50 days",
        "15 days",
        "after two weeks",
        "any of three chairs",
        "order five",
    )


def test_as_found(level: Level) -> None:
    assert 1 - tried(LEVEL).median("do_nothing", "on_time_in_full") == pytest.approx(1 / 5, abs=0.02)
    apart, built = chairs("do_nothing", "expired"), chairs("do_nothing", "made")
    assert np.median(apart.sum(axis=0) / built.sum(axis=0)) == pytest.approx(0.17, abs=0.01)
    assert np.mean(apart[3]) == pytest.approx(10, abs=1)
    said(level, "one order in five is late", "took 17 % of the chairs apart", "about ten power chairs", "of € 2,600")


def test_more_stock_in_the_right_place(level: Level) -> None:
    found = tried(LEVEL)
    assert found.median("taught", "stock_at_cost") == pytest.approx(68_000, rel=0.02)
    assert found.median("do_nothing", "stock_at_cost") == pytest.approx(56_000, rel=0.02)
    assert more(LEVEL, "taught", "do_nothing", "profit") > 100_000
    said(level, "€ 68,000 instead of € 56,000", "more than € 100,000 more")


def test_prediction(level: Level) -> None:
    found = tried(LEVEL)
    assert right(level.predict[0]).endswith("more chairs are taken apart than before.")
    assert (STRATEGIC["seat.buffer"], STRATEGIC["drive.buffer"]) == (24, 8)
    served = [found.median(player, "on_time_in_full") for player in ("buffers only", "do_nothing")]
    assert served[0] > served[1] + 0.1
    apart = [np.median(chairs(player, "expired").sum(axis=0)) for player in ("buffers only", "do_nothing")]
    assert apart[0] / apart[1] == pytest.approx(2, abs=0.25)
    said(level, "24 seats and 8 pairs of drives", "twice as many chairs are built for nobody")


def test_what_the_other_ways_bring(level: Level) -> None:
    found = tried(LEVEL)
    assert 1 - found.median("tempting", "on_time_in_full") == pytest.approx(3 / 4, abs=0.03)
    assert found.median("the mean", "profit") == pytest.approx(10_000, rel=0.3)
    assert 1 - found.median("orders only", "on_time_in_full") == pytest.approx(0.15, abs=0.01)
    assert found.median("buffers only", "profit") < -50_000
    said(
        level,
        "three orders of four late",
        "about € 10,000 of profit",
        "15 % of the orders still wait",
        "lose more than € 50,000",
    )


def test_one_chair_of_each_kept_ready(level: Level) -> None:
    assert more(LEVEL, "taught", "one of each ready", "profit") == pytest.approx(19_000, rel=0.05)
    assert np.mean(tried(LEVEL).stars("one of each ready") < 3) > 0.5
    said(level, "costs about € 19,000 and mostly a star")


@pytest.mark.long
def test_bad_luck_with_a_good_decision(level: Level) -> None:
    stars = play(load(LEVEL), {"taught": level.plan["taught"]}, 200).stars("taught")
    assert 0 < np.mean(stars == 0) <= 0.05
    said(level, "a few tapes in a hundred", "even the taught plan runs short")
