"""Two textbook cases that need a pattern of their own: gamma demand of a perishable, customers with sizes."""

import json
from typing import Any

import numpy as np
import pytest

from game import tape
from game.engine import advance, opening
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.plant.build import build

Table = dict[str, Any]


def played(item: Table, stream: Table, replications: int, **calendar: Any) -> History:
    table = {
        "format": 1,
        "id": "case",
        "title": "Case",
        "kind": "store",
        "calendar": {"start": "2026-03-02", "run_out_days": 0, **calendar},
        "money": {"opening_cash": 10_000_000.0},
        "supplier": [{"id": "s", "name": "S"}],
        "item": [{"id": "a", "name": "A", **item}],
        "stream": [{"id": "d", "name": "D", "item": "a", **stream}],
    }
    plant = build(LevelPack(level=Level.model_validate_json(json.dumps(table)), text=""))
    drawn, state = tape.make(plant, range(replications)), opening(plant, replications)
    history = History(plant, state.levels)
    for turn in range(plant.clock.turns):
        state, record = advance(plant, state, (), drawn, turn)
        history = history.append(record)
    return history


def test_a_perishable_under_base_stock() -> None:
    """Life 2, base stock 7, gamma demand of mean 4 and cv 0.5; order 3, holding 1, lost 5, waste 7, discount 0.99 over
    the 365 days from day 101 on (De Moor et al. 2022): -1474.5; in the long run 15.132 a day, fill rate 0.765, waste
    0.0471 and orders of 3.109 a day. Their goods come at the end of the next day: lead time 2 here.
    """
    loop = {"policy": "order_up_to", "order_up_to": 7}
    offer = {"supplier": "s", "price": 3.0, "lead_time_days": 2}
    gamma = {"demand": {"pattern": "gamma", "mean": 4, "cv": 0.5}}
    item = {"loop": loop, "shelf_life_days": 2, "offer": [offer]}
    history = played(item, gamma, 300, turns=6, days_per_turn=78)

    def flow(name: str) -> np.ndarray:
        return history.flow(name)[100:465, 0]

    cost = 3 * flow("ordered") + history.level("stock")[100:465, 0] + 5 * flow("lost") + 7 * flow("expired")
    value = (cost * (0.99 ** np.arange(365))[:, None]).sum(axis=0)
    assert value.mean() == pytest.approx(1474.548, abs=4 * 59 / np.sqrt(300))
    assert cost.mean() == pytest.approx(15.13161, rel=0.01)
    assert flow("delivered").sum() / flow("demand").sum() == pytest.approx(0.7653622, rel=0.01)
    assert flow("expired").mean() == pytest.approx(0.04714853, rel=0.03)
    assert flow("ordered").mean() == pytest.approx(3.108684, rel=0.01)


@pytest.mark.parametrize(
    ("low", "high", "total", "ordering", "holding", "shortage"),
    [(20, 40, 125.14, 97.71, 9.13, 18.3), (40, 60, 125.81, 98.39, 25.54, 1.88), (20, 100, 126.95, 82.97, 36.48, 7.51)],
)
def test_customers_with_sizes(
    low: int, high: int, total: float, ordering: float, holding: float, shortage: float
) -> None:
    """Law and Kelton's store: ten customers a month who take 1 to 4, (s, S) looked at monthly, goods after half a month
    to a month; 120 months of one day with eight periods. Order 32 + 3 a unit, holding 1, owed 5 a unit and month.
    """
    loop = {"policy": "min_max", "reorder_point": low - 1, "order_up_to": high, "review_days": 1}
    offer = {
        "supplier": "s",
        "price": 3.0,
        "order_cost": 32.0,
        "lead_time_days": [0.625, 0.75, 0.875, 1.0],
        "may_overtake": True,
    }
    customers = {"pattern": "compound", "rate": 10, "sizes": [1, 2, 3, 4], "weights": [1, 2, 2, 1]}
    item = {"opening_stock": 60, "loop": loop, "offer": [offer]}
    history = played(item, {"waits": True, "demand": customers}, 80, turns=4, days_per_turn=30, periods_per_day=8)
    months = 120
    paid = (history.total_posting("order_cost")[0] / 100 + 3 * history.total_flow("ordered")[0]) / months
    held = history.level("stock").sum(axis=0)[0] / 8 / months
    owed = 5 * history.level("backorders").sum(axis=0)[0] / 8 / months
    found = [part.mean() for part in (paid + held + owed, paid, held, owed)]
    assert found == pytest.approx([total, ordering, holding, shortage], abs=1)
