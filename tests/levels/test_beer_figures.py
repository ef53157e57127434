"""Figures in the texts of The beer game: its rules as published, and what each way of playing costs."""

import pytest

from game.coach import policies
from game.level import Level
from game.level.pack import LevelPack
from tests.levels.plans import ROOMS, up_to
from tests.levels.reading import said
from tests.levels.test_factory_figures import tried
from tests.levels.test_figures import right
from tests.levels.trials import load, play

LEVEL = "beer-game"


@pytest.fixture
def level() -> Level:
    return load(LEVEL).level


def test_the_published_rules(level: Level) -> None:
    """BG-01: 36 weeks, 12 in stock, boxes of 4, demand 4 then 8 from week 5, 0.50 and 1.00."""
    assert level.calendar.turns == 36
    assert [item.id for item in level.item] == list(ROOMS)
    assert {(item.opening_stock, item.holding_cost, item.backorder_cost) for item in level.item} == {(12, 0.5, 1.0)}
    assert {units for item in level.item for units in item.opening_orders} == {4}
    assert level.stream[0].demand.extras == {"units": 4, "then": 8, "day": 5}


@pytest.mark.parametrize(
    ("player", "cost"),
    [("benchmark", 204), ("taught", 334), ("two rounds late", 492), ("forty", 582), ("pass_on", 792)],
)
def test_what_each_way_costs(level: Level, player: str, cost: int) -> None:
    """204 and 792 are BG-01 and BG-03; the others stand in the note."""
    assert set(tried(LEVEL).values(player, "chain_cost")) == {cost}
    said(level, str(cost))


def test_forecasts_whip(level: Level) -> None:
    assert tried(LEVEL).median("tempting", "chain_cost") == pytest.approx(7_500, rel=0.01)
    assert tried(LEVEL).median("big_stock", "chain_cost") == pytest.approx(1_900, rel=0.02)
    whole = policies.play(load(LEVEL), 1, policies.for_level(load(LEVEL))["tempting"])
    assert whole.history.flow("ordered")[:, :, 0].max(axis=0).tolist() == [15, 37, 91, 242]
    said(level, "€ 7,500", "almost € 1,900", "15, 37, 91 and 242 cases")
    assert right(level.predict[0]) == "More than a hundred."


def test_another_answer_for_the_next_class(level: Level) -> None:
    """Six cases over four rounds on the way are 24, over three 18: `then` may be changed by an instructor."""
    drinkers = level.stream[0]
    demand = drinkers.demand.model_copy(update={"then": 6.0})
    other = level.model_copy(update={"stream": (drinkers.model_copy(update={"demand": demand}),)})
    found = play(LevelPack(other, ""), {"right": {"6": up_to(24, 24, 24, 18)}, "borrowed": level.plan["taught"]}, 1)
    costs = [found.values(player, "chain_cost").item() for player in ("right", "borrowed")]
    assert costs == [243, 566]
    said(level, "set `then = 6`", "24, 24, 24 and 18, end at € 243, the borrowed ones at € 566")
