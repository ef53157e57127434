"""A look ahead: the coming turns in many futures, with the settings at hand and with those that are planned.

It starts from what is known (`known.py`), so it can be no cleverer than a player who knew all chances. Both plans meet
the same futures. Futures come in blocks, the first small; more of them make the same picture sharper.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from game import engine
from game.coach.batch import plant_of, tiled
from game.coach.figures import Interval, mean, share
from game.coach.futures import Futures, many, sample
from game.coach.known import Known, believed, known
from game.history import Record
from game.jobs import Job, Pool
from game.level.pack import LevelPack
from game.plant import Plant
from game.run import Decisions, Run

FIRST, BLOCK, FUTURES = 64, 156, 1000
"""Futures of the first answer, of each block after it, and in all: 64 + 6 * 156."""
DAYS = 21
"""Days looked ahead, at least one turn."""
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
KEEPING = ("storage", "insurance")


@dataclass(frozen=True, eq=False)
class Block:
    """Some futures of one plan. `stock [item, day, future]` at the ends of days, buffer included, `cash [day, future]`
    in minor units; `asked`, `served [turn, future]` units; `dry [item, future]`, `failed [future]` whether it happens;
    `cost [future]` of keeping stock, minor units.
    """

    stock: np.ndarray
    cash: np.ndarray
    asked: np.ndarray
    served: np.ndarray
    dry: np.ndarray
    failed: np.ndarray
    cost: np.ndarray

    def part(self, where: slice) -> "Block":
        """Some of the futures."""
        return Block(*(getattr(self, field.name)[..., where] for field in fields(self)))


@dataclass(frozen=True)
class Band:
    """What one in ten futures stays below, the middle, and what one in ten exceeds, by day or turn."""

    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Ahead:
    """The futures of one plan: `stock` and `dry` by item id, service as fill rate by turn, cash in minor units.

    `days` are the days (0 is the first of the level) at whose ends stock and cash are taken.
    """

    futures: int
    days: tuple[int, ...]
    stock: dict[str, Band]
    cash: Band
    service: Band
    dry: dict[str, Interval]
    insolvent: Interval
    holding: Interval


@dataclass(frozen=True)
class Compared:
    """The settings at hand and those planned, in the same futures."""

    now: Ahead
    planned: Ahead


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked: knowledge, and decisions planned for the coming turn. It can travel to a worker."""

    pack: LevelPack
    known: Known
    planned: Decisions

    @classmethod
    def of(cls, run: Run, planned: Decisions = ()) -> "Question":
        """The question of a run between two turns."""
        return cls(run.pack, known(run), planned)

    def __getstate__(self) -> tuple[LevelPack, Known, Decisions]:
        """The plant stays behind; workers have their own."""
        return self.pack, replace(self.known, plant=None), self.planned  # type: ignore[arg-type]

    def __setstate__(self, state: tuple[LevelPack, Known, Decisions]) -> None:
        pack, what, planned = state
        plant = believed(plant_of(pack), what.now)
        for name, value in (("pack", pack), ("known", replace(what, plant=plant)), ("planned", planned)):
            object.__setattr__(self, name, value)


def look(question: Question, futures: int = FUTURES) -> Compared:
    """The answer, at once."""
    return told(question, [answer(question, *block) for block in blocks(futures)])


class Looking:
    """A question under way in a pool: `answer` gets sharper with each block; a newer question cancels it."""

    def __init__(self, pool: Pool, question: Question, futures: int = FUTURES) -> None:
        self._pool, self._question = pool, question
        jobs = [(answer, question, *block) for block in blocks(futures)]
        self._jobs: list[Job] = [pool.submit(*job, first=True) for job in reversed(jobs)][::-1]
        self._sketch = pool.submit(answer, question, 0, min(FIRST, futures), 1, first=True)

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return all(job.over for job in self._jobs)

    @property
    def answer(self) -> Compared | None:
        """The picture so far: first one of the coming turn alone, then of all days; None before the first."""
        done = [job.result for job in self._jobs if job.stage == "done"]
        if not done and self._sketch.stage == "done":
            done = [self._sketch.result]
        return told(self._question, done) if done else None

    def cancel(self) -> None:
        """A newer question has come."""
        for job in (self._sketch, *self._jobs):
            self._pool.cancel(job)


def blocks(futures: int) -> Iterator[tuple[int, int]]:
    """(First future, count) of each block."""
    first, size = 0, FIRST
    while first < futures:
        yield first, min(size, futures - first)
        first, size = first + size, BLOCK


