"""The oracle against small cases worked out by hand; the arithmetic stands beside each."""

import pytest

from tests.oracle.hand import flow, level, level_of, offer, played, posting, stream
from tests.oracle.level_chance import Table


@pytest.mark.parametrize(("cards", "stock"), [(3, [20, 10, 10, 10, 10, 10]), (2, [10, 0, 0, 0, 0, 0])])
def test_kanban_with_enough_cards_serves_all(cards: int, stock: list[int]) -> None:
    # 10 a day, 2 days: each day's order of one container arrives two days later, so the second day still
    # lives on opening stock and from the third on a container comes a day.
    loop = {"policy": "kanban", "cards": cards, "container": 10}
    item = {"id": "a", "loop": loop, "opening_stock": 10 * cards, "offer": [offer()]}
    periods = played(level([item]), 10)
    assert level_of(periods, "stock") == stock
    assert flow(periods, "delivered") == [10] * 6
    assert flow(periods, "ordered") == [10] * 6
    assert level_of(periods, "on_order") == [10, 20, 20, 20, 20, 20]


def test_kanban_with_one_card_too_few_serves_every_second_day() -> None:
    loop = {"policy": "kanban", "cards": 1, "container": 10}
    item = {"id": "a", "loop": loop, "opening_stock": 10, "offer": [offer()]}
    table = level([item], stream=[stream("a", waits=False, lost_sale_cost=2)])
    periods = played(table, 10)
    # The card is away for two days after each sale; nobody waits: 10 lost at 2.00 on every second day.
    assert flow(periods, "delivered") == [10, 0, 10, 0, 10, 0]
    assert flow(periods, "lost") == [0, 10, 0, 10, 0, 10]
    assert posting(periods, "lost_sale") == [0, 2000, 0, 2000, 0, 2000]


def test_base_stock_is_short_by_the_demand_of_two_days() -> None:
    # Position after ordering is S = 10, and all of it has come two days later: stock - owed at the end of
    # day t is 10 - demand of days t - 1 and t.
    demand = [4, 9, 1, 7, 3, 8]
    loop = {"policy": "order_up_to", "order_up_to": 10}
    item = {"id": "a", "loop": loop, "opening_stock": 10, "offer": [offer()]}
    periods = played(level([item]), demand)
    net = [10 - 4, 10 - 13, 10 - 10, 10 - 8, 10 - 10, 10 - 11]
    assert level_of(periods, "stock") == [max(0, n) for n in net]
    assert level_of(periods, "waiting") == [max(0, -n) for n in net]
    assert level_of(periods, "backorders") == level_of(periods, "waiting")
    assert flow(periods, "ordered") == demand


def test_a_station_turns_from_item_to_item() -> None:
    # Signals of day 0 are authorised on day 1: 5 of a and 2 of b. 100 minutes: 5 * 10 for a, 30 to turn, 20 for
    # b. Then every card is full and the station is blocked.
    make = {"station": "w", "minutes": 10, "setup_minutes": 30, "setup_cost": 5}
    items: list[Table] = [
        {"id": "a", "loop": {"cards": 1, "container": 5}, "make": make},
        {"id": "b", "loop": {"cards": 1, "container": 2}, "make": make},
    ]
    station = {"id": "w", "name": "w", "minutes_per_day": 100, "wage_per_day": 8}
    periods = played(level(items, [station]))
    assert flow(periods, "made", 0)[:3] == [0, 5, 0]
    assert flow(periods, "made", 1)[:3] == [0, 2, 0]
    assert flow(periods, "running")[:3] == [0, 70_000, 0]
    assert flow(periods, "setup")[:3] == [0, 30_000, 0]
    assert flow(periods, "blocked")[:3] == [100_000, 0, 100_000]
    assert posting(periods, "setup")[:3] == [0, 500, 0]
    # Monday to Friday at 8.00, paid on Friday; Saturday's waits for the next one.
    assert posting(periods, "pay_day") == [0, 0, 0, 0, 4000, 0]
    assert level_of(periods, "wages_payable")[-1] == -800


