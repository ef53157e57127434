"""Inventory theory played as small levels: INV-13, 15, 18, 26, 28, 34.

Our orders follow the demand of their period. A table that orders first (order of events P) is met by a lead time of
L + 1. Continuous time is met by short days: a lead time of 80 days, demand as seldom as that asks for.
"""

import pytest

from tests.reference.stock_point import (
    Table,
    a_period,
    cost_a_period,
    error,
    fill_error,
    fill_rate,
    mean,
    simulate,
    stock_point,
)

LAWS = {"constant": 80, "exponential": {"mean": 80, "cv": 1}, "uniform": list(range(40, 121))}


def poisson(units: float, waits: bool = True) -> Table:
    return {"demand": {"pattern": "poisson", "mean": units}, "waits": waits}


def test_inv_13_base_stock_and_both_kinds_of_service() -> None:
    """S = 20, Poisson 5, L = 2: type 1 .9170, fill .9581, backlog .2123, stock 5.2123, cost 7.123."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": 20},
        offer={"lead_time_days": 2 + 1},
        stream=poisson(5),
        item={"opening_stock": 20, "holding_cost": 1, "backorder_cost": 9},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 200, drop_turns=2, keep="periods")
    assert float((history.level("backorders") == 0).mean()) == pytest.approx(0.91702909, abs=0.005)
    assert fill_rate(history) == pytest.approx(0.9580956363, abs=0.005)
    assert mean(history, "backorders") == pytest.approx(0.2123000249, abs=3 * error(history, "backorders"))
    assert mean(history, "stock") == pytest.approx(5.212300025, abs=3 * error(history, "stock"))
    assert cost_a_period(history) == pytest.approx(7.123000249, rel=0.01)


@pytest.mark.parametrize("law", LAWS)
def test_inv_15_the_law_of_the_lead_time_does_not_matter(law: str) -> None:
    """Palm: nine cards of one, 0.6 units and a lead time of 10 in mean; a day is an eighth of the unit of time."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": 9},
        offer={"lead_time_days": LAWS[law], "may_overtake": True},
        stream=poisson(0.075),
        item={"opening_stock": 9},
        calendar={"turns": 40, "days_per_turn": 80},
    )
    history = simulate(pack, 150, drop_turns=6)
    assert fill_rate(history) == pytest.approx(0.847237494, abs=max(0.005, 3 * fill_error(history)))
    assert mean(history, "backorders") == pytest.approx(0.1612588831, abs=3 * error(history, "backorders"))


def test_inv_18_reorder_point_and_quantity() -> None:
    """(3, 5), Poisson 1.5, L = 2: fill .8666, backlog .1054, stock 3.1054, 0.3 orders; a day is a fortieth."""
    pack = stock_point(
        loop={"policy": "reorder", "reorder_point": 3, "order_quantity": 5},
        offer={"lead_time_days": 80},
        stream=poisson(1.5 / 40),
        item={"opening_stock": 8},
        calendar={"turns": 60, "days_per_turn": 80},
    )
    history = simulate(pack, 200, drop_turns=6)
    orders = 40 * a_period(history, "departures")
    assert fill_rate(history) == pytest.approx(0.8666328304, abs=max(0.005, 3 * fill_error(history)))
    assert mean(history, "backorders") == pytest.approx(0.1054328273, abs=0.005)
    assert orders == pytest.approx(0.3, abs=0.005)
    cost = 20 * mean(history, "stock") + 150 * mean(history, "backorders") + 100 * orders
    assert cost == pytest.approx(107.9235806, rel=0.01)


def test_inv_26_review_every_five_days() -> None:
    """R = 5, L = 3, normal 100 and 20: S = 893 protects 8 days; cycle service .9500, fill .99764."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": 893, "review_days": 5},
        offer={"lead_time_days": 3 + 1},
        stream={"demand": {"pattern": "normal", "mean": 100, "sd": 20}, "waits": True},
        item={"opening_stock": 893},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 200, drop_turns=2, keep="periods")
    before_arrivals = history.level("backorders")[3::5]
    assert float((before_arrivals == 0).mean()) == pytest.approx(0.9500151, abs=0.005)
    assert fill_rate(history) == pytest.approx(0.9976371, abs=0.0005)


def test_inv_28_min_and_max() -> None:
    """s = 4, S = 10, Poisson 6, L = 0: cost 8.0341 with 5 an order."""
    pack = stock_point(
        loop={"policy": "min_max", "reorder_point": 4, "order_up_to": 10},
        offer={"lead_time_days": 0 + 1},
        stream=poisson(6),
        item={"opening_stock": 10, "holding_cost": 1, "backorder_cost": 4},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 300, drop_turns=2)
    assert cost_a_period(history) + 5 * a_period(history, "departures") == pytest.approx(8.034112, rel=0.005)


@pytest.mark.parametrize(
    ("lead", "cards", "cost", "fill", "stock"),
    [(1, 13, 5.547472, 0.9536823, 3.463177), (2, 19, 6.316261, 0.9613956, 4.579065)],
)
def test_inv_34_cards_with_lost_sales(lead: int, cards: int, cost: float, fill: float, stock: float) -> None:
    """The exact chain of Zipkin's model at the best base stock; 9 for a unit lost."""
    pack = stock_point(
        loop={"policy": "kanban", "cards": cards},
        offer={"lead_time_days": lead + 1},
        stream=poisson(5, waits=False),
        item={"opening_stock": cards, "holding_cost": 1},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 400, drop_turns=2)
    assert cost_a_period(history) + 9 * a_period(history, "lost") == pytest.approx(cost, rel=0.005)
    assert fill_rate(history) == pytest.approx(fill, rel=0.005)
    assert mean(history, "stock") == pytest.approx(stock, rel=0.005)
