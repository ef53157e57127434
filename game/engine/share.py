"""Sharing a component among those who use it: lowest cover first, in whole containers (rule 12)."""

import numpy as np

from game.engine.context import Period
from game.engine.stock import good_on_hand, need
from game.plant import PPM, Depth
from game.state import Array

May = dict[int, Array]


def share(p: Period, depth: Depth, cover: Array) -> May:
    """Units that each consumer of a depth may begin in this period."""
    state = p.state
    asked = {item: state.authorised[item] + state.authorised_refill[item] for item in depth.consumers}
    may = {item: units.copy() for item, units in asked.items()}
    for component, users in depth.components:
        _serve(p, component, users, cover, asked, may)
    return may


def _serve(p: Period, component: int, users: tuple[tuple[int, int], ...], cover: Array, asked: May, may: May) -> None:
    left = good_on_hand(p, component)
    order = np.argsort(cover[[item for item, _ in users]], axis=0, kind="stable") if len(users) > 1 else None
    for rank in range(len(users)):
        for place, (item, count) in enumerate(users):
            turn = True if order is None else order[rank] == place
            wanted = np.where(turn, asked[item], 0)
            granted = grant(p, item, wanted, left // count)
            used = need(p, item, granted) * count
            left = left - used
            may[item] = np.where(turn, np.minimum(may[item], granted), may[item])
            p.flow("short")[component] += need(p, item, wanted) * count - used


def grant(p: Period, item: int, wanted: Array, at_hand: Array) -> Array:
    """All that is wanted if it can be fed, else the most whole containers that can."""
    if not int(p.plant.scrap[item]):
        container = p.state.settings["container"][item]
        return np.where(wanted <= at_hand, wanted, at_hand // container * container)
    return _grant_with_scrap(p, item, wanted, at_hand)


def _grant_with_scrap(p: Period, item: int, wanted: Array, at_hand: Array) -> Array:
    container = p.state.settings["container"][item]
    left = PPM - int(p.plant.scrap[item])
    units = (at_hand * left // PPM // container + 1) * container
    while (too_many := need(p, item, units) > at_hand).any():
        units = np.where(too_many, units - container, units)
    return np.where(need(p, item, wanted) <= at_hand, wanted, np.minimum(units, wanted))
