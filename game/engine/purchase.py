"""What suppliers send is inspected, paid for later and put in stock (rules 8, S3 and S4)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.payments import owe
from game.engine.stock import BITS, bad_among, close_orders
from game.level import Offer
from game.levers.supply import offer_of
from game.plant import PPM, minor, ppm
from game.plant.groups import add
from game.state import Array


def buy(p: Period, units: Array) -> None:
    """Receive purchases `[offer, replication]`; bad units that are not found lie hidden in the lots."""
    state, offers = p.state, p.plant.purchases
    cost = _cost(p, units)
    kept = _look(p, units)
    _put(p, units, kept)
    p.post("purchase", offers.at, cost)
    if kept is not units:
        credit = cost * (units - kept) // np.maximum(units, 1)
        p.post("purchase_return", offers.at, credit)
        cost = cost - credit
    add(state.value, offers.goods.at, offers.by_item.total(cost))
    owe(p, cost)


def _cost(p: Period, units: Array) -> Array:
    """The sum of the worth of the shipments that arrive // `per`."""
    offers = p.plant.purchases
    worth: Array = units * offers.price
    if p.plant.supply.prices_move:
        slot = p.t % p.state.arrivals.shape[1]
        worth = p.state.worth[offers.at, slot].copy()
        p.state.worth[offers.at, slot] = 0
    return worth if offers.per is None else worth // offers.per


def _look(p: Period, units: Array) -> Array:
    """Bad units come along; what is left when those found have gone back."""
    kept = units
    for k, source in p.plant.purchases.flawed:
        if any_of(units[k]):
            offer, item = offer_of(p.plant, source), p.plant.sources[source].item
            share = p.value("defects", source, ppm(offer.defects)) + p.force.flaws.get(source, 0)
            bad = bad_among(units[k], np.minimum(share, PPM), p.luck.defect_bits[source])
            if any_of(p.state.settings["inspect"][source]):
                kept = units.copy() if kept is units else kept
                kept[k] -= _inspect(p, source, offer, units[k], bad)
            p.state.bad[p.plant.lot_of[item], 0] += bad - (units[k] - kept[k])
    return kept


def _put(p: Period, units: Array, kept: Array) -> None:
    """Open working orders are received first, then the buffer's; `kept` of the units go into stock."""
    state, offers = p.state, p.plant.purchases
    refill = close_orders(p, offers.at, units)
    if refill is not None:
        found = units - kept
        add(state.buffer, offers.goods.at, offers.by_item.total(np.maximum(refill - found, 0)))
    by_item = offers.by_item.total(kept)
    add(state.stock, offers.goods.at, by_item)
    for k, _, row in offers.goods.lots:
        state.lots[row, 0] += by_item[k]
    p.note("arrived", offers.at, units)
    p.note("received", offers.goods.at, by_item)


def _inspect(p: Period, source: int, offer: Offer, units: Array, bad: Array) -> Array:
    """A share of the units is looked at; the bad ones among them go back."""
    looked = units * p.state.settings["inspect"][source] // 100
    p.flow("inspected")[source] += looked
    p.post("inspection", source, looked * minor(offer.inspection_cost))
    some = np.maximum(units, 1)
    found = (bad * looked * 2**BITS + p.luck.late_bits[source] * some) // (some * 2**BITS)
    returned = np.where(bad > 0, np.minimum(found, np.minimum(looked, bad)), 0)
    p.flow("returned")[source] += returned
    return returned
