"""Luck or skill: what a run's decisions bring on other luck.

The decisions are played as they were made, whatever happens; who would have reacted might have done better, so that
what is found here is a lower bound of what the player's judgement is worth, and never a grade.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import floor

import numpy as np

from game.coach.batch import Outcome, joined
from game.coach.figures import Interval, mean, share
from game.coach.judging import play_block
from game.jobs import Pool, Progress
from game.measures import MEASURES, score
from game.run import Run, RunError

TAPES = 1000
OTHERS = -1_000_001
"""Seeds count down from here: no run, no proof and no future has them."""
FIRST, BLOCK = 24, 244
"""Tapes of the first picture, and of each piece of work after it."""
POINTS = (0.05, 0.25, 0.5, 0.75, 0.95)
POOR = 0.1
"""Share of the tapes whose profit lies below the one that measures the risk."""


@dataclass(frozen=True, eq=False)
class Fortune:
    """`score` and `profit` on the other tapes; `place` is the share of them on which the decisions did worse.

    `worth` is the mean score, `reached[k]` the chance of k + 1 stars or more.
    """

    tapes: int
    here: float
    profit_here: int
    place: float
    worth: Interval
    profit: Interval
    reached: tuple[Interval, Interval, Interval]
    stars: tuple[int, int, int, int]
    insolvent: int
    scores: np.ndarray
    profits: np.ndarray

    @property
    def quantiles(self) -> tuple[float, ...]:
        """Scores that a twentieth, a quarter, half ... of the tapes stay below."""
        return quantiles(self.scores, POINTS)

    @property
    def poor_profit(self) -> float:
        """Profit at the 10th percentile, minor units: a tenth of the tapes bring less."""
        return quantiles(self.profits, (POOR,))[0]


def fortune(run: Run, pool: Pool, tapes: int = TAPES, progress: Progress | None = None) -> Fortune:
    """The run's decisions on so many other tapes; raises `RunError` when they do not suit the level."""
    tasks = [(run.pack, run.decisions, block) for block in blocks(tapes)]
    parts = pool.map(play_block, tasks, progress)
    for part in parts:
        if isinstance(part, RunError):
            raise part
    return told(run, joined(parts))


def told(run: Run, found: Outcome) -> Fortune:
    """What some of the other tapes tell so far."""
    here = float(score(run.history).score[0])
    profit = int(MEASURES["profit"].value(run.history)[0])
    count = len(found.score)
    counts = np.bincount(found.stars, minlength=4).tolist()
    one, two, three = (share(sum(counts[stars:]), count) for stars in (1, 2, 3))
    worse = int((found.score < here).sum()) + int(((found.score == here) & (found.profit < profit)).sum())
    return Fortune(
        tapes=count,
        here=here,
        profit_here=profit,
        place=worse / count,
        worth=mean(found.score.tolist()),
        profit=mean(found.profit.tolist()),
        reached=(one, two, three),
        stars=(counts[0], counts[1], counts[2], counts[3]),
        insolvent=int(found.insolvent.sum()),
        scores=found.score,
        profits=found.profit,
    )


def quantiles(values: np.ndarray, points: tuple[float, ...]) -> tuple[float, ...]:
    """The values that these shares of all lie below, without interpolation."""
    ordered = sorted(values.tolist())
    return tuple(float(ordered[min(len(ordered) - 1, floor(point * len(ordered)))]) for point in points)


def blocks(tapes: int) -> Iterator[tuple[int, ...]]:
    """Seeds of each piece of work, the first picture's first."""
    edges = [0, *range(min(FIRST, tapes), tapes, BLOCK), tapes]
    for start, end in pairwise(edges):
        yield tuple(OTHERS - tape for tape in range(start, end))
