"""One period: the eight steps, in order (model, section 3)."""

from collections.abc import Callable

import numpy as np

from game.disruptions import Effects
from game.engine.age import age
from game.engine.begin import begin
from game.engine.context import ACCOUNT, Force, Period
from game.engine.produce import produce
from game.engine.receive import receive
from game.engine.record import record
from game.engine.replenish import replenish
from game.engine.sell import sell
from game.engine.settle import settle
from game.plant import Plant
from game.state import Array, State
from game.tape import Reel, Tape

STEPS: tuple[Callable[[Period], None], ...] = (begin, receive, produce, sell, age, replenish, settle, record)


def play(
    plant: Plant, state: State, tape: Tape | Reel, effects: tuple[Effects, ...], t: int, turn_start: int
) -> tuple[Array, Array, Array]:
    """Play period `t` in place; returns its flows, postings and levels, `[row, replication]`."""
    replications = state.replications
    p = Period(
        plant=plant,
        state=state,
        tape=tape,
        luck=tape.period(t),
        effects=effects,
        t=t,
        turn_start=turn_start,
        force=Force.usual(plant, replications),
        flows=np.zeros((plant.flow_rows.length, replications), dtype=np.int64),
        postings=np.zeros((plant.posting_rows.length, replications), dtype=np.int64),
        opening_debt=np.zeros((2, replications), dtype=np.int64),
        failed=state.insolvent[0] > 0,
    )
    p.opening_debt[:] = -state.accounts[[ACCOUNT["credit_line"], ACCOUNT["loan"]]]
    for step in STEPS:
        step(p)
    return p.flows, p.postings, state.levels
