"""Orders taken back before they are dispatched, by hand or when a supplier is out (rule S8)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.orders import place
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
    on = p.state.settings["failover"] > 0
    if not any_of(on) or p.force.up.all():
        return
    for item in p.plant.supply.shared:
        some = list(p.plant.sources_of[item])
        reachable = p.force.up[some] & (p.state.qualified_from[some] <= p.t)
        moves = on[item] & reachable.any(axis=0)
        if any_of(moves):
            _move(p, item, moves)


def _move(p: Period, item: int, moves: Flags) -> None:
    working = refill = np.zeros_like(p.state.stock[item])
    for source in p.plant.sources_of[item]:
        recalled = recall(p, source, moves & ~p.force.up[source])
        working, refill = working + recalled[0], refill + recalled[1]
    if any_of(working + refill):
        place(p, item, working, refill)
