"""Before step 1 of a turn's first period: shares are paid for, suppliers onboarded, orders recalled, loads rushed."""

from collections.abc import Callable

import numpy as np

from game.engine.context import Period
from game.engine.projects import begin_projects
from game.engine.recall import recall
from game.engine.rush import forget_old_rushes, rush
from game.levers.supply import never_onboarded, offer_of
from game.plant import minor
from game.state import Array


def act(p: Period) -> None:
    """Do what the player asked for once; the levers go back to 0 (rule S1)."""
    forget_old_rushes(p)
    _pay_for_shares(p)
    begin_projects(p)
    for name, action in ACTIONS.items():
        asked = p.state.settings[name]
        for source in np.flatnonzero(asked.any(axis=1)):
            action(p, int(source), asked[source].copy())
            asked[source] = 0


def _pay_for_shares(p: Period) -> None:
    moved = p.state.share_moved
    for item in np.flatnonzero(moved.any(axis=1)):
        cost = minor(p.plant.items[item].share_change_cost)
        p.post("share_change", int(item), moved[item] * cost // 10)
        moved[item] = 0


def _onboard(p: Period, source: int, asked: Array) -> None:
    state, offer = p.state, offer_of(p.plant, source)
    begins = never_onboarded(state, source) * (asked > 0)
    p.flow("onboardings")[source] += begins
    p.post("onboarding", source, begins * minor(offer.onboarding_cost))
    ready = p.t + p.plant.periods(offer.onboarding_days)
    state.qualified_from[source] = np.where(begins, ready, state.qualified_from[source])


def _recall(p: Period, source: int, asked: Array) -> None:
    recall(p, source, asked > 0)


ACTIONS: dict[str, Callable[[Period, int, Array], None]] = {"onboard": _onboard, "recall": _recall, "rush": rush}
