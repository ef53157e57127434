"""Prices, markdown, goodwill and disruptions in the oracle, worked out by hand (rules D3 to D13)."""

from typing import Any

from tests.oracle.hand import Decided, flow, level, level_of, offer, played, posting, stream
from tests.oracle.level_chance import Table


def _shelf(stock: int = 100, **changes: Any) -> Table:
    return {"id": "a", "loop": {"policy": "manual"}, "opening_stock": stock, "offer": [offer()], **changes}


def _happens(kind: str, **said: Any) -> Table:
    return {"id": "x", "name": "x", "kind": kind, "at": [{"day": 2, "days": 2}], **said}


SECOND_DAY = [0, 1, 1, 0, 0, 0]


def test_a_higher_price_sells_less() -> None:
    # 20 % more at an elasticity of 1.5: 10 * 0.7 = 7 a day at 12.00.
    periods = played(
        level([_shelf()], stream=[stream("a", price=10, elasticity=1.5)]), 10, decided=[{("d", "price"): 120}]
    )
    assert flow(periods, "market") == [10] * 6
    assert flow(periods, "delivered") == [7] * 6
    assert posting(periods, "sale_cash") == [8400] * 6


def test_fractions_of_demand_are_not_lost() -> None:
    # 1 * 0.7 a day from a half on: 1.2, 0.9, 1.6, 1.3, 1.0, 0.7.
    table = level([_shelf()], stream=[stream("a", price=10, elasticity=1.5)])
    periods = played(table, 1, decided=[{("d", "price"): 120}])
    assert flow(periods, "demand") == [1, 0, 1, 1, 1, 0]


def test_goodwill_falls_with_lost_units_and_recovers_slowly() -> None:
    # 4 of a mean of 10 lost, at half the demand for a mean day: 0.2 less; then 0.1 more a day.
    mind = {"loss": 0.5, "recovery": 0.1}
    customers = stream("a", waits=False, goodwill=mind, demand={"pattern": "constant", "units": 10})
    periods = played(level([_shelf(6)], stream=[customers]), [10, 0, 0, 0, 0, 0])
    assert level_of(periods, "goodwill") == [800_000, 900_000, *[1_000_000] * 4]


def test_old_units_are_marked_down_and_find_passers_by() -> None:
    # 10 of day 0, 2 asked a day at 5.00. From day 1 on all are sold at 3.00; passers-by want 2 * 2 * 0.4 = 1.6 a day
    # from a half on: 2.1 on day 0 (nothing is old yet), then 1.7 and 2.3. Day 1: 2 + 1; day 2: 2 + 2; day 3: the last.
    item = _shelf(10, shelf_life_days=9, markdown=40, markdown_after_days=1)
    table = level([item], stream=[stream("a", price=5, elasticity=2)])
    periods = played(table, 2)
    assert flow(periods, "marked_down") == [0, 3, 4, 1, 0, 0]
    assert flow(periods, "bargains") == [0, 1, 2, 0, 0, 0]
    assert posting(periods, "sale_cash") == [1000, 900, 1200, 300, 0, 0]
    assert flow(periods, "sold") == [2, 3, 4, 1, 0, 0]


def test_late_units_keep_their_prices_together() -> None:
    # 3 at 10.00 and 2 at 12.00 wait; 4 come on day 3 and bring 54.00 * 4 // 5 = 43.20.
    item = {"id": "a", "loop": {"policy": "manual", "quantity": 4}, "offer": [offer(lead_time_days=3)]}
    table = level([item], stream=[stream("a", price=10, elasticity=0.1)])
    table["calendar"] |= {"turns": 6, "days_per_turn": 1}
    quiet: Decided = {("a", "quantity"): 0}
    periods = played(table, [3, 2, 0, 0, 0, 0], decided=[{}, {**quiet, ("d", "price"): 120}])
    assert flow(periods, "delivered") == [0, 0, 0, 4, 0, 0]
    assert posting(periods, "sale_cash") == [0, 0, 0, 4320, 0, 0]


