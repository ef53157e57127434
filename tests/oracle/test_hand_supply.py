"""Terms of supply in the oracle, worked out by hand (rules S1 to S12)."""

from typing import Any

from tests.oracle.hand import Decided, flow, level, level_of, offer, played, posting
from tests.oracle.level_chance import Table

TWO = [{"id": "s", "name": "s"}, {"id": "z", "name": "z"}]


def _manual(quantity: int = 10, **changes: Any) -> Table:
    loop = {"policy": "manual", "quantity": quantity}
    return {"id": "a", "loop": loop, **changes}


def _calendar(turns: int, days: int) -> Table:
    return {"start": "2026-03-02", "turns": turns, "days_per_turn": days, "run_out_days": 0}


def test_a_large_shipment_gets_the_lower_price() -> None:
    # 10 units at 0.80 for 3 units: 10 * 80 // 3 = 266 cents.
    terms = offer(breaks=[{"from": 10, "price": 0.8}, {"from": 11, "price": 0.1}], per=3)
    periods = played(level([_manual(offer=[terms])]))
    assert posting(periods, "purchase") == [0, 0, 266, 0, 0, 0]


def test_a_milk_run_loads_all_and_drives_empty_too() -> None:
    # 4 units of 0.5 and 4 of 2 are 10, with 5 in a truck: 2 trucks on day 0, then 1 every second day.
    run = {"id": "r", "name": "r", "lead_time_days": 1, "departures": {"every_days": 2}}
    run |= {"truck_capacity": 5, "cost_per_trip": 20}
    terms = {"supplier": "s", "price": 1, "route": "r"}
    items = [_manual(4, volume=0.5, offer=[terms]), {**_manual(4, volume=2, offer=[terms]), "id": "b"}]
    periods = played(level(items, route=[run]))
    assert posting(periods, "freight") == [4000, 0, 2000, 0, 2000, 0]
    assert flow(periods, "trucks", 0) == [2, 0, 1, 0, 1, 0]
    assert flow(periods, "trucks", 1) == [0] * 6
    assert [flow(periods, "shipped", s)[0] for s in (0, 1)] == [4, 4]
    assert flow(periods, "received", 1) == [0, 4, 0, 0, 0, 0]


def test_inspection_sends_bad_units_back() -> None:
    # 10 * 0.5 = 5 bad; 5 are looked at, 5 * 5 / 10 = 2.5 and almost 1 by luck: 3 found, at 1000 * 3 // 10.
    terms = offer(defects=0.5, inspect=50, inspection_cost=0.2, payment_days=1)
    periods = played(level([_manual(offer=[terms])]))
    assert flow(periods, "inspected") == [0, 0, 5, 0, 0, 0]
    assert flow(periods, "returned") == [0, 0, 3, 0, 0, 0]
    assert flow(periods, "received") == [0, 0, 7, 0, 0, 0]
    assert posting(periods, "inspection") == [0, 0, 100, 0, 0, 0]
    assert posting(periods, "purchase_return") == [0, 0, 300, 0, 0, 0]
    assert posting(periods, "supplier_payment") == [0, 0, 0, 700, 0, 0]
    assert level_of(periods, "on_order") == [10, 10, 0, 0, 0, 0]


def test_a_second_source_is_onboarded_and_shares_stay_for_a_while() -> None:
    # Onboarded on day 0 for two days: turn 1 may give it a share, 60 points move at 1.00 each ten; turn 2 is bound.
    offers = [offer(share=100), offer(supplier="z", share=0, qualified=False, onboarding_cost=12, onboarding_days=2)]
    item = _manual(10, share_commitment=2, share_change_cost=1, offer=offers)
    item["loop"]["container"] = 1
    shares: Decided = {("a", "shares"): {"s": 40, "z": 60}}
    decided = [{("a/z", "onboard"): 1, **shares}, shares, {("a", "shares"): {"s": 100}}]
    periods = played(level([item], calendar=_calendar(3, 2), supplier=TWO), decided=decided)
    assert posting(periods, "onboarding", 1) == [1200, 0, 0, 0, 0, 0]
    assert posting(periods, "share_change") == [0, 0, 600, 0, 0, 0]
    assert flow(periods, "ordered", 0) == [10, 0, 4, 0, 4, 0]
    assert flow(periods, "ordered", 1) == [0, 0, 6, 0, 6, 0]


def test_failover_orders_again_from_who_is_up() -> None:
    # 4 are ordered on day 0 and would leave on Thursday; on Tuesday their supplier is out.
    offers = [offer(share=100, departures={"weekdays": ["thu"]}), offer(supplier="z", share=0)]
    loop = {"policy": "order_up_to", "order_up_to": 10}
    item = {"id": "a", "failover": True, "opening_stock": 10, "loop": loop, "offer": offers}
    out = {"id": "x", "name": "x", "kind": "supplier_outage", "supplier": "s", "at": [{"day": 2, "days": 1}]}
    periods = played(level([item], supplier=TWO, disruption=[out]), [4, 0, 0, 0, 0, 0], active=[0, 1, 0, 0, 0, 0])
    assert flow(periods, "recalled", 0) == [0, 4, 0, 0, 0, 0]
    assert flow(periods, "ordered", 0) == [4, 0, 0, 0, 0, 0]
    assert flow(periods, "ordered", 1) == [0, 4, 0, 0, 0, 0]
    assert flow(periods, "received") == [0, 0, 0, 4, 0, 0]


