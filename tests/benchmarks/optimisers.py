"""Searchers compared, by hand: the game's own successive halving and well-kept optimisers at the same number of plays.

    uv run --with nevergrad==1.0.12 --with optuna==5.0.0 --with scipy==1.17.1 tests/benchmarks/optimisers.py LEVEL:PLAYS

Without PLAYS the own search takes as many as it wants. All begin at the level's settings and its policies, move the
same axes and meet the same training tapes; each one's best plan is then judged on tapes 1 to 200. Plays are runs of the
level, seconds are processor time of one process.
"""

import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import levelfile  # noqa: E402
from game.coach.batch import Outcome  # noqa: E402
from game.coach.best import standing_plans  # noqa: E402
from game.coach.judging import judge  # noqa: E402
from game.coach.search import TRAINING, USUAL, Effort, Hunt, hunt_of, search_plan  # noqa: E402
from game.coach.space import Point, nearest, plan  # noqa: E402
from game.jobs import Pool  # noqa: E402
from game.level.pack import LevelPack  # noqa: E402
from game.run import Decisions  # noqa: E402

LEVELS = ("first-cards", "small-lots", "pedal-and-sons")
TAPES, TOGETHER, JUDGED = 16, 24, 200
WORST = -1e9
SEED = 7


class Enough(Exception):
    """As many plays as the others."""


class Task:
    """The same question for every optimiser: `values` of points, the larger the better, until the plays are used up."""

    def __init__(self, pack: LevelPack, plays: int) -> None:
        self.hunt: Hunt = hunt_of(pack, Pool(0))
        self.sizes = [len(axis.values) for axis in self.hunt.where]
        self.starts = [nearest(self.hunt.where, self.hunt.plant, made) for made in ((), *standing_plans(pack))]
        self._plays = plays
        self.best: tuple[float, Point] = (2 * WORST, self.starts[0])

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Of points given as numbers, which are rounded."""
        points = [tuple(int(np.clip(round(x), 0, n - 1)) for x, n in zip(row, self.sizes, strict=True)) for row in rows]
        self.hunt.meet(points, TAPES)
        found = [self._value(point) for point in points]
        self.best = max(self.best, *zip(found, points, strict=True))
        if self.hunt.played >= self._plays:
            raise Enough
        return found

    def _value(self, point: Point) -> float:
        first, profit = self.hunt.value(point, TAPES)
        return max(WORST, first + profit * 1e-12)


def nevergrad(task: Task) -> None:
    """Its default, which picks an optimiser by dimension, budget and kind of axes."""
    import nevergrad as ng

    axes = [
        ng.p.Scalar(init=start, lower=0, upper=size - 1).set_integer_casting()
        if axis.ordered
        else ng.p.Choice(range(size))
        for axis, size, start in zip(task.hunt.where, task.sizes, task.starts[0], strict=True)
    ]
    space = ng.p.Tuple(*axes)
    space.random_state.seed(SEED)
    asked = ng.optimizers.NGOpt(space, budget=task._plays // TAPES, num_workers=TOGETHER)
    for start in task.starts:
        asked.suggest(start)
    while True:
        some = [asked.ask() for _ in range(TOGETHER)]
        for one, value in zip(some, task.values([one.value for one in some]), strict=True):
            asked.tell(one, -value)


def optuna(task: Task) -> None:
    """Tree-structured Parzen estimators, its default, asked for many at once."""
    import optuna as op

    op.logging.set_verbosity(op.logging.ERROR)
    study = op.create_study(direction="maximize", sampler=op.samplers.TPESampler(seed=SEED, constant_liar=True))
    for start in task.starts:
        study.enqueue_trial({str(k): place for k, place in enumerate(start)})
    while True:
        trials = [study.ask() for _ in range(TOGETHER)]
        rows = [[_suggested(task, trial, k) for k in range(len(task.sizes))] for trial in trials]
        for trial, value in zip(trials, task.values(rows), strict=True):
            study.tell(trial, value)


def _suggested(task: Task, trial: object, k: int) -> int:
    if task.hunt.where[k].ordered:
        return trial.suggest_int(str(k), 0, task.sizes[k] - 1)
    return trial.suggest_categorical(str(k), list(range(task.sizes[k])))


def evolution(task: Task) -> None:
    """scipy's differential evolution on whole numbers, a generation at once."""
    from scipy.optimize import differential_evolution

    count = max(TOGETHER, 3 * len(task.sizes))
    drawn = np.random.default_rng(SEED).uniform(0, [size - 1 for size in task.sizes], (count, len(task.sizes)))
    drawn[: len(task.starts)] = task.starts
    differential_evolution(
        lambda rows: -np.array(task.values(np.atleast_2d(rows.T))), [(0, size - 1) for size in task.sizes],
        init=drawn, maxiter=100_000, rng=SEED, tol=0, polish=False, vectorized=True, updating="deferred",
        integrality=np.ones(len(task.sizes), dtype=bool),
    )  # fmt: skip


def annealing(task: Task) -> None:
    """scipy's dual annealing, one point after another."""
    from scipy.optimize import dual_annealing

    bounds = [(0, size - 1) for size in task.sizes]
    start = np.array(task.starts[int(np.argmax(task.values(task.starts)))], dtype=float)
    dual_annealing(lambda row: -task.values([row])[0], bounds, x0=start, maxiter=10**6, rng=SEED, no_local_search=True)


OTHERS: dict[str, Callable[[Task], None]] = {
    "nevergrad NGOpt": nevergrad,
    "optuna TPE": optuna,
    "scipy differential_evolution": evolution,
    "scipy dual_annealing": annealing,
}


def told(pack: LevelPack, name: str, plays: int, took: float, decisions: tuple[Decisions, ...]) -> None:
    """A line of the table."""
    result = judge(pack, {name: decisions}, range(1, JUDGED + 1), Pool(0))[name]
    assert isinstance(result, Outcome)
    three = float((result.stars == 3).mean())
    score, profit = float(result.score.mean()), float(result.profit.mean()) / 100
    print(
        f"{pack.level.id:15s} {name:29s} {plays:7d} plays {took:7.1f} s  score {score:6.2f}  three stars {three:4.0%}  "
        f"profit {profit:10.0f}",
        flush=True,
    )


def compare(pack: LevelPack, most: int) -> None:
    """Own search first; the others get as many plays."""
    own, before = hunt_of(pack, Pool(0), Effort(plays=most)), time.process_time()
    found = search_plan(own, standing_plans(pack))
    told(pack, "own successive halving", found.played, time.process_time() - before, found.decisions)
    for name, search in OTHERS.items():
        task, before = Task(pack, found.played), time.process_time()
        try:
            with warnings.catch_warnings(action="ignore"):
                search(task)
        except Enough:
            pass
        told(pack, name, task.hunt.played, time.process_time() - before, plan(task.hunt.where, task.best[1]))


if __name__ == "__main__":
    print(f"training tapes from {TRAINING}, {TAPES} to a plan of the others", flush=True)
    for word in sys.argv[1:] or LEVELS:
        level, _, limit = word.partition(":")
        loaded = levelfile.load(ROOT / "levels" / f"{level}.toml")
        assert isinstance(loaded, LevelPack)
        compare(loaded, int(limit or USUAL.plays))
