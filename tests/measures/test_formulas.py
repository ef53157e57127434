"""Formulas of measures against published and hand-computed cases (FL-22, FIN-01, FIN-03, FIN-05, FIN-13)."""

import math
from typing import Any

import numpy as np
import pytest

from game.measures import MEASURES
from tests.hand import Pen, plant


def formula(name: str, **terms: float) -> float:
    """The formula of a measure for given terms."""
    measure = MEASURES[name]
    assert set(terms) == set(measure.terms)
    return float(measure.formula(*(np.array([terms[term]]) for term in measure.terms)).value[0])


def near(figure: float) -> Any:
    """The figure as printed."""
    return pytest.approx(figure, rel=1e-6, abs=1e-6)


def test_ratios_of_one_statement() -> None:
    """FIN-03."""
    year = {"days": 365.0}
    stock, goods, revenue = 130_000.0, 780_000.0, 1_200_000.0
    assert formula("days_of_stock", stock=stock, goods=goods, **year) == near(60.83333)
    assert formula("days_of_receivables", receivables=150_000.0, revenue=revenue, **year) == near(45.625)
    assert formula("days_of_payables", payables=97_500.0, goods=goods, **year) == near(45.625)
    assert formula("cash_cycle", stock=60.83333, customers=45.625, suppliers=45.625) == near(60.83333)
    assert formula("stock_turns", goods=goods, stock=stock, **year) == near(6)
    assert formula("margin_on_stock", revenue=revenue, goods=goods, stock=stock, **year) == near(3.230769)
    assert formula("return_on_assets", profit=90_000.0, assets=1_000_000.0, **year) == near(0.09)
    assert formula("gross_margin", revenue=revenue, goods=goods) == near(0.35)
    assert formula("net_margin", profit=90_000.0, revenue=revenue) == near(0.075)
    assert formula("operating_margin", profit=160_000.0, revenue=revenue) == near(0.1333333)
    assert formula("working_capital", owned=330_000.0, owed=150_000.0) == 180_000


def test_ratios_of_twelve_weeks() -> None:
    """FIN-01: averages and sums of its 84 days."""
    assert formula("stock_turns", goods=62_700.0, stock=17_216.6666667, days=84.0) == near(15.82457)
    assert formula("margin_on_stock", revenue=102_600.0, goods=62_700.0, stock=17_216.6666667, days=84.0) == near(
        10.07018
    )
    assert formula("return_on_assets", profit=10_876.35, assets=203_437.7, days=84.0) == near(0.232309)
    charge = -formula("economic_profit", profit=0.0, capital=17_216.6666667, rate=0.1, days=84.0)
    assert charge == near(396.2192)


def test_operating_leverage() -> None:
    """FIN-05: contribution 200,000, fixed 150,000: profit 50,000, leverage 4; 10 % more sales is 40 % more profit."""
    assert formula("operating_leverage", profit=50_000.0, fixed=150_000.0) == 4
    after = 500_000 * 1.1 * 0.4 - 150_000
    assert after / 50_000 - 1 == pytest.approx(4 * 0.1)


def test_equipment_effectiveness() -> None:
    """FL-22: .90 * .95 * .999 = .854145. A shift of 480 minutes: 48 of setups and stops leave 90 %."""
    found = formula("equipment_effectiveness", availability=0.90, performance=0.95, quality=0.999)
    assert found == pytest.approx(0.854145)
    assert formula("availability", wanted=480.0, setup=30.0, down=18.0) == pytest.approx(0.9)


def test_yield_chain() -> None:
    """FL-18: .95 * .90 * .98 = .8379."""
    steps = [formula("first_pass_yield", made=good, bad=0.0, scrapped=100.0 - good) for good in (95.0, 90.0, 98.0)]
    assert math.prod(steps) == pytest.approx(0.8379)


ORDERS = [
    (100, 10, 10, 100, 1, 1), (50, 10, 11, 50, 1, 1), (80, 11, 11, 60, 1, 1), (40, 12, 12, 40, 0, 1),
    (120, 12, 12, 120, 1, 1), (60, 13, 13, 60, 1, 0), (30, 14, 13, 30, 1, 1), (90, 14, 14, 0, 1, 1),
    (70, 15, 15, 70, 1, 1), (60, 16, 18, 45, 1, 1),
]  # fmt: skip
"""FIN-13: quantity, promised day, delivered day, delivered quantity, without damage, documents right."""


