"""Taking units out of stock and putting them in: moving-average value, lots with hidden bad units, buffer."""

import numpy as np

from game.engine.context import NOTHING, ONE, Period, any_of
from game.plant import PPM
from game.plant.groups import Index, add, take_off
from game.plant.together import Arrivals, Goods
from game.state import Array, State

BITS = 20


def kind_of_stock(p: Period, item: int) -> str:
    """`raw` for bought items, `finished` for those made or moved: the account that holds them."""
    return "raw" if p.plant.bought(item) else "finished"


def good_on_hand(p: Period, goods: Goods) -> Array:
    """Working units that can be issued, `[item, replication]`: hidden bad ones and the buffer excluded."""
    state = p.state
    good: Array = state.stock[goods.at] - state.buffer[goods.at]
    for place, _, row in goods.lots:
        good[place] -= state.bad[row].sum(axis=0)
    return np.maximum(good, NOTHING, out=good) if goods.lots else good


def share_of_value(state: State, items: int | Index, units: Array) -> Array:
    """Book value of some of the units held: value * units // stock."""
    share: Array = state.value[items] * units // np.maximum(state.stock[items], ONE)
    return share


def take(p: Period, goods: Goods, units: Array) -> Array:
    """Issue good units first in, first out; returns their value. The lots met are searched for bad units first."""
    state = p.state
    for place, item, row in goods.lots:
        if any_of(units[place]):
            _search_and_issue(p, item, row, units[place])
    value = share_of_value(state, goods.at, units)
    take_off(state.value, goods.at, value)
    take_off(state.stock, goods.at, units)
    return value


def post_by_kind(p: Period, posting: str, goods: Goods, amounts: Array) -> None:
    """Post amounts by item to the account that holds it."""
    for kind, places, items in goods.kinds:
        p.post(f"{posting}_{kind}", items, amounts[places])


def put(p: Period, arrivals: Arrivals, units: Array) -> None:
    """Receive what stations made and transfers moved: working orders first; goods in process bring their value."""
    state, sources, items = p.state, arrivals.sources, arrivals.items
    refill = close_orders(p, sources, units)
    if refill is not None:
        add(state.buffer, items, refill)
    _finish(p, arrivals, units)
    add(state.stock, items, units)
    for place, row in arrivals.lots:
        state.lots[row, 0] += units[place]
    p.note("arrived", sources, units)


def close_orders(p: Period, sources: Index, units: Array) -> Array | None:
    """Units that come in close working orders first; returns those for the buffers, if there are any."""
    state = p.state
    if not p.loops.refilled:
        take_off(state.on_order, sources, units)
        return None
    working = np.minimum(units, state.on_order[sources])
    take_off(state.on_order, sources, working)
    refill = units - working
    take_off(state.refill_on_order, sources, refill)
    return refill


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
    if not any_of(state.bad):
        return
    for item, row in p.plant.lot_of.items():
        hopeless = (state.lots[row].sum(axis=0) == state.bad[row].sum(axis=0)) & (state.stock[item] > 0)
        if any_of(hopeless):
            _scrap_bad(p, item, row, np.broadcast_to(hopeless, state.bad[row].shape))


def lots_grow_older(p: Period) -> None:
    """At the start of a period each lot is a period older; without shelf life the oldest are one."""
    state = p.state
    for lots in (state.lots, state.bad) if any_of(state.bad) else (state.lots,):
        for item, row in p.plant.lot_of.items():
            _grow_older(lots[row], int(p.plant.shelf_life[item]))


def _grow_older(lots: Array, life: int) -> None:
    kept = lots[:life] if life else lots
    oldest = kept[-1].copy()
    kept[1:] = kept[:-1]
    kept[0] = 0
    if not life:
        kept[-1] += oldest


def bad_among(units: Array, share: int | Array, bits: Array) -> Array:
    """Bad units in a receipt: floor(units * share + u), at most all (model, section 5); share in ppm."""
    bad: Array = np.minimum(units, (units * share * 2**BITS + bits * PPM) // (2**BITS * PPM))
    return bad


def _finish(p: Period, arrivals: Arrivals, units: Array) -> None:
    state, items = p.state, arrivals.items
    value = state.pool[items] * units // np.maximum(state.in_process[items], ONE)
    take_off(state.pool, items, value)
    take_off(state.in_process, items, units)
    add(state.value, items, value)
    p.post("finish", items, value)
    for name, places, those in arrivals.flows:
        p.note(name, those, units[places])


def _search_and_issue(p: Period, item: int, row: int, units: Array) -> None:
    ages = np.flatnonzero(p.state.lots[row].any(axis=1))[-1] + 1
    lots, bad = p.state.lots[row, :ages], p.state.bad[row, :ages]
    good = (lots - bad)[::-1]
    before = np.cumsum(good, axis=0) - good
    if any_of(bad):
        _scrap_bad(p, item, row, (before < units)[::-1])
    lots -= np.minimum(np.maximum(units - before, 0), good)[::-1]


def _scrap_bad(p: Period, item: int, row: int, searched: Array) -> None:
    lots, bad = p.state.lots[row, : len(searched)], p.state.bad[row, : len(searched)]
    found = bad * searched
    if any_of(found):
        bad -= found
        lots -= found
        discard(p, item, found.sum(axis=0), "scrapped", "scrap")
