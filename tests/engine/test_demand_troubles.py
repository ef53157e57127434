"""Disruptions by hand: slow suppliers, missing crews, dear inputs, bad parts, losses, dear money (D7 to D13)."""

from typing import Any

import numpy as np
import pytest

from game import tape
from game.engine import advance, opening
from tests.engine.demand_hand import play, shop, trouble

ORDERS = {turn: {"bread.quantity": 10} for turn in range(6)}
BAKED = {"offer": [], "make": {"station": "oven", "minutes": 10.0}}
OVEN: dict[str, Any] = {"id": "oven", "name": "Oven", "minutes_per_day": 480.0, "wage_per_day": 100.0}
FACTORY: dict[str, Any] = {"item": BAKED, "supplier": [], "station": [OVEN]}
THOUSAND = 1000


def test_a_slow_supplier_makes_ready_a_part_of_its_capacity() -> None:
    """8 a day, at 0.3 on day 1: 8 * 300,000 // 1,000,000 = 2. 30 units ordered on day 0."""
    slow = trouble("supplier_slowdown", (2, 1), suppliers=["mill"], factor=0.3)
    played = play(shop(offer={"capacity_per_day": 8}, disruption=[slow]), {0: {"bread.quantity": 30}})
    assert played.flow("shipped") == [8, 2, 8, 8, 4, 0]


def test_a_labour_shortage_leaves_fewer_minutes_and_full_wages() -> None:
    """A quarter of 480 minutes is 120, 12 units of 10 minutes, instead of 48; the other 360 are down."""
    short = trouble("labour_shortage", (2, 2), factor=0.25)
    played = play(shop(4, 1, disruption=[short], **FACTORY), {0: {"bread.quantity": 1000}})
    assert played.flow("made") == [0, 12, 12, 48]
    assert played.flow("down") == [0, 360 * THOUSAND, 360 * THOUSAND, 0]
    assert played.flow("running") == [0, 120 * THOUSAND, 120 * THOUSAND, 480 * THOUSAND]
    assert played.posting("wages") == [10_000] * 4


def test_two_shortages_multiply() -> None:
    """A half of a half of 480 minutes are 120."""
    short = [trouble("labour_shortage", (2, 1), stations=["oven"], factor=0.5), trouble("pandemic", (2, 1), labour=0.5)]
    played = play(shop(3, 1, disruption=short, **FACTORY), {0: {"bread.quantity": 1000}})
    assert played.flow("made") == [0, 12, 48]


def test_input_prices_are_those_of_the_day_of_departure() -> None:
    """4.00, and 6.00 for what leaves on days 1 and 2; it arrives a day later."""
    dear = trouble("input_price", (2, 2), suppliers=["mill"], price_factor=1.5)
    played = play(shop(1, 6, disruption=[dear]), ORDERS)
    assert played.posting("purchase") == [0, 4_000, 6_000, 6_000, 4_000, 4_000]


def test_input_prices_round_down_to_cents() -> None:
    """0.33 * 1.1 = 0.363: 36 cents."""
    dear = trouble("input_price", (1, 1), offers=["bread/mill"], price_factor=1.1)
    played = play(shop(1, 2, offer={"price": 0.33}, disruption=[dear]), ORDERS)
    assert played.posting("purchase") == [0, 360]


def test_a_quality_escape_lasts_until_its_first_bad_unit_is_found() -> None:
    """Half of what comes on days 1 to 4 is bad: 5 of 10 on day 1 lie hidden behind the 12 good units of the start.

    10 a day are sold. Day 1: 2 old ones, then the new lot is searched: 5 bad ones come to light, 5 good ones are sold.
    From day 2 on all that comes is good, although the escape would have lasted till day 4.
    """
    escape = trouble("quality_escape", (2, 4), suppliers=["mill"], defects=0.5)
    played = play(shop(1, 6, {"opening_stock": 12}, disruption=[escape]), ORDERS, demand=10)
    assert played.flow("received") == [0, 10, 10, 10, 10, 10]
    assert played.flow("scrapped") == [0, 5, 0, 0, 0, 0]
    assert played.flow("delivered") == [10, 7, 10, 10, 10, 10]


def test_an_escape_nobody_meets_goes_on() -> None:
    """Without sales nothing is searched: 5 of 10 are bad on each of the days 1 to 3."""
    escape = trouble("quality_escape", (2, 3), suppliers=["mill"], defects=0.5)
    played = play(shop(1, 6, {"opening_stock": 12}, disruption=[escape]), ORDERS)
    assert played.states[-1].bad.sum() == 15
    assert not played.states[-1].found_out.any()


