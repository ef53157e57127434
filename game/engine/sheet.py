"""Where flows, postings and levels of periods are noted, kind by kind; a kind that does not happen costs nothing."""

from collections.abc import Iterable, Sequence

import numpy as np

from game.plant import Plant
from game.plant.rows import Rows, stretches
from game.state import Array, State


class Page(dict[str, Array]):
    """The kinds of a sheet, each a view `[owner, replication]` of it, made when first asked for."""

    def __init__(self, rows: Rows, sheet: Array) -> None:
        super().__init__()
        self.sheet, self._blocks = sheet, rows.blocks

    def __missing__(self, name: str) -> Array:
        view = self[name] = self.sheet[self._blocks[name]]
        return view


class Sums:
    """A page for many periods on which they add up; kinds that steps read again are put aside after each of them."""

    def __init__(self, rows: Rows, replications: int, read_again: Iterable[str] = ()) -> None:
        self.page = Page(rows, np.zeros((rows.length, replications), dtype=np.int64))
        parts = [self.page.sheet[some] for some in stretches(rows.blocks[name] for name in read_again)]
        self._aside = [(part, np.zeros_like(part)) for part in parts]

    def end_period(self) -> None:
        """Leave nothing of this period where steps read."""
        for part, aside in self._aside:
            np.add(aside, part, out=aside)
            part.fill(0)

    def total(self) -> Array:
        """What all periods add up to, `[row, replication]`."""
        for part, aside in self._aside:
            np.add(part, aside, out=part)
        return self.page.sheet


class Ledger(dict[str, tuple[Array, Array]]):
    """The accounts that each posting kind debits and credits, views `[replication]` made when first asked for.

    `moved` are the rows of levels that may have moved: all but accounts that nothing has been posted to.
    """

    def __init__(self, plant: Plant, state: State) -> None:
        super().__init__()
        self._sides, self._accounts, self._levels = plant.sides, state.accounts, state.levels
        self._first = plant.level_rows.length - len(state.accounts)
        self._noted: list[tuple[Array, Array]] = []
        self.moved: Sequence[slice] = (slice(0, self._first),)

    def __missing__(self, kind: str) -> tuple[Array, Array]:
        sides = self._sides[kind]
        rows = (slice(self._first + row, self._first + row + 1) for row in sides)
        self.moved = stretches((*self.moved, *rows))
        self._noted = [self._pair(max(rows.start, self._first), rows.stop) for rows in self.moved]
        debit, credit = (self._accounts[row] for row in sides)
        self[kind] = debit, credit
        return debit, credit

    def _pair(self, start: int, stop: int) -> tuple[Array, Array]:
        return self._levels[start:stop], self._accounts[start - self._first : stop - self._first]

    def note(self) -> None:
        """Write the balances over the levels noted before."""
        for level, balance in self._noted:
            np.copyto(level, balance)


class LevelSums:
    """What the levels after all periods add up to, `[row, replication]`; rows that do not move are added at the end."""

    def __init__(self, first: Array) -> None:
        self._first, self._sum, self._periods = first.copy(), np.zeros_like(first), 0
        self._still = np.ones(len(first), dtype=bool)
        self._moved: Sequence[slice] = ()

    def add(self, levels: Array, moved: Sequence[slice]) -> None:
        """The levels after one more period, of which at most these rows have ever moved."""
        if moved != self._moved:
            self._move(moved)
        for rows in moved:
            part = self._sum[rows]
            part += levels[rows]
        self._periods += 1

    def _move(self, moved: Sequence[slice]) -> None:
        """Rows begin to move: they stood until now."""
        stood = self._still.copy()
        for rows in moved:
            self._still[rows] = False
        self._add_still(stood & ~self._still)
        self._moved = moved

    def _add_still(self, rows: np.ndarray) -> None:
        self._sum[rows] = self._first[rows] * self._periods

    def total(self) -> Array:
        """All of them."""
        self._add_still(self._still)
        return self._sum
