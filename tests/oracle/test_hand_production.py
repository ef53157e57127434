"""Loops, quality and crews in the oracle, worked out by hand (rules P1 to P6)."""

from typing import Any

from tests.oracle.hand import flow, level, level_of, offer, played, posting
from tests.oracle.level_chance import Table


def _made(stock: int = 0, **make: Any) -> Table:
    """One unit takes ten minutes and no component; 4 are made on day 1."""
    loop = {"policy": "order_up_to", "order_up_to": 4}
    return {"id": "a", "loop": loop, "opening_stock": stock, "make": {"station": "w", "minutes": 10, **make}}


def _station(**changes: Any) -> Table:
    return {"id": "w", "name": "w", "minutes_per_day": 480, **changes}


def test_a_forecast_follows_the_demand_of_the_last_days() -> None:
    # S = D * 3 // n + 1: 4 * 3 + 1 = 13; 6 * 3 // 2 + 1 = 10; 8 * 3 // 2 + 1 = 13 against 20 - 12 = 8 on hand: 5;
    # 6 * 3 // 2 + 1 = 10 against 13; then 0 + 1 = 1 twice.
    loop = {"policy": "forecast", "cover_days": 3, "smoothing_days": 2, "safety": 1}
    item = {"id": "a", "loop": loop, "opening_stock": 20, "offer": [offer(lead_time_days=1)]}
    periods = played(level([item]), [4, 2, 6, 0, 0, 0])
    assert flow(periods, "ordered") == [0, 0, 5, 0, 0, 0]


def test_demand_on_a_part_is_what_its_consumers_are_told_to_make() -> None:
    # 3 are sold on day 0 and authorised on day 1, each of 2 parts: D = S = 6 on day 1, and 6 are owed: 12 are ordered.
    part = {"id": "b", "loop": {"policy": "forecast", "cover_days": 1, "smoothing_days": 1}, "offer": [offer()]}
    item = _made(4, components={"b": 2})
    periods = played(level([item, part], [_station()]), [3, 0, 0, 0, 0, 0])
    assert flow(periods, "ordered", 1) == [0, 12, 0, 0, 0, 0]


def test_records_drift_until_they_are_counted() -> None:
    # 4 a day leave, half of each is booked as 2 too many; counts on days 0 and 3 put the records right. The policy
    # orders 10 less what the books show: 10 - 6; 10 - (6 + 2); 10 - (4 + 4); 10 - 2; 10 - (6 + 2); 10 - (4 + 4).
    loop = {"policy": "order_up_to", "order_up_to": 10}
    item = {"id": "a", "loop": loop, "opening_stock": 10, "offer": [offer(lead_time_days=1)]}
    item |= {"record_error": 0.5, "count_every_days": 3, "count_cost": 1.5}
    periods = played(level([item]), 4, record_up=1)
    assert flow(periods, "ordered") == [4, 2, 2, 8, 2, 2]
    assert level_of(periods, "record_error") == [0, 2, 4, 0, 2, 4]
    assert flow(periods, "corrected") == [2, 0, 0, 6, 0, 0]
    assert posting(periods, "count") == [150, 0, 0, 150, 0, 0]


def test_the_line_stops_for_bad_units_or_they_travel() -> None:
    # 4 units are 40 minutes; 4 * 0.5 = 2 are bad, 30 minutes each to put right; of 3 on day 3 one is. Travelling, they
    # are found on the shelf: 2 of 4 are sold on day 2 and 2 are bad; of the next 5 one is sold on day 3, 2 are bad.
    item = _made(defects=0.5)
    stopping = played(level([item], [_station(stop_the_line=True, stop_minutes=30)]), [0, 0, 3, 0, 0, 0])
    assert flow(stopping, "running")[1] == 40_000
    assert flow(stopping, "stopped") == flow(stopping, "down") == [0, 60_000, 0, 30_000, 0, 0]
    assert flow(stopping, "stops") == [0, 2, 0, 1, 0, 0]
    assert flow(stopping, "delivered") == [0, 0, 3, 0, 0, 0]
    travelling = played(level([item], [_station()]), [0, 0, 3, 0, 0, 0])
    assert flow(travelling, "defective")[1] == 2
    assert flow(travelling, "delivered")[2] == 2
    assert flow(travelling, "scrapped") == [0, 0, 2, 2, 0, 0]


def test_maintenance_takes_minutes_and_halves_the_failures() -> None:
    # 40 minutes run on day 1; bits * M < ran * 2**24 with M = 80 minutes would fail at bits below 2**23, with
    # maintenance below 2**22. The repair takes an hour.
    bits = 2**22
    item = _made()
    kept = _station(failure_every_minutes=80, maintenance_minutes=30, maintenance_cost=5, repair_minutes=60)
    bare = played(level([item], [kept]), failure_bits=bits, repair=60_000)
    assert flow(bare, "failures") == [0, 0, 1, 0, 0, 0]
    assert flow(bare, "down") == [0, 0, 60_000, 0, 0, 0]
    cared = played(level([item], [{**kept, "maintenance": True}]), failure_bits=bits, repair=60_000)
    assert flow(cared, "failures") == [0] * 6
    assert flow(cared, "maintained") == flow(cared, "down") == [30_000] * 6
    assert posting(cared, "maintenance") == [500] * 6


def test_overtime_is_paid_and_tires() -> None:
    # 60 minutes at half as much again: 100.00 * 60 / 480 * 1.5 = 18.75. Strain rises by 2 a day: on day 1 a unit takes
    # 10 * 202 / 200 = 10.1 minutes, of which 40.4 * 2 / 202 = 0.4 are lost.
    crew = _station(wage_per_day=100, overtime_minutes=60, overtime_premium=50, strain=True)
    periods = played(level([_made()], [crew]))
    assert posting(periods, "overtime") == [1875] * 6
    assert flow(periods, "overtime") == [60_000] * 6
    assert level_of(periods, "strain") == [2, 4, 6, 8, 10, 12]
    assert flow(periods, "running")[1] == 40_400
    assert flow(periods, "slowed")[1] == 400
    assert flow(periods, "starved")[1] + flow(periods, "idle")[1] == 540_000 - 40_400


def test_calm_days_rest() -> None:
    # 2 on each open day (Monday to Wednesday), then 10 less a day.
    calendar = {"start": "2026-03-02", "turns": 1, "days_per_turn": 6, "run_out_days": 0}
    calendar["open_days"] = ["mon", "tue", "wed"]
    periods = played(level([_made()], [_station(overtime_minutes=60, strain=True)], calendar=calendar))
    assert level_of(periods, "strain") == [2, 4, 6, 0, 0, 0]


def test_buffers_open_until_a_consumers_container_is_there() -> None:
    # A container of the product takes 4 * 2 parts, one of parts is 3: three containers leave the fence at once.
    loop = {"policy": "manual", "container": 3, "buffer": 12, "release_cost": 1}
    item = _made(components={"b": 2})
    item["loop"]["container"] = 4
    periods = played(level([item, {"id": "b", "loop": loop, "offer": [offer()]}], [_station()]))
    assert flow(periods, "released", 1)[0] == 9
    assert posting(periods, "release", 1)[0] == 300
