"""Suppliers remember: steady orders are thanked, wild ones resented, dependence is used (rule S10)."""

import numpy as np

from game.engine.context import Period
from game.levers.supply import TURNS_LOOKED_AT, regularity

LOYAL_SHARE, LOYAL_TURNS = 80, 12


def remember(p: Period) -> None:
    """Add up the period's orders; after a turn's last period suppliers take a look."""
    state, turn = p.state, p.turn
    state.ordered_in_turn[:, turn % TURNS_LOOKED_AT] += p.noted("ordered")
    if p.t + 1 != p.plant.clock.turn_starts[turn + 1]:
        return
    if turn + 1 >= TURNS_LOOKED_AT:
        state.steady[:] = regularity(state.ordered_in_turn)
    _count_loyalty(p)
    state.ordered_in_turn[:, (turn + 1) % TURNS_LOOKED_AT] = 0


def _count_loyalty(p: Period) -> None:
    state = p.state
    some = [source for item in p.plant.supply.shared for source in p.plant.sources_of[item]]
    loyal = np.where(state.settings["shares"][some] >= LOYAL_SHARE, state.loyal[some] + 1, 0)
    dear = loyal == LOYAL_TURNS
    p.flow("dearer")[some] += dear
    state.raised[some] = np.where(dear, state.raised[some] * 102 // 100, state.raised[some])
    state.loyal[some] = np.where(dear, 0, loyal)
