"""The best standing plan known: settings made once and kept, found by trying many on the same luck.

Successive halving: many plans meet few tapes, the best quarter meets four times as many, and so on. Then the best are
moved along one axis, and where that does not help along two, by steps that halve whenever nothing gets better. All
plans meet the same tapes (common random numbers); those of the search are met by no run and by no proof, so that a plan
is judged on luck it was not made for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from math import fsum, inf
from typing import Literal

import numpy as np

from game import engine, levers, luck, tape
from game.coach.batch import Outcome, outcome, plant_of, play_plans, tiled
from game.coach.space import Axis, Point, axes, in_containers, nearest, plan
from game.jobs import Pool, Progress, listening
from game.level.pack import LevelPack
from game.plant import Plant
from game.run import Decisions
from game.tape import Tape

Aim = Literal["score", "chain_cost", "profit"]
Value = tuple[float, float]
"""What counts first, and profit where that is equal."""

TRAINING = luck.SEEDS
"""First seed of the tapes of the search: beyond those that runs are given."""
REPLICATIONS = 480
"""Most replications of one piece of work."""
FEW = 4
"""Tapes that every plan meets."""
PART = 4
"""How many times the tapes are met by the best one of so many plans."""


@dataclass(frozen=True)
class Effort:
    """How much is tried: plans drawn at random, tapes that the best of them meet, plans kept, rounds of moves, and
    plays after which no further round begins.
    """

    drawn: int = 96
    tapes: int = 64
    elite: int = 4
    rounds: int = 24
    plays: int = 60_000


USUAL = Effort()


@dataclass(frozen=True, eq=False)
class Found:
    """The best plan: its decisions by turn, its value on the tapes of the search, and how many plans were tried."""

    decisions: tuple[Decisions, ...]
    value: float
    tried: int
    played: int


@dataclass(eq=False)
class Hunt:
    """A search under way; `start` is the turn in which plans are set, after the decisions of `base`.

    `heard` hears what share of the effort is used up; within a job the job's own listener, which may cancel it.
    """

    pack: LevelPack
    where: tuple[Axis, ...]
    aim: Aim
    pool: Pool
    effort: Effort = USUAL
    start: int = 0
    base: Decisions = ()
    heard: Progress | None = None
    met: dict[Point, list[Value]] = field(default_factory=dict)
    played: int = 0
    rounds: int = 0

    @property
    def plant(self) -> Plant:
        """The level as arrays."""
        return plant_of(self.pack)

    def value(self, point: Point, tapes: int) -> Value:
        """Mean over the first tapes."""
        rows = self.met[point][:tapes]
        return (fsum(row[0] for row in rows) / len(rows), fsum(row[1] for row in rows) / len(rows))

    def meet(self, points: Iterable[Point], tapes: int) -> list[Point]:
        """Let points meet so many tapes; those that may be played, the best first."""
        asked = list(dict.fromkeys(points))
        for point in asked:
            if point not in self.met:
                self.met[point] = [] if self._allowed(point) else [(-inf, -inf)] * self.effort.tapes
        for have in sorted({len(self.met[point]) for point in asked}):
            if have < tapes:
                self._play([point for point in asked if len(self.met[point]) == have], have, tapes)
        return sorted((p for p in asked if self.met[p][0][0] > -inf), key=lambda p: self.value(p, tapes), reverse=True)

    def _allowed(self, point: Point) -> bool:
        settings = engine.opening(self.plant, 1).settings
        return levers.first_refused(self.plant, settings, plan(self.where, point, 0, self.base)[0]) is None

    def _play(self, points: list[Point], have: int, tapes: int) -> None:
        seeds = tuple(range(TRAINING + have, TRAINING + tapes))
        size = max(1, REPLICATIONS // len(seeds))
        blocks = [points[k : k + size] for k in range(0, len(points), size)]
        work = [
            (self.pack, tuple(plan(self.where, point, self.start, self.base) for point in block), seeds)
            for block in blocks
        ]
        plays = len(points) * len(seeds)
        heard = self.heard or listening()
        results = self.pool.map(play_grid, work, heard and (lambda share: heard(self._used(share * plays))))
        self.played += plays
        for block, result in zip(blocks, results, strict=True):
            first = _aimed(result, self.aim).reshape(len(block), len(seeds)).tolist()
            second = result.profit.reshape(len(block), len(seeds)).tolist()
            for point, firsts, seconds in zip(block, first, second, strict=True):
                self.met[point] += list(zip(firsts, map(float, seconds), strict=True))

    def _used(self, under_way: float) -> float:
        """Share of the effort that is used up."""
        return min(1.0, max(self.rounds / self.effort.rounds, (self.played + under_way) / self.effort.plays))


def hunt(search: Hunt, starts: Sequence[Point]) -> Point:
    """The best point found."""
    effort = search.effort
    words = luck.cut(luck.words(search.pack.level.id, 0, "search", effort.drawn * len(search.where)), luck.FIRST)
    sizes = [len(axis.values) for axis in search.where]
    drawn = [
        tuple(int(luck.choose(word, size)) for word, size in zip(row, sizes, strict=True))
        for row in words.reshape(effort.drawn, -1)
    ]
    left = halved(search, [*starts, *drawn], effort.elite)
    scale = 0.25
    for search.rounds in range(effort.rounds):
        if search.played >= effort.plays:
            break
        best = left[0]
        steps = [max(1, round(scale * size)) for size in sizes]
        left = halved(search, [*left, *_moved(search, left, steps)], effort.elite)
        if left[0] == best:
            left = halved(search, [*left, *_twice_moved(search, best, steps, search.rounds)], effort.elite)
        if left[0] == best:
            if all(scale * size < 2 for size in sizes):
                break
            scale /= 2
    return left[0]


def halved(search: Hunt, points: Sequence[Point], keep: int) -> list[Point]:
    """The best of many, by successive halving."""
    tapes, left = min(FEW, search.effort.tapes), list(dict.fromkeys(points))
    while True:
        left = search.meet(left, tapes)
        if tapes == search.effort.tapes:
            return left[:keep]
        left = left[: max(keep, len(left) // PART)]
        tapes = min(search.effort.tapes, PART * tapes)


def _moved(search: Hunt, points: Sequence[Point], steps: Sequence[int]) -> list[Point]:
    """Each point moved along each axis, and the best one onwards from the others and towards them."""
    best, sizes = points[0], [len(axis.values) for axis in search.where]
    moved = [near for point in points for a, step in enumerate(steps) for near in _along(search, point, a, step)]
    for other in points[1:]:
        ahead = [2 * here - there for here, there in zip(best, other, strict=True)]
        moved.append(tuple(min(max(0, place), size - 1) for place, size in zip(ahead, sizes, strict=True)))
        moved.append(tuple((here + there) // 2 for here, there in zip(best, other, strict=True)))
    return moved


def _twice_moved(search: Hunt, point: Point, steps: Sequence[int], done: int) -> Iterator[Point]:
    """A point moved along two axes by equal steps."""
    for a, b in _pairs(search, done):
        step = min(steps[a], steps[b])
        for near in _along(search, point, a, step):
            yield from _along(search, near, b, step)


def _pairs(search: Hunt, done: int) -> list[tuple[int, int]]:
    """All pairs of axes, or as many as four to an axis, drawn anew each round."""
    count = len(search.where)
    every = list(combinations(range(count), 2))
    if len(every) <= 4 * count:
        return every
    draws = luck.cut(luck.words(search.pack.level.id, 1 + done, "search", 4 * count), luck.FIRST)
    return [every[int(luck.choose(word, len(every)))] for word in draws]


def _along(search: Hunt, point: Point, a: int, step: int) -> list[Point]:
    size = len(search.where[a].values)
    if not search.where[a].ordered:
        return [(*point[:a], k, *point[a + 1 :]) for k in range(size) if k != point[a]]
    near = {min(max(0, point[a] + change), size - 1) for change in (-step, step)}
    return [(*point[:a], k, *point[a + 1 :]) for k in sorted(near) if k != point[a]]


def search_plan(search: Hunt, starts: Sequence[Decisions] = ()) -> Found:
    """The best plan found from the level's settings, from some decisions, and from everywhere."""
    points = [nearest(search.where, search.plant, decisions) for decisions in ((), *starts)]
    point = hunt(search, points)
    value = search.value(point, search.effort.tapes)[0]
    return Found(plan(search.where, point, search.start, search.base), value, len(search.met), search.played)


