"""Income statement: what was earned and used up, by turn and in total.

Gross margin = revenue - cost of goods; operating profit = gross margin - running costs; then interest, tax.
Income is positive and expenses are negative, so that each column adds up.
"""

import numpy as np

from game.books.ledger import Ledger, with_total
from game.books.table import Row, Statement, lines, row
from game.kinds import ACCOUNTS

TRADE = ("revenue", "cost_of_goods")
BELOW = ("interest", "tax")
RUNNING = tuple(
    name for name, kind in ACCOUNTS.items() if kind in ("income", "expense") and name not in (*TRADE, *BELOW)
)
"""What operating profit takes off the gross margin, other income among it."""

STEPS: tuple[tuple[tuple[str, ...], str], ...] = (
    (TRADE, "gross_margin"),
    (RUNNING, "operating_profit"),
    (("interest",), "profit_before_tax"),
    (("tax",), "net_profit"),
)
"""Accounts, and the subtotal beneath them."""


def income(ledger: Ledger) -> Statement:
    """The income statement."""
    rows: list[Row] = []
    total = np.zeros(ledger.history.turns + 1, dtype=np.int64)
    for accounts, subtotal in STEPS:
        found = {f"account.{name}": with_total(-ledger.movements[name]) for name in accounts}
        total = total + sum(found.values())
        rows += [*lines(found), row(f"statement.{subtotal}", "sum", total)]
    return Statement("income", (*ledger.turns, "total"), tuple(rows))
