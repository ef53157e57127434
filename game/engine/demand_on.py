"""What is wanted of items: backorders, targets, positions and cover, `[item, replication]` (model, section 4)."""

import numpy as np

from game.engine.forecast import forecast_targets
from game.plant import Plant
from game.plant.groups import together
from game.state import FORECAST, KANBAN, MIN_MAX, ORDER_UP_TO, REORDER, Array, State


def waiting(state: State) -> Array:
    """Open customer units by stream."""
    return np.asarray(together(state.orders) + state.overdue)


def backorders(plant: Plant, state: State, of_customers: Array | None = None) -> Array:
    """Unfilled customer units, where they are known by item, + units authorised downstream and not begun, times the
    units in one.
    """
    owed = plant.sales.at_items.total(waiting(state)) if of_customers is None else of_customers
    if plant.users.some:
        owed = owed + plant.users.total(state.authorised + state.authorised_refill)
    return owed


def on_order(plant: Plant, state: State) -> Array:
    """Working units authorised and not yet received."""
    return plant.by_item.total(state.on_order)


def refill_on_order(plant: Plant, state: State) -> Array:
    """The same for the buffer."""
    return plant.by_item.total(state.refill_on_order)


def cover(plant: Plant, state: State, aims: Array) -> Array:
    """(On hand - backorders) / target, of targets at least 1."""
    return np.asarray((state.stock - state.buffer - backorders(plant, state)) / aims)


def targets(plant: Plant, state: State) -> Array:
    """What each policy aims at; at least 1, and 1 where it is set by hand."""
    settings = state.settings
    policy = settings["policy"]
    target = np.where(policy == KANBAN, settings["cards"] * settings["container"], 1)
    target = np.where(policy == REORDER, settings["reorder_point"] + settings["order_quantity"], target)
    target = np.where((policy == MIN_MAX) | (policy == ORDER_UP_TO), settings["order_up_to"], target)
    if plant.production.forecast:
        target = np.where(policy == FORECAST, forecast_targets(plant, state), target)
    return np.maximum(target, 1)
