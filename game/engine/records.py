"""Records of stock: they drift from the truth with every wrong booking, and a count puts them right (rule P2)."""

import numpy as np

from game.engine.context import Period
from game.engine.stock import BITS
from game.plant import PPM
from game.state import KANBAN, Array, State

LEAVES = ("used", "moved_out", "sold")


def keep_records(p: Period) -> None:
    """Book what left the stock, some of it wrongly; then count where a count is due."""
    for item, share in p.plant.production.drifting:
        _drift(p, item, share)
        _count(p, item, share)


def _drift(p: Period, item: int, usual: int) -> None:
    share = p.value("record_error", item, usual)
    units = sum(p.noted(name)[item] for name in LEAVES)
    slip = (units * share * 2**BITS + p.luck.record_bits[item] * PPM) // (2**BITS * PPM)
    p.state.record_error[item] += np.where(p.luck.record_up[item] > 0, slip, -slip)


def _count(p: Period, item: int, usual: int) -> None:
    """Records that no longer err are right at once, whatever was wrong in them before."""
    every = p.state.settings["count_every"][item] * p.plant.clock.per_day
    counts = (every > 0) & p.acts(np.maximum(every, 1))
    right = counts | (p.value("record_error", item, usual) == 0)
    p.flow("corrected")[item] += np.where(right, np.abs(p.state.record_error[item]), 0)
    p.state.record_error[item] = np.where(right, 0, p.state.record_error[item])
    p.post("count", item, counts * p.plant.production.count_cost[item])


def seen_on_hand(p: Period) -> Array:
    """Working stock as the loops see it: recorded, but for kanban, whose cards hang on the containers themselves."""
    state: State = p.state
    on_hand: Array = state.stock - state.buffer
    if not p.plant.production.drifting:
        return on_hand
    kanban = state.settings["policy"] == KANBAN
    return np.where(kanban, on_hand, np.maximum(on_hand + state.record_error, 0))
