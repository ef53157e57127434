"""Placing an order: split over offers container by container, minimum orders, signals (rules 23 to 25)."""

import numpy as np

from game.engine.context import Period, any_of
from game.plant import minor
from game.state import FORECAST, KANBAN, ORDER_UP_TO, REORDER, Array


def place(p: Period, item: int, working: Array, refill: Array) -> None:
    """Order working units and refill units of an item from its sources."""
    sources = p.plant.sources_of[item]
    if not p.plant.bought(item):
        _authorise(p, item, sources[0], working, refill)
        return
    for units, is_refill in ((working, False), (refill, True)):
        if any_of(units):
            parts = split(p, item, units)
            for place_, source in enumerate(sources):
                _order(p, item, source, parts[place_], is_refill)


def split(p: Period, item: int, units: Array) -> Array:
    """Units by offer `[offer, replication]`: each offer gains its share, the highest credit gets the container."""
    sources = list(p.plant.sources_of[item])
    parts = np.zeros((len(sources), len(units)), dtype=np.int64)
    if len(sources) == 1:
        parts[0] = units
        return parts
    shares, credit = _weights(p, item, sources), p.state.credits[sources]
    total = shares.sum(axis=0)
    container, left, every = p.state.settings["container"][item], units.copy(), np.arange(len(units))
    while any_of(open_ := left > 0):
        credit += np.where(open_, shares, 0)
        best = np.where(shares > 0, credit, np.iinfo(np.int64).min).argmax(axis=0)
        load = np.minimum(container, left)
        parts[best, every] += load
        credit[best, every] -= np.where(open_, total, 0)
        left -= load
    p.state.credits[sources] = credit
    return parts


def _weights(p: Period, item: int, sources: list[int]) -> Array:
    """Shares of the offers that can be asked; a standby takes all when none of those with a share can (rule S8)."""
    shares = p.state.settings["shares"][sources]
    failover = p.state.settings["failover"][item] > 0
    if not any_of(failover):
        return shares
    open_ = (p.state.qualified_from[sources] <= p.t) & (p.force.up[sources] | ~failover)
    weights = np.where(open_, shares, 0)
    first = open_ & (np.cumsum(open_, axis=0) == 1)
    weights = np.where(weights.any(axis=0), weights, 100 * first)
    return np.where(open_.any(axis=0), weights, shares)


def _authorise(p: Period, item: int, source: int, working: Array, refill: Array) -> None:
    state = p.state
    slot = p.next_open(p.t + 1 + _delay(p, item)) % state.signals.shape[1]
    every = np.arange(len(working))
    state.signals[source, slot, every] += working
    state.refill_signals[source, slot, every] += refill
    state.on_order[source] += working
    state.refill_on_order[source] += refill
    p.flow("ordered")[source] += working + refill


def _order(p: Period, item: int, source: int, units: Array, is_refill: bool) -> None:
    offer = p.plant.sources[source].offer
    assert offer
    state = p.state
    extra = np.zeros_like(units)
    if not is_refill and offer.minimum_order:
        extra = _raise(p, item, source, units, offer.minimum_order)
    (state.refill_on_order if is_refill else state.on_order)[source] += units + extra
    state.collecting[source] += units + extra
    goes = (state.collecting[source] >= max(1, offer.minimum_order)) & (units > 0)
    sent = np.where(goes, state.collecting[source], 0)
    state.collecting[source] -= sent
    p.flow("ordered")[source] += sent
    p.post("order_cost", source, goes * p.value("order_cost", source, minor(offer.order_cost)))
    slot = p.next_open(p.t + _delay(p, item)) % state.signals.shape[1]
    state.signals[source, slot, np.arange(len(sent))] += sent


def _delay(p: Period, item: int) -> Array:
    return p.value("signal_delay", item, int(p.plant.signal_delay[item]))


def _raise(p: Period, item: int, source: int, units: Array, minimum: int) -> Array:
    """Units beyond what was asked, up to the minimum order; each extra container costs the offer 100 credit."""
    state, policy = p.state, p.state.settings["policy"][item]
    container = state.settings["container"][item]
    whole = (policy == REORDER) | (policy == ORDER_UP_TO) | (policy == FORECAST)
    least = np.where(whole, -(-minimum // container) * container, minimum)
    raised = (units > 0) & (units < minimum) & (policy != KANBAN)
    extra = np.where(raised, least - units, 0)
    state.credits[source] -= 100 * -(-extra // container)
    return extra
