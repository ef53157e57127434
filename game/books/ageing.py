"""How old is what is owed: receivables by customer and payables by offer, at the end of each turn.

What was paid went to the oldest first. Day 1 is the day of the sale or purchase.
"""

import numpy as np

from game.books.ledger import Ledger
from game.books.table import Name, Row, Statement, row

BOUNDS = (7, 14, 30, 60)
"""Days up to which each row reaches; the last row holds what is older."""
KINDS: dict[Name, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "receivables": (("sale_credit",), ("customer_payment", "bad_debt")),
    "payables": (("purchase",), ("supplier_payment", "discount_taken", "purchase_return")),
}
"""Posting kinds that raise and lower each."""


def open_items(ledger: Ledger, name: Name, turn: int) -> np.ndarray:
    """What is open after a turn by the period it arose in, `[1 + period, owner]`; row 0 is what stood at the start."""
    raised, lowered = (_moved(ledger, kinds, turn) for kinds in KINDS[name])
    start = np.zeros_like(raised[:1])
    if len(start.T):
        start[0, 0] = abs(ledger.opening[name])
    raised = np.concatenate([start, raised])
    paid = lowered.sum(axis=0)
    return np.asarray(np.clip(np.cumsum(raised, axis=0) - paid, 0, np.maximum(raised, 0)))


def _moved(ledger: Ledger, kinds: tuple[str, ...], turn: int) -> np.ndarray:
    found = sum(ledger.history.posting(kind, slice(0, turn + 1)) for kind in kinds)
    return np.asarray(found)[:, :, ledger.replication]


def ages(ledger: Ledger, count: int) -> np.ndarray:
    """Row of `BOUNDS` of each of `count` open items that end now, `[count]`."""
    days = np.arange(count - 1, -1, -1) // ledger.history.plant.clock.per_day + 1
    return np.searchsorted(BOUNDS, days)


def ageing(ledger: Ledger, name: Name) -> Statement:
    """Rows by age and their sum, a column a turn."""
    columns = []
    for turn in range(ledger.history.turns):
        left = open_items(ledger, name, turn).sum(axis=1)
        columns.append(np.bincount(ages(ledger, len(left)), weights=left, minlength=len(BOUNDS) + 1).astype(np.int64))
    table = np.array(columns, dtype=np.int64).reshape(len(columns), len(BOUNDS) + 1).T
    rows: list[Row] = [row(f"statement.age_{place}", "line", amounts) for place, amounts in enumerate(table)]
    return Statement(name, ledger.turns, (*rows, row(f"statement.open_{name}", "sum", table.sum(axis=0))))
