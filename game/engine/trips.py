"""Suppliers make ready what was ordered, and trips leave with it (rules 26, S11 and S12)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.prices import worth
from game.engine.stock import BITS
from game.levers.supply import offer_of
from game.plant import PPM
from game.state import Array, Flags


def dispatch(p: Period) -> None:
    """Orders reach the suppliers and become ready; trucks of one offer leave loaded, milk runs in any case."""
    offers, lines = p.plant.purchases, p.plant.lines
    if not len(offers.sources):
        return
    _prepare(p)
    trip = _trip(p)
    loads = p.state.ready[offers.at] * (trip[lines.line_of] & p.force.up[offers.at])
    loaded = lines.by_line.total(loads > 0, np.logical_or)
    leaves = loaded | (trip & lines.standing)
    if any_of(leaves):
        _leave(p, loads, loaded, leaves)


def _prepare(p: Period) -> None:
    state, offers = p.state, p.plant.purchases
    slot = p.t % state.signals.shape[1]
    backlog = state.backlog[offers.at] + state.signals[offers.at, slot]
    state.signals[offers.at, slot] = 0
    made = np.minimum(backlog, _capacity(p, backlog)) * p.force.up[offers.at]
    state.backlog[offers.at] = backlog - made
    state.ready[offers.at] += made


def _capacity(p: Period, backlog: Array) -> Array:
    """Units of each offer that can be made ready now."""
    offers, slow = p.plant.purchases, p.force.slow
    units = backlog.copy() if offers.limited or slow else backlog
    for k, source, per_day in offers.limited:
        units[k] = p.plant.clock.slice_of_day(p.value("capacity", source, per_day), p.t)
    limited = {source for _, source, _ in offers.limited}
    for k, source in enumerate(offers.sources.tolist() if slow else ()):
        if source in slow:
            units[k] = units[k] * slow[source] // PPM if source in limited else -(-units[k] * slow[source] // PPM)
    return units


def _trip(p: Period) -> Flags:
    """Lines that leave now if there is something to carry, `[line, R or 1]`."""
    lines = p.plant.lines
    if p.loops.frequent and not lines.by_weekday:
        return np.ones((len(lines.first), 1), dtype=bool)
    trip: Flags = p.acts(p.state.settings["trip_every"].take(lines.first, axis=0))
    return np.where(lines.weekly, lines.leaves[:, p.t, None], trip)


def _leave(p: Period, loads: Array, loaded: Flags, leaves: Flags) -> None:
    """Trips of the lines that leave, with units of each offer."""
    lines = p.plant.lines
    trucks = leaves * _trucks(p, loads)
    if lines.paid or p.force.changes:
        p.post("freight", lines.first, trucks * p.values("trip_cost", lines.first, lines.cost))
    p.flow("trucks")[lines.first] += trucks
    late = _late(p)
    _ship(p, loads, _arrival(p, late, loaded)[lines.line_of], late[lines.line_of])


def _late(p: Period) -> Flags:
    """Lines whose trucks would be late now, `[line, R or 1]`."""
    lines = p.plant.lines
    if lines.punctual and not p.force.changes:
        return np.zeros((len(lines.first), 1), dtype=bool)
    on_time = p.values("on_time", lines.first, lines.on_time)
    late: Flags = p.luck.late_bits[lines.first] < (PPM - on_time) * 2**BITS // PPM
    return late


def _trucks(p: Period, loads: Array) -> Array | int:
    """Trucks that a trip needs."""
    lines = p.plant.lines
    if not any_of(lines.room):
        return 1
    volume = lines.by_line.total(loads * lines.volume)
    return np.where(lines.room > 0, np.maximum(1, -(-volume // np.maximum(lines.room, 1))), 1)


def _ship(p: Period, loads: Array, arrival: Array, late: Flags) -> None:
    state, offers, leaves = p.state, p.plant.purchases, loads > 0
    state.ready[offers.at] -= loads
    p.put(state.arrivals, offers.sources, arrival, loads)
    if p.plant.supply.prices_move:
        p.put(state.worth, offers.sources, arrival, _worth(p, loads))
    p.flow("shipped")[offers.at] += loads
    p.flow("departures")[offers.at] += leaves
    if any_of(late):
        p.flow("late_departures")[offers.at] += late & leaves
    p.flow("arrival_period")[offers.at] += arrival * leaves


def _worth(p: Period, loads: Array) -> Array:
    worths = np.zeros_like(loads)
    for k, source in enumerate(p.plant.purchases.sources.tolist()):
        if any_of(loads[k]):
            worths[k] = worth(p, source, offer_of(p.plant, source), loads[k])
    return worths


def _arrival(p: Period, late: Flags, loaded: Flags) -> Array:
    """When trips come back: no earlier than one that left before, unless they may overtake."""
    offers, lines, known = p.plant.purchases, p.plant.lines, p.state.last_arrival
    lead = p.values("lead_time", lines.first, p.luck.transit[lines.first])
    if any_of(late):
        lead = lead + late * lines.late_by
    if not p.plant.calm:
        lead = lead + lines.by_line.total(p.force.extra[offers.at], np.maximum)
    arrival = p.next_open(p.t + np.maximum(lead, 1))
    latest = lines.by_line.total(known[offers.at], np.maximum)
    last = np.maximum(arrival, latest)
    known[offers.at] = np.where(loaded[lines.line_of], last[lines.line_of], known[offers.at])
    return np.where(lines.may_overtake, arrival, last)
