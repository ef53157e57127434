"""Placing orders: split over offers container by container, minimum orders, signals (rules 23 to 25)."""

import numpy as np

from game.engine.context import Period, any_of
from game.plant.groups import add
from game.state import FORECAST, KANBAN, ORDER_UP_TO, REORDER, Array

LEAST = np.iinfo(np.int64).min


def authorise(p: Period, working: Array, *, is_refill: bool) -> None:
    """Order units for working stock or buffers of the items made and moved `[item, replication]`."""
    if not any_of(working):
        return
    state, internal = p.state, p.plant.internal
    due = p.next_open(p.t + 1 + _delay(p, internal.item_of, internal.delay))
    p.put(state.refill_signals if is_refill else state.signals, internal.sources, due, working)
    add(state.refill_on_order if is_refill else state.on_order, internal.sources, working)
    p.note("ordered", internal.sources, working)


def buy(p: Period, units: Array, *, is_refill: bool) -> None:
    """Order units for working stock or buffers of the items bought `[item, replication]` from their offers."""
    if any_of(units):
        _order(p, split(p, units), is_refill)


def split(p: Period, units: Array) -> Array:
    """Units by offer `[offer, replication]`, to be read only."""
    offers = p.plant.purchases
    parts: Array = units[offers.place_of]
    if offers.choice.items:
        shared = units[offers.choice.goods]
        if any_of(shared):
            parts[offers.choice.offers] = _split(p, shared)
    return parts


def _split(p: Period, left: Array) -> Array:
    """Of items with several offers: each offer gains its share, the highest credit gets the container."""
    state, choice = p.state, p.plant.purchases.choice
    shares, credit = _weights(p), state.credits[choice.sources]
    total, container = shares.sum(axis=1), state.settings["container"][list(choice.items)]
    rows, every, parts = np.arange(len(left))[:, None], np.arange(left.shape[1]), np.zeros_like(credit)
    while any_of(open_ := left > 0):
        credit += shares * open_[:, None]
        best = np.where(shares > 0, credit, LEAST).argmax(axis=1)
        load = np.minimum(container, left)
        parts[rows, best, every] += load
        credit[rows, best, every] -= np.where(open_, total, 0)
        left = left - load
    state.credits[choice.sources[choice.real]] = credit[choice.real]
    split_: Array = parts[choice.real]
    return split_


def _weights(p: Period) -> Array:
    """Shares of the offers that can be asked; a standby takes all when none of those with a share can (rule S8)."""
    choice = p.plant.purchases.choice
    shares: Array = p.state.settings["shares"][choice.sources] * choice.real[:, :, None]
    failover = p.state.settings["failover"][list(choice.items)] > 0
    if not any_of(failover):
        return shares
    can = (p.state.qualified_from[choice.sources] <= p.t) & choice.real[:, :, None]
    open_ = can & (p.force.up[choice.sources] | ~failover[:, None])
    weights = np.where(open_, shares, 0)
    first = open_ & (np.cumsum(open_, axis=1) == 1)
    weights = np.where(weights.any(axis=1, keepdims=True), weights, 100 * first)
    asked = open_.any(axis=1, keepdims=True) & failover.any(axis=1).reshape(-1, 1, 1)
    return np.where(asked, weights, shares)


def _order(p: Period, units: Array, is_refill: bool) -> None:
    state, offers = p.state, p.plant.purchases
    sent = asked = units
    if offers.bounded:
        asked = units if is_refill else units + _raise(p, units)
        sent = _collect(p, asked, units)
    add(state.refill_on_order if is_refill else state.on_order, offers.at, asked)
    p.note("ordered", offers.at, sent)
    if offers.order_paid or p.force.changes:
        p.post("order_cost", offers.at, (sent > 0) * p.values("order_cost", offers.sources, offers.order_cost))
    p.put(state.signals, offers.at, p.next_open(p.t + _delay(p, offers.item_of, offers.delay)), sent)


def _collect(p: Period, asked: Array, units: Array) -> Array:
    """Units that go now: those collected, once they reach the minimum order."""
    state, offers = p.state, p.plant.purchases
    collected = state.collecting[offers.at] + asked
    sent: Array = collected * ((collected >= np.maximum(1, offers.minimum)) & (units > 0))
    state.collecting[offers.at] = collected - sent
    return sent


def _delay(p: Period, items: Array, usual: int | Array) -> int | Array:
    if not p.force.changes:
        return usual
    return p.values("signal_delay", items, p.plant.signal_delay[items, None])


def _raise(p: Period, units: Array) -> Array:
    """Units beyond what was asked, up to the minimum order; each extra container costs the offer 100 credit."""
    state, offers = p.state, p.plant.purchases
    few = (units > 0) & (units < offers.minimum)
    if not any_of(few):
        return np.zeros_like(units)
    policy, container = (state.settings[name].take(offers.item_of, axis=0) for name in ("policy", "container"))
    whole = (policy == REORDER) | (policy == ORDER_UP_TO) | (policy == FORECAST)
    least = np.where(whole, -(-offers.minimum // container) * container, offers.minimum)
    extra = np.where(few & (policy != KANBAN), least - units, 0)
    state.credits[offers.at] -= 100 * -(-extra // container)
    return extra