def test_an_escape_comes_on_top_of_the_usual_defects_and_acts_anew_each_time() -> None:
    """A fifth and a half: 7 of 10. Found on day 1; the second one, on day 4, strikes again."""
    escape = trouble("quality_escape", (2, 2), (5, 1), offers=["bread/mill"], defects=0.5)
    plant = shop(1, 6, {"opening_stock": 12}, offer={"defects": 0.2}, disruption=[escape])
    played = play(plant, ORDERS, demand=10)
    assert played.flow("scrapped") == [0, 7, 2, 2, 7, 2]


@pytest.mark.parametrize("where", [{"items": ["bread"]}, {"stations": ["oven"]}])
def test_an_escape_at_a_station_lasts_until_a_bad_unit_is_found_downstream(where: dict[str, list[str]]) -> None:
    """Ten come off the oven on each day from day 1 on, half of them bad on days 1 to 4 as long as nobody knows.

    Day 1: 2 old ones, then the new lot is searched: 5 bad ones come to light, 5 good ones are sold. Then all is good.
    """
    escape = trouble("quality_escape", (2, 4), defects=0.5, **where)
    plant = shop(1, 6, {**BAKED, "opening_stock": 12}, disruption=[escape], supplier=[], station=[OVEN])
    played = play(plant, ORDERS, demand=10)
    assert played.flow("defective") == [0, 5, 0, 0, 0, 0]
    assert played.flow("scrapped") == [0, 5, 0, 0, 0, 0]
    assert played.flow("delivered") == [10, 7, 10, 10, 10, 10]


def test_an_escape_at_a_station_lies_hidden_in_the_stock_before_the_next_step() -> None:
    """25 good ones of the start are sold first: ten come off on each of the days 1 and 2, half of them bad, and the
    first of these lots is searched on day 2. What is bad of day 2 comes to light on day 3.
    """
    escape = trouble("quality_escape", (2, 4), defects=0.5, items=["bread"])
    plant = shop(1, 6, {**BAKED, "opening_stock": 25}, disruption=[escape], supplier=[], station=[OVEN])
    played = play(plant, ORDERS, demand=10)
    assert played.flow("defective") == [0, 5, 5, 0, 0, 0]
    assert played.flow("scrapped") == [0, 0, 5, 5, 0, 0]


def test_a_line_that_stops_finds_an_escape_at_its_first_bad_unit() -> None:
    """5 bad ones of 10 stop the line for 3 minutes each, are put right and sold; the fault is known by the next day."""
    escape = trouble("quality_escape", (2, 4), defects=0.5, items=["bread"])
    oven = {**OVEN, "stop_the_line": True, "stop_minutes": 3.0}
    item = {**BAKED, "opening_stock": 12}
    played = play(shop(1, 6, item, disruption=[escape], supplier=[], station=[oven]), ORDERS, demand=10)
    assert played.flow("stops") == [0, 5, 0, 0, 0, 0]
    assert played.flow("stopped") == [0, 15 * THOUSAND, 0, 0, 0, 0]
    assert played.flow("scrapped") == [0] * 6
    assert played.flow("delivered") == [10] * 6


def test_a_storage_loss_takes_a_share_of_the_stock_and_its_value() -> None:
    """A quarter of 21 is 5 units, 8400 * 5 // 21 = 2000 cents; nothing more on the second day."""
    fire = trouble("storage_loss", (2, 2), items=["bread"], share=0.25)
    played = play(shop(4, 1, {"opening_stock": 21}, disruption=[fire]))
    assert played.flow("destroyed") == [0, 5, 0, 0]
    assert played.posting("loss_raw") == [0, 2_000, 0, 0]
    assert played.level("stock") == [21, 16, 16, 16]


def test_a_storage_loss_takes_from_each_lot() -> None:
    """Lots of 7 and 10 with a third gone: 2 and 3."""
    fire = trouble("storage_loss", (2, 1), items=["bread"], share=0.34)
    item = {"opening_stock": 7, "shelf_life_days": 5}
    played = play(shop(1, 6, item, disruption=[fire]), {0: {"bread.quantity": 10}, 1: {"bread.quantity": 0}})
    assert played.flow("destroyed") == [0, 5, 0, 0, 0, 0]
    assert played.flow("expired") == [0, 0, 0, 0, 5, 7]


def test_a_fire_on_a_closed_day_and_behind_the_fence() -> None:
    """Sunday 8 March: all but one of 4 + 6 units; what is left is behind the fence."""
    calendar = {"start": "2026-03-07", "turns": 1, "days_per_turn": 2, "run_out_days": 0, "open_days": ["sat"]}
    fire = trouble("storage_loss", (2, 1), items=["bread"], share=0.9)
    item = {"opening_stock": 4, "loop": {"policy": "manual", "buffer": 6, "release_per_day": 1}}
    played = play(shop(item=item, calendar=calendar, disruption=[fire]))
    assert played.level("stock") == [10, 1]
    assert played.level("buffer") == [6, 1]


