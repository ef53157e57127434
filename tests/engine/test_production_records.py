"""Rule P2: records drift with wrong bookings, loops believe them, counts put them right."""

from typing import Any

from tests.engine.hand_played import Table, flow, level, level_of, offer, play, posted

HALF = 2**19


def _shop(policy: str = "order_up_to", **item: Any) -> Table:
    loop = {"policy": policy, "container": 1, "order_up_to": 20, "cards": 20}
    return level([{"id": "a", "loop": loop, "opening_stock": 20, "offer": [offer()], "record_error": 0.1, **item}])


def test_records_above_the_truth_order_too_little() -> None:
    # 10 sold a day, 10 % booked wrongly and half a unit of luck: floor(1 + 0.5) = 1 unit a day, upwards.
    # Day 0: 10 there, 11 recorded: 9 ordered. Day 1: 0 there, 2 recorded, 9 on the way: 9 ordered.
    history = play(_shop(), [10] * 6, record_bits=HALF, record_up=1)
    assert level_of(history, "record_error")[:2] == [1, 2]
    assert flow(history, "ordered")[:2] == [9, 9]


def test_records_below_the_truth_order_too_much_and_stop_at_zero() -> None:
    # Day 0: 10 there, 9 recorded: 11 ordered. Day 1: 0 there, -2 would be recorded, 0 is: 20 - 11 = 9.
    history = play(_shop(), [10] * 6, record_bits=HALF, record_up=0)
    assert level_of(history, "record_error")[:2] == [-1, -2]
    assert flow(history, "ordered")[:2] == [11, 9]


def test_a_count_puts_it_right_before_orders() -> None:
    # Counts on days 0, 2 and 4 at 7.50. Day 0: E = 1, counted, 0. Day 1: 1. Day 2: what was sold (10 ordered on
    # day 0 have come) makes 2, counted.
    history = play(_shop(count_every_days=2, count_cost=7.5), [10] * 6, record_bits=HALF, record_up=1)
    assert flow(history, "ordered")[0] == 10
    assert level_of(history, "record_error") == [0, 1, 0, 1, 0, 1]
    assert flow(history, "corrected") == [1, 0, 2, 0, 2, 0]
    assert posted(history, "count") == [750, 0, 750, 0, 750, 0]


def test_cards_hang_on_containers() -> None:
    # Kanban does not look at records: 10 cards free, 10 ordered.
    history = play(_shop("kanban"), [10], record_bits=HALF, record_up=1)
    assert level_of(history, "record_error")[0] == 1
    assert flow(history, "ordered")[0] == 10


def test_counting_can_begin_later() -> None:
    history = play(_shop(count_cost=2), [10] * 6, {3: {"a.count_every": 3}}, record_bits=HALF, record_up=1)
    # Every third day from the start: day 3 (and 0, before it was asked for).
    assert posted(history, "count") == [0, 0, 0, 200, 0, 0]


def test_a_stock_system_that_no_longer_errs_puts_records_right_at_once() -> None:
    # A unit a day is booked wrongly on days 0 and 1; half the errors in the transition: 9 come and are sold, and
    # 9 * 0.05 + 0.5 is no whole unit. From day 4 on none: the 2 that are wrong by then are put right without a count.
    half, none = ({"parameter": "record_error", "factor": factor} for factor in (0.5, 0.0))
    system = {"id": "system", "name": "System", "days": 2, "transition": [half], "effect": [none]}
    history = play(_shop() | {"project": [system]}, [10] * 6, {2: {"system.project": 1}}, record_bits=HALF, record_up=1)
    assert level_of(history, "record_error") == [1, 2, 2, 2, 0, 0]
    assert flow(history, "corrected") == [0, 0, 0, 0, 2, 0]
    assert posted(history, "count") == [0] * 6
