"""Where a run stands: what the level's policies bring on its luck and on other luck, by stock and service.

A spot is one run of one policy: average stock at cost against the share of demand filled at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.coach.batch import outcome, plant_of, play_policy
from game.coach.fortune import OTHERS
from game.coach.policies import for_level
from game.history import History
from game.level.pack import LevelPack
from game.measures import MEASURES
from game.run import RunError

ELSEWHERE = 24
"""Tapes of other luck on which each policy is played."""


@dataclass(frozen=True)
class Spot:
    """How one run came out: `stock` and `profit` in minor units, `served` a share, NaN without demand."""

    stock: float
    served: float
    profit: int
    stars: int
    score: float


@dataclass(frozen=True)
class Stand:
    """A policy on the run's luck, and on other luck."""

    name: str
    here: Spot
    elsewhere: tuple[Spot, ...]


def names(pack: LevelPack) -> tuple[str, ...]:
    """The policies that are compared, those of the level last."""
    return tuple(for_level(pack))


def seeds(seed: int, elsewhere: int = ELSEWHERE) -> tuple[int, ...]:
    """The run's own luck first, then others that no run has."""
    return (seed, *(OTHERS - tape for tape in range(elsewhere)))


def stand(pack: LevelPack, name: str, luck: Sequence[int]) -> Stand | None:
    """One policy on these seeds, the run's first; None when the level does not allow what it decides."""
    try:
        history = play_policy(plant_of(pack), for_level(pack)[name], luck)
    except RunError:
        return None
    here, *elsewhere = spots(history)
    return Stand(name, here, tuple(elsewhere))


def spots(history: History) -> tuple[Spot, ...]:
    """A spot for each replication."""
    found = outcome(history)
    stock, served = (MEASURES[name].value(history).tolist() for name in ("stock_at_cost", "fill_rate"))
    rows = zip(stock, served, found.profit.tolist(), found.stars.tolist(), found.score.tolist(), strict=True)
    return tuple(Spot(*row) for row in rows)
