"""Index arrays by which rows are worked together: rows added up by group, in few steps whatever their number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Index = np.ndarray | slice


def index(rows: Sequence[int]) -> np.ndarray:
    """Rows as an index array."""
    return np.array(rows, dtype=np.intp)


def place(rows: Sequence[int]) -> Index:
    """Rows as a slice where they follow one another, so that taking them copies nothing; else as an index array."""
    if rows and list(rows) == list(range(rows[0], rows[0] + len(rows))):
        return slice(rows[0], rows[0] + len(rows))
    return index(rows)


@dataclass(frozen=True, eq=False)
class Groups:
    """Rows by group: `first` the first row of each (0 where it has none), `more` (groups, their next rows) by place.

    `same` is whether each row is a group of its own, in order. Each step of `total` adds one row to many groups, so
    that the steps are as many as the largest group has rows.
    """

    same: bool
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
        if not len(rows):
            return np.zeros((len(self.first), *rows.shape[1:]), dtype=rows.dtype)
        total: np.ndarray = rows.take(self.first, axis=0)
        if len(self.empty):
            total[self.empty] = 0
        for groups, next_rows in self.more:
            total[groups] = add(total.take(groups, axis=0), rows.take(next_rows, axis=0))
        return total

    def before(self, rows: np.ndarray) -> np.ndarray:
        """Of each row, what the rows of its group before it add up to."""
        before, total = np.zeros_like(rows), rows.take(self.first, axis=0)
        for groups, next_rows in self.more:
            before[next_rows] = total.take(groups, axis=0)
            total[groups] += rows.take(next_rows, axis=0)
        return before
