"""Demand on items with a forecast, remembered as sums up to each period, and the target made of it (rule P1)."""

import numpy as np

from game.engine.context import Period
from game.plant import Plant
from game.state import Array, State


def remember_demand(p: Period) -> None:
    """Enter this period's demand: what customers asked for and what was authorised downstream."""
    state, plant = p.state, p.plant
    if not plant.production.forecast:
        return
    ring = state.asked.shape[1]
    demand = p.noted("demand")
    for row, item in enumerate(plant.production.forecast):
        asked = state.asked[row, (p.t - 1) % ring] + p.called.get(item, 0)
        for stream in plant.streams_of[item]:
            asked += demand[stream]
        state.asked[row, p.t % ring] = asked
    state.entered = p.t + 1


def call(p: Period, units: Array) -> None:
    """Units of the items made and moved that are authorised now are demand on their components."""
    if p.plant.production.forecast:
        for item, called in zip(p.plant.internal.item_of.tolist(), units, strict=True):
            for part, count in p.plant.components[item]:
                p.called[part] = p.called.get(part, 0) + called * count


def forecast_targets(plant: Plant, state: State) -> Array:
    """S = demand of the last n periods * cover // n + safety, `[item, replication]`; 0 for other items."""
    targets, settings = np.zeros_like(state.stock), state.settings
    ring, latest = state.asked.shape[1], state.entered - 1
    for row, item in enumerate(plant.production.forecast):
        n = np.minimum(settings["smoothing"][item], state.entered)
        if (n == n[0]).all():  # one number: nothing is gathered, and dividing by it is several times as fast
            n = n[0]
            before = state.asked[row, (latest - n) % ring]
        else:
            before = state.asked[row, (latest - n) % ring, np.arange(state.replications)]
        demand = state.asked[row, latest % ring] - before
        targets[item] = demand * settings["cover"][item] // np.maximum(n, 1) + settings["safety"][item]
    return targets