def test_a_storage_loss_takes_units_and_obsolescence_takes_worth() -> None:
    # 9 units of 1.00: 9 * 0.5 = 4 are destroyed, with 900 * 4 // 9; or 900 * 0.25 is written down.
    table = level([_shelf(9)], disruption=[_happens("storage_loss", items=["a"], share=0.5)])
    periods = played(table, active=SECOND_DAY)
    assert flow(periods, "destroyed") == [0, 4, 0, 0, 0, 0]
    assert posting(periods, "loss_raw") == [0, 400, 0, 0, 0, 0]
    table = level([_shelf(9)], disruption=[_happens("obsolescence", items=["a"], share=0.25)])
    periods = played(table, active=SECOND_DAY)
    assert posting(periods, "obsolete_raw") == [0, 225, 0, 0, 0, 0]
    assert level_of(periods, "value") == [900, *[675] * 5]


def test_an_escape_ends_when_it_is_found() -> None:
    # Receipts of 4 on days 1 to 5, half bad while it lasts. On day 2 a sale meets the first bad ones.
    loop = {"policy": "order_up_to", "order_up_to": 4, "container": 4}
    item = {"id": "a", "loop": loop, "offer": [offer(lead_time_days=1)]}
    escape = _happens("quality_escape", suppliers=["s"], defects=0.5)
    periods = played(level([item], disruption=[escape]), [0, 0, 1, 8, 0, 0], active=[1] * 6)
    assert flow(periods, "scrapped") == [0, 0, 2, 0, 0, 0]
    assert flow(periods, "received")[4] == 4 + 4
    assert level_of(periods, "waiting") == [0, 0, 0, 7, 0, 0]


def test_customers_who_fail_do_not_pay() -> None:
    # 10 at 3.00 are owed from day 0 and from day 1, when half of both is gone; then half is bought.
    fail = _happens("customer_default", streams=["d"], share=0.5, factor=0.5)
    table = level([_shelf()], stream=[stream("a", price=3, payment_days=3)], disruption=[fail])
    periods = played(table, 10, active=SECOND_DAY)
    assert posting(periods, "sale_credit") == [3000, 1500, 1500, 3000, 3000, 3000]
    assert posting(periods, "bad_debt") == [0, 1500 + 750, 0, 0, 0, 0]
    assert posting(periods, "customer_payment") == [0, 0, 0, 1500, 750, 1500]


def test_money_becomes_dear() -> None:
    # 1000.00 of loan at 36.5 %, then 73 % a year: 1.00 and 2.00 a day.
    money = {"opening_cash": 0, "loan": 1000, "loan_rate": 36.5}
    periods = played(
        level([_shelf()], money=money, disruption=[_happens("rate_rise", loan_points=36.5)]), active=SECOND_DAY
    )
    assert posting(periods, "interest_loan") == [100, 200, 200, 100, 100, 100]


def test_a_pandemic_is_many_things_at_once() -> None:
    # Half the minutes, twice the demand, a day more on the road for what leaves on day 1.
    item = {"id": "b", "loop": {"policy": "manual"}, "make": {"station": "w", "minutes": 1}}
    many = _happens("pandemic", demand=2, labour=0.5, extra_days=1)
    supplied = {"id": "a", "loop": {"policy": "order_up_to", "order_up_to": 0}, "opening_stock": 9, "offer": [offer()]}
    table = level([supplied, item], [{"id": "w", "name": "w", "minutes_per_day": 100}], disruption=[many])
    periods = played(table, [0, 6, 0, 0, 0, 0], active=SECOND_DAY)
    assert flow(periods, "demand") == [0, 12, 0, 0, 0, 0]
    assert flow(periods, "down") == [0, 50_000, 50_000, 0, 0, 0]
    assert flow(periods, "received") == [0, 0, 0, 0, 3, 0]


def test_dear_inputs_are_dear_at_departure() -> None:
    # 10 leave on day 0 at 1.00; on day 1 a third more would be asked.
    loop = {"policy": "manual", "quantity": 10}
    item = {"id": "a", "loop": loop, "offer": [offer()]}
    dear = _happens("input_price", offers=["a/s"], price_factor=1.333)
    table = level([item], disruption=[dear])
    assert posting(played(table, active=SECOND_DAY), "purchase") == [0, 0, 1000, 0, 0, 0]
    assert posting(played(table, active=[1, 0, 0, 0, 0, 0]), "purchase") == [0, 0, 1330, 0, 0, 0]