def play_grid(pack: LevelPack, plans: tuple[tuple[Decisions, ...], ...], seeds: tuple[int, ...]) -> Outcome:
    """Every plan on every tape: `[plan * tape]`."""
    plant = plant_of(pack)
    drawn = tiled(_tape(plant, seeds), len(plans))
    return outcome(play_plans(plant, [made for made in plans for _ in seeds], drawn))


@lru_cache(maxsize=16)
def _tape(plant: Plant, seeds: tuple[int, ...]) -> Tape:
    return tape.make(plant, seeds)


def _aimed(found: Outcome, aim: Aim) -> np.ndarray:
    """What is to be large."""
    if aim == "chain_cost":
        return np.asarray(-found.chain_cost.astype(np.float64))
    return np.asarray(getattr(found, aim), dtype=np.float64)


def hunt_of(pack: LevelPack, pool: Pool, effort: Effort = USUAL, heard: Progress | None = None) -> Hunt:
    """A search over all that the level lets a player set."""
    plant = plant_of(pack)
    return Hunt(pack, in_containers(plant, axes(plant)), aim_of(pack), pool, effort, heard=heard)


def aim_of(pack: LevelPack) -> Aim:
    """What a level is about: its goals, else the chain's cost where it has rates, else profit."""
    if pack.level.goal:
        return "score"
    chain = any(item.holding_cost or item.backorder_cost for item in pack.level.item)
    return "chain_cost" if chain else "profit"
