"""What a decision maker sees before a turn: settings, levels and the flows of the turn before, of one replication.

Nothing of the tape is in it. A run and a batch of many replications show the same, so that a policy decides alike in
both.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.history import History
from game.plant import Plant
from game.run import Decisions, Run
from game.state import Settings, State

HIDDEN = frozenset({"arrival_period", "late_departures"})
"""Flows that tell when a truck will really come."""


@dataclass(frozen=True, eq=False)
class Sight:
    """See the module; `settings` are `[owner, 1]`, in force before the turn's decisions."""

    plant: Plant
    turn: int
    settings: Settings
    levels: np.ndarray
    flows: np.ndarray

    def level(self, name: str) -> np.ndarray:
        """A level or account (debits positive) as it stands, `[owner]`."""
        return self.plant.level_rows.view(self.levels, name)

    def flow(self, name: str) -> np.ndarray:
        """A flow of the turn before, `[owner]`; zeros before the first. KeyError for what nobody can see."""
        if name in HIDDEN:
            raise KeyError(name)
        return self.plant.flow_rows.view(self.flows, name)


def of_run(run: Run) -> Sight:
    """What the player of a run sees."""
    return seen(run.plant, run.state, run.history, run.turn, 0)


def seen(plant: Plant, state: State, history: History, turn: int, replication: int) -> Sight:
    """What can be seen of one replication before a turn."""
    one = slice(replication, replication + 1)
    settings = {name: array[:, one] for name, array in state.settings.items()}
    if history.records:
        flows = history.records[-1].flows[:, :, replication].sum(axis=0)
        levels = history.records[-1].closing[:, replication]
    else:
        flows = np.zeros(plant.flow_rows.length, dtype=np.int64)
        levels = history.opening_levels[:, replication]
    return Sight(plant, turn, settings, levels, flows)


@dataclass(frozen=True)
class Policy:
    """A rule that decides a turn from what is seen. One that `reacts` looks at what happened, so that it decides for
    each replication by itself; others decide once for all.
    """

    decide: Callable[[Sight], Decisions]
    reacts: bool = False

    def __call__(self, sight: Sight) -> Decisions:
        """The decisions of the turn that comes."""
        return self.decide(sight)
