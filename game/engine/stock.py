"""Taking units out of stock and putting them in: moving-average value, lots with hidden bad units, buffer."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.crew import scrap_share
from game.plant import PPM
from game.state import Array, State

ALL = slice(None)
BITS = 20


def kind_of_stock(p: Period, item: int) -> str:
    """`raw` for bought items, `finished` for those made or moved: the account that holds them."""
    return "raw" if p.plant.bought(item) else "finished"


def good_on_hand(p: Period, item: int) -> Array:
    """Working units that can be issued: hidden bad ones and the buffer excluded."""
    state = p.state
    hidden = state.bad[p.plant.lot_of[item]].sum(axis=0) if item in p.plant.lot_of else 0
    good: Array = np.maximum(state.stock[item] - state.buffer[item] - hidden, 0)
    return good


def share_of_value(state: State, item: int, units: Array) -> Array:
    """Book value of some of the units held: value * units // stock."""
    share: Array = state.value[item] * units // np.maximum(state.stock[item], 1)
    return share


def take(p: Period, item: int, units: Array) -> Array:
    """Issue good units first in, first out; returns their value. The lots met are searched for bad units first."""
    state = p.state
    if item in p.plant.lot_of:
        _search_and_issue(p, item, units)
    value = share_of_value(state, item, units)
    state.value[item] -= value
    state.stock[item] -= units
    return value


def put(p: Period, source: int, units: Array, kept: Array | None = None) -> None:
    """Receive units of a source: open working orders first, then the buffer's; goods in process bring their value.

    `kept` are those of them that are not sent back at once.
    """
    plant, state = p.plant, p.state
    item = plant.sources[source].item
    working = np.minimum(units, state.on_order[source])
    state.on_order[source] -= working
    state.refill_on_order[source] -= units - working
    kept = units if kept is None else kept
    state.buffer[item] += np.maximum(kept - working, 0)
    if not plant.sources[source].bought:
        _finish(p, source, item, units)
    state.stock[item] += kept
    if item in plant.lot_of:
        state.lots[plant.lot_of[item], 0] += kept
    p.flow("arrived")[source] += units


def discard(p: Period, item: int, units: Array, flow: str, posting: str) -> None:
    """Units leave the stock at their book value as a loss, from the working stock first."""
    state = p.state
    value = share_of_value(state, item, units)
    state.value[item] -= value
    state.stock[item] -= units
    np.minimum(state.buffer[item], state.stock[item], out=state.buffer[item])
    p.flow(flow)[item] += units
    p.post(f"{posting}_{kind_of_stock(p, item)}", item, value)


def search_hopeless(p: Period) -> None:
    """Search all lots of items that have no good unit left, so that bad units cannot pass for stock (rule 16)."""
    state = p.state
    for item, row in p.plant.lot_of.items():
        hopeless = (state.lots[row].sum(axis=0) == state.bad[row].sum(axis=0)) & (state.stock[item] > 0)
        if any_of(hopeless):
            _scrap_bad(p, item, np.broadcast_to(hopeless, state.bad[row].shape))


def lots_grow_older(p: Period) -> None:
    """At the start of a period each lot is a period older; without shelf life the oldest are one."""
    state = p.state
    for item, row in p.plant.lot_of.items():
        life = int(p.plant.shelf_life[item]) or state.lots.shape[1]
        for lots in (state.lots[row, :life], state.bad[row, :life]):
            oldest = lots[-1].copy()
            lots[1:] = lots[:-1].copy()
            lots[0] = 0
            if not p.plant.shelf_life[item]:
                lots[-1] += oldest


def bad_among(units: Array, share: int | Array, bits: Array) -> Array:
    """Bad units in a receipt: floor(units * share + u), at most all (model, section 5); share in ppm."""
    bad: Array = np.minimum(units, (units * share * 2**BITS + bits * PPM) // (2**BITS * PPM))
    return bad


def _finish(p: Period, source: int, item: int, units: Array) -> None:
    state = p.state
    value = state.pool[item] * units // np.maximum(state.in_process[item], 1)
    state.pool[item] -= value
    state.in_process[item] -= units
    state.value[item] += value
    p.post("finish", item, value)
    made = p.plant.sources[source].station is not None
    p.flow("made" if made else "moved_in")[item] += units


def _search_and_issue(p: Period, item: int, units: Array) -> None:
    state = p.state
    row = p.plant.lot_of[item]
    good = (state.lots[row] - state.bad[row])[::-1]
    before = np.cumsum(good, axis=0) - good
    _scrap_bad(p, item, (before < units)[::-1])
    state.lots[row] -= np.clip(units - before, 0, good)[::-1]


def _scrap_bad(p: Period, item: int, searched: Array) -> None:
    state = p.state
    row = p.plant.lot_of[item]
    found = np.where(searched, state.bad[row], 0)
    if any_of(found):
        state.bad[row] -= found
        state.lots[row] -= found
        discard(p, item, found.sum(axis=0), "scrapped", "scrap")


def need(p: Period, item: int, units: Array) -> Array:
    """Units to begin so that `units` come out: scrap in parts per million, rounded by luck (model, section 6)."""
    if not p.plant.scrap[item]:
        return units
    scrap = scrap_share(p, item)
    bits = p.luck.scrap_bits[item]
    left = PPM - scrap
    begun: Array = units + (units * scrap * 2**BITS + bits * left) // (2**BITS * left) * (units > 0)
    return begun