def test_obsolete_stock_keeps_its_units_and_loses_value() -> None:
    """A third of 21 * 4.00 = 84.00: 28.00 (8400 * 333,333 // 1,000,000 = 2799 cents)."""
    fashion = trouble("obsolescence", (1, 3), items=["bread"], share=0.333333)
    played = play(shop(3, 1, {"opening_stock": 21}, disruption=[fashion]))
    assert played.posting("obsolete_raw") == [2_799, 0, 0]
    assert played.level("stock") == [21, 21, 21]
    assert played.level("value") == [5_601, 5_601, 5_601]


def test_a_customer_who_fails_pays_only_a_part_and_orders_nothing() -> None:
    """Pays after 3 days. Sales of 30.00 and 10.10 on days 0 and 1; on day 2 a third of each is lost:
    999 (3000 * 0.333) and 336 (1010 * 0.333 = 336.33). On day 3 nobody orders either, on day 4 all is as before.
    """
    fails = trouble("customer_default", (3, 2), streams=["guests"], share=0.333)
    plant = shop(6, 1, {"opening_stock": 1000}, {"payment_days": 3, "price": 0.1}, disruption=[fails])
    played = play(plant, demand=[300, 101, 50, 50, 50, 50])
    assert played.flow("demand") == [300, 101, 0, 0, 50, 50]
    assert played.posting("bad_debt") == [0, 0, 999 + 336, 0, 0, 0]
    assert played.posting("customer_payment") == [0, 0, 0, 2_001, 674, 0]
    assert played.level("receivables") == [3_000, 4_010, 2_675, 674, 500, 1_000]


def test_a_rate_rise_costs_interest_on_loan_and_credit() -> None:
    """36,500.00 of loan: a percent a year is 1.00 a day; 1 % as agreed and 10 points more on days 1 and 2."""
    dear = trouble("rate_rise", (2, 2), loan_points=10.0)
    money = {"opening_cash": 1000.0, "loan": 36_500.0, "loan_rate": 1.0}
    played = play(shop(4, 1, money=money, disruption=[dear]))
    assert played.posting("interest_loan") == [100, 1_100, 1_100, 100]
    credit = {"opening_cash": 0.0, "credit_limit": 50_000.0, "credit_rate": 2.0, "overhead_per_day": 0.0}
    drawn = shop(
        3,
        1,
        money=credit,
        offer={"cost_per_trip": 36_500.0},
        disruption=[trouble("rate_rise", (3, 1), credit_points=3.0)],
    )
    assert play(drawn, {0: {"bread.quantity": 1}}).posting("interest_credit")[1:] == [200, 500]


def test_a_pandemic_strikes_everywhere_at_once() -> None:
    """Demand times 0.5, capacity 10 * 0.4, two days more on the road for what leaves on day 1."""
    plague = trouble("pandemic", (2, 1), demand=0.5, supply=0.4, extra_days=2.0)
    plant = shop(6, 1, {"opening_stock": 100}, offer={"capacity_per_day": 10}, disruption=[plague])
    played = play(plant, {0: {"bread.quantity": 24}}, demand=10)
    assert played.flow("demand") == [10, 5, 10, 10, 10, 10]
    assert played.flow("shipped") == [10, 4, 10, 0, 0, 0]
    assert played.flow("arrived") == [0, 10, 0, 0, 14, 0]


def test_a_pandemic_elsewhere_leaves_suppliers_here_alone() -> None:
    suppliers = [{"id": "mill", "name": "Mill", "region": "home"}]
    plague = trouble("pandemic", (1, 3), supply=0.0, regions=["far"])
    played = play(shop(3, 1, supplier=suppliers, disruption=[plague]), {0: {"bread.quantity": 24}})
    assert played.flow("shipped") == [24, 0, 0]


@pytest.mark.parametrize("kind", ["storage_loss", "obsolescence"])
def test_luck_strikes_each_replication_by_itself(kind: str) -> None:
    """With a start drawn by luck, what is lost begins exactly where a spell does."""
    struck = {
        "id": "x",
        "name": "x",
        "kind": kind,
        "items": ["bread"],
        "share": 0.5,
        "chance": {"start": 0.3, "mean_days": 2.0},
    }
    plant = shop(20, 1, {"opening_stock": 10**6}, disruption=[struck])
    drawn = tape.make(plant, range(8))
    _, record = advance(plant, opening(plant, 8), (), drawn, 0)
    posted = plant.posting_rows.view(
        record.postings.transpose(1, 0, 2), "loss_raw" if kind == "storage_loss" else "obsolete_raw"
    )[0]
    active = drawn.active[0, :20]
    begins = active & ~np.concatenate([np.zeros((1, 8), dtype=bool), active[:-1]])
    assert ((posted > 0) == begins).all()
