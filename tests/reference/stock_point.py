"""One stock point with one supplier and one customer, simulated in many replications, for cases of inventory theory."""

from typing import Any

import numpy as np

from game.engine import advance, opening
from game.history import History, Keep
from game.level import Level
from game.level.pack import LevelPack
from game.plant.build import build
from game.tape import make

Table = dict[str, Any]


def stock_point(*, loop: Table, offer: Table, stream: Table, item: Table, calendar: Table) -> LevelPack:
    """The level; whatever a case does not name is at its default."""
    offered = {"supplier": "supplier", "price": 0.01, **offer}
    content = {
        "format": 1,
        "id": "stock-point",
        "title": "Stock point",
        "kind": "store",
        "calendar": {"start": "2026-01-05", "run_out_days": 0, **calendar},
        "money": {"opening_cash": 1_000_000_000},
        "supplier": [{"id": "supplier", "name": "Supplier"}],
        "item": [
            {
                "id": "item",
                "name": "Item",
                "loop": loop,
                "offer": [offered],
                **item,
            }
        ],
        "stream": [{"id": "customer", "name": "Customer", "item": "item", **stream}],
    }
    return LevelPack(Level.model_validate(content, strict=False), "")


def simulate(pack: LevelPack, replications: int, *, drop_turns: int, keep: Keep = "sums") -> History:
    """All turns; the first `drop_turns` are the warm-up and are left out of the history."""
    plant = build(pack)
    tape, state = make(plant, range(1, replications + 1)), opening(plant, replications)
    history = History(plant, state.levels)
    for turn in range(plant.clock.turns):
        state, record = advance(plant, state, (), tape, turn, keep=keep)
        history = history.append(record) if turn >= drop_turns else history
    return history


def fill_rate(history: History) -> float:
    """Units filled at once from the shelf / units demanded, over all replications."""
    return float(history.total_flow("filled_at_once").sum() / history.total_flow("demand").sum())


def fill_error(history: History) -> float:
    """Standard error of the fill rate, from the replications."""
    rates = history.total_flow("filled_at_once")[0] / history.total_flow("demand")[0]
    return float(rates.std(ddof=1) / np.sqrt(len(rates)))


def a_period(history: History, flow: str) -> float:
    """Units of a flow a period, over all replications."""
    periods = sum(record.periods for record in history.records)
    return float(np.mean(history.total_flow(flow)) / periods)


def mean(history: History, level: str) -> float:
    """Time average of a level over all replications."""
    return float(np.mean(history.mean_level(level)))


def error(history: History, level: str) -> float:
    """Standard error of that average, from the replications."""
    means = history.mean_level(level)[0]
    return float(means.std(ddof=1) / np.sqrt(len(means)))


def cost_a_period(history: History) -> float:
    """Chain cost of a period in currency units."""
    periods = sum(record.periods for record in history.records)
    return float(np.mean(history.total_flow("chain_cost")) / periods / 100)
