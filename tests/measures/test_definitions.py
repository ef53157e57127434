"""Each measure against its definition, on histories written by hand."""

import math

import numpy as np
import pytest

from game.measures import MEASURES
from tests.hand import Pen, plant

TWO_DAYS = {"start": "2026-03-02", "turns": 2, "days_per_turn": 1, "periods_per_day": 2, "run_out_days": 1}


def value(pen: Pen, name: str, item: str | None = None, turns: slice | None = None) -> float:
    """The figure of the first replication."""
    index = None if item is None else pen.plant.item_index(item)
    return float(MEASURES[name].value(pen.history, index, turns)[0])


def a_year(stock: int, receivables: int, payables: int) -> Pen:
    """365 days at constant balances: cost of goods 780,000, bought again at once; revenue 1,200,000, paid at once."""
    pen = Pen(plant(), {"cash": 10**7, "raw": stock, "receivables": receivables, "payables": -payables})
    sold = {"sale_cash": 1_200_000, "goods_raw": 780_000, "purchase": 780_000, "supplier_payment": 780_000}
    pen.period(sold)
    for _ in range(364):
        pen.period()
    return pen.turn()


def test_ratios_of_one_statement() -> None:
    """FIN-03: DIO 130,000/780,000 x 365, DSO 150,000/1,200,000 x 365, DPO 97,500/780,000 x 365, turns 6."""
    pen = a_year(130_000, 150_000, 97_500)
    assert value(pen, "days_of_stock") == pytest.approx(60.83333, rel=1e-6)
    assert value(pen, "days_of_receivables") == pytest.approx(45.625, rel=1e-6)
    assert value(pen, "days_of_payables") == pytest.approx(45.625, rel=1e-6)
    assert value(pen, "cash_cycle") == pytest.approx(60.83333, rel=1e-6)
    assert value(pen, "stock_turns") == pytest.approx(6, rel=1e-6)


def test_turns_times_days_of_stock_are_the_days_of_a_year() -> None:
    pen = a_year(123_457, 1, 1)
    assert value(pen, "stock_turns") * value(pen, "days_of_stock") == pytest.approx(365)


def test_turns_are_annualised_and_days_are_those_of_the_window() -> None:
    """2 days, stock 100 on average, cost of goods 40: 40/2*365/100 = 73 turns, 100/40*2 = 5 days."""
    pen = Pen(plant(calendar=TWO_DAYS), {"raw": 120})
    pen.period({"goods_raw": 10}).period({"goods_raw": 10}).turn()
    pen.period({"goods_raw": 10}).period({"goods_raw": 10, "purchase": 50}).turn()
    # closing stock of the periods: 110, 100, 90, 130; mean 107.5
    assert value(pen, "stock_at_cost") == 107.5
    assert value(pen, "stock_turns") == pytest.approx(40 / 2 * 365 / 107.5)
    assert value(pen, "days_of_stock") == pytest.approx(107.5 / 40 * 2)


def test_the_average_is_over_time_and_not_of_opening_and_closing() -> None:
    """Stock of 900 for one period and 0 for three: mean 225, where (open + close)/2 would be 450."""
    pen = Pen(plant(calendar=TWO_DAYS), {"raw": 900})
    pen.period().period({"goods_raw": 900}).turn()
    pen.period().period().turn()
    assert value(pen, "stock_at_cost") == 225


def test_stock_of_the_plant_includes_what_is_in_process_and_that_of_an_item_does_not() -> None:
    pen = Pen(plant(), {"raw": 70, "in_process": 20, "finished": 10})
    pen.period(value=[70, 10]).turn()
    assert value(pen, "stock_at_cost") == 100
    assert value(pen, "stock_at_cost", "tube") == 70
    assert value(pen, "stock_at_cost", "frame") == 10


def test_order_book() -> None:
    """FIN-13: six of ten orders are on time and in full; 480 of 700 units were delivered on time, .6857143.

    The fill rate counts units that left the shelf at once; what was delivered on time stands for them here.
    """
    ordered = [100, 50, 80, 40, 120, 60, 30, 90, 70, 60]
    promised = [10, 10, 11, 12, 12, 13, 14, 14, 15, 16]
    delivered_day = [10, 11, 11, 12, 12, 13, 13, 14, 15, 18]
    delivered = [100, 50, 60, 40, 120, 60, 30, 0, 70, 45]
    pen = Pen(plant(), {})
    for units, day, at, got in zip(ordered, promised, delivered_day, delivered, strict=True):
        on_time = at <= day
        flows = {"demand": units, "filled_at_once": got if on_time else 0, "delivered": got}
        pen.period(flows={**flows, "lines_due": 1, "lines_in_full": int(on_time and got == units)})
    pen.turn()
    assert value(pen, "on_time_in_full") == 0.6
    assert value(pen, "fill_rate") == pytest.approx(0.6857143, rel=1e-6)


def test_the_fill_rate_counts_units_and_not_orders() -> None:
    """1 of 1 and 50 of 99: 51 %, where orders would say 50 %; per item the streams that buy it."""
    pen = Pen(plant(), {})
    pen.period(flows={"demand": [1, 99], "filled_at_once": [1, 50], "lines_due": [1, 1], "lines_in_full": [1, 0]})
    pen.turn()
    assert value(pen, "fill_rate") == 0.51
    assert value(pen, "fill_rate", "frame") == 1
    assert value(pen, "fill_rate", "tube") == 50 / 99
    assert value(pen, "on_time_in_full") == 0.5
    assert value(pen, "on_time_in_full", "tube") == 0


