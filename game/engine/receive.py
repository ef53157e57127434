"""Step 2, receive: what is due arrives, and empty working stock opens the buffer."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.purchase import buy
from game.engine.quality import receive_bad
from game.engine.stock import put
from game.state import Array


def receive(p: Period) -> None:
    """Receive arrivals, then release buffers."""
    if not p.open:
        return
    slot = p.t % p.state.arrivals.shape[1]
    due = p.state.arrivals[:, slot].copy()
    p.state.arrivals[:, slot] = 0
    _hold(p, due)
    bought, made = due[p.plant.purchases.at], due[p.plant.internal.sources]
    if any_of(bought):
        buy(p, bought)
    if any_of(made):
        put(p, p.plant.internal, made)
    if p.plant.production.bad:
        receive_bad(p)
    _release(p)


def _hold(p: Period, due: Array) -> None:
    """Arrivals that a closed port keeps come in the next open period, if it is open again."""
    if p.plant.calm:
        return
    held = np.where(p.force.held, due, 0)
    if any_of(held):
        later = int(p.next_open(p.t + 1)) % p.state.arrivals.shape[1]
        p.state.arrivals[:, later] += held
        due -= held
        _hold_worth(p, later)


def _hold_worth(p: Period, later: int) -> None:
    worth, slot = p.state.worth, p.t % p.state.arrivals.shape[1]
    if len(worth):
        held = np.where(p.force.held, worth[:, slot], 0)
        worth[:, later] += held
        worth[:, slot] -= held


def _release(p: Period) -> None:
    """Containers move over until the largest container of a consumer is there; the allowance of the day holds."""
    state, container = p.state, p.state.settings["container"]
    if not any_of(state.buffer):
        return
    on_hand = state.stock - state.buffer
    level = _release_level(p)
    if not ((on_hand < level) & (state.buffer > 0)).any():
        return
    wanted = -(-np.minimum(np.maximum(level - on_hand, 0), state.buffer) // container)
    containers = np.minimum(wanted, np.maximum(p.plant.release_limit - state.released, 0))
    units = np.minimum(containers * container, state.buffer)
    state.buffer -= units
    state.released += containers
    p.flow("released")[:] += units
    p.post("release", slice(None), containers * p.plant.release_cost)


def _release_level(p: Period) -> Array:
    """The item's own container, or a larger one of a consumer, in units of the item (rule 10)."""
    container = p.state.settings["container"]
    users = p.plant.users
    return np.maximum(container, users.total(container, np.maximum)) if users.some else container
