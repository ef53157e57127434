"""Orders taken back before they are dispatched, by hand or when a supplier is out (rule S8)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.orders import buy
from game.levers.supply import undispatched
from game.state import Array, Flags


def recall(p: Period, source: int, where: Flags) -> tuple[Array, Array]:
    """Cancel what an offer has not dispatched, working orders first; returns what was for the loop and the buffer."""
    state = p.state
    units = np.where(where, undispatched(state, source), 0)
    working = np.minimum(units, state.on_order[source])
    state.on_order[source] -= working
    state.refill_on_order[source] -= units - working
    for queue in (state.signals, state.backlog, state.ready):
        queue[source] = np.where(where, 0, queue[source])
    p.flow("recalled")[source] += units
    return working, units - working


def fail_over(p: Period) -> None:
    """Where failover is on and an offer is up, orders of suppliers that are out go to the others."""
    if not p.plant.supply.shared:
        return
    on = p.state.settings["failover"] > 0
    if not any_of(on) or p.force.up.all():
        return
    choice = p.plant.purchases.choice
    reachable = (p.force.up & (p.state.qualified_from <= p.t))[choice.sources] & choice.real[:, :, None]
    moves = on[list(choice.items)] & reachable.any(axis=1)
    if any_of(moves):
        _move(p, moves)


def _move(p: Period, moves: Flags) -> None:
    """Order again, by the items with a choice, what those suppliers have not dispatched."""
    offers, goods = p.plant.purchases, p.plant.purchases.goods
    working, refill = np.zeros((2, *p.state.stock[goods.at].shape), dtype=np.int64)
    for place, item, where in zip(offers.choice.goods, offers.choice.items, moves, strict=True):
        for source in p.plant.sources_of[item]:
            recalled = recall(p, source, where & ~p.force.up[source])
            working[place] += recalled[0]
            refill[place] += recalled[1]
    buy(p, working, is_refill=False)
    buy(p, refill, is_refill=True)
