"""Figures in the texts of The beer game: its rules as published, and what each way of playing costs."""

import pytest

from game import tape
from game.level import Level, Plan
from game.level.pack import LevelPack
from game.levers import parse
from game.plant.build import build
from tests.levels.plans import ROOMS, trials, up_to
from tests.levels.reading import said
from tests.levels.test_factory_figures import tried
from tests.levels.test_figures import right
from tests.levels.trials import load, play
from tests.oracle import play as oracle

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
    """204 and 792 are BG-01 and BG-03; all of them by the plain rules: 0.50 for a case in stock and 1.00 for a case
    owed, week by week and room by room.
    """
    assert set(tried(LEVEL).values(player, "chain_cost")) == {cost}
    assert by_plain_rules(load(LEVEL), trials(load(LEVEL))[player]) == cost
    said(level, str(cost))


def weeks_of(pack: LevelPack, plan: Plan) -> list[oracle.Period]:
    """A plan's 36 weeks as the oracle plays them."""
    made = [[parse(key, value) for key, value in plan.get(str(turn), {}).items()] for turn in range(1, 37)]
    return [period for turn in oracle.play(pack, tape.make(build(pack), [1]), made)[:36] for period in turn]


def by_plain_rules(pack: LevelPack, plan: Plan) -> float:
    """What a plan costs, added up here."""
    weeks = weeks_of(pack, plan)
    return sum(0.5 * sum(week.levels["stock"]) + sum(week.levels["backorders"]) for week in weeks)


def test_forecasts_whip(level: Level) -> None:
    pack = load(LEVEL)
    for player, near in (("tempting", 7_500), ("big_stock", 1_900)):
        cost = by_plain_rules(pack, trials(pack)[player])
        assert set(tried(LEVEL).values(player, "chain_cost")) == {cost}
        assert cost == pytest.approx(near, rel=0.02)
    orders = zip(*(week.flows["ordered"] for week in weeks_of(pack, level.plan["tempting"])), strict=True)
    assert [max(room) for room in orders] == [15, 37, 91, 242]
    said(level, "€ 7,500", "almost € 1,900", "15, 37, 91 and 242 cases")
    assert right(level.predict[0]) == "More than a hundred."


def test_another_answer_for_the_next_class(level: Level) -> None:
    """Six cases over four rounds on the way are 24, over three 18: `then` may be changed by an instructor."""
    drinkers = level.stream[0]
    demand = drinkers.demand.model_copy(update={"then": 6.0})
    other = level.model_copy(update={"stream": (drinkers.model_copy(update={"demand": demand}),)})
    plans: dict[str, Plan] = {"right": {"6": up_to(24, 24, 24, 18)}, "borrowed": level.plan["taught"]}
    found = play(LevelPack(other, ""), plans, 1)
    costs = [found.values(player, "chain_cost").item() for player in ("right", "borrowed")]
    assert costs == [by_plain_rules(LevelPack(other, ""), plan) for plan in plans.values()]
    assert costs == [243, 566]
    said(level, "set `then = 6`", "24, 24, 24 and 18, end at € 243, the borrowed ones at € 566")
