"""Disruptions: parameters changed while they are active, blows struck when they begin (rules 5, D7 to D13)."""

from collections.abc import Iterator

import numpy as np

from game.disruptions import Effects
from game.engine.context import Period, any_of
from game.engine.stock import discard, kind_of_stock
from game.plant import PPM
from game.state import Array, Flags


def act(p: Period) -> None:
    """Form the parameters in force from all disruptions that are active."""
    for x, effect in enumerate(p.effects):
        active = p.tape.active[x, p.t]
        if any_of(active):
            _stop(p, effect, active)
            _change(p, effect, active)
            _add(p, x, effect, active)


def _stop(p: Period, effect: Effects, active: Flags) -> None:
    force = p.force
    force.up[list(effect.down)] &= ~active
    force.held[list(effect.held)] |= active
    force.working[list(effect.stopped)] &= ~active


def _change(p: Period, effect: Effects, active: Flags) -> None:
    """Factors multiply one after another, each product rounded down."""
    force = p.force
    for stream, ppm in effect.demand:
        force.factor[stream] = np.where(active, force.factor[stream] * ppm // PPM, force.factor[stream])
    for table, factors in ((force.slow, effect.slow), (force.hands, effect.hands), (force.cost, effect.cost)):
        for index, ppm in factors:
            before = table.get(index, np.full(len(active), PPM))
            table[index] = np.where(active, before * ppm // PPM, before)


def _add(p: Period, x: int, effect: Effects, active: Flags) -> None:
    force = p.force
    for source, periods in effect.extra:
        force.extra[source] += np.where(active, periods, 0)
    for table, shares in ((force.flaws, effect.flaws), (force.spoiled, effect.spoiled)):
        for index, ppm in shares:
            hidden = active & (p.state.found_out[x] == 0)
            table[index] = table.get(index, 0) + np.where(hidden, ppm, 0)
    for debt, ppm in enumerate(effect.rates):
        force.rates[debt] = force.rates.get(debt, 0) + np.where(active, ppm, 0)


def destroy(p: Period) -> None:
    """Stock that is destroyed or loses its worth when a disruption begins; escapes that come to light."""
    for x, effect, begins in _beginnings(p):
        p.flow("struck")[x] += begins
        for item, ppm in effect.destroyed:
            discard(p, item, _share_of_stock(p, item, ppm * begins), "destroyed", "loss")
        for item, ppm in effect.written_down:
            lost = np.where(begins, p.state.value[item] * ppm // PPM, 0)
            p.state.value[item] -= lost
            p.post(f"obsolete_{kind_of_stock(p, item)}", item, lost)
    for x, effect in enumerate(p.effects):
        if effect.flaws or effect.spoiled:
            _find_out(p, x, effect)


def default(p: Period) -> None:
    """Customers who fail when a disruption begins never pay a share of what they owe."""
    for _, effect, begins in _beginnings(p):
        for stream, ppm in effect.unpaid:
            lost = np.where(begins, p.state.receivables[stream] * ppm // PPM, 0)
            p.state.receivables[stream] -= lost
            p.post("bad_debt", stream, lost.sum(axis=0))


def _beginnings(p: Period) -> Iterator[tuple[int, Effects, Flags]]:
    """Disruptions that strike when they begin, and where they do so in this period."""
    for x, effect in enumerate(p.effects):
        if effect.destroyed or effect.written_down or effect.unpaid:
            begins = p.tape.active[x, p.t] & ~p.tape.active[x, p.t - 1] if p.t else p.tape.active[x, 0]
            if any_of(begins):
                yield x, effect, begins


def _share_of_stock(p: Period, item: int, share: Array) -> Array:
    """Units of a share of the stock; where lots are kept it is taken out of each of them, good and bad alike."""
    state = p.state
    if item not in p.plant.lot_of:
        units: Array = state.stock[item] * share // PPM
        return units
    lots, bad = state.lots[p.plant.lot_of[item]], state.bad[p.plant.lot_of[item]]
    bad_lost = bad * share // PPM
    lost: Array = bad_lost + (lots - bad) * share // PPM
    bad -= bad_lost
    lots -= lost
    total: Array = lost.sum(axis=0)
    return total


def _find_out(p: Period, x: int, effect: Effects) -> None:
    """A quality escape ends once bad units of an item it strikes have come to light, or have stopped the line."""
    items = effect.tainted(p.plant)
    sources = [source for item in items for source in p.plant.sources_of[item]]
    seen = p.noted("scrapped")[items].any(axis=0) | p.noted("returned")[sources].any(axis=0)
    for item, station in effect.made_at(p.plant):
        seen |= (p.noted("defective")[item] > 0) & (p.noted("stops")[station] > 0)
    p.state.found_out[x] = p.tape.active[x, p.t] & (seen | (p.state.found_out[x] > 0))
