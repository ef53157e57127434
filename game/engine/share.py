"""Sharing a component among those who use it: lowest cover first, in whole containers (rule 12)."""

import numpy as np

from game.engine.context import ALL, Period, any_of
from game.engine.crew import Loss
from game.engine.stock import good_on_hand
from game.plant import PPM
from game.plant.works import Works
from game.state import Array


def share(p: Period, works: Works, cover: Array) -> Array:
    """Units of each item that the consumers of a depth may begin in this period, `[item, replication]`."""
    state, consumers = p.state, works.consumers
    may = np.zeros(state.stock.shape, dtype=np.int64)
    asked = state.authorised[consumers]
    if p.loops.refilled:
        asked = asked + state.authorised_refill[consumers]
    if not any_of(asked):
        return may
    may[consumers] = asked
    loss = Loss.of(p, works.names) if works.scrapped else None
    needed = loss.need(asked) if loss else asked
    good = good_on_hand(p, works.parts)
    short = works.by_part.total(_needed(works, ALL, None, needed[works.users])) > good
    if any_of(short):
        if works.paired:
            may[consumers], _ = _give(p, works, ALL, asked, good)
        else:
            _share_out(p, works, np.flatnonzero(short.any(axis=1)).tolist(), good, cover, may)
    return may


def _share_out(p: Period, works: Works, scarce: list[int], good: Array, cover: Array, may: Array) -> None:
    """Give out the components that do not suffice for all who use them, those with a single user at once."""
    asked = may.copy()
    alone = [k for k in scarce if len(works.uses[k]) == 1]
    if alone:
        uses = [works.uses[k][0] for k in alone]
        granted, _ = _give(p, works, uses, asked[works.items[uses]], good[alone])
        for item, units in zip(works.items[uses], granted, strict=True):
            np.minimum(may[item], units, out=may[item])
    for k in scarce:
        if len(works.uses[k]) > 1:
            _serve(p, works, works.uses[k], cover, asked, may, good[k])


def _serve(p: Period, works: Works, uses: tuple[int, ...], cover: Array, asked: Array, may: Array, left: Array) -> None:
    items = works.items[list(uses)].tolist()
    for rank in np.argsort(cover[items], axis=0, kind="stable"):
        for place, (use, item) in enumerate(zip(uses, items, strict=True)):
            turn = rank == place
            wanted = asked[item] * turn
            if any_of(wanted):
                granted, used = _give(p, works, [use], wanted[None], left[None])
                left = left - used[0]
                may[item] = np.where(turn, np.minimum(may[item], granted[0]), may[item])


def _give(p: Period, works: Works, uses: list[int] | slice, wanted: Array, left: Array) -> tuple[Array, Array]:
    """Units that components allow for some uses, and units of them needed `[use, R]`; notes what is short."""
    loss = Loss.of(p, works.items[uses]) if works.scrapped else None
    used = _needed(works, uses, loss, wanted)
    fits = used <= left
    if any_of(fits) == fits.size:
        return wanted, used
    most = _whole_containers(p, works, uses, loss, left)
    granted = np.minimum(most, wanted)
    if most is not left:
        granted = np.where(fits, wanted, granted)
    fed = _needed(works, uses, loss, granted)
    p.note("short", works.parts.at if uses is ALL else works.used[uses], used - fed)
    return granted, fed


def _needed(works: Works, uses: list[int] | slice, loss: Loss | None, units: Array) -> Array:
    """Units of components for so many of the items that use them."""
    begun = loss.need(units) if loss else units
    return begun if works.counts is None else begun * works.counts[uses]


def _whole_containers(p: Period, works: Works, uses: list[int] | slice, loss: Loss | None, left: Array) -> Array:
    """The most whole containers of items that so many of their components can feed."""
    at_hand: Array = left if works.counts is None else left // works.counts[uses]
    if p.loops.single and not loss:
        return at_hand
    container = p.state.settings["container"][works.items[uses]]
    if not loss:
        units: Array = at_hand // container * container
        return units
    units = (at_hand * (PPM - loss.share) // PPM // container + 1) * container
    while any_of(too_many := loss.need(units) > at_hand):
        units = np.where(too_many, units - container, units)
    return units
