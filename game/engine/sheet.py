"""Where flows and postings of a period are noted, kind by kind; a kind that does not happen costs nothing."""

import numpy as np

from game.plant.rows import Rows
from game.state import Array

NEAR = 1
"""Rows between kinds that are noted over which sums run on, because one long stretch is quicker than two."""


class Page(dict[str, Array]):
    """The kinds of one period, each a view `[owner, replication]` of `sheet`, made when first asked for."""

    def __init__(self, rows: Rows, sheet: Array) -> None:
        super().__init__()
        self.sheet, self._blocks = sheet, rows.blocks

    def __missing__(self, name: str) -> Array:
        view = self[name] = self.sheet[self._blocks[name]]
        return view

    def stretches(self) -> list[slice]:
        """Stretches of rows in which all lie that has been asked for."""
        found: list[slice] = []
        for block in sorted((self._blocks[name] for name in self), key=lambda block: block.start):
            if found and block.start <= found[-1].stop + NEAR:
                found[-1] = slice(found[-1].start, max(block.stop, found[-1].stop))
            else:
                found.append(block)
        return found


class Sums:
    """A page that is noted on again and again, and what all periods add up to, `[row, replication]`."""

    def __init__(self, rows: Rows, replications: int) -> None:
        self.page = Page(rows, np.zeros((rows.length, replications), dtype=np.int64))
        self.total = np.zeros_like(self.page.sheet)
        self._kinds, self._stretches = 0, list[slice]()

    def add(self) -> None:
        """Add up what the period has noted, and clear the page for the next."""
        if len(self.page) > self._kinds:
            self._kinds, self._stretches = len(self.page), self.page.stretches()
        for rows in self._stretches:
            self.total[rows] += self.page.sheet[rows]
            self.page.sheet[rows] = 0
