"""What happened: one record a turn, and sums over them.

A record holds the flows, postings and levels of each period of its turn as `[period, row, replication]`, or
one row of sums for big batches. Rows are named by the plant (`plant.flow_rows`, `posting_rows`, `level_rows`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from game.kinds import POSTINGS
from game.plant import Plant
from game.plant.rows import Rows

Keep = Literal["periods", "sums"]
Turns = slice | None


@dataclass(frozen=True, eq=False)
class Record:
    """One turn: periods `first` to `last - 1`; `closing` holds the levels after its last period."""

    turn: int
    first: int
    last: int
    flows: np.ndarray
    postings: np.ndarray
    levels: np.ndarray
    closing: np.ndarray

    @property
    def periods(self) -> int:
        """Number of periods."""
        return self.last - self.first


def _days(record: Record, per_day: int) -> Iterator[Record]:
    for first in range(record.first, record.last, per_day):
        part = slice(first - record.first, first - record.first + per_day)
        levels = record.levels[part]
        yield Record(
            turn=first // per_day,
            first=first,
            last=first + per_day,
            flows=record.flows[part],
            postings=record.postings[part],
            levels=levels,
            closing=levels[-1],
        )


@dataclass(frozen=True, eq=False)
class History:
    """All turns played; `opening_levels` is `[row, replication]` before the first period."""

    plant: Plant
    opening_levels: np.ndarray
    records: tuple[Record, ...] = ()

    @property
    def turns(self) -> int:
        """Turns played, the run-out included."""
        return len(self.records)

    @property
    def replications(self) -> int:
        """Number of replications."""
        return int(self.opening_levels.shape[1])

    def by_day(self) -> "History":
        """The same with a record for each day; needs records of periods."""
        days = tuple(day for record in self.records for day in _days(record, self.plant.clock.per_day))
        return replace(self, records=days)

    def append(self, record: Record) -> "History":
        """The history with one turn more."""
        return replace(self, records=(*self.records, record))

    def flow(self, name: str, turns: Turns = None) -> np.ndarray:
        """Flows of a kind, `[period, owner, replication]`."""
        block = self.plant.flow_rows.blocks[name]
        return self._stack([record.flows[:, block] for record in self._of(turns)], self.plant.flow_rows, name)

    def posting(self, name: str, turns: Turns = None) -> np.ndarray:
        """Postings of a kind in minor units, `[period, owner, replication]`."""
        block = self.plant.posting_rows.blocks[name]
        return self._stack([record.postings[:, block] for record in self._of(turns)], self.plant.posting_rows, name)

    def level(self, name: str, turns: Turns = None) -> np.ndarray:
        """A level or account balance (debits positive) after each period, `[period, owner, replication]`."""
        block = self.plant.level_rows.blocks[name]
        return self._stack([record.levels[:, block] for record in self._of(turns)], self.plant.level_rows, name)

    def total_flow(self, name: str, turns: Turns = None) -> np.ndarray:
        """Sum of a flow, `[owner, replication]`."""
        return np.asarray(self.flow(name, turns).sum(axis=0))

    def total_posting(self, name: str, turns: Turns = None) -> np.ndarray:
        """Sum of a posting kind in minor units, `[owner, replication]`."""
        return np.asarray(self.posting(name, turns).sum(axis=0))

    def kind_totals(self, turns: Turns = None) -> np.ndarray:
        """Sum of each posting kind over its owners in minor units, `[posting kind, replication]`."""
        totals = np.zeros((len(POSTINGS), self.replications), dtype=np.int64)
        for record in self._of(turns):
            rows = record.postings.sum(axis=0)
            totals[self.plant.posting_kinds] += np.add.reduceat(rows, self.plant.posting_starts, axis=0)
        return totals

    def movements(self, turns: Turns = None) -> np.ndarray:
        """What postings changed in each account, debits positive, `[account, replication]`."""
        return np.asarray(self.plant.incidence @ self.kind_totals(turns))

    def mean_level(self, name: str, turns: Turns = None) -> np.ndarray:
        """Time average of a level over periods, `[owner, replication]`; before the first turn the level itself."""
        if not self.records:
            return self.opening(name).astype(np.float64)
        count = sum(record.periods for record in self._of(turns))
        return np.asarray(self.level(name, turns).sum(axis=0) / max(1, count))

    def closing(self, name: str, turn: int = -1) -> np.ndarray:
        """A level after a turn (the last one by default), `[owner, replication]`."""
        levels = self.records[turn].closing if self.records else self.opening_levels
        return self.plant.level_rows.view(levels, name)

    def opening(self, name: str) -> np.ndarray:
        """A level before the first period, `[owner, replication]`."""
        return self.plant.level_rows.view(self.opening_levels, name)

    def _of(self, turns: Turns) -> tuple[Record, ...]:
        return self.records if turns is None else self.records[turns]

    def _stack(self, parts: list[np.ndarray], rows: Rows, name: str) -> np.ndarray:
        if parts:
            return np.concatenate(parts)
        block = rows.blocks[name]
        return np.zeros((0, block.stop - block.start, self.replications), dtype=np.int64)
