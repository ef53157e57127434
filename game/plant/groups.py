"""Index arrays by which rows are worked together: rows added up by group, in few steps whatever their number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.plant.terms import column

Index = np.ndarray | slice
FEW = 3
"""Places that are added up one by one, because that is quicker."""


def index(rows: Sequence[int]) -> np.ndarray:
    """Rows as an index array."""
    return np.array(rows, dtype=np.intp)


def place(rows: Sequence[int]) -> Index:
    """Rows as a slice where they follow one another, so that taking them copies nothing; else as an index array."""
    if rows and list(rows) == list(range(rows[0], rows[0] + len(rows))):
        return slice(rows[0], rows[0] + len(rows))
    return index(rows)


def alike(values: Sequence[int]) -> int | np.ndarray:
    """One number where all values are the same, for it is met sooner; else a column `[entity, 1]`."""
    return values[0] if len(set(values)) == 1 else column(values)


def times(counts: Sequence[int]) -> np.ndarray | None:
    """Factors `[entity, 1]`; None where they change nothing."""
    return column(counts) if any(count != 1 for count in counts) else None


def add(rows: np.ndarray, at: int | Index, units: np.ndarray) -> None:
    """`rows[at] += units`, none twice; where `at` is a slice nothing is copied."""
    part = rows[at]
    part += units
    if type(at) is not slice:
        rows[at] = part


def take_off(rows: np.ndarray, at: int | Index, units: np.ndarray) -> None:
    """`rows[at] -= units` in the same way."""
    part = rows[at]
    part -= units
    if type(at) is not slice:
        rows[at] = part


def together(rows: np.ndarray) -> np.ndarray:
    """`[row, place, replication]` added up to `[row, replication]`."""
    if rows.shape[1] > FEW:
        return np.asarray(np.add.reduce(rows, axis=1))
    total = rows[:, 0]
    for place in range(1, rows.shape[1]):
        total = total + rows[:, place]
    return total


@dataclass(frozen=True, eq=False)
class Groups:
    """Rows by group: `first` the first row of each (0 where it has none), `more` (groups, their next rows) by place.

    `same` is whether each row is a group of its own, in order; `moved` (groups, rows) where some groups are one row
    each, in order, and the others empty. Each step of `total` adds one row to many groups, so
    that the steps are as many as the largest group has rows.
    """

    same: bool
    moved: tuple[slice, slice] | None
    first: np.ndarray
    empty: np.ndarray
    more: tuple[tuple[np.ndarray, np.ndarray], ...]

    @classmethod
    def of(cls, members: Sequence[Sequence[int]]) -> "Groups":
        """From the rows of each group."""
        longest = max(map(len, members), default=0)
        more = []
        for k in range(1, longest):
            some = [(group, rows[k]) for group, rows in enumerate(members) if len(rows) > k]
            more.append((index([group for group, _ in some]), index([row for _, row in some])))
        return cls(
            same=[tuple(rows) for rows in members] == [(row,) for row in range(len(members))],
            moved=_moved(members) if longest == 1 else None,
            first=index([rows[0] if rows else 0 for rows in members]),
            empty=index([group for group, rows in enumerate(members) if not rows]),
            more=tuple(more),
        )

    @classmethod
    def by(cls, keys: Sequence[int], count: int) -> "Groups":
        """From the group of each row."""
        members: list[list[int]] = [[] for _ in range(count)]
        for row, key in enumerate(keys):
            members[key].append(row)
        return cls.of(members)

    def total(self, rows: np.ndarray, add: np.ufunc = np.add) -> np.ndarray:
        """`[row, replication]` added up, or joined by another operation, to `[group, replication]`; 0 for none.

        It may be `rows` itself: to be read only.
        """
        if self.same:
            return rows
        if self.moved or not len(rows):
            spread = np.zeros((len(self.first), *rows.shape[1:]), dtype=rows.dtype)
            if self.moved:
                spread[self.moved[0]] = rows[self.moved[1]]
            return spread
        total: np.ndarray = rows.take(self.first, axis=0)
        if len(self.empty):
            total[self.empty] = 0
        for groups, next_rows in self.more:
            total[groups] = add(total.take(groups, axis=0), rows.take(next_rows, axis=0))
        return total


def _moved(members: Sequence[Sequence[int]]) -> tuple[slice, slice] | None:
    """Groups with a row, and their rows, if both follow one another."""
    groups, rows = (
        place([k for k, some in enumerate(members) if some]),
        place([row for some in members for row in some]),
    )
    return (groups, rows) if isinstance(groups, slice) and isinstance(rows, slice) else None
