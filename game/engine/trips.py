"""Suppliers make ready what was ordered, and trips leave with it (rules 26, S11 and S12)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.prices import worth
from game.engine.stock import BITS
from game.level import Offer
from game.plant import PPM, minor, ppm
from game.plant.supply import THOUSAND
from game.state import Array, Flags


def dispatch(p: Period) -> None:
    """Orders reach the suppliers and become ready; trucks of one offer leave loaded, milk runs in any case."""
    supply, state = p.plant.supply, p.state
    for source in supply.direct:
        _prepare(p, source)
        if any_of(state.ready[source]):
            _leave(p, (source,), standing=False)
    for route in supply.routes:
        for source in route:
            _prepare(p, source)
        _leave(p, route, standing=True)


def _prepare(p: Period, source: int) -> None:
    state = p.state
    slot = p.t % state.signals.shape[1]
    state.backlog[source] += state.signals[source, slot]
    state.signals[source, slot] = 0
    if any_of(state.backlog[source]):
        made = np.where(p.force.up[source], np.minimum(state.backlog[source], _capacity(p, source)), 0)
        state.backlog[source] -= made
        state.ready[source] += made


def _capacity(p: Period, source: int) -> Array:
    """Units that can be made ready now."""
    offer, slow = p.plant.sources[source].offer, p.force.slow.get(source)
    assert offer
    if offer.capacity_per_day is None:
        backlog = p.state.backlog[source]
        return backlog if slow is None else np.asarray(-(-backlog * slow // PPM))
    units = p.plant.clock.slice_of_day(p.value("capacity", source, offer.capacity_per_day), p.t)
    return units if slow is None else units * slow // PPM


def _leave(p: Period, sources: tuple[int, ...], *, standing: bool) -> None:
    """A trip for the offers of one truck line; a standing tour leaves with nothing to carry as well."""
    first, some = sources[0], list(sources)
    offer = p.plant.sources[first].offer
    assert offer
    trip = _trip(p, first)
    loads = np.where(trip & p.force.up[some], p.state.ready[some], 0)
    loaded = np.asarray(loads.any(axis=0))
    leaves = loaded | trip if standing else loaded
    if not any_of(leaves):
        return
    trucks = np.where(leaves, _trucks(offer, (loads * p.plant.supply.volume[some, None]).sum(axis=0)), 0)
    p.post("freight", first, trucks * p.value("trip_cost", first, minor(offer.cost_per_trip)))
    p.flow("trucks")[first] += trucks
    on_time = p.value("on_time", first, ppm(offer.on_time))
    late = np.asarray(p.luck.late_bits[first] < (PPM - on_time) * 2**BITS // PPM)
    arrival = _arrival(p, some, offer, late, loaded)
    for source, load in zip(sources, loads, strict=True):
        if any_of(load):
            _ship(p, source, load, arrival, late)


def _trucks(offer: Offer, volume: Array) -> Array:
    if not offer.truck_capacity:
        return np.ones_like(volume)
    return np.maximum(1, -(-volume // (offer.truck_capacity * THOUSAND)))


def _ship(p: Period, source: int, load: Array, arrival: Array, late: Flags) -> None:
    state, offer = p.state, p.plant.sources[source].offer
    assert offer
    state.ready[source] -= load
    place = (source, arrival % state.arrivals.shape[1], np.arange(len(load)))
    state.arrivals[place] += load
    if p.plant.supply.prices_move:
        state.worth[place] += worth(p, source, offer, load)
    leaves = load > 0
    p.flow("shipped")[source] += load
    p.flow("departures")[source] += leaves
    p.flow("late_departures")[source] += late & leaves
    p.flow("arrival_period")[source] += np.where(leaves, arrival, 0)


def _trip(p: Period, source: int) -> Flags | bool:
    weekdays = p.plant.weekday_trips[source]
    if weekdays is not None:
        return bool(weekdays[p.t])
    return np.asarray(p.acts(p.state.settings["trip_every"][source]))


def _arrival(p: Period, sources: list[int], offer: Offer, late: Flags, loaded: Flags) -> Array:
    """When a trip comes back: no earlier than one that left before, unless it may overtake."""
    state = p.state
    delay = np.where(late, p.plant.periods(offer.late_by_days), 0) + p.force.extra[sources].max(axis=0)
    lead = p.value("lead_time", sources[0], p.luck.transit[sources[0]])
    arrival = p.next_open(p.t + np.maximum(lead + delay, 1))
    latest = state.last_arrival[sources].max(axis=0)
    if not offer.may_overtake:
        arrival = np.maximum(arrival, latest)
    state.last_arrival[sources] = np.where(loaded, np.maximum(arrival, latest), state.last_arrival[sources])
    return arrival
