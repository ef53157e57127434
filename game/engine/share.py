"""Sharing a component among those who use it: lowest cover first, in whole containers (rule 12)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.crew import Loss
from game.engine.stock import good_on_hand
from game.plant import PPM
from game.plant.works import Works
from game.state import Array


def share(p: Period, works: Works, cover: Array) -> Array:
    """Units of each item that the consumers of a depth may begin in this period, `[item, replication]`."""
    state, consumers = p.state, works.consumers
    may = np.zeros_like(state.stock)
    asked = (state.authorised + state.authorised_refill).take(consumers, axis=0)
    if not any_of(asked):
        return may
    may[consumers] = asked
    needed = Loss.of(p, consumers).need(asked) if works.scrapped else asked
    good = good_on_hand(p, works.parts)
    short = works.by_part.total(needed.take(works.users, axis=0) * works.counts) > good
    if any_of(short):
        _share_out(p, works, np.flatnonzero(short.any(axis=1)).tolist(), good, cover, may)
    return may


def _share_out(p: Period, works: Works, scarce: list[int], good: Array, cover: Array, may: Array) -> None:
    """Give out the components that do not suffice for all who use them, those with a single user at once."""
    asked = may.copy()
    alone = [k for k in scarce if len(works.uses[k]) == 1]
    if alone:
        uses = [works.uses[k][0] for k in alone]
        items = works.consumers[works.users[uses]]
        granted, _ = _give(p, works, uses, asked[items], good[alone])
        for item, units in zip(items, granted, strict=True):
            np.minimum(may[item], units, out=may[item])
    for k in scarce:
        if len(works.uses[k]) > 1:
            _serve(p, works, works.uses[k], cover, asked, may, good[k])


def _serve(p: Period, works: Works, uses: tuple[int, ...], cover: Array, asked: Array, may: Array, left: Array) -> None:
    items = works.consumers[works.users[list(uses)]].tolist()
    for rank in np.argsort(cover[items], axis=0, kind="stable"):
        for place, (use, item) in enumerate(zip(uses, items, strict=True)):
            turn = rank == place
            wanted = asked[item] * turn
            if any_of(wanted):
                granted, used = _give(p, works, [use], wanted[None], left[None])
                left = left - used[0]
                may[item] = np.where(turn, np.minimum(may[item], granted[0]), may[item])


def _give(p: Period, works: Works, uses: list[int], wanted: Array, left: Array) -> tuple[Array, Array]:
    """Units that components allow for some uses, and units of them needed `[use, R]`; notes what is short."""
    items, counts = works.consumers[works.users[uses]], works.counts[uses]
    loss = Loss.of(p, items) if works.scrapped else None
    used = (loss.need(wanted) if loss else wanted) * counts
    fits = used <= left
    if fits.all():
        return wanted, used
    feeds = left // counts if any_of(counts != 1) else left
    granted = np.where(fits, wanted, np.minimum(_whole_containers(p, items, loss, feeds), wanted))
    fed = (loss.need(granted) if loss else granted) * counts
    p.flow("short")[works.used[uses]] += used - fed
    return granted, fed


def _whole_containers(p: Period, items: Array, loss: Loss | None, at_hand: Array) -> Array:
    """The most whole containers of items that so many of a component can feed."""
    if p.loops.single and not loss:
        return at_hand
    container = p.state.settings["container"][items]
    if not loss:
        units: Array = at_hand // container * container
        return units
    units = (at_hand * (PPM - loss.share) // PPM // container + 1) * container
    while any_of(too_many := loss.need(units) > at_hand):
        units = np.where(too_many, units - container, units)
    return units
