"""What a measure looks through: a history, for one item or the whole plant, over some turns.

Everything is a sum over owners, float64 `[replication]`. An item owns itself, its sources and the streams
that buy it; stations and the firm belong to no item.
"""

from dataclasses import dataclass

import numpy as np

from game.history import History, Turns
from game.kinds import ACCOUNTS, FLOWS, LEVELS, POSTINGS, Owner

Array = np.ndarray


@dataclass(frozen=True, eq=False)
class Window:
    """See the module; `turns` None is the whole history, run-out included."""

    history: History
    item: int | None = None
    turns: Turns = None

    def flow(self, name: str) -> Array:
        """Sum of a flow."""
        return self._owned(self.history.total_flow(name, self.turns), FLOWS[name].owner)

    def posting(self, name: str) -> Array:
        """Sum of a posting kind."""
        return self._owned(self.history.total_posting(name, self.turns), POSTINGS[name].owner)

    def mean(self, name: str) -> Array:
        """Time average of a level or account (debits positive) over the periods' ends."""
        owner: Owner = "firm" if name in ACCOUNTS else LEVELS[name]
        return self._owned(self.history.mean_level(name, self.turns), owner)

    def moved(self, *accounts: str) -> Array:
        """What postings added to accounts, debits positive."""
        rows = [list(ACCOUNTS).index(name) for name in accounts]
        return np.asarray(self.history.movements(self.turns)[rows].sum(axis=0), dtype=np.float64)

    def cash(self, *classes: str) -> Array:
        """Cash received less cash paid under some classes of the cash flow."""
        totals = self.history.kind_totals(self.turns)
        signs = [_cash_sign(kind) if POSTINGS[kind].cash in classes else 0 for kind in POSTINGS]
        return np.asarray(np.array(signs) @ totals, dtype=np.float64)

    def balance(self, *accounts: str) -> Array:
        """Accounts after the last turn looked at, debits positive."""
        return np.asarray(sum(self.closing(name)[0] for name in accounts), dtype=np.float64)

    def closing(self, name: str) -> Array:
        """A level after the last turn looked at, `[owner, replication]`; before play as it opened."""
        turns = range(self.history.turns)[self.turns or slice(None)]
        return self.history.closing(name, turns[-1]) if turns else self.history.opening(name)

    @property
    def days(self) -> Array:
        """Days looked at."""
        records = self.history.records[self.turns or slice(None)]
        periods = sum(record.periods for record in records)
        return np.full(self.history.replications, periods / self.history.plant.clock.per_day)

    def _owned(self, rows: Array, owner: Owner) -> Array:
        if self.item is not None:
            rows = rows[np.array(self._owners(owner, self.item), dtype=np.intp)]
        return np.asarray(rows.sum(axis=0), dtype=np.float64)

    def _owners(self, owner: Owner, item: int) -> tuple[int, ...]:
        plant = self.history.plant
        match owner:
            case "item":
                return (item,)
            case "source":
                return plant.sources_of[item]
            case "stream":
                return plant.streams_of[item]
        raise ValueError(f"no item owns a {owner}")


def _cash_sign(kind: str) -> int:
    return 1 if POSTINGS[kind].debit == "cash" else -1
