"""A look ahead: the coming turns in many futures, with the settings at hand and with those that are planned.

It starts from what is known (`known.py`), so it can be no cleverer than a player who knew all chances. Both plans meet
the same futures. Futures come in blocks, the first small; more of them make the same picture sharper.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

import numpy as np

from game import engine
from game.coach.batch import plant_of
from game.coach.figures import Interval, mean, share
from game.coach.futures import sample
from game.coach.known import Known, believed, known
from game.history import Record
from game.jobs import Job, Pool, tell
from game.level.pack import LevelPack
from game.plant import Plant
from game.run import Decisions, Run

FIRST, BLOCK, FUTURES = 64, 468, 1000
"""Futures of the first answer, of each block after it, and in all: 64 + 2 * 468."""
DAYS = 21
"""Days looked ahead, at least one turn."""
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
KEEPING = ("storage", "insurance")

Piece = tuple[int, int, int | None]
"""First future, how many, and for how many turns; None: as many as `DAYS` reach."""


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
    plans = (replace(question, planned=()), question) if question.planned else (question,)
    found = [[part(plan, *block) for block in blocks(futures)] for plan in plans]
    return told(question.known, found[0], found[-1])


class Looking:
    """A question under way in a pool: `answer` gets sharper with each block; a newer question cancels it.

    What the pool found out for the same knowledge and the same settings is not asked for again.
    """

    def __init__(self, pool: Pool, question: Question, futures: int = FUTURES) -> None:
        self._pool, self._question = pool, question
        self._pieces: list[Piece] = [(0, min(FIRST, futures), 1), *((*block, None) for block in blocks(futures))]
        plans = list(dict.fromkeys((False, bool(question.planned))))
        found, done = {}, _done(pool, question.known)
        for piece in self._pieces:
            for planned in plans:
                what = question if planned else replace(question, planned=())
                key = (repr(what.planned), piece)
                found[key] = done.get(key) or Job(part, (what, *piece))
        _latest[pool] = question.known, found
        self.jobs: tuple[Job, ...] = tuple(found.values())
        for job in reversed(self.jobs):
            if not job.over:
                pool.put(job, first=True)

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return all(job.over for job in self.jobs)

    @property
    def answer(self) -> Compared | None:
        """The picture so far: first one of the coming turn alone, then of all days; None before the first."""
        step = len(self.jobs) // len(self._pieces)
        pairs = [(self.jobs[k], self.jobs[k + step - 1]) for k in range(0, len(self.jobs), step)]
        done = [pair for pair in pairs if all(job.stage == "done" for job in pair)]
        whole = [pair for pair in done if pair is not pairs[0]] or done
        return told(self._question.known, *([pair[k].result for pair in whole] for k in (0, 1))) if whole else None

    def cancel(self) -> None:
        """A newer question has come."""
        for job in self.jobs:
            self._pool.cancel(job)


_latest: WeakKeyDictionary[Pool, tuple[Known, dict[tuple[str, Piece], Job]]] = WeakKeyDictionary()


def _done(pool: Pool, what: Known) -> dict[tuple[str, Piece], Job]:
    """What the latest question of a pool brought, if it was asked from the same knowledge."""
    then, jobs = _latest.get(pool, (None, {}))
    return {key: job for key, job in jobs.items() if then is what and job.stage == "done"}


def blocks(futures: int) -> Iterator[tuple[int, int]]:
    """(First future, count) of each block."""
    first, size = 0, FIRST
    while first < futures:
        yield first, min(size, futures - first)
        first, size = first + size, BLOCK


def part(question: Question, first: int, count: int, turns: int | None = None) -> Block:
    """Some futures with what is planned; so many turns, or as many as `DAYS` reach."""
    what, drawn = question.known, sample(question.known, count, first)
    plant, state, planned = what.plant, drawn.state, question.planned
    last = _last_turn(what) if turns is None else what.turn + turns
    starts = plant.clock.turn_starts
    diary = _Diary(plant, starts[last] - starts[what.turn])
    records: list[Record] = []
    for turn in range(what.turn, last):
        state, record = engine.advance(
            plant, state, planned, drawn.tape, turn, keep="sums", watch=diary.note, used_up=bool(records)
        )
        records.append(record)
        planned = ()
    return diary.block(records)


def _last_turn(what: Known) -> int:
    """The turn after the last one looked at."""
    starts = what.plant.clock.turn_starts
    end = starts[what.turn] + DAYS * what.plant.clock.per_day
    return next((later for later in range(what.turn + 1, len(starts)) if starts[later] >= end), len(starts) - 1)


class _Diary:
    """Levels as they are seen while so many periods are played."""

    def __init__(self, plant: Plant, periods: int) -> None:
        self._plant, self._periods, self._noted = plant, periods, 0
        self._stock: list[np.ndarray] = []
        self._cash: list[np.ndarray] = []
        self._turn = plant.level.calendar.days_per_turn * plant.clock.per_day
        self._dry: list[np.ndarray] = []

    def note(self, levels: np.ndarray) -> None:
        """After a period; ends the work when its result is no longer wanted."""
        blocks = self._plant.level_rows.blocks
        stock = levels[blocks["stock"]]
        dry = stock <= levels[blocks["buffer"]]
        if self._noted % self._turn:
            self._dry[-1] |= dry
        else:
            self._dry.append(dry)
        self._noted += 1
        if self._noted % self._plant.clock.per_day == 0:
            self._stock.append(stock.copy())
            self._cash.append(levels[blocks["cash"].start].copy())
        tell(self._noted, self._periods)

    def block(self, records: list[Record]) -> Block:
        """All that was noted, and what the turns summed up."""
        flows, postings = self._plant.flow_rows.blocks, self._plant.posting_rows.blocks

        def flow(name: str) -> np.ndarray:
            return np.array([record.flows[0, flows[name]].sum(axis=0) for record in records])

        kept = [record.postings[0, postings[name]].sum(axis=0) for record in records for name in KEEPING]
        return Block(
            stock=np.stack(self._stock, axis=1),
            cash=np.stack(self._cash),
            asked=flow("demand"),
            served=flow("filled_at_once"),
            dry=np.any([dry & self._wanted(one) for dry, one in zip(self._dry, records, strict=True)], axis=0),
            failed=records[-1].closing[self._plant.level_rows.blocks["insolvent"].start] > 0,
            cost=np.sum(kept, axis=0),
        )

    def _wanted(self, record: Record) -> np.ndarray:
        """Whether anybody asked for an item in a turn, `[item, future]`: an empty rack that nobody asks is not dry."""
        flows, levels = self._plant.flow_rows.blocks, self._plant.level_rows.blocks
        units = record.flows[0, flows["used"]] + record.flows[0, flows["moved_out"]]
        units = units + record.closing[levels["backorders"]]
        np.add.at(units, list(self._plant.item_of_stream), record.flows[0, flows["demand"]])
        return np.asarray(units > 0)


def told(what: Known, now: Sequence[Block], planned: Sequence[Block]) -> Compared:
    """The picture of blocks, in any order; both plans met the same futures."""
    alone = _ahead(what, now)
    return Compared(alone, alone if planned == now else _ahead(what, planned))


def _ahead(what: Known, parts: Sequence[Block]) -> Ahead:
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
    count = rows.shape[-1]
    places = [min(count - 1, int(share * count)) for share in (LOW, MIDDLE, HIGH)]
    ordered = np.partition(rows, places, axis=-1)
    low, middle, high = (ordered[:, place].tolist() for place in places)
    return Band(tuple(low), tuple(middle), tuple(high))
