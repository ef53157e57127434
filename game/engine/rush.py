"""Expediting: what is on the road comes sooner, for money (rule S9)."""

import numpy as np

from game.engine.context import Period, any_of
from game.levers.supply import TURNS_REMEMBERED, rush_cost, rushable, rushed_arrival
from game.state import Array

RED = 3
"""A buffer is red when less than one part in so many is left."""


def rush(p: Period, source: int, wanted: Array) -> None:
    """Bring forward at most so many units of an offer."""
    state, item = p.state, p.plant.sources[source].item
    units = np.minimum(wanted, rushable(p.plant, state, source, p.t))
    if not any_of(units):
        return
    arrives = rushed_arrival(p.plant, source, p.t)
    p.post("expediting", source, rush_cost(p.plant, state, source, units))
    p.flow("rushed")[source] += units
    p.flow("rushes")[source] += units > 0
    state.rushes[item, p.turn % TURNS_REMEMBERED] += units > 0
    state.rush_due[item] = np.where(units > 0, arrives, state.rush_due[item])
    _bring_forward(p, source, units, arrives)


def rush_when_red(p: Period) -> None:
    """The standing rule: when the buffer is red and no rushed load is under way."""
    state = p.state
    for source in p.plant.supply.hurried:
        wanted = state.settings["rush_when_red"][source]
        item = p.plant.sources[source].item
        red = (RED * state.buffer[item] < state.settings["buffer"][item]) & (p.t >= state.rush_due[item])
        if (red & (wanted > 0)).any():
            rush(p, source, np.where(red, wanted, 0))


def forget_old_rushes(p: Period) -> None:
    """At the start of a turn those of four turns ago no longer count."""
    if p.plant.supply.hurried:
        p.state.rushes[:, p.turn % TURNS_REMEMBERED] = 0


def _bring_forward(p: Period, source: int, units: Array, arrives: int) -> None:
    """Units move to an earlier arrival, those that would come first before others; their worth goes along."""
    arrivals, worth = p.state.arrivals[source], p.state.worth[source : source + 1]
    ring = len(arrivals)
    left = units.copy()
    for due in range(arrives + 1, p.t + ring):
        there = arrivals[due % ring]
        taken = np.minimum(left, there)
        for value in worth:
            moved = value[due % ring] * taken // np.maximum(there, 1)
            value[due % ring] -= moved
            value[arrives % ring] += moved
        arrivals[due % ring] -= taken
        arrivals[arrives % ring] += taken
        left -= taken
