"""Figures in the texts of Going lean, and the right answer of its prediction."""

import numpy as np
import pytest

from game.level import Level
from tests.levels.reading import said
from tests.levels.test_factory_figures import flow, more, tried
from tests.levels.test_figures import right
from tests.levels.trials import load

LEVEL = "going-lean"
SEASON, EIGHT, LAST = slice(16, 30), slice(0, 8), slice(22, 30)


@pytest.fixture
def level() -> Level:
    return load(LEVEL).level


def ahead(first: str, second: str, turns: slice) -> float:
    """By how much the first plan has more profit than the second in some weeks, as median."""
    found = tried(LEVEL)
    return float(np.median(found.values(first, "profit", turns=turns) - found.values(second, "profit", turns=turns)))


def test_why_the_racks_are_full(level: Level) -> None:
    made = [item.make for item in level.item if item.make and item.make.station == "machining"]
    assert {(part.setup_minutes, part.defects) for part in made} == {(80, 0.06)}
    ran = np.median(flow(LEVEL, "do_nothing", "running")) / 1000 / (level.calendar.turns * 5)
    assert ran / level.station[0].failure_every_minutes == pytest.approx(2 / 3, abs=0.05)
    said(level, "A changeover takes 80 minutes", "twice in three days", "six parts of a hundred")


def test_projects_as_their_texts_say(level: Level) -> None:
    projects = {project.id: project for project in level.project}
    changed = {name: [(e.parameter, e.factor, e.add) for e in project.effect] for name, project in projects.items()}
    assert {project.days for project in projects.values()} == {28}
    assert sum(project.cost for project in projects.values()) == 26_000
    learning = [project.transition[0].factor for project in projects.values() if project.transition]
    assert learning == pytest.approx([2 / 3] * 3, abs=0.01)
    assert changed["quick-change"][0][1] * 80 == 16
    assert changed["upkeep"] == [("failure_every", 2.5, 0), ("repair_minutes", 0.5, 0)]
    assert changed["fault-proof"][0][1] * 0.06 == pytest.approx(0.012)
    foundry = level.item[0].offer[0]
    assert changed["foundry-cards"][0][1] * foundry.lead_time_days.mean < 4  # type: ignore[union-attr]
    assert foundry.on_time + changed["foundry-cards"][1][2] == pytest.approx(19 / 20)
    said(level, "a third of its minutes for four weeks", "cost € 26,000", "16 minutes instead of 80")


def test_season(level: Level) -> None:
    season = level.disruption[0]
    assert ((season.at[0].day - 1) // 7 + 1, season.extras["factor"]) == (17, 1.33)
    assert tried(LEVEL).median("do_nothing", "on_time_in_full", turns=slice(26, 30)) < 0.05
    said(level, "From week 17 on the market wants a third more", "hardly anything on time at the end")


def test_stock_first(level: Level) -> None:
    found = tried(LEVEL)
    assert 1 - found.median("tempting", "on_time_in_full") == pytest.approx(4 / 5, abs=0.02)
    assert found.median("tempting", "profit") == pytest.approx(-80_000, rel=0.03)
    said(level, "four orders of five late", "a loss of about € 80,000")


def test_prediction(level: Level) -> None:
    assert right(level.predict[0]).startswith("Every second order late")
    late = 1 - tried(LEVEL).median("halved, then projects", "on_time_in_full", turns=SEASON)
    assert late == pytest.approx(1 / 2, abs=0.05)


def test_all_at_once(level: Level) -> None:
    found = tried(LEVEL)
    assert found.history.closing("insolvent", 1)[0, found.columns("all at once")].all()
    assert level.stream[0].payment_days == 14
    said(level, "before the first customers pay: insolvent")


def test_dip_and_what_it_brings(level: Level) -> None:
    assert ahead("do_nothing", "taught", EIGHT) == pytest.approx(17_000, rel=0.04)
    assert ahead("taught", "do_nothing", LAST) == pytest.approx(37_000, rel=0.03)
    assert more(LEVEL, "taught", "do_nothing", "profit") > 10_000
    said(level, "about € 17,000 behind", "makes up € 37,000 in the last eight")


def test_changed_plant_in_an_old_warehouse(level: Level) -> None:
    found = tried(LEVEL)
    assert found.median("projects only", "stock_at_cost") == pytest.approx(40_000, rel=0.02)
    assert found.median("taught", "stock_at_cost") == pytest.approx(28_000, rel=0.02)
    assert 0.2 < np.mean(found.stars("all in week 6") == 3) < 0.5
    assert found.median("big_stock", "profit") > 50_000
    said(level, "€ 40,000 in stock instead of € 28,000", "less than half of the time")
