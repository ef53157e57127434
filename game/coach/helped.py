"""What would have helped: single changes to a finished run, on the same luck, and what its good calls were worth.

A change sets one lever of one thing from one turn on; what the player decided about it later is left out. A call is a
decision that was made; its worth is what leaving it out would have cost. Each change is played as a whole run in a
batch, so that it brings exactly what it promises when it is played.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import ceil

import numpy as np

from game import engine, levers, tape
from game.coach.batch import Outcome, joined, outcome, plant_of, play_plans
from game.coach.past import settings_by_turn
from game.coach.space import Axis, axes, in_containers
from game.jobs import Pool, Progress
from game.level.pack import LevelPack
from game.levers import Decision
from game.plant import Plant
from game.run import Decisions, Run, RunError, play_turn, start

BLOCK = 600
"""Most changes played together."""
STRETCH = (0.5, 0.75, 1.5, 2.0)
"""Parts of the value in force that are tried beside its neighbours."""
MOST = 1200
"""Most changes tried; turns are thinned out beyond."""


@dataclass(frozen=True)
class Change:
    """A decision from a turn on (0 is the first), what it brings, and all decisions of the run that it makes.

    `profit` in minor units, `score` in points, `stars`: more than the run had, negative for less.
    """

    turn: int
    decision: Decision
    profit: int
    stars: int
    score: float
    decisions: tuple[Decisions, ...]


@dataclass(frozen=True)
class Helped:
    """`by_profit` and `by_stars` hold the best changes, best first; `calls` what good decisions brought, and
    `mistakes` what leaving a decision out would have brought.
    """

    by_profit: tuple[Change, ...]
    by_stars: tuple[Change, ...]
    calls: tuple[Change, ...]
    mistakes: tuple[Change, ...]
    tried: int


@dataclass(frozen=True)
class _Try:
    turn: int
    decision: Decision
    decisions: tuple[Decisions, ...]


def helped(run: Run, pool: Pool, count: int = 10, progress: Progress | None = None) -> Helped:
    """The `count` best changes and calls of a finished run."""
    changes, omissions = list(_changes(run)), list(_omissions(run))
    tries = [*changes, *omissions]
    found = _played(run, tries, pool, progress)
    here = outcome(run.history)
    made = [_change(one, found, here, r) for r, one in enumerate(tries)]
    better, left_out = made[: len(changes)], made[len(changes) :]
    return Helped(
        by_profit=_best(run, [one for one in better if one.profit > 0], count, by_stars=False),
        by_stars=_best(run, [one for one in better if (one.stars, one.score) > (0, 0)], count, by_stars=True),
        calls=tuple(sorted((_worth(one) for one in left_out if one.profit < 0), key=_by_profit)[:count]),
        mistakes=tuple(sorted((one for one in left_out if one.profit > 0), key=_by_profit)[:count]),
        tried=len(tries),
    )


def _best(run: Run, changes: list[Change], count: int, *, by_stars: bool) -> tuple[Change, ...]:
    """The best change of each lever of each thing first, then by what it brings; those that may be played."""
    ordered = sorted(changes, key=_by_stars if by_stars else _by_profit)
    found: list[Change] = []
    for one in ordered:
        if len(found) == count:
            break
        if all(one.decision.key != other.decision.key for other in found) and _allowed(run, one.decisions):
            found.append(one)
    return tuple(found)


def _by_profit(one: Change) -> tuple[float, ...]:
    return (-one.profit, -one.score, one.turn)


def _by_stars(one: Change) -> tuple[float, ...]:
    return (-one.stars, -one.score, -one.profit, one.turn)


def _worth(one: Change) -> Change:
    """A decision that was made, worth what leaving it out costs."""
    return Change(one.turn, one.decision, -one.profit, -one.stars, -one.score, one.decisions)


def _allowed(run: Run, decisions: tuple[Decisions, ...]) -> bool:
    """Whether a player could make these decisions, as playing them would find out."""
    settings = engine.opening(run.plant, 1).settings
    return levers.first_refused(run.plant, settings, chain.from_iterable(decisions)) is None


def attempt(run: Run, decisions: Sequence[Decisions]) -> Run | None:
    """The run that these decisions make on the same luck; None when a player could not have made them."""
    other = start(run.pack, run.seed)
    plan = iter(decisions)
    try:
        while not other.finished:
            other = play_turn(other, next(plan, ()))
    except RunError:
        return None
    return other


def _change(one: _Try, found: Outcome, here: Outcome, r: int) -> Change:
    return Change(
        turn=one.turn,
        decision=one.decision,
        profit=int(found.profit[r] - here.profit[0]),
        stars=int(found.stars[r] - here.stars[0]),
        score=float(found.score[r] - here.score[0]),
        decisions=one.decisions,
    )


def _played(run: Run, tries: list[_Try], pool: Pool, progress: Progress | None) -> Outcome:
    plans = [one.decisions for one in tries]
    if not plans:
        return outcome(run.history).part(slice(0, 0))
    size = ceil(len(plans) / ceil(len(plans) / BLOCK))
    blocks = [tuple(plans[k : k + size]) for k in range(0, len(plans), size)]
    return joined(pool.map(play_block, [(run.pack, run.seed, block) for block in blocks], progress))


def play_block(pack: LevelPack, seed: int, plans: tuple[tuple[Decisions, ...], ...]) -> Outcome:
    """Some plans on one tape, as a worker does it."""
    plant = plant_of(pack)
    return outcome(play_plans(plant, plans, tape.make(plant, [seed])))


def _omissions(run: Run) -> Iterator[_Try]:
    """Each decision left out."""
    for turn, made in enumerate(run.decisions):
        for decision in made:
            left = tuple(one for one in made if one is not decision)
            yield _Try(turn, decision, (*run.decisions[:turn], left, *run.decisions[turn + 1 :]))


def _changes(run: Run) -> Iterator[_Try]:
    """Each lever in reach moved from each turn on, to values near and far."""
    plant = run.plant
    where = in_containers(plant, axes(plant))
    settings = settings_by_turn(run)
    tries = [
        (turn, decision) for turn, now in enumerate(settings) for axis in where for decision in _moved(plant, now, axis)
    ]
    thin = 1 + len(tries) // MOST
    for turn, decision in tries:
        if turn % thin == 0:
            yield _Try(turn, decision, with_change(run.decisions, turn, decision))


def with_change(decisions: tuple[Decisions, ...], turn: int, change: Decision) -> tuple[Decisions, ...]:
    """The decisions with one made from a turn on, and without others about the same from then on."""
    kept = [tuple(one for one in made if when < turn or one.key != change.key) for when, made in enumerate(decisions)]
    kept += [()] * (turn + 1 - len(kept))
    kept[turn] = (*kept[turn], change)
    return tuple(kept)


def _moved(plant: Plant, settings: dict[str, np.ndarray], axis: Axis) -> Iterator[Decision]:
    lever = levers.LEVERS[axis.lever]
    index = plant.index[lever.owner][axis.target]
    if not lever.matters(plant, settings, index):
        return
    now = lever.value(plant, settings, index)
    for value in _near(axis, now) if isinstance(now, int) else axis.values:
        decision = Decision(axis.lever, axis.target, value)
        if value != now and levers.query(plant, settings, decision) is None:
            yield decision


def _near(axis: Axis, now: int) -> Iterable[int]:
    """The neighbours of a value, parts of it, and the ends of what is worth trying; whole steps of the axis."""
    values = [value for value in axis.values if isinstance(value, int)]
    if axis.containers:
        return ()
    step = min((after - before for before, after in pairwise(values)), default=1)
    wanted = {now - 2 * step, now - step, now + step, now + 2 * step, values[0], values[-1]}
    wanted |= {round(now * part / step) * step for part in STRETCH}
    return sorted(value for value in wanted if values[0] <= value <= values[-1])
