"""Measures of planning: how far forecasts were off, and how much larger orders swing than the demand behind them.

Both need every period; of a history of sums they are undefined.
"""

from collections.abc import Callable

import numpy as np

from game.measures.base import Measure, Term
from game.measures.window import Array, Window
from game.plant import Plant
from game.plant.build import usual_lead

Reading = Callable[[Window], Array]

REMEMBERED_DAYS = 28
"""Days whose mean is the forecast."""


def demand_on_items(window: Window) -> Array:
    """Units wanted of each item: by customers, and what its users order, `[period, item, replication]`."""
    history, plant = window.history, window.history.plant
    wanted = np.zeros_like(history.flow("used", window.turns))
    demand, ordered = history.flow("demand", window.turns), _ordered(window)
    for stream, item in enumerate(plant.item_of_stream):
        wanted[:, item] += demand[:, stream]
    for part, user, count in plant.uses:
        wanted[:, part] += count * ordered[:, user]
    return wanted


def _ordered(window: Window) -> Array:
    """Units ordered of each item by period, from all its sources."""
    ordered = window.history.flow("ordered", window.turns)
    return np.asarray(np.add.reduceat(ordered, window.history.plant.first_source, axis=1))


def _of_item(window: Window, rows: Array) -> Array:
    return rows if window.item is None else rows[:, [window.item]]


def _whole(window: Window) -> bool:
    """Whether every period is there."""
    records = window.history.records[window.turns or slice(None)]
    return bool(records) and all(len(record.flows) == record.periods for record in records)


def _variance(rows: Array) -> Array:
    return np.asarray(rows.var(axis=0).sum(axis=0), dtype=np.float64)


def _swing(of: Reading) -> Term:
    def variance(window: Window) -> Array:
        return _variance(_of_item(window, of(window))) if _whole(window) else np.zeros(window.history.replications)

    return Term("number", variance)


BULLWHIP = Measure(
    name="bullwhip",
    kind="number",
    rising=False,
    terms={"orders": _swing(_ordered), "demand": _swing(demand_on_items)},
    per_item=True,
    by_period=True,
)


def _errors(window: Window) -> tuple[Array, Array]:
    """Sum over all orders of |forecast - demand| of their lead time, and of that demand, `[replication]`."""
    wrong = wanted = np.zeros(window.history.replications)
    if not _whole(window):
        return wrong, wanted
    demand, ordered = demand_on_items(window), _ordered(window)
    for item in range(demand.shape[1]) if window.item is None else (window.item,):
        off, real = _errors_of(window.history.plant, item, demand[:, item], ordered[:, item] > 0)
        wrong, wanted = wrong + off, wanted + real
    return wrong, wanted


def _errors_of(plant: Plant, item: int, demand: Array, orders: Array) -> tuple[Array, Array]:
    lead, window = usual_lead(plant, item), REMEMBERED_DAYS * plant.clock.per_day
    until = np.concatenate([np.zeros((1, demand.shape[1])), np.cumsum(demand, axis=0)])
    asked = np.arange(1, len(demand) + 1 - lead)
    known = np.minimum(asked, window)
    forecast = (until[asked] - until[asked - known]) * lead / known[:, None]
    real = until[asked + lead] - until[asked]
    counted = orders[asked - 1]
    return (abs(forecast - real) * counted).sum(axis=0), (real * counted).sum(axis=0)


FORECAST_ERROR = Measure(
    name="forecast_error",
    kind="percent",
    rising=False,
    terms={
        "off": Term("units", lambda window: _errors(window)[0]),
        "demand": Term("units", lambda window: _errors(window)[1]),
    },
    per_item=True,
    by_period=True,
)

FAMILY = (BULLWHIP, FORECAST_ERROR)
