"""Prices, markdown and goodwill by hand (rules D3 to D6)."""

from game import levers, tape
from game.engine import advance, opening
from game.levers import parse
from tests.engine.demand_hand import Played, play, shop

ELASTIC = {"elasticity": 2.0}


def test_a_higher_price_drives_customers_away_and_a_lower_one_brings_more() -> None:
    """At 110 %: factor 1 - 2 * 0.1 = 0.8, 8 units at 11.00. At 80 %: factor 1.4, 14 units at 8.00."""
    plant = shop(2, 3, {"opening_stock": 500}, ELASTIC)
    played = play(plant, {1: {"guests.price": 110}, 2: {"guests.price": 80}}, demand=10)
    assert played.flow("demand") == [10, 10, 8, 8, 14, 14]
    assert played.flow("delivered") == [10, 10, 8, 8, 14, 14]
    assert played.posting("sale_cash") == [10_000, 10_000, 8_800, 8_800, 11_200, 11_200]
    assert played.flow("market") == [10] * 6, "the market is what list price and full goodwill would bring"


def test_parts_of_units_are_carried() -> None:
    """0.8 a day from a rest of 0.5: 1.3, 1.1, 0.9, 1.7, 1.5, 1.3."""
    played = play(shop(6, 1, {"opening_stock": 50}, ELASTIC), {0: {"guests.price": 110}}, demand=1)
    assert played.flow("demand") == [1, 1, 0, 1, 1, 1]
    assert played.states[-1].demand_rest[0, 0] == 300_000


def test_no_demand_is_below_zero() -> None:
    """Elasticity 10 at 120 %: 1 - 10 * 0.2 = -1 counts as 0."""
    played = play(shop(2, 1, {"opening_stock": 50}, {"elasticity": 10.0}), {0: {"guests.price": 120}}, demand=7)
    assert played.flow("demand") == [0, 0]


def test_a_price_in_force_is_rounded_to_cents() -> None:
    """93 % of 0.55 is 0.5115: 51 cents; elasticity 1 at 93 %: 1.07 * 100 = 107 units."""
    plant = shop(1, 1, {"opening_stock": 500}, {"elasticity": 1.0, "price": 0.55})
    played = play(plant, {0: {"guests.price": 93}}, demand=100)
    assert played.posting("sale_cash") == [107 * 51]


def test_an_order_keeps_the_price_of_its_day() -> None:
    """Two units asked for at 10.00 on day 0 come on day 1, when the price is 12.00."""
    plant = shop(1, 2, {"opening_orders": [2], "signal_delay_days": 1}, {"elasticity": 0.5, "due_days": 3})
    played = play(plant, {1: {"guests.price": 120}}, demand=[2, 0])
    assert played.posting("sale_cash") == [0, 2_000]


def test_late_orders_lie_in_a_pool_with_their_prices() -> None:
    """Days 0 and 1: 1 and 1 unit at 10.00, day 2: 1 unit at 12.00 (0.9 + rest 0.5), all late and waiting: W = 32.00.

    Day 3: one unit brings 3200 // 3 = 1066, day 4: the two others the remaining 2134.
    """
    plant = shop(1, 6, {}, {"elasticity": 0.5, "waits": True})
    orders = {2: {"guests.price": 120, "bread.quantity": 1}, 3: {"bread.quantity": 2}, 4: {"bread.quantity": 0}}
    played = play(plant, orders, demand=[1, 1, 1, 0, 0, 0])
    assert played.flow("demand") == [1, 1, 1, 0, 0, 0]
    assert played.posting("sale_cash") == [0, 0, 0, 1_066, 2_134, 0]


def test_the_lever_stays_within_a_fifth_and_needs_customers_who_mind() -> None:
    minds, does_not = shop(stream=ELASTIC), shop()
    for value, key in ((79, "refused.range"), (121, "refused.range"), (120, None)):
        found = levers.refusal(minds, opening(minds).settings, parse("guests.price", value))
        assert (found and found.key) == key
    found = levers.refusal(does_not, opening(does_not).settings, parse("guests.price", 100))
    assert found is not None
    assert found.key == "refused.applies"


FRESH = {"opening_stock": 20, "shelf_life_days": 3, "markdown": 50, "markdown_after_days": 1}


def test_old_goods_sell_at_half_price_and_tempt_passers_by() -> None:
    """Elasticity 2 at 50 % off: as many passers-by as customers, 4 a day (rest 0.5 stays).

    Day 0: nothing is a day old: 4 at 10.00. Day 1: 16 are: 4 customers and 4 passers-by at 5.00. Day 2: the last 8.
    """
    played = play(shop(4, 1, FRESH, ELASTIC), demand=[4, 4, 4, 0])
    assert played.flow("demand") == [4, 4, 4, 0]
    assert played.flow("delivered") == [4, 4, 4, 0]
    assert played.flow("bargains") == [0, 4, 4, 0]
    assert played.flow("marked_down") == [0, 8, 8, 0]
    assert played.flow("sold") == [4, 8, 8, 0]
    assert played.posting("sale_cash") == [4_000, 4_000, 4_000, 0]
    assert played.posting("goods_raw") == [1_600, 3_200, 3_200, 0]
    assert played.flow("expired") == [0, 0, 0, 0]


def test_without_markdown_what_is_left_expires() -> None:
    played = play(shop(4, 1, {**FRESH, "markdown": 0}, ELASTIC), demand=[4, 4, 4, 0])
    assert played.posting("sale_cash") == [4_000, 4_000, 4_000, 0]
    assert played.flow("expired") == [0, 0, 8, 0]


