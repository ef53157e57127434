"""INV-38: the bullwhip of a forecast (Chen and others 2000); INV-40: the inventory system of Law and Kelton."""

import pytest

from tests.reference.stock_point import a_period, mean, simulate, stock_point

SYSTEMS = {
    (20, 40): (125.14, 97.71, 9.13, 18.3),
    (40, 60): (125.81, 98.39, 25.54, 1.88),
    (20, 100): (126.95, 82.97, 36.48, 7.51),
}


def test_inv_38_orders_vary_2_92_times_as_much_as_demand() -> None:
    """Order-up-to 3 times the mean of the last 5 days: 1 + 2 L / p + 2 L^2 / p^2 = 2.92."""
    pack = stock_point(
        loop={"policy": "forecast", "cover_days": 3, "smoothing_days": 5, "safety": 0},
        offer={"lead_time_days": 3},
        stream={"demand": {"pattern": "normal", "mean": 100, "sd": 10}, "waits": True},
        item={"opening_stock": 300},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    history = simulate(pack, 200, drop_turns=2, keep="periods")
    ratio = history.flow("ordered").var() / history.flow("demand").var()
    assert float(ratio) == pytest.approx(2.92, rel=0.01)


@pytest.mark.parametrize("system", SYSTEMS)
def test_inv_40(system: tuple[int, int]) -> None:
    """A month is eight days; orders when stock is below s; lags of half a month to a month."""
    least, most = system
    pack = stock_point(
        loop={"policy": "min_max", "reorder_point": least - 1, "order_up_to": most, "review_days": 8},
        offer={"lead_time_days": [5, 6, 7, 8]},
        stream={
            "demand": {"pattern": "compound", "rate": 10 / 8, "sizes": [1, 2, 3, 4], "weights": [1, 2, 2, 1]},
            "waits": True,
        },
        item={"opening_stock": 60},
        calendar={"turns": 12, "days_per_turn": 80},
    )
    history = simulate(pack, 300, drop_turns=0)
    total, ordering, holding, shortage = SYSTEMS[system]
    paid = 8 * (32 * a_period(history, "departures") + 3 * a_period(history, "ordered"))
    held, short = mean(history, "stock"), 5 * mean(history, "backorders")
    assert paid == pytest.approx(ordering, abs=1)
    assert held == pytest.approx(holding, abs=1)
    assert short == pytest.approx(shortage, abs=1)
    assert paid + held + short == pytest.approx(total, abs=1)
