"""Sharing a component among those who use it: lowest cover first, in whole containers (rule 12)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.crew import scrap_share
from game.engine.stock import good_on_hand, need
from game.plant import PPM, Depth
from game.state import Array

May = dict[int, Array]
Users = tuple[tuple[int, int], ...]


def share(p: Period, depth: Depth, cover: Array) -> May:
    """Units that each consumer of a depth may begin in this period."""
    state = p.state
    asked = {item: state.authorised[item] + state.authorised_refill[item] for item in depth.consumers}
    may = dict(asked)
    for component, users in depth.components:
        _serve(p, component, users, cover, asked, may)
    return may


def _serve(p: Period, component: int, users: Users, cover: Array, asked: May, may: May) -> None:
    left = good_on_hand(p, component)
    if len(users) == 1:
        ((item, count),) = users
        granted, _ = _give(p, component, item, count, asked[item], left)
        may[item] = np.minimum(may[item], granted)
        return
    order = np.argsort(cover[[item for item, _ in users]], axis=0, kind="stable")
    for rank in order:
        for place, (item, count) in enumerate(users):
            turn = rank == place
            wanted = np.where(turn, asked[item], 0)
            if any_of(wanted):
                granted, used = _give(p, component, item, count, wanted, left)
                left = left - used
                may[item] = np.where(turn, np.minimum(may[item], granted), may[item])


def _give(p: Period, component: int, item: int, count: int, wanted: Array, left: Array) -> tuple[Array, Array]:
    """Units of an item that a component allows, and units of the component they need; notes what is short."""
    used = need(p, item, wanted) * count
    if (used <= left).all():
        return wanted, used
    granted = np.where(used <= left, wanted, np.minimum(_whole_containers(p, item, left // count), wanted))
    fed = need(p, item, granted) * count
    p.flow("short")[component] += used - fed
    return granted, fed


def _whole_containers(p: Period, item: int, at_hand: Array) -> Array:
    """The most whole containers of an item that so many of a component can feed."""
    container = p.state.settings["container"][item]
    units: Array = at_hand // container * container
    if not p.plant.scrap[item]:
        return units
    scrap = scrap_share(p, item)
    units = (at_hand * (PPM - scrap) // PPM // container + 1) * container
    while (too_many := need(p, item, units) > at_hand).any():
        units = np.where(too_many, units - container, units)
    return units
