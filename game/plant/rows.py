"""Where each kind of flow, posting and level stands in one flat column of numbers.

One period's happenings are one int64 array `[row, replication]`; `Rows` names its blocks, so that
`sheet["sold"]` is a view `[item, replication]`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from game.kinds import ACCOUNTS, FLOWS, LEVELS, POSTINGS, Owner

Counts = Mapping[Owner, int]
NEAR = 1
"""Rows over which a stretch runs on, because one long stretch is quicker than two."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Blocks of rows by name."""

    blocks: dict[str, slice]
    length: int

    def view(self, sheet: np.ndarray, name: str) -> np.ndarray:
        """The block of `name` along the first axis of `sheet`."""
        return sheet[self.blocks[name]]


def rows(owners: Mapping[str, Owner], counts: Counts) -> Rows:
    """One block of `counts[owner]` rows for each name, in order."""
    blocks, start = {}, 0
    for name, owner in owners.items():
        blocks[name] = slice(start, start + counts[owner])
        start += counts[owner]
    return Rows(blocks, start)


def stretches(blocks: Iterable[slice]) -> tuple[slice, ...]:
    """Few stretches of rows in which all blocks lie, with at most `NEAR` rows between them that none holds."""
    found: list[slice] = []
    for block in sorted(blocks, key=lambda block: block.start):
        if found and block.start <= found[-1].stop + NEAR:
            found[-1] = slice(found[-1].start, max(block.stop, found[-1].stop))
        elif block.stop > block.start:
            found.append(block)
    return tuple(found)


def flow_rows(counts: Counts) -> Rows:
    """Rows of the material flows."""
    return rows({name: flow.owner for name, flow in FLOWS.items()}, counts)


def posting_rows(counts: Counts) -> Rows:
    """Rows of the postings."""
    return rows({name: posting.owner for name, posting in POSTINGS.items()}, counts)


def level_rows(counts: Counts) -> Rows:
    """Rows of the levels, the accounts last."""
    owners: dict[str, Owner] = {**LEVELS, **dict.fromkeys(ACCOUNTS, "firm")}
    return rows(owners, counts)


def sides() -> dict[str, tuple[int, int]]:
    """Rows of the accounts that each posting kind debits and credits."""
    names = list(ACCOUNTS)
    return {kind: (names.index(posting.debit), names.index(posting.credit)) for kind, posting in POSTINGS.items()}


def incidence() -> np.ndarray:
    """`[account, posting kind]`: +1 where the kind debits the account, -1 where it credits it."""
    table = np.zeros((len(ACCOUNTS), len(POSTINGS)), dtype=np.int64)
    for column, (debit, credit) in enumerate(sides().values()):
        table[debit, column] += 1
        table[credit, column] -= 1
    return table
