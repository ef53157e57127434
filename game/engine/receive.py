"""Step 2, receive: what is due arrives, and empty working stock opens the buffer."""

import numpy as np

from game.engine.context import Period
from game.engine.stock import bad_among, put
from game.plant import minor, ppm
from game.state import Array


def receive(p: Period) -> None:
    """Receive arrivals source by source, then release buffers."""
    if not p.open:
        return
    slot = p.t % p.state.arrivals.shape[1]
    due = p.state.arrivals[:, slot].copy()
    p.state.arrivals[:, slot] = 0
    _hold(p, due)
    for source in np.flatnonzero(due.any(axis=1)):
        _receive(p, int(source), due[source])
    _release(p)


def _hold(p: Period, due: Array) -> None:
    """Arrivals that a closed port keeps come in the next open period, if it is open again."""
    held = np.where(p.force.held, due, 0)
    if held.any():
        later = int(p.next_open(p.t + 1)) % p.state.arrivals.shape[1]
        p.state.arrivals[:, later] += held
        due -= held


def _receive(p: Period, source: int, units: Array) -> None:
    put(p, source, units)
    offer = p.plant.sources[source].offer
    if offer is None:
        return
    state, item = p.state, p.plant.sources[source].item
    p.flow("received")[item] += units
    cost = units * minor(offer.price) // offer.per
    state.value[item] += cost
    p.post("purchase", source, cost)
    state.payables[source, (p.t + p.plant.periods(offer.payment_days)) % state.payables.shape[1]] += cost
    if offer.defects:
        bits = p.tape.defect_bits[source, p.t]
        state.bad[p.plant.lot_of[item], 0] += bad_among(units, ppm(offer.defects), bits)


def _release(p: Period) -> None:
    """One container moves over where less than one is at hand and the day's allowance lasts."""
    state, container = p.state, p.state.settings["container"]
    wanted = (state.stock - state.buffer < container) & (state.buffer > 0) & (state.released < p.plant.release_limit)
    if not wanted.any():
        return
    units = np.where(wanted, np.minimum(container, state.buffer), 0)
    state.buffer -= units
    state.released += wanted
    p.flow("released")[:] += units
    p.post("release", slice(None), wanted * p.plant.release_cost)
