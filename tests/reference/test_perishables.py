"""PER-01 (De Moor and others 2022), PER-03 (renewal argument) and INV-08 (newsvendor), played with shelf life."""

from math import erf, exp, pi, sqrt

import pytest

from tests.reference.stock_point import a_period, fill_rate, mean, simulate, stock_point

SHORT = 32
"""Days in a unit of time of PER-03."""


def test_per_01_base_stock_of_seven() -> None:
    """Life 2, lead 1 (ordered first: 2 here), gamma demand 4 with cv .5: cost 15.13, fill .7654, waste .0471."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": 7},
        offer={"lead_time_days": 1 + 1},
        stream={"demand": {"pattern": "gamma", "mean": 4, "cv": 0.5}},
        item={"opening_stock": 0, "shelf_life_days": 2},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 300, drop_turns=2)
    ordered, expired, lost = (a_period(history, flow) for flow in ("ordered", "expired", "lost"))
    cost = 3 * ordered + mean(history, "stock") + 5 * lost + 7 * expired
    assert cost == pytest.approx(15.13161196, rel=0.01)
    assert fill_rate(history) == pytest.approx(0.7653621907, rel=0.01)
    assert expired == pytest.approx(0.04714853273, abs=0.001)
    assert ordered == pytest.approx(3.108683661, rel=0.01)


@pytest.mark.parametrize(
    ("rate", "life", "replenish", "fill", "outdated", "sold"),
    [
        (0.5, 3, 2, 0.437212576, 0.06278742403, 0.218606288),
        (0.25, 6, 1, 0.7565416859, 0.05432289261, 0.1891354215),
    ],
)
def test_per_03_04_one_unit_with_a_fixed_life(
    rate: float, life: int, replenish: int, fill: float, outdated: float, sold: float
) -> None:
    """PER-04 beside PER-03: fill rate, and units outdated and sold a unit of time."""
    pack = stock_point(
        loop={"policy": "kanban", "cards": 1},
        offer={"lead_time_days": replenish * SHORT + 1},
        stream={"demand": {"pattern": "poisson", "mean": rate / SHORT}},
        item={"opening_stock": 1, "shelf_life_days": life * SHORT},
        calendar={"turns": 50, "days_per_turn": 80},
    )
    history = simulate(pack, 500, drop_turns=15)
    assert fill_rate(history) == pytest.approx(fill, rel=0.01)
    for flow, rate_of_flow in (("expired", outdated), ("sold", sold)):
        units = history.total_flow(flow)[0]
        error = float(units.std(ddof=1) / units.mean() / sqrt(len(units)))
        assert SHORT * a_period(history, flow) == pytest.approx(rate_of_flow, rel=max(0.01, 3 * error))


@pytest.mark.parametrize(("units", "cost"), [(60, 2.156131553), (57, None)])
def test_inv_08_newsvendor(units: int, cost: float | None) -> None:
    """Fresh goods every day, normal 50 and 8, .18 for a unit left and .70 for one lost."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": units},
        offer={"lead_time_days": 1},
        stream={"demand": {"pattern": "normal", "mean": 50, "sd": 8}},
        item={"opening_stock": units, "shelf_life_days": 1},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 200, drop_turns=2)
    found = 0.18 * a_period(history, "expired") + 0.70 * a_period(history, "lost")
    assert found == pytest.approx(cost or newsvendor_cost(units), rel=0.01)


def newsvendor_cost(units: int) -> float:
    """(h + p) * sd * loss(z) + h * (S - mean), Snyder and Shen 2019, section 4.3."""
    z = (units - 50) / 8
    loss = exp(-z * z / 2) / sqrt(2 * pi) - z * (1 - (1 + erf(z / sqrt(2))) / 2)
    return (0.18 + 0.70) * 8 * loss + 0.18 * (units - 50)


def test_the_formula_gives_the_published_cost() -> None:
    assert newsvendor_cost(60) == pytest.approx(2.156131553, rel=1e-6)
