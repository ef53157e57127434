"""Suppliers make ready what was ordered, and trips leave with it (rule 26)."""

import numpy as np

from game.engine.context import Period
from game.engine.stock import BITS
from game.level import Offer
from game.plant import PPM, minor, ppm
from game.state import Array, Flags


def dispatch(p: Period) -> None:
    """Play all offers: orders reach the supplier, goods become ready, a trip takes all that is."""
    state = p.state
    slot = p.t % state.signals.shape[1]
    for source in p.plant.bought_sources:
        state.backlog[source] += state.signals[source, slot]
        state.signals[source, slot] = 0
        if state.backlog[source].any() or state.ready[source].any():
            _make_ready(p, source)
            _leave(p, source)


def _make_ready(p: Period, source: int) -> None:
    state, offer = p.state, p.plant.sources[source].offer
    assert offer
    made = state.backlog[source].copy()
    if offer.capacity_per_day is not None:
        made = np.minimum(made, p.plant.clock.slice_of_day(offer.capacity_per_day, p.t))
    made = np.where(p.force.up[source], made, 0)
    state.backlog[source] -= made
    state.ready[source] += made


def _leave(p: Period, source: int) -> None:
    state, offer = p.state, p.plant.sources[source].offer
    assert offer
    load = np.where(_trip(p, source) & p.force.up[source], state.ready[source], 0)
    if not load.any():
        return
    state.ready[source] -= load
    trucks = -(-load // offer.truck_capacity) if offer.truck_capacity else (load > 0).astype(np.int64)
    p.post("freight", source, trucks * minor(offer.cost_per_trip))
    late = p.tape.late_bits[source, p.t] < (PPM - ppm(offer.on_time)) * 2**BITS // PPM
    arrival = _arrival(p, source, offer, late, load > 0)
    state.arrivals[source, arrival % state.arrivals.shape[1], np.arange(len(load))] += load
    p.flow("shipped")[source] += load
    p.flow("trucks")[source] += trucks
    p.flow("departures")[source] += load > 0
    p.flow("late_departures")[source] += late & (load > 0)
    p.flow("arrival_period")[source] += np.where(load > 0, arrival, 0)


def _trip(p: Period, source: int) -> Flags | bool:
    weekdays = p.plant.weekday_trips[source]
    if weekdays is not None:
        return bool(weekdays[p.t])
    return np.asarray(p.acts(p.state.settings["trip_every"][source]))


def _arrival(p: Period, source: int, offer: Offer, late: Flags, leaves: Flags) -> Array:
    delay = np.where(late, p.plant.periods(offer.late_by_days), 0)
    transit = np.maximum(p.tape.transit[source, p.t] + delay + p.force.extra[source], 1)
    arrival = p.next_open(p.t + transit)
    if not offer.may_overtake:
        arrival = np.maximum(arrival, p.state.last_arrival[source])
    p.state.last_arrival[source] = np.where(
        leaves, np.maximum(arrival, p.state.last_arrival[source]), p.state.last_arrival[source]
    )
    return arrival
