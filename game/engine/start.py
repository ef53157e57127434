"""Beginning and finishing units: components leave the stock, their value goes to the item's process pool."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.stock import post_by_kind, put, take
from game.plant.groups import add, take_off
from game.plant.together import Making
from game.state import Array


def begin_units(p: Period, making: Making, units: Array, begun: Array) -> None:
    """Take the components of `begun` units of which `units` will come out (rule 14), both `[item, replication]`.

    Where items share a part, no more than one of them may begin units in a replication.
    """
    state, items = p.state, making.at
    value = _issue(p, making, begun)
    if making.scrapped:
        value = _scrap_share(p, making, value, units, begun)
    if making.labour is not None:
        value = value + units * making.labour
        p.post("absorb", items, units * making.labour)
    add(state.pool, items, value)
    add(state.in_process, items, units)
    working = np.minimum(units, state.authorised[items]) if p.loops.refilled else units
    take_off(state.authorised, items, working)
    if p.loops.refilled:
        take_off(state.authorised_refill, items, units - working)
    p.note("begun", making.sources, units)


def finish_units(p: Period, making: Making, units: Array) -> None:
    """Units have been made or sent off: they are received at once, or after the process time."""
    if making.at_once:
        put(p, making.arrivals, units[making.now])
    later = units[making.later]
    if any_of(later):
        p.put(p.state.arrivals, making.later_sources, p.next_open(p.t + making.transit), later)


def _issue(p: Period, making: Making, begun: Array) -> Array:
    """Components used; returns their value by item, to be read only."""
    used = begun[making.users]
    if making.counts is not None:
        used = used * making.counts
    units = making.by_part.total(used)
    issued = take(p, making.parts, units)
    p.note("moved_out" if making.moved else "used", making.parts.at, units)
    post_by_kind(p, "issue", making.parts, issued)
    by_use = issued[making.used]
    return making.by_item.total(by_use * (used > 0) if making.twice else by_use)


def _scrap_share(p: Period, making: Making, value: Array, units: Array, begun: Array) -> Array:
    """What is scrapped in process is lost; returns the value that is left."""
    scrapped = begun - units
    lost = value * scrapped // np.maximum(begun, 1)
    p.flow("scrapped_in_process")[making.at] += scrapped
    p.post("scrap_process", making.at, lost)
    left: Array = value - lost
    return left
