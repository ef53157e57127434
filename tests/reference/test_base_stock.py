"""INV-12: base stock under periodic review and normal demand (Snyder and Shen 2019, Example 4.4).

The table's order of events has order, receipt, demand, cost: L + 1 = 5 periods of demand lie between an order and
the cost it decides. Here orders follow demand, so the lead time entered is L + 1.
"""

import pytest

from tests.reference.stock_point import Table, cost_a_period, simulate, stock_point

LEAD = 4 + 1
CALENDAR = {"turns": 22, "days_per_turn": 50}


def base_stock(level: int) -> Table:
    return {
        "loop": {"policy": "order_up_to", "order_up_to": level},
        "offer": {"lead_time_days": LEAD},
        "stream": {"demand": {"pattern": "normal", "mean": 50, "sd": 8}, "waits": True},
        "item": {"opening_stock": level, "holding_cost": 0.18, "backorder_cost": 0.70},
        "calendar": CALENDAR,
    }


def test_inv_12_the_best_base_stock_costs_4_4668() -> None:
    history = simulate(stock_point(**base_stock(265)), 200, drop_turns=2)
    assert cost_a_period(history) == pytest.approx(4.466781, rel=0.01)


def test_inv_12_a_stock_of_ten_more_or_less_costs_more() -> None:
    costs = [cost_a_period(simulate(stock_point(**base_stock(level)), 100, drop_turns=2)) for level in (245, 265, 285)]
    assert costs[1] < min(costs[0], costs[2])
