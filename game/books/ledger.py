"""Sums over the postings of one replication, a column a turn or a day: what the statements are read from.

Movements of accounts = incidence @ sums by posting kind; debits are positive.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.history import History
from game.kinds import ACCOUNTS, POSTINGS


@dataclass(frozen=True, eq=False)
class Ledger:
    """The books of one replication; arrays are `[.., turn]` in minor units, `[.., day]` of a history by day."""

    history: History
    replication: int = 0
    by_day: bool = False

    @cached_property
    def turns(self) -> tuple[str, ...]:
        """Names of the columns: turns from 1, the run-out at the end; or days from 1."""
        if self.by_day:
            return tuple(str(day + 1) for day in range(self.history.turns))
        played = self.history.plant.clock.play_turns
        turns = range(self.history.turns)
        return tuple(str(turn + 1) if turn < played else "run_out" for turn in turns)

    @cached_property
    def kinds(self) -> np.ndarray:
        """Sums by posting kind, `[posting kind, turn]`."""
        sums = [self.history.kind_totals(slice(turn, turn + 1)) for turn in range(self.history.turns)]
        columns = [kinds[:, self.replication] for kinds in sums]
        return np.array(columns, dtype=np.int64).reshape(len(columns), len(POSTINGS)).T

    @cached_property
    def movements(self) -> dict[str, np.ndarray]:
        """Change of each account by turn, debits positive."""
        return dict(zip(ACCOUNTS, self.history.plant.incidence @ self.kinds, strict=True))

    @cached_property
    def opening(self) -> dict[str, int]:
        """Balance of each account before the first period, debits positive."""
        return {name: int(self.history.opening(name)[0, self.replication]) for name in ACCOUNTS}

    def balances(self, account: str) -> np.ndarray:
        """An account at the start and after each turn, debits positive, `[1 + turn]`."""
        moved = np.concatenate([[0], np.cumsum(self.movements[account])])
        return np.asarray(moved + self.opening[account])

    def cash_class(self, name: str) -> np.ndarray:
        """Cash received (positive) or paid (negative) by turn under a class of `CASH_CLASSES`."""
        total = np.zeros(self.history.turns, dtype=np.int64)
        for posting, amounts in zip(POSTINGS.values(), self.kinds, strict=True):
            if posting.cash == name:
                total += amounts if posting.debit == "cash" else -amounts
        return total


def with_total(amounts: np.ndarray) -> np.ndarray:
    """Amounts by turn, and their sum behind them."""
    return np.append(amounts, amounts.sum())
