"""Suppliers make ready what was ordered, and trips leave with it (rules 26, S11 and S12)."""

import numpy as np

from game.engine.context import ONE, Period, any_of
from game.engine.prices import worth
from game.engine.stock import BITS
from game.levers.supply import offer_of
from game.plant import PPM
from game.plant.groups import add, take_off
from game.state import Array, Flags


def dispatch(p: Period) -> None:
    """Orders reach the suppliers and become ready; trucks of one offer leave loaded, milk runs in any case."""
    offers, lines = p.plant.purchases, p.plant.lines
    if not len(offers.sources):
        return
    _prepare(p)
    loads, trip = p.state.ready[offers.at], _trip(p)
    if trip is not None:
        loads = loads * trip[lines.line_of]
    if not p.plant.calm:
        loads = loads * p.force.up[offers.at]
    tours = lines.standing if trip is None else trip & lines.standing
    if any_of(loads) or (lines.touring and any_of(tours)):
        _leave(p, loads.copy(), tours)


def _prepare(p: Period) -> None:
    state, offers = p.state, p.plant.purchases
    signals = state.signals[:, p.t % state.signals.shape[1]]
    made = signals[offers.at]
    if not p.plant.calm or offers.limited:
        backlog = state.backlog[offers.at] + made
        made = np.minimum(backlog, _capacity(p, backlog)) * p.force.up[offers.at]
        state.backlog[offers.at] = backlog - made
    add(state.ready, offers.at, made)
    signals[offers.at] = 0


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


def _trip(p: Period) -> Flags | None:
    """Lines that leave now if there is something to carry, `[line, R or 1]`; None where all do."""
    lines = p.plant.lines
    if p.loops.frequent and not lines.by_weekday:
        return None
    trip: Flags = p.acts(p.state.settings["trip_every"].take(lines.first, axis=0))
    return np.where(lines.weekly, lines.leaves[:, p.t, None], trip)


def _leave(p: Period, loads: Array, tours: Flags) -> None:
    """Trips of the lines that carry something, and of those that drive anyway, with units of each offer."""
    lines, loaded = p.plant.lines, np.minimum(loads, ONE)
    trucks = lines.by_line.total(loaded, np.maximum)
    if lines.touring:
        trucks = np.maximum(trucks, tours)
    if lines.bounded:
        trucks = trucks * _trucks(p, loads)
    if lines.paid or p.force.changes:
        p.post("freight", lines.first, trucks * p.values("trip_cost", lines.first, lines.cost))
    p.note("trucks", lines.first, trucks)
    _ship(p, loads, loaded)


def _late(p: Period) -> Flags | None:
    """Lines whose trucks would be late now, `[line, R]`; None where none can be."""
    lines = p.plant.lines
    if lines.punctual and not p.force.changes:
        return None
    on_time = p.values("on_time", lines.first, lines.on_time)
    late: Flags = p.luck.late_bits[lines.first] < (PPM - on_time) * 2**BITS // PPM
    return late


def _trucks(p: Period, loads: Array) -> Array:
    """Trucks that a trip needs."""
    lines = p.plant.lines
    volume = lines.by_line.total(loads * lines.volume)
    return np.where(lines.room > 0, np.maximum(1, -(-volume // np.maximum(lines.room, 1))), 1)


def _ship(p: Period, loads: Array, loaded: Array) -> None:
    state, offers = p.state, p.plant.purchases
    late = _late(p)
    arrival = _arrival(p, late, loaded)
    take_off(state.ready, offers.at, loads)
    p.put(state.arrivals, offers.at, arrival, loads)
    if p.plant.supply.prices_move:
        p.put(state.worth, offers.at, arrival, _worth(p, loads))
    p.note("shipped", offers.at, loads)
    p.note("departures", offers.at, loaded)
    if late is not None and any_of(late):
        p.note("late_departures", offers.at, late[p.plant.lines.line_of] * loaded)
    p.note("arrival_period", offers.at, arrival * loaded)


def _worth(p: Period, loads: Array) -> Array:
    worths = np.zeros_like(loads)
    for k, source in enumerate(p.plant.purchases.sources.tolist()):
        if any_of(loads[k]):
            worths[k] = worth(p, source, offer_of(p.plant, source), loads[k])
    return worths


def _arrival(p: Period, late: Flags | None, loaded: Array) -> int | Array:
    """When trips of each offer's line come back: no earlier than one that left before, unless they may overtake."""
    offers, lines, known = p.plant.purchases, p.plant.lines, p.state.last_arrival[p.plant.purchases.at]
    if lines.even is not None:
        even = p.next_open(p.t + lines.even)
        p.state.last_arrival[offers.at] = np.maximum(loaded * even, known)
        return even
    lead = p.values("lead_time", lines.first, p.luck.transit[lines.first])
    if late is not None and any_of(late):
        lead = lead + late * lines.late_by
    if not p.plant.calm:
        lead = lead + lines.by_line.total(p.force.extra[offers.at], np.maximum)
    arrival = np.asarray(p.next_open(p.t + np.maximum(lead, 1)))
    last = np.maximum(arrival, lines.by_line.total(known, np.maximum))
    leaves = lines.by_line.total(loaded, np.maximum)[lines.line_of]
    p.state.last_arrival[offers.at] = np.where(leaves > 0, last[lines.line_of], known)
    back: Array = np.where(lines.may_overtake, arrival, last)[lines.line_of]
    return back
