"""Second sources: onboarding, commitment, recall and failover (rules S1, S2, S6 to S8)."""

from typing import Any

from game.message import Message
from tests.engine.supply_hand import Played, item, level, offer, play

NEWCOMER = offer("z", qualified=False, onboarding_cost=500.0, onboarding_days=4)


def _shares(played: Played) -> list[list[int]]:
    return [state.settings["shares"][:, 0].tolist() for state in played.states[1:]]


def test_a_supplier_is_onboarded_before_it_has_a_share() -> None:
    # Onboarded from day 0, ready on day 4: not yet in turn 1 (day 3), but in turn 2 (day 6).
    plant = level(item("a", offer(), NEWCOMER), days=3, turns=3)
    half = {"s": 50, "z": 50}
    played = play(plant, {0: {"a/z.onboard": 1}, 1: {"a.shares": half}, 2: {"a.shares": half}})
    assert played.posting("onboarding", 1) == [50_000] + [0] * 8
    assert _shares(played) == [[100, 0], [100, 0], [50, 50]]
    assert played.query("a.shares", half, 0) == Message("refused.not_qualified", {"supplier": "z"})
    assert played.query("a.shares", half, 2) is None
    assert played.query("a/z.onboard", 1, 0) is None
    assert played.cost("a/z.onboard", 1, 0) == 50_000
    assert played.query("a/z.onboard", 1, 1) == Message("refused.being_onboarded", {"supplier": "z", "days": 1})
    assert played.query("a/z.onboard", 1, 2) == Message("refused.onboarded", {"supplier": "z", "days": -2})
    assert played.states[1].settings["onboard"].sum() == 0


def test_onboarding_twice_costs_once() -> None:
    played = play(level(item("a", offer(), NEWCOMER), days=3, turns=2), {0: {"a/z.onboard": 1}, 1: {"a/z.onboard": 1}})
    assert sum(played.posting("onboarding", 1)) == 50_000


def test_shares_cost_by_ten_points_and_are_fixed_for_a_while() -> None:
    # 100:0 to 65:35 moves 35 points at 10.00 for ten: 35.00. Changed in turn 0 for 2 turns: turn 1 is refused,
    # turn 2 is not: 35 to 50 are 15 points.
    entry = item("a", offer(), offer("z"), share_commitment=2, share_change_cost=10.0)
    half = {"s": 50, "z": 50}
    played = play(
        level(entry, days=2, turns=3),
        {0: {"a.shares": {"s": 65, "z": 35}}, 1: {"a.shares": half}, 2: {"a.shares": half}},
    )
    assert played.posting("share_change") == [3500, 0, 0, 0, 1500, 0]
    assert _shares(played) == [[65, 35], [65, 35], [50, 50]]
    assert played.query("a.shares", half, 1) == Message("refused.shares_fixed_one", {"turns": 1})
    assert played.query("a.shares", half, 2) is None
    assert played.cost("a.shares", half, 2) == 1500


def test_a_recall_cancels_what_has_not_left() -> None:
    # 35 ordered on day 0, 10 a day become ready and leave on days 0 and 1; 15 are left at the start of day 2.
    plant = level(item("a", offer(capacity_per_day=10), loop={"quantity": 0}), days=2, turns=2)
    played = play(plant, {0: {"a.quantity": 35}, 1: {"a.quantity": 0, "a/s.recall": 1}})
    assert played.flow("recalled") == [0, 0, 15, 0]
    assert played.flow("shipped") == [10, 10, 0, 0]
    assert played.level("on_order") == [35, 35, 10, 0]
    assert played.query("a/s.recall", 1, 1) is None
    assert played.query("a/s.recall", 1, 2) == Message("refused.nothing_to_recall")


def test_a_recall_reaches_signals_and_refills() -> None:
    # Buffer of 20 opens full and is emptied by demand of 20 on day 0 (on hand 0, so a container of 10 moves over
    # on days 0 and 1); its refill orders wait two days as signals. Nothing is left under way after the recall.
    loop = {"buffer": 20, "container": 10, "quantity": 5}
    plant = level(item("a", offer(), loop=loop, signal_delay_days=2), days=2, turns=2)
    played = play(plant, {1: {"a/s.recall": 1, "a.buffer": 0, "a.quantity": 0}}, demand=[20, 0, 0, 0])
    assert played.flow("ordered") == [15, 10, 0, 0]
    assert played.flow("recalled") == [0, 0, 25, 0]
    assert played.level("on_order") == [5, 5, 0, 0]
    assert played.states[-1].refill_on_order.sum() == 0


def _outage(**days: Any) -> dict[str, Any]:
    return {"id": "fire", "name": "Fire", "kind": "supplier_outage", "supplier": "s", "at": [days]}


LOOP = {"policy": "order_up_to", "order_up_to": 60}


def test_failover_moves_orders_to_the_standby_while_a_supplier_is_out() -> None:
    # Trucks of s leave on days 0, 2, 4; it is out on days 2 and 3. Day 1's order of 10 is ready but has not left:
    # on day 2 it goes to z with the order of that day, day 3's as well; from day 4 all is as before.
    offers = (offer(departures={"every_days": 2}), offer("z"))
    plant = level(item("a", *offers, loop=LOOP, opening_stock=60, failover=True), disruption=[_outage(day=3, days=2)])
    played = play(plant, demand=10)
    assert played.flow("ordered", 0) == [10, 10, 0, 0, 10, 10]
    assert played.flow("recalled", 0) == [0, 0, 10, 0, 0, 0]
    assert played.flow("ordered", 1) == [0, 0, 20, 10, 0, 0]
    assert played.flow("shipped", 0) == [10, 0, 0, 0, 10, 0]


def test_without_failover_orders_wait_for_the_supplier() -> None:
    plant = level(item("a", offer(), offer("z"), loop=LOOP, opening_stock=60), disruption=[_outage(day=3, days=2)])
    played = play(plant, demand=10)
    assert played.flow("ordered", 1) == [0] * 6
    assert played.flow("shipped", 0) == [10, 10, 0, 0, 30, 10]


def test_failover_keeps_the_proportion_of_those_that_are_left() -> None:
    # Weights 30 and 20 of 50: five containers go z, y, z, y, z: credits 30, 20 -> z; 10, 40 -> y; 40, 10 -> z;
    # 20, 30 -> y; 50, 0 -> z; then 0, 0 again.
    offers = (offer(share=50), offer("z", share=30), offer("y", share=20))
    entry = item("a", *offers, loop={"quantity": 50, "container": 10}, failover=True)
    played = play(level(entry, disruption=[_outage(day=1, days=6)]))
    assert [played.flow("ordered", source)[0] for source in range(3)] == [0, 30, 20]
    assert played.states[-1].credits[:, 0].tolist() == [0, 0, 0]


def test_nobody_is_asked_in_vain_when_all_are_out() -> None:
    both = [_outage(day=1, days=6), {**_outage(day=1, days=6), "id": "flood", "supplier": "z"}]
    played = play(level(item("a", offer(), offer("z"), loop={"quantity": 9}, failover=True), disruption=both))
    assert played.flow("ordered", 0) == [9, 0, 0, 0, 0, 0]
    assert sum(played.flow("recalled", 0)) == 0
