"""Expediting by hand and by rule (rule S9)."""

from game.message import Message, Number
from tests.engine.supply_hand import item, level, offer, play

EXPRESS = offer(lead_time_days=10, expedite_days=2, expedite_cost=100.0, expedite_unit_cost=2.0)


def test_a_rush_brings_part_of_a_load_forward() -> None:
    # 30 leave on day 0, due on day 10. Turn 1 (day 3): 20 by express, on day 5, for 100 + 20 * 2. Turn 2 (day 6): the
    # other 10, on day 8; the second rush within four turns: (100 + 10 * 2) * 5/4.
    played = play(
        level(item("a", EXPRESS), days=3, turns=4),
        {0: {"a.quantity": 30}, 1: {"a.quantity": 0, "a/s.rush": 20}, 2: {"a/s.rush": 25}},
    )
    assert played.flow("arrived") == [0, 0, 0, 0, 0, 20, 0, 0, 10, 0, 0, 0]
    assert played.posting("expediting") == [0, 0, 0, 14_000, 0, 0, 15_000, 0, 0, 0, 0, 0]
    assert played.flow("rushed") == [0, 0, 0, 20, 0, 0, 10, 0, 0, 0, 0, 0]
    assert sum(played.flow("rushes")) == 2
    assert played.cost("a/s.rush", 20, 1) == 14_000
    assert played.cost("a/s.rush", 25, 2) == 15_000
    assert played.query("a/s.rush", 20, 1) is None
    assert played.query("a/s.rush", 20, 3) == Message("refused.nothing_to_rush", {"days": Number(2.0, 0)})
    assert played.states[2].settings["rush"].sum() == 0


def test_each_rush_within_four_turns_costs_a_quarter_more() -> None:
    # 40 are due on day 9; one is rushed a day, for 100.00 and up to three earlier rushes: * 4/4, 5/4, 6/4, 7/4, then
    # 7/4 again. On day 7 express would come on day 9 as well: nothing is saved, nothing is paid.
    terms = {**EXPRESS, "expedite_unit_cost": 0.0}
    plant = level(item("a", terms, opening_orders=[40]), days=1, turns=8)
    played = play(plant, {turn: {"a/s.rush": 1} for turn in range(8)})
    assert played.posting("expediting") == [10_000, 12_500, 15_000, 17_500, 17_500, 17_500, 17_500, 0]
    assert played.flow("arrived") == [0, 0, 1, 1, 1, 1, 1, 1]


def test_a_rush_takes_the_earliest_load_that_gains_and_its_price_along() -> None:
    # 8 due on day 8 (placed on day -2), 5 due on day 9. 10 by express on day 2: the 8 and 2 of the 5. Prices move, so
    # each load carries its worth: 10 * 4.00 come on day 2, 3 * 4.00 on day 9.
    terms = {**EXPRESS, "breaks": [{"from": 100, "price": 1.0}]}
    played = play(level(item("a", terms, opening_orders=[8, 5]), days=10), {0: {"a/s.rush": 10}})
    assert played.posting("purchase") == [0, 0, 4000, 0, 0, 0, 0, 0, 0, 1200]


def test_the_buffer_s_own_orders_are_not_rushed() -> None:
    # Only the 5 working units of the 25 on the road may go by express: 20 are for the buffer.
    loop = {"buffer": 20, "container": 10, "quantity": 5}
    plant = level(item("a", EXPRESS, loop=loop), days=2, turns=2)
    played = play(plant, {1: {"a.quantity": 0, "a/s.rush": 100}}, demand=[20, 0, 0, 0])
    assert played.flow("shipped") == [15, 10, 0, 0]
    assert played.flow("rushed") == [0, 0, 5, 0]


def test_the_standing_rule_rushes_when_the_buffer_is_red() -> None:
    # Buffer 30, demand 10 a day and nothing else: 20, 10, 0 are left after days 0 to 2; red (less than a third) on
    # day 2: 20 by express, on day 4. Then red again and the load is here: 20 more, on day 6, dearer by a quarter; then
    # the last 10 of the 50 on the road, dearer by two.
    loop = {"buffer": 30, "container": 10}
    plant = level(item("a", {**EXPRESS, "rush_when_red": 20}, loop=loop, opening_orders=[50]), days=8)
    played = play(plant, demand=10)
    assert played.level("buffer")[:3] == [20, 10, 0]
    assert played.flow("rushed") == [0, 0, 20, 0, 20, 0, 10, 0]
    assert played.posting("expediting") == [0, 0, 14_000, 0, 17_500, 0, 12_000 * 6 // 4, 0]