@pytest.mark.parametrize(("bits", "begun"), [(0, 9), (7 * 2**20 // 10, 10)])
def test_scrap_takes_more_components(bits: int, begun: int) -> None:
    # 7 good ones at 25 % scrap take 7 + floor(7/3 + u) = 9 for u = 0, 10 for u = 0.7; components cost 1.00.
    make = {"station": "w", "minutes": 1, "scrap": 0.25, "components": {"b": 2}}
    items: list[Table] = [
        {"id": "a", "loop": {"cards": 1, "container": 7}, "make": make},
        {"id": "b", "loop": {"policy": "manual"}, "opening_stock": 100, "offer": [offer()]},
    ]
    periods = played(level(items, [{"id": "w", "name": "w"}]), scrap_bits=bits)
    assert flow(periods, "used", 1)[1] == 2 * begun
    assert flow(periods, "scrapped_in_process")[1] == begun - 7
    assert flow(periods, "running")[1] == 1000 * begun
    assert posting(periods, "issue_raw", 1)[1] == 200 * begun
    assert posting(periods, "scrap_process")[1] == 200 * (begun - 7)
    assert level_of(periods, "value")[1] == 1400


def test_what_is_not_sold_within_its_life_expires() -> None:
    # Life 3: the opening 10 last through day 2; 3 are sold on each of days 0 to 2, one is left and expires.
    item = {"id": "a", "loop": {"policy": "manual"}, "opening_stock": 10, "shelf_life_days": 3, "offer": [offer()]}
    periods = played(level([item], stream=[stream("a", waits=False)]), 3)
    assert flow(periods, "sold") == [3, 3, 3, 0, 0, 0]
    assert flow(periods, "expired") == [0, 0, 1, 0, 0, 0]
    assert posting(periods, "spoilage_raw") == [0, 0, 100, 0, 0, 0]


def test_bad_units_come_to_light_when_their_lot_is_used() -> None:
    # 20 received on day 2 hold floor(20 * 0.3 + 0.5) = 6 bad ones, each lot worth 1.00 a unit.
    # Day 2: 14 good ones for 5 asked: the search finds all 6, 20 - 6 - 5 = 9 stay.
    loop = {"policy": "kanban", "cards": 2, "container": 10}
    item = {"id": "a", "loop": loop, "offer": [offer(defects=0.3)]}
    periods = played(level([item]), [0, 0, 5, 0, 0, 0], defect_bits=2**19)
    assert flow(periods, "received")[2] == 20
    assert flow(periods, "scrapped")[2] == 6
    assert posting(periods, "scrap_raw")[2] == 600
    assert level_of(periods, "stock")[2] == 9


def test_a_buffer_opens_when_a_container_is_missing_and_is_refilled() -> None:
    # 10 behind the fence, 5 before it. Day 0 sells 5. Day 1: nothing on hand, so one container of 5 comes over
    # and is sold; step 6 orders its replacement, which arrives on day 3 after the working loop's own.
    loop = {"policy": "kanban", "cards": 1, "container": 5, "buffer": 10, "release_cost": 3}
    item = {"id": "a", "loop": loop, "opening_stock": 5, "offer": [offer()]}
    periods = played(level([item]), [5, 5, 0, 0, 0, 0])
    assert flow(periods, "released") == [0, 5, 0, 0, 0, 0]
    assert posting(periods, "release") == [0, 300, 0, 0, 0, 0]
    assert flow(periods, "ordered") == [5, 5, 0, 0, 0, 0]
    assert level_of(periods, "stock") == [10, 5, 10, 15, 15, 15]
    assert level_of(periods, "buffer") == [10, 5, 5, 10, 10, 10]


def test_orders_collect_until_the_minimum_and_trucks_leave_on_their_days() -> None:
    # A card of 4 a day collects to 12 on day 2 (Wednesday); the truck leaves on Thursday and takes 2 days.
    loop = {"policy": "kanban", "cards": 6, "container": 4}
    terms = offer(minimum_order=12, order_cost=7, cost_per_trip=20, truck_capacity=5)
    terms["departures"] = {"weekdays": ["thu"]}
    item = {"id": "a", "loop": loop, "opening_stock": 24, "offer": [terms]}
    periods = played(level([item]), 4)
    assert flow(periods, "ordered") == [0, 0, 12, 0, 0, 12]
    assert posting(periods, "order_cost") == [0, 0, 700, 0, 0, 700]
    assert flow(periods, "shipped") == [0, 0, 0, 12, 0, 0]
    assert flow(periods, "trucks") == [0, 0, 0, 3, 0, 0]
    assert posting(periods, "freight") == [0, 0, 0, 6000, 0, 0]
    assert flow(periods, "arrival_period") == [0, 0, 0, 5, 0, 0]
    assert level_of(periods, "on_order") == [4, 8, 12, 16, 20, 12]


def test_late_units_pay_once_and_are_lost_when_patience_ends() -> None:
    # Ordered on day 0, due on day 1, patience 2 days: late on day 1, lost on day 3. 6 of 10 are there.
    item = {"id": "a", "loop": {"policy": "manual"}, "opening_stock": 6, "offer": [offer()]}
    promise = {"due_days": 1, "patience_days": 2, "late_penalty": 0.5, "lost_sale_cost": 2, "waits": False}
    periods = played(level([item], stream=[stream("a", price=3, payment_days=2, **promise)]), [10, 0, 0, 0, 0, 0])
    assert flow(periods, "filled_at_once") == [6, 0, 0, 0, 0, 0]
    assert flow(periods, "lines_due") == [0, 1, 0, 0, 0, 0]
    assert flow(periods, "lines_in_full") == [0] * 6
    assert posting(periods, "late_penalty") == [0, 200, 0, 0, 0, 0]
    assert posting(periods, "lost_sale") == [0, 0, 0, 800, 0, 0]
    assert posting(periods, "sale_credit") == [1800, 0, 0, 0, 0, 0]
    assert posting(periods, "customer_payment") == [0, 0, 1800, 0, 0, 0]


def test_interest_carries_its_fractions() -> None:
    # 730.00 owed at 10 % a year: 73000 * 0.10 / 365 = 20 cents a day; the overhead of the first day is 730.00.
    money = {"opening_cash": 0, "credit_limit": 10_000, "credit_rate": 10, "overhead_per_day": 730, "pay_day": "mon"}
    item = {"id": "a", "loop": {"policy": "manual"}, "offer": [offer()]}
    periods = played(level([item], money={**money, "interest_days": 3}))
    assert level_of(periods, "credit_line") == [-73_000, -73_000, -73_040, -73_040, -73_040, -73_100]
    # Day 5: 20 + 20 + 20; 73040 * 0.1 / 365 = 20.01 cents leaves a hundredth each day.
    assert posting(periods, "interest_credit") == [0, 20, 20, 20, 20, 20]


def test_a_firm_beyond_its_limit_stops_and_later_demand_counts_as_not_served() -> None:
    # Overhead 3.00 is paid on Tuesday, 6.00 in all: beyond 1.00 of cash and 4.00 of credit.
    money = {"opening_cash": 1, "credit_limit": 4, "overhead_per_day": 3, "pay_day": "tue"}
    item = {"id": "a", "loop": {"policy": "manual"}, "opening_stock": 50, "offer": [offer()]}
    periods = played(level([item], money=money), [2, 2, 2, 0, 2, 2])
    assert level_of(periods, "insolvent") == [0, 1, 1, 1, 1, 1]
    assert flow(periods, "delivered") == [2, 2, 0, 0, 0, 0]
    assert flow(periods, "demand") == [2, 2, 2, 0, 2, 2]
    assert flow(periods, "lines_due") == [1, 1, 1, 0, 1, 1]
    assert flow(periods, "lines_in_full") == [1, 1, 0, 0, 0, 0]
    assert level_of(periods, "stock")[1:] == [46] * 5


def test_two_suppliers_share_by_credit() -> None:
    # 60 : 40, five containers of 1: credits 60/40 -> first; 20/80 -> second; 80/20 -> first; 40/60 -> second;
    # 100/0 -> first. So 3 and 2.
    offers = [offer(share=60), offer(supplier="z", share=40)]
    item = {"id": "a", "loop": {"policy": "order_up_to", "order_up_to": 5}, "offer": offers}
    suppliers = [{"id": "s", "name": "s"}, {"id": "z", "name": "z"}]
    periods = played(level([item], supplier=suppliers))
    assert [flow(periods, "ordered", s)[0] for s in (0, 1)] == [3, 2]


def test_opening_orders_keep_their_times() -> None:
    # Placed on days -3, -2 and -1 with 2 days on the way: the first has arrived before the start and is left out.
    item = {"id": "a", "loop": {"policy": "manual"}, "opening_orders": [9, 5, 7], "offer": [offer()]}
    periods = played(level([item]))
    assert flow(periods, "received") == [5, 7, 0, 0, 0, 0]


def test_lots_without_shelf_life_count_as_one_from_age_63_on() -> None:
    # Eight lots of 9 arrive on days 0 to 7, each with floor(9 * 0.5) = 4 bad ones. One unit a day is sold from day
    # 66 on: the lots of days 0 to 3 are one by then (16 bad ones found), and each day the next one joins them.
    periods = played(old_stock(), [0] * 66 + [1] * 14)
    assert flow(periods, "scrapped") == [0] * 66 + [16, 4, 4, 4, 4] + [0] * 9


def old_stock() -> Table:
    """A level in which bad units lie for months."""
    terms = offer(lead_time_days=8, defects=0.5)
    item = {"id": "a", "loop": {"policy": "manual"}, "opening_orders": [9] * 8, "offer": [terms]}
    calendar = {"start": "2026-03-02", "turns": 1, "days_per_turn": 80, "run_out_days": 0}
    demand = {"pattern": "step", "units": 0, "then": 1, "day": 67}
    return level([item], calendar=calendar, stream=[stream("a", demand=demand)])
