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

Page = tuple[Array, Array]
"""Flows and postings of a period, `[row, replication]`."""

STEPS: tuple[Callable[[Period], None], ...] = (begin, receive, produce, sell, age, replenish, settle, record)


def empty_page(plant: Plant, replications: int) -> Page:
    """Where nothing has happened yet."""
    flows, postings = (
        np.zeros((rows.length, replications), dtype=np.int64) for rows in (plant.flow_rows, plant.posting_rows)
    )
    return flows, postings


def play(
    plant: Plant,
    state: State,
    tape: Tape | Reel,
    effects: tuple[Effects, ...],
    t: int,
    turn_start: int,
    page: Page | None = None,
) -> tuple[Array, Array, Array]:
    """Play period `t` in place; returns its flows and postings, on the page if one is given, and levels."""
    flows, postings = empty_page(plant, state.replications) if page is None else page
    p = Period(
        plant=plant,
        state=state,
        tape=tape,
        luck=tape.period(t),
        effects=effects,
        t=t,
        turn_start=turn_start,
        force=Force.usual(plant, state.replications),
        flows=flows,
        postings=postings,
        opening_debt=-state.accounts[[ACCOUNT["credit_line"], ACCOUNT["loan"]]],
        failed=state.insolvent[0] > 0,
    )
    for step in STEPS:
        step(p)
    return p.flows, p.postings, state.levels
