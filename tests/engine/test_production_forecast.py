"""Rule P1: what a forecast remembers and orders; the arithmetic stands beside each case."""

import pytest

from game.levers import Refused
from tests.engine.hand_played import Table, flow, level, level_of, offer, play


def _shop(**loop: int | float) -> Table:
    loop = {"policy": "forecast", "container": 1, "cover_days": 3, "smoothing_days": 2, **loop}
    return level([{"id": "a", "loop": loop, "opening_stock": 30, "offer": [offer()]}])


def test_the_target_is_the_average_of_the_last_periods_times_cover() -> None:
    # Demand 4, 8, 10, 0, 0, 0; two periods averaged, three covered.
    # Day 0: n = 1, S = 4 * 3 // 1 = 12; position 30 - 4 = 26: nothing. Day 1: 12 * 3 // 2 = 18; 18: nothing.
    # Day 2: (8 + 10) * 3 // 2 = 27; position 8: 19 ordered. Day 3: 10 * 3 // 2 = 15; 27. Then 0.
    history = play(_shop(), [4, 8, 10])
    assert flow(history, "ordered") == [0, 0, 19, 0, 0, 0]
    assert level_of(history, "stock") == [26, 18, 8, 8, 27, 27]


def test_safety_and_whole_containers() -> None:
    # S on day 2 is 27 + 5 = 32: 24 missing, containers of 10: 20. Day 1: 18 + 5 - 18 = 5: none.
    assert flow(play(_shop(safety=5, container=10), [4, 8, 10]), "ordered") == [0, 0, 20, 0, 0, 0]


def test_rounding_is_down() -> None:
    # Day 1: (4 + 3) * 3 // 2 = 10 (10.5), safety 20; position 30 - 7 = 23: 7. Day 0: 12 + 20 - 26 = 6.
    # Day 1 again with 6 on order: 30 - 29 = 1.
    assert flow(play(_shop(safety=20), [4, 3]), "ordered")[:2] == [6, 1]


def test_backorders_count_in_the_position() -> None:
    # 40 asked, 30 there: owed 10. S = 40 * 3 = 120, position -10: 130.
    assert flow(play(_shop(), [40]), "ordered")[0] == 130


def test_settings_are_in_periods_and_act_at_once() -> None:
    # Day 2 with smoothing 3 and cover 4: (4 + 8 + 10) * 4 // 3 = 29; position 8: 21.
    plan = {2: {"a.smoothing": 3, "a.cover": 4}}
    assert flow(play(_shop(), [4, 8, 10], plan), "ordered")[2] == 21


def test_authorised_units_downstream_are_demand_on_components() -> None:
    # Frames by cards, 2 of 5. Day 0 sells 5, so one card orders 5 frames, which are authorised and begun on day 1:
    # demand for 10 tubes, 30 are left. Averaged over two days and eight days covered:
    tubes = {"policy": "forecast", "container": 1, "cover_days": 8, "smoothing_days": 2}
    tube = {"id": "tube", "loop": tubes, "opening_stock": 40, "offer": [offer()]}
    make = {"station": "line", "minutes": 1, "components": {"tube": 2}}
    frame = {"id": "frame", "loop": {"cards": 2, "container": 5}, "opening_stock": 10, "make": make}
    history = play(level([tube, frame], [{"id": "line"}]), [5])
    # Day 1: S = 10 * 8 // 2 = 40, position 30: 10 ordered. Day 2: the same S, position 40. Day 3: S = 0.
    assert flow(history, "ordered", 0) == [0, 10, 0, 0, 0, 0]


def test_closed_days_count_as_periods_without_demand() -> None:
    # From Friday; Saturday and Sunday closed, their demand (1 + 2) joins Monday's 6. Friday: S = 6 * 3 // 1 = 18,
    # position 24. Monday: last two periods are 0 and 9: 9 * 3 // 2 = 13, position 15: nothing.
    calendar = {"start": "2026-03-06", "turns": 6, "days_per_turn": 1, "run_out_days": 0}
    table = {**_shop(), "calendar": {**calendar, "open_days": ["mon", "tue", "wed", "thu", "fri"]}}
    history = play(table, [6, 1, 2, 6, 6])
    # Tuesday: (9 + 6) * 3 // 2 = 22, position 9: 13.
    assert flow(history, "ordered") == [0, 0, 0, 0, 13, 0]


def test_other_items_cannot_have_the_policy() -> None:
    table = level([{"id": "a", "offer": [offer()]}])
    with pytest.raises(Refused):
        play(table, plan={0: {"a.policy": "forecast"}})


def test_history_is_kept_under_other_policies() -> None:
    # By hand until day 2; then the forecast knows days 1 and 2.
    table = _shop(policy="manual")
    assert flow(play(table, [4, 8, 10], {2: {"a.policy": "forecast"}}), "ordered") == [0, 0, 19, 0, 0, 0]
