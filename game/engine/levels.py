"""The levels that are noted after each period, the account balances among them."""

import numpy as np

from game.engine.demand_on import backorders, on_order, waiting
from game.plant import Plant
from game.state import Array, State


def projects(plant: Plant, state: State) -> Array:
    """0 for a project that has not begun, 1 in transition, 2 with its effects, `[project, replication]`."""
    lasting = np.array([plan.periods for plan in plant.projects], dtype=np.int64)[:, None]
    begun = state.project_start <= state.period
    return np.asarray(begun.astype(np.int64) + (begun & (state.period - state.project_start >= lasting)))


def levels(plant: Plant, state: State) -> Array:
    """`[level row, replication]`."""
    noted = np.zeros((plant.level_rows.length, state.replications), dtype=np.int64)
    note(plant, state, waiting(state), backorders(plant, state), noted)
    noted[-len(state.accounts) :] = state.accounts
    return noted


def note(plant: Plant, state: State, open_units: Array, owed: Array, noted: Array) -> None:
    """Write all levels but balances over those noted before; what a plant has not stays 0 and is left out."""
    values = {
        "stock": state.stock,
        "buffer": state.buffer,
        "on_order": on_order(plant, state),
        "backorders": owed,
        "value": state.value,
        "under_way": state.in_process,
        "waiting": open_units,
        "insolvent": state.insolvent,
    }
    if plant.projects:
        values["project"] = projects(plant, state)
    if plant.market.goodwill:
        values["goodwill"] = state.goodwill * plant.market.remembers
    if plant.production.drifting:
        values["record_error"] = state.record_error
    if plant.production.strained:
        values["strain"] = state.strain
    blocks = plant.level_rows.blocks
    for name, value in values.items():
        noted[blocks[name]] = value