def answer(question: Question, first: int, count: int, turns: int | None = None) -> tuple[Block, Block]:
    """Some futures with the settings at hand, and with the plan; so many turns, or as many as `DAYS` reach."""
    drawn = sample(question.known, count, first)
    last = _last_turn(question.known) if turns is None else question.known.turn + turns
    if not question.planned:
        alone = _play(question.known, drawn, [], last)
        return alone, alone
    both = Futures(many(drawn.state, 2), tiled(drawn.tape, 2))
    found = _play(question.known, both, [()] * count + [question.planned] * count, last)
    return found.part(slice(0, count)), found.part(slice(count, None))


def _play(what: Known, drawn: Futures, planned: Sequence[Decisions], last: int) -> Block:
    plant, state, notes = what.plant, drawn.state, []
    for turn in range(what.turn, last):
        each = planned if turn == what.turn else ()
        state, record = engine.advance(plant, state, (), drawn.tape, turn, per_replication=each)
        notes.append(_note(plant, record))
    return Block(
        stock=np.concatenate([note.stock for note in notes], axis=1),
        cash=np.concatenate([note.cash for note in notes]),
        asked=np.concatenate([note.asked for note in notes]),
        served=np.concatenate([note.served for note in notes]),
        dry=np.logical_or.reduce([note.dry for note in notes]),
        failed=notes[-1].failed,
        cost=np.sum([note.cost for note in notes], axis=0),
    )


def _last_turn(what: Known) -> int:
    """The turn after the last one looked at."""
    starts = what.plant.clock.turn_starts
    end = starts[what.turn] + DAYS * what.plant.clock.per_day
    return next((later for later in range(what.turn + 1, len(starts)) if starts[later] >= end), len(starts) - 1)


def _note(plant: Plant, record: Record) -> Block:
    per_day = plant.clock.per_day
    levels = plant.level_rows.blocks
    stock = record.levels[:, levels["stock"]]
    working = stock - record.levels[:, levels["buffer"]]
    flows, postings = record.flows, record.postings

    def flow(name: str) -> np.ndarray:
        return np.asarray(flows[:, plant.flow_rows.blocks[name]].sum(axis=(0, 1)))

    kept = [postings[:, plant.posting_rows.blocks[name]].sum(axis=(0, 1)) for name in KEEPING]
    return Block(
        stock=np.ascontiguousarray(stock[per_day - 1 :: per_day].transpose(1, 0, 2)),
        cash=record.levels[per_day - 1 :: per_day, levels["cash"].start].copy(),
        asked=flow("demand")[None, :],
        served=flow("filled_at_once")[None, :],
        dry=(working <= 0).any(axis=0),
        failed=record.closing[levels["insolvent"].start] > 0,
        cost=np.sum(kept, axis=0),
    )


def told(question: Question, found: Sequence[tuple[Block, Block]]) -> Compared:
    """The picture of blocks, in any order."""
    now, planned = (_ahead(question.known, [pair[k] for pair in found]) for k in (0, 1))
    return Compared(now, planned)


def _ahead(what: Known, parts: list[Block]) -> Ahead:
    def joined(of: Callable[[Block], np.ndarray]) -> np.ndarray:
        return np.concatenate([of(part) for part in parts], axis=-1)

    items = [item.id for item in what.plant.items]
    stock, dry = joined(lambda part: part.stock), joined(lambda part: part.dry)
    asked, served = joined(lambda part: part.asked), joined(lambda part: part.served)
    failed = joined(lambda part: part.failed)
    first = what.now // what.plant.clock.per_day
    count = len(failed)
    return Ahead(
        futures=count,
        days=tuple(range(first, first + stock.shape[1])),
        stock={name: band(stock[i]) for i, name in enumerate(items)},
        cash=band(joined(lambda part: part.cash)),
        service=band(np.where(asked > 0, served / np.maximum(asked, 1), 1.0)),
        dry={name: share(int(dry[i].sum()), count) for i, name in enumerate(items)},
        insolvent=share(int(failed.sum()), count),
        holding=mean(joined(lambda part: part.cost).tolist()),
    )


def band(rows: np.ndarray) -> Band:
    """The band of each row over its futures, values that occur, none between."""
    ordered = np.sort(rows, axis=-1)
    count = rows.shape[-1]
    low, middle, high = (ordered[:, min(count - 1, int(part * count))].tolist() for part in (LOW, MIDDLE, HIGH))
    return Band(tuple(low), tuple(middle), tuple(high))
