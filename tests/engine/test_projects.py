"""Projects by hand arithmetic: what they cost, when they change what, and that they last (rules M1 to M3)."""

from typing import Any

import pytest

from game import engine, levers
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.levers import Decision
from game.plant.build import build
from tests.engine.hand_played import level, offer, play

PART = {"id": "a", "opening_stock": 100, "loop": {"policy": "manual"}, "offer": [offer()]}


def project(**changes: Any) -> dict[str, Any]:
    """One project that takes two days."""
    return {"id": "p", "name": "P", "days": 2, **changes}


def by_day(history: History, posting: str) -> list[int]:
    """Sum of a posting kind, day by day."""
    return [int(amount) for amount in history.posting(posting).sum(axis=(1, 2))]


def flow(history: History, name: str, owner: int = 0) -> list[int]:
    """A flow of an owner, day by day."""
    return [int(units) for units in history.flow(name)[:, owner, 0]]


def test_cost_at_the_start_and_by_day_and_its_two_stages() -> None:
    """Begun on day 2: 900.00 then, 5.00 a day from then on; two days of transition, then its effects."""
    table = level([PART], project=[project(cost=900, cost_per_day=5)], levers=["project"])
    history = play(table, plan={1: {"p.project": 1}})
    assert by_day(history, "project") == [0, 90_000, 0, 0, 0, 0]
    assert by_day(history, "project_day") == [0, 500, 500, 500, 500, 500]
    assert [int(stage) for stage in history.level("project")[:, 0, 0]] == [0, 1, 1, 2, 2, 2]


def test_what_has_begun_goes_on() -> None:
    history = play(
        level([PART], project=[project(cost=900)]), plan={0: {"p.project": 1}, 1: {"p.project": 0}, 3: {"p.project": 1}}
    )
    assert by_day(history, "project") == [90_000, 0, 0, 0, 0, 0]
    assert int(history.level("project")[-1, 0, 0]) == 2


def test_the_player_is_told_that_it_cannot_be_undone() -> None:
    table = level([PART], project=[project(cost=900)], levers=["project"])
    plant = build(LevelPack(level=Level.model_validate(table, strict=False), text=""))
    state = engine.opening(plant)
    start, stop = (Decision("project", "p", value) for value in (1, 0))
    assert levers.query(plant, state.settings, start, state=state) is None
    assert levers.cost(plant, state, start) == 90_000
    state.project_start[0] = 0
    refused = levers.query(plant, state.settings, stop, state=state)
    assert refused is not None
    assert refused.key == "refused.project_runs"
    assert levers.cost(plant, state, start) == 0


def test_a_lease_costs_more_in_transition_and_nothing_after_it() -> None:
    """Fridays are days 5 and 12; the project begins on day 4 and has its effects on day 6: 100 + 20 %, then 0."""
    calendar = {"start": "2026-03-02", "turns": 13, "days_per_turn": 1, "run_out_days": 0}
    exit_ = project(transition=[{"parameter": "lease", "factor": 1.2}], effect=[{"parameter": "lease", "factor": 0}])
    lease = [{"id": "hall", "name": "Hall", "cost": 100}]
    table = level([PART], calendar=calendar, lease=lease, project=[exit_])
    assert by_day(play(table), "lease")[4::7] == [10_000, 10_000]
    assert by_day(play(table, plan={3: {"p.project": 1}}), "lease")[4::7] == [12_000, 0]


def test_effects_of_several_projects_follow_each_other() -> None:
    """Overhead 10.00: the first makes it 10 * 0.5 + 1 = 6, the second 6 * 2 = 12; the other way round it were 21."""
    first = project(id="p", days=0, effect=[{"parameter": "overhead", "factor": 0.5, "add": 1}])
    second = project(id="q", days=0, effect=[{"parameter": "overhead", "factor": 2}])
    table = level([PART], money={"opening_cash": 100_000, "overhead_per_day": 10}, project=[first, second])
    history = play(table, plan={1: {"q.project": 1}, 2: {"p.project": 1}})
    assert by_day(history, "overhead") == [1000, 2000, 1200, 1200, 1200, 1200]


def test_values_stay_within_their_bounds() -> None:
    table = level([PART], money={"opening_cash": 100_000, "overhead_per_day": 10},
                  project=[project(days=0, effect=[{"parameter": "overhead", "add": -15}])])  # fmt: skip
    assert by_day(play(table, plan={2: {"p.project": 1}}), "overhead") == [1000, 1000, 0, 0, 0, 0]