def order_book() -> Pen:
    """FIN-13 as flows: lines due and complete on time, units delivered in all and on time."""
    on_time = sum(got for _, promised, day, got, *_ in ORDERS if day <= promised)
    lines = sum(1 for asked, promised, day, got, *_ in ORDERS if day <= promised and got == asked)
    flows = {
        "demand": sum(asked for asked, *_ in ORDERS), "delivered": sum(got for *_, got, _, _ in ORDERS),
        "on_time": on_time, "lines_due": len(ORDERS), "lines_in_full": lines,
    }  # fmt: skip
    return Pen(plant(), {}).period(flows=flows).turn()


def test_a_small_order_book() -> None:
    """FIN-13: 6 of 10 lines on time in full; 480 of 700 units on time; 575 delivered."""
    history = order_book().history
    assert MEASURES["on_time_in_full"].value(history)[0] == 0.6
    assert MEASURES["market_served"].value(history)[0] == pytest.approx(0.6857143)
    assert history.total_flow("delivered")[:, 0].sum() / 700 == pytest.approx(0.8214286)


def test_a_perfect_order_is_complete_on_time_and_faultless() -> None:
    """6 of 10 lines, 90 good units for each 10 bad: .6 * .9 = .54."""
    assert formula("perfect_order", full=6.0, due=10.0, delivered=90.0, bad=10.0) == pytest.approx(0.54)


def test_days_until_an_order_is_served() -> None:
    """Little: on average 6 units waited for through 10 days, 30 delivered: 2 days each."""
    assert formula("order_lead_time", waiting=6.0, delivered=30.0, days=10.0) == 2


def test_service_in_cycles_and_in_time() -> None:
    """Five arrivals, one cycle short: 80 %. Two items, 4 days: 8 item-days, one out of stock: 87.5 %."""
    pen = Pen(plant(), {})
    pen.period(flows={"cycles": [3, 0], "cycles_short": 1, "stock_out": [0, 1]})
    pen.period(flows={"cycles": [2, 0]}).turn()
    pen.period().period().turn()
    assert MEASURES["cycle_service"].value(pen.history)[0] == 0.8
    assert MEASURES["ready_rate"].value(pen.history)[0] == 0.875
    assert MEASURES["ready_rate"].value(pen.history, item=1)[0] == 0.75
    assert MEASURES["stock_out_days"].value(pen.history)[0] == 1


def test_how_much_hangs_on_one_supplier() -> None:
    """300 of 400 from rhein, 75 %; both are in one region."""
    offers = [{"supplier": name, "price": 4.0, "lead_time_days": 1.0} for name in ("rhein", "donau")]
    changes: dict[str, Any] = {
        "supplier": [{"id": "rhein", "name": "Rhein"}, {"id": "donau", "name": "Donau"}],
        "item": [{"id": "tube", "name": "Tube", "offer": offers}],
        "station": [],
        "stream": [{"id": "s", "name": "S", "item": "tube", "demand": {"pattern": "constant", "units": 1}}],
    }
    pen = Pen(plant(**changes), {}).period({"purchase": [300, 100]}).turn()
    assert MEASURES["supplier_concentration"].value(pen.history)[0] == 0.75
    assert MEASURES["region_concentration"].value(pen.history)[0] == 1


def test_orders_that_swing_more_than_demand() -> None:
    """Demand 8, 12, 8, 12 (variance 4); orders 0, 20, 0, 20 (variance 100): 25 for the frame."""
    pen = Pen(plant(), {})
    for demand, ordered in ((8, 0), (12, 20), (8, 0), (12, 20)):
        pen.period(flows={"demand": demand, "ordered": [0, ordered]})
    pen.turn()
    assert MEASURES["bullwhip"].value(pen.history, item=1)[0] == 25
    assert MEASURES["bullwhip"].value(pen.history, item=0)[0] == 0


def test_forecasts_against_what_was_wanted() -> None:
    """Tubes, lead time 1: ordered in periods 1 and 2; forecasts are means (4, then 5), wanted 6 and 5: 2 of 11 off."""
    pen = Pen(plant(), {})
    for demand, ordered in ((4, 1), (6, 1), (5, 0)):
        pen.period(flows={"demand": [0, demand], "ordered": [ordered, 0]})
    pen.turn()
    assert MEASURES["forecast_error"].value(pen.history, item=0)[0] == pytest.approx(2 / 11)