def test_only_the_oldest_units_are_marked_down() -> None:
    """Day 1: 3 old units and 10 fresh ones: of 5 customers the first 3 pay 7.50; nothing is left for passers-by."""
    item = {**FRESH, "opening_stock": 3, "markdown": 25}
    played = play(shop(2, 1, item, ELASTIC), {0: {"bread.quantity": 10}}, demand=[0, 5])
    assert played.flow("marked_down") == [0, 3]
    assert played.flow("bargains") == [0, 0]
    assert played.posting("sale_cash") == [0, 3 * 750 + 2 * 1_000]


def test_passers_by_take_no_more_than_is_left() -> None:
    """Day 1: 10 old units, 6 customers, 6 wanted by passers-by: 4 are left."""
    played = play(shop(2, 1, {**FRESH, "opening_stock": 10}, ELASTIC), demand=[0, 6])
    assert played.flow("bargains") == [0, 4]
    assert played.flow("lost") == [0, 0]


def test_markdown_comes_off_the_price_in_force() -> None:
    """Price 8.00 (80 %), 25 % off: 6.00. Demand 5 * 1.4 = 7; 2 * 0.25 * 7 = 3.5 + rest 0.5: 4 passers-by."""
    plant = shop(2, 1, {**FRESH, "markdown": 25}, ELASTIC)
    played = play(plant, {0: {"guests.price": 80}}, demand=[0, 5])
    assert played.flow("demand") == [0, 7]
    assert played.flow("bargains") == [0, 4]
    assert played.posting("sale_cash") == [0, 11 * 600]


GOODWILL = {"goodwill": {"loss": 0.1, "recovery": 0.02, "floor": 0.3}}


def test_goodwill_falls_with_lost_units_and_comes_back_slowly() -> None:
    """Ten a day lost is a tenth. Day 0: 10 of 10 lost, 0.9. Day 1: 9 (9.0 + 0.5) lost, 0.81. Day 2: 8 (8.1 + 0.5)
    lost, 0.73. Day 3: 7 (7.3 + 0.6) served, 0.75. Day 4: 8 (7.5 + 0.9) served, 0.77.
    """
    item = {"opening_orders": [0, 0, 100], "signal_delay_days": 3}
    played = play(shop(5, 1, item, GOODWILL), demand=10)
    assert played.flow("arrived")[3] == 100
    assert played.flow("demand") == [10, 9, 8, 7, 8]
    assert played.flow("lost") == [10, 9, 8, 0, 0]
    assert played.level("goodwill") == [900_000, 810_000, 730_000, 750_000, 770_000]
    assert played.flow("market") == [10] * 5


def test_goodwill_keeps_its_floor_and_never_rises_above_one() -> None:
    gone = play(shop(3, 1, {}, {"goodwill": {"loss": 1.0, "recovery": 0.0, "floor": 0.3}}), demand=10)
    assert gone.level("goodwill") == [300_000] * 3
    full = play(shop(3, 1, {"opening_stock": 500}, GOODWILL), demand=10)
    assert full.level("goodwill") == [1_000_000] * 3


def test_late_units_hurt_and_so_does_losing_them_later() -> None:
    """10 units due at once, patience a day: late on day 0 and lost on day 1; demand only on day 0."""
    played = play(shop(2, 1, {}, {**GOODWILL, "patience_days": 1}), demand=[10, 0])
    assert played.flow("late") == [10, 0]
    assert played.flow("lost") == [0, 10]
    assert played.level("goodwill") == [900_000, 800_000]


def test_goodwill_stands_still_on_closed_days_and_comes_back_by_periods() -> None:
    """Two periods a day: 0.02 a day is 0.01 a period. Saturday 7 March: 5 and 5 (4.75 + 0.5) lost, each 0.05; Sunday is
    closed; nobody comes on Monday.
    """
    calendar = {
        "start": "2026-03-07",
        "turns": 1,
        "days_per_turn": 3,
        "run_out_days": 0,
        "periods_per_day": 2,
        "open_days": ["mon", "sat"],
    }
    played = play(shop(stream=GOODWILL, calendar=calendar), demand=[5, 5, 0, 0, 0, 0])
    assert played.flow("lost") == [5, 5, 0, 0, 0, 0]
    assert played.level("goodwill") == [950_000, 900_000, 900_000, 900_000, 910_000, 920_000]


def test_levels_without_these_terms_carry_nothing() -> None:
    played: Played = play(shop(2, 1, {"opening_stock": 50}), demand=10)
    assert played.flow("market") == [0, 0]
    assert played.level("goodwill") == [0, 0]
    assert len(played.states[0].quoted) == 0


def test_of_two_customers_of_an_item_only_one_minds_the_price() -> None:
    """At 93 % one asks for 100 * 1.07 units at 9.30, the other for 3 at 7.00; the first in the file is served first."""
    firm = {"id": "firm", "name": "x", "item": "bread", "price": 7.0, "demand": {"pattern": "constant", "units": 3}}
    guests = {**firm, "id": "guests", "price": 10.0, "elasticity": 1.0, "demand": {"pattern": "constant", "units": 100}}
    plant = shop(1, 1, {"opening_stock": 109}, streams=[guests, firm])
    _, record = advance(plant, opening(plant), [parse("guests.price", 93)], tape.make(plant, [1]), 0)
    assert plant.posting_rows.view(record.postings[0], "sale_cash")[:, 0].tolist() == [107 * 930, 2 * 700]
    assert plant.flow_rows.view(record.flows[0], "lost")[:, 0].tolist() == [0, 1]
