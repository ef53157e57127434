"""Beginning units of an item: components leave the stock, their value goes to the item's process pool."""

import numpy as np

from game.engine.context import Period
from game.engine.stock import kind_of_stock, need, put, take
from game.state import Array


def begin_units(p: Period, item: int, units: Array) -> None:
    """Take the components of `units` that will come out, the scrapped ones included (rule 14)."""
    plant, state = p.plant, p.state
    source = plant.sources_of[item][0]
    begun = need(p, item, units)
    moved = "moved_out" if plant.sources[source].station is None else "used"
    value = np.zeros_like(units)
    for part, count in plant.components[item]:
        issued = take(p, part, begun * count)
        p.flow(moved)[part] += begun * count
        p.post(f"issue_{kind_of_stock(p, part)}", part, issued)
        value += issued
    _scrap_share(p, item, value, units, begun)
    if plant.labour[item]:
        state.pool[item] += units * plant.labour[item]
        p.post("absorb", item, units * plant.labour[item])
    state.in_process[item] += units
    working = np.minimum(units, state.authorised[item])
    state.authorised[item] -= working
    state.authorised_refill[item] -= units - working
    p.flow("begun")[source] += units


def finish_units(p: Period, item: int, units: Array) -> None:
    """Units have been made or sent off: they are received at once, or after the process time."""
    source = p.plant.sources_of[item][0]
    transit = int(p.plant.transit[source])
    if transit == 0:
        put(p, source, units)
    else:
        p.state.arrivals[source, int(p.next_open(p.t + transit)) % p.state.arrivals.shape[1]] += units


def _scrap_share(p: Period, item: int, value: Array, units: Array, begun: Array) -> None:
    lost = value * (begun - units) // np.maximum(begun, 1)
    p.state.pool[item] += value - lost
    p.flow("scrapped_in_process")[item] += begun - units
    p.post("scrap_process", item, lost)