def test_waste_is_a_share_of_what_came_in() -> None:
    """6 expired and 2 faulty of 100 received and 60 made: 5 %; the frames moved in count for frames alone."""
    pen = Pen(plant(), {})
    pen.period(flows={"received": [100, 0], "made": [0, 60], "expired": [6, 0], "scrapped": [0, 2]})
    pen.period(flows={"moved_in": [0, 40]}).turn()
    assert value(pen, "waste") == 8 / 160
    assert value(pen, "waste", "tube") == 6 / 100
    assert value(pen, "waste", "frame") == 2 / 100


def test_units_late_and_lost_and_the_chain_cost_are_sums() -> None:
    pen = Pen(plant(), {})
    pen.period(flows={"late": [3, 4], "lost": [0, 2], "chain_cost": [50, 150]}).turn()
    pen.period(flows={"late": [1, 0], "lost": [5, 0], "chain_cost": [50, 0]}).turn()
    assert value(pen, "late_units") == 8
    assert value(pen, "lost_sales", "frame") == 5
    assert value(pen, "lost_sales", "tube") == 2
    assert value(pen, "chain_cost") == 250
    assert value(pen, "chain_cost", "tube") == 100
    assert value(pen, "late_units", turns=slice(1, 2)) == 1


def test_cash_flow_and_profit() -> None:
    """Paid 300 of 500 sold, 120 to suppliers, 30 freight, 10 interest; 60 drawn. Goods cost 200, wages 40."""
    pen = Pen(plant(), {"cash": 1000})
    pen.period({"sale_credit": 500, "goods_raw": 200, "customer_payment": 300, "supplier_payment": 120})
    pen.period({"freight": 30, "interest_payment": 10, "credit_drawn": 60, "wages": 40}).turn()
    assert value(pen, "operating_cash_flow") == 300 - 120 - 30 - 10
    assert value(pen, "net_cash_flow") == 200
    assert value(pen, "cash") == 1200
    assert value(pen, "credit_used") == 60
    assert value(pen, "profit") == 500 - 200 - 30 - 40


def test_net_cash_flow_is_the_change_of_cash_over_any_turns() -> None:
    pen = Pen(plant(), {"cash": 100})
    pen.period({"sale_cash": 50}).turn()
    pen.period({"order_cost": 8, "credit_repaid": 5}).turn()
    assert value(pen, "net_cash_flow", turns=slice(1, 2)) == -13
    assert value(pen, "cash", turns=slice(0, 1)) == 150
    assert value(pen, "cash") == 137


SUMS = [
    "cash", "settled_cash", "credit_used", "net_cash_flow", "operating_cash_flow", "profit", "working_capital",
    "economic_profit", "late_units", "lost_sales", "backorders", "stock_out_days", "stock_at_cost", "work_in_process",
    "chain_cost",
]  # fmt: skip


@pytest.mark.parametrize("name", MEASURES)
def test_before_play_shares_and_days_are_undefined_and_sums_are_numbers(name: str) -> None:
    found = value(Pen(plant(), {"cash": 5}), name)
    assert math.isnan(found) == (name not in SUMS)


@pytest.mark.parametrize("name", MEASURES)
def test_replications_are_measured_side_by_side(name: str) -> None:
    """Two replications in one history give the figures of two histories."""
    flows = {"demand": (10, 20), "filled_at_once": (9, 11), "lines_due": (1, 1), "received": (5, 8), "expired": (1, 0)}
    postings = {"sale_credit": (900, 700), "goods_raw": (300, 200), "purchase": (400, 100)}
    both = Pen(plant(), {"cash": 1000, "raw": 600}, replications=2)
    both.period({k: [list(v)] for k, v in postings.items()}, {k: [list(v)] for k, v in flows.items()}).turn()
    for replication in (0, 1):
        one = Pen(plant(), {"cash": 1000, "raw": 600})
        one.period({k: v[replication] for k, v in postings.items()}, {k: v[replication] for k, v in flows.items()})
        one.turn()
        expected = MEASURES[name].value(one.history)
        np.testing.assert_array_equal(MEASURES[name].value(both.history)[replication], expected[0])


@pytest.mark.parametrize("name", [name for name, measure in MEASURES.items() if not measure.by_period])
def test_a_history_of_sums_gives_the_same_figure(name: str) -> None:
    def written(keep: str) -> Pen:
        pen = Pen(plant(), {"cash": 1000, "raw": 600})
        for day in range(4):
            pen.period({"sale_credit": 90 + day, "goods_raw": 30, "purchase": 40}, {"demand": 10, "lost": day})
            if day % 2:
                pen.turn(keep)
        return pen

    whole, sums = (MEASURES[name].value(written(keep).history) for keep in ("periods", "sums"))
    np.testing.assert_array_equal(whole, sums)


def test_measures_of_the_firm_know_no_items() -> None:
    with pytest.raises(ValueError, match="profit is not measured for one item"):
        MEASURES["profit"].value(Pen(plant(), {}).history, 0)