def test_a_shorter_way_and_a_lower_price() -> None:
    """Ten ordered each day at 1.00, two days away. From day 3 on one day away and at 0.90 - 0.05 = 0.85.

    Those of days 1 and 2 come on days 3 and 4; that of day 3 comes on day 4 as well, and so on: 10, 20, 10, 10 units.
    """
    change = project(
        days=0,
        effect=[{"parameter": "lead_time", "add": -1}, {"parameter": "price", "factor": 0.9, "add": -0.05}],
    )
    part = {**PART, "loop": {"policy": "manual", "quantity": 10}}
    history = play(level([part], project=[change]), plan={2: {"p.project": 1}})
    assert flow(history, "received") == [0, 0, 10, 20, 10, 10]
    assert by_day(history, "purchase") == [0, 0, 1000, 1000 + 850, 850, 850]


def test_a_signal_that_arrives_sooner() -> None:
    """A day of signal delay goes: orders of days 1, 2 come on days 4, 5, the one of day 3 on day 5."""
    part = {**PART, "signal_delay_days": 1, "loop": {"policy": "manual", "quantity": 10}}
    change = project(days=0, effect=[{"parameter": "signal_delay", "add": -1}])
    history = play(level([part], project=[change]), plan={2: {"p.project": 1}})
    assert flow(history, "received") == [0, 0, 0, 10, 20, 10]


def test_a_second_source_may_have_a_share_when_it_is_ready() -> None:
    """Begun on day 1, ready two days later: a share asked for on day 2 is left out, on day 3 it holds."""
    part = {**PART, "offer": [offer(share=100), offer(supplier="t", share=0, qualified=False)]}
    suppliers = [{"id": "s", "name": "s"}, {"id": "t", "name": "t"}]
    change = project(effect=[{"parameter": "qualified", "targets": ["a/t"]}])
    part = {**part, "loop": {"policy": "manual", "quantity": 10}}
    shares = {"a.shares": {"s": 0, "t": 100}}
    history = play(
        level([part], supplier=suppliers, project=[change]), plan={0: {"p.project": 1}, 1: shares, 2: shares}
    )
    assert flow(history, "ordered", 0) == [10, 10, 0, 0, 0, 0]
    assert flow(history, "ordered", 1) == [0, 0, 10, 10, 10, 10]


def stream(**changes: Any) -> dict[str, Any]:
    """A customer of five a day who does not wait."""
    return {"id": "d", "name": "d", "item": "a", "demand": {"pattern": "constant", "units": 5}, **changes}


def test_growth_opens_a_customer() -> None:
    table = level([PART], stream=[stream(closed=True)], project=[project(effect=[{"parameter": "demand", "add": 1}])])
    assert flow(play(table, plan={1: {"p.project": 1}}), "demand") == [0, 0, 0, 5, 5, 5]


@pytest.mark.parametrize(("share", "expected"), [(1.0, [5, 5, 5, 5, 5, 5]), (0.5, [7, 3, 7, 3, 7, 3])])
def test_demand_is_levelled_towards_its_mean(share: float, expected: list[int]) -> None:
    """Drawn 10, 0, 10, 0, mean 5. Half levelled: 5 + 2.5 t rounded down by sums (2, 3, 2, 3, ...): 7, 3, 7, 3."""
    contract = project(days=0, effect=[{"parameter": "levelling", "add": share}])
    table = level([PART], stream=[stream()], project=[contract])
    history = play(table, demand=[10, 0, 10, 0, 10, 0], plan={0: {"p.project": 1}})
    assert flow(history, "demand") == expected


def test_cross_trained_hands_stand_in_for_those_who_are_missing() -> None:
    """40 % of 100 minutes are there on days 1 to 4, 40 units of a minute; from day 3 on half of the others are made up
    for: 70 %. Without a shortage nothing changes.
    """
    item = {"id": "a", "loop": {"policy": "manual"}, "make": {"station": "w", "minutes": 1}}
    flu = {"id": "flu", "name": "Flu", "kind": "labour_shortage", "factor": 0.4, "at": [{"day": 2, "days": 4}]}
    trained = project(effect=[{"parameter": "stand_in", "add": 0.5}])
    table = level([item], [{"id": "w", "minutes_per_day": 100}], disruption=[flu], project=[trained])
    history = play(table, plan={0: {"a.quantity": 1000}, 1: {"p.project": 1}})
    assert flow(history, "made") == [0, 40, 40, 70, 70, 100]
