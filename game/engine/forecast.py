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
    ring, demand = state.asked.shape[1], p.noted("demand")
    state.asked[:, p.t % ring] = state.asked[:, (p.t - 1) % ring]
    for asked, item in zip(state.asked[:, p.t % ring], plant.production.forecast, strict=True):
        for more in (*(demand[stream] for stream in plant.streams_of[item]), p.called.get(item)):
            if more is not None:
                np.add(asked, more, out=asked)
    state.entered = p.t + 1


def call(p: Period, units: Array) -> None:
    """Units of the items made and moved that are authorised now are demand on their components."""
    if p.plant.production.forecast:
        for item, called in zip(p.plant.internal.item_of.tolist(), units, strict=True):
            for part, count in p.plant.components[item]:
                more = called * count
                p.called[part] = p.called[part] + more if part in p.called else more


def forecast_targets(plant: Plant, state: State) -> Array:
    """S = demand of the last n periods * cover // n + safety, `[item, replication]`; 0 for other items."""
    targets, settings, items = np.zeros(state.stock.shape, dtype=np.int64), state.settings, plant.production.forecast_at
    ring, latest = state.asked.shape[1], state.entered - 1
    n = np.minimum(settings["smoothing"][items], state.entered)
    if (n == n[0, 0]).all():  # one number: nothing is gathered, and dividing by it is several times as fast
        n = n[0, 0]
        before = state.asked[:, (latest - n) % ring]
    else:
        before = state.asked[np.arange(len(n))[:, None], (latest - n) % ring, np.arange(state.replications)]
    demand = state.asked[:, latest % ring] - before
    targets[items] = demand * settings["cover"][items] // np.maximum(n, 1) + settings["safety"][items]
    return targets