def test_rushes_become_dearer() -> None:
    # 10 arrive on day 7; 2 a turn come a day after they are rushed: 3.00 + 2 * 0.50, then a quarter more each time;
    # on day 6 no time is left to save.
    terms = offer(lead_time_days=7, expedite_days=1, expedite_cost=3, expedite_unit_cost=0.5)
    rush: Decided = {("a/s", "rush"): 2, ("a", "quantity"): 0}
    periods = played(level([_manual(offer=[terms])], calendar=_calendar(4, 2)), decided=[{}, rush, rush, rush])
    assert posting(periods, "expediting") == [0, 0, 400, 0, 500, 0, 0, 0]
    assert flow(periods, "received") == [0, 0, 0, 2, 0, 2, 0, 6]
    assert flow(periods, "rushes") == [0, 0, 1, 0, 1, 0, 0, 0]


def test_the_standing_rule_rushes_once_at_a_time() -> None:
    # The buffer of 9 is empty from day 0 on and red below 3; 5 of the 8 on the road come on day 1, the others on day 2.
    # The refill comes in its time and is released at once, as 8 on hand are less than a container.
    terms = offer(lead_time_days=4, expedite_days=1, rush_when_red=5)
    loop = {"policy": "manual", "quantity": 8, "buffer": 9, "container": 9, "refill_per_turn": 1}
    periods = played(level([{"id": "a", "loop": loop, "offer": [terms]}]), [9, 0, 0, 0, 0, 0])
    assert flow(periods, "released") == [9, 0, 0, 0, 9, 0]
    assert flow(periods, "rushed")[:4] == [5, 3, 0, 0]
    assert flow(periods, "received") == [0, 5, 3, 0, 9, 0]


def test_recalled_orders_never_come() -> None:
    # 10 wait for Thursday's truck when they are recalled on Wednesday.
    terms = offer(departures={"weekdays": ["thu"]})
    table = level([_manual(offer=[terms])], calendar=_calendar(3, 2))
    table["item"][0]["loop"]["quantity"] = 10
    decided: list[Decided] = [{}, {("a/s", "recall"): 1, ("a", "quantity"): 0}]
    periods = played(table, decided=decided)
    assert flow(periods, "recalled") == [0, 0, 10, 0, 0, 0]
    assert level_of(periods, "on_order") == [10, 10, 0, 0, 0, 0]
    assert flow(periods, "shipped") == [0] * 6


def test_steady_orders_earn_their_price_and_wild_ones_wait() -> None:
    # 5 a turn: after eight turns S = 40, Q = 200: 200 * 200 < 26 * 1600. 8 once: 200 * 64 > 34 * 64.
    terms = offer(lead_time_days=1, steady_price=0.9)
    table = level([_manual(5, offer=[terms])], calendar=_calendar(10, 1), relationship=True)
    assert posting(played(table), "purchase") == [0, *[500] * 8, 450]
    once: list[Decided] = [{("a", "quantity"): 8}, *[{("a", "quantity"): 0}] * 7, {("a", "quantity"): 3}]
    table["calendar"] = _calendar(12, 1)
    later: list[Decided] = [*once, {("a", "quantity"): 0}]
    assert flow(played(table, decided=later), "received") == [0, 8, *[0] * 8, 3, 0]


def test_who_gets_most_for_twelve_turns_raises_the_price() -> None:
    # 1.00 * 102 // 100 = 1.02 from the thirteenth turn on.
    offers = [offer(lead_time_days=1, share=100), offer(supplier="z", share=0)]
    table = level([_manual(5, offer=offers)], calendar=_calendar(14, 1), relationship=True, supplier=TWO)
    periods = played(table)
    assert flow(periods, "dearer", 0) == [*[0] * 11, 1, 0, 0]
    assert posting(periods, "purchase", 0) == [0, *[500] * 12, 510]


def test_a_slow_supplier_makes_ready_a_part() -> None:
    # 10 wait: ceil(10 * 0.3) = 3 leave on day 0, ceil(7 * 0.3) = 3 on day 1, the other 4 after it.
    slow = {"id": "x", "name": "x", "kind": "supplier_slowdown", "suppliers": ["s"], "factor": 0.3}
    slow["at"] = [{"day": 1, "days": 2}]
    periods = played(level([_manual(offer=[offer()])], disruption=[slow]), active=[1, 1, 0, 0, 0, 0])
    assert flow(periods, "shipped") == [3, 3, 4, 0, 0, 0]
