"""Projects and money in the oracle, worked out by hand (rules M1 to M10, M12)."""

from typing import Any

from tests.oracle.hand import Decided, flow, level, level_of, offer, played, posting, stream
from tests.oracle.level_chance import Table


def _shelf(stock: int = 100, **changes: Any) -> Table:
    return {"id": "a", "loop": {"policy": "manual"}, "opening_stock": stock, "offer": [offer()], **changes}


def _project(**changes: Any) -> Table:
    return {"id": "p", "name": "p", **changes}


BEGUN: list[Decided] = [{("p", "project"): 1}]


def test_a_project_costs_first_and_helps_later() -> None:
    # Overhead 10.00: twice as much for two days, then 10.00 * 0.5 + 1.00.
    project = _project(cost=50, cost_per_day=2, days=2)
    project["transition"] = [{"parameter": "overhead", "factor": 2}]
    project["effect"] = [{"parameter": "overhead", "factor": 0.5, "add": 1}]
    table = level([_shelf()], money={"opening_cash": 1000, "overhead_per_day": 10}, project=[project])
    periods = played(table, decided=BEGUN)
    assert posting(periods, "project") == [5000, 0, 0, 0, 0, 0]
    assert posting(periods, "project_day") == [200] * 6
    assert posting(periods, "overhead") == [2000, 2000, 600, 600, 600, 600]
    assert level_of(periods, "project") == [1, 1, 2, 2, 2, 2]
    assert posting(played(table), "overhead") == [1000] * 6


def test_projects_reach_their_targets_within_bounds() -> None:
    # 10 minutes of work become 10 * 0.5 - 6 = -1, and are none; the other item keeps its 10.
    project = _project(effect=[{"parameter": "minutes", "factor": 0.5, "add": -6, "targets": ["a"]}])
    loop = {"policy": "order_up_to", "order_up_to": 2}
    made = {"loop": loop, "make": {"station": "w", "minutes": 10}}
    table = level([{"id": "a", **made}, {"id": "b", **made}], [{"id": "w", "name": "w"}], project=[project])
    periods = played(table, decided=BEGUN)
    assert flow(periods, "running") == [0, 20_000, 0, 0, 0, 0]
    assert [flow(periods, "made", i)[1] for i in (0, 1)] == [2, 2]


def test_early_payment_keeps_the_discount() -> None:
    # 10.00 received on day 2: 9.80 on day 3, or 10.00 after four days (which is day 6, and not seen).
    terms = offer(payment_days=4, discount=0.02, discount_days=1)
    item = {"id": "a", "loop": {"policy": "manual", "quantity": 10}, "offer": [{**terms, "pay_early": True}]}
    periods = played(level([item]))
    assert posting(periods, "supplier_payment") == [0, 0, 0, 980, 0, 0]
    assert posting(periods, "discount_taken") == [0, 0, 0, 20, 0, 0]
    assert posting(played(level([{**item, "offer": [terms]}])), "supplier_payment") == [0] * 6


def test_some_customers_never_pay() -> None:
    # 10 at 3.00 a day later: a tenth of 30.00 is written off.
    table = level([_shelf()], stream=[stream("a", price=3, payment_days=1, bad_debt=0.1)])
    periods = played(table, [10, 0, 0, 0, 0, 0])
    assert posting(periods, "bad_debt") == [0, 300, 0, 0, 0, 0]
    assert posting(periods, "customer_payment") == [0, 2700, 0, 0, 0, 0]


def test_the_loan_is_paid_back_in_parts_and_by_hand() -> None:
    # 20.00 by hand on day 0; 30.00 on every second day, the last time what is left: 100 - 20 - 30 - 30 = 20.
    money = {"opening_cash": 1000, "loan": 100, "principal": 30, "principal_days": 2}
    periods = played(level([_shelf()], money=money), decided=[{("firm", "repay"): 20}])
    assert posting(periods, "repayment") == [2000, 0, 0, 0, 0, 0]
    assert posting(periods, "principal") == [0, 3000, 0, 3000, 0, 2000]
    assert level_of(periods, "loan")[-1] == 0


def test_insurance_handling_and_leases() -> None:
    # 100 units of 1.00 at 36.5 % a year are 10 cents a day, 90 units 9; 10 handled at 0.25; Friday's lease is 40.00.
    money = {"opening_cash": 1000, "insurance_rate": 36.5}
    lease = {"id": "l", "name": "l", "cost": 40}
    table = level([_shelf(handling_cost=0.25)], money=money, lease=[lease])
    periods = played(table, [0, 10, 0, 0, 0, 0])
    assert posting(periods, "insurance") == [10, 9, 9, 9, 9, 9]
    assert posting(periods, "handling") == [0, 250, 0, 0, 0, 0]
    assert posting(periods, "lease") == [0, 0, 0, 0, 4000, 0]


def test_labour_becomes_part_of_the_stock() -> None:
    # Two parts of 1.00 and 0.40 of labour: 3 units are worth 7.20, and 1.20 leaves the wages.
    item = {"id": "a", "loop": {"policy": "order_up_to", "order_up_to": 3}}
    item["make"] = {"station": "w", "minutes": 1, "labour": 0.4, "components": {"b": 2}}
    table = level([item, {**_shelf(10), "id": "b"}], [{"id": "w", "name": "w", "wage_per_day": 50}])
    periods = played(table)
    assert posting(periods, "absorb") == [0, 120, 0, 0, 0, 0]
    assert level_of(periods, "value")[1] == 720
    assert level_of(periods, "wages")[1] == 2 * 5000 - 120


def test_a_contract_levels_demand() -> None:
    # A mean of 10 a day; half of what is drawn and half of the mean: 20 * 0.5 + 5, 0 + 5.
    project = _project(effect=[{"parameter": "levelling", "add": 0.5}])
    customers = stream("a", demand={"pattern": "constant", "units": 10})
    periods = played(level([_shelf()], stream=[customers], project=[project]), [20, 0, 20, 0, 20, 0], decided=BEGUN)
    assert flow(periods, "demand") == [15, 5, 15, 5, 15, 5]


def test_a_closed_customer_waits_for_a_project() -> None:
    # Nothing, then 10 * 0.5 from day 2 on.
    project = _project(days=2, effect=[{"parameter": "demand", "add": 0.5}])
    periods = played(level([_shelf()], stream=[stream("a", closed=True)], project=[project]), 10, decided=BEGUN)
    assert flow(periods, "demand") == [0, 0, 5, 5, 5, 5]


def test_cycles_end_with_an_arrival() -> None:
    # 5 on the shelf and 2 days on the road: 8 asked on day 1 leave 3 open till the arrival on day 2 ends a short
    # cycle; the next arrival, on day 3, ends one that was not short (the 3 were served on day 2).
    loop = {"policy": "order_up_to", "order_up_to": 8}
    item = {"id": "a", "loop": loop, "opening_stock": 5, "offer": [offer()]}
    periods = played(level([item]), [0, 8, 0, 0, 0, 0])
    assert flow(periods, "received") == [0, 0, 3, 8, 0, 0]
    assert flow(periods, "cycles") == [0, 0, 1, 1, 0, 0]
    assert flow(periods, "cycles_short") == [0, 0, 1, 0, 0, 0]
    assert flow(periods, "stock_out") == [0, 1, 1, 0, 0, 0]
    assert flow(periods, "on_time") == [0, 5, 0, 0, 0, 0]
