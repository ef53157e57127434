"""Cash flow: where cash came from and went, by turn and in total, told twice.

Direct: receipts and payments by class. Indirect: profit, less what is tied up in balances that are not cash.
Both give the same cash from operations; with the bank's share it leads from opening to closing cash.
"""

import numpy as np

from game.books.balance import side
from game.books.ledger import Ledger, with_total
from game.books.table import Row, Statement, head, lines, row
from game.kinds import CASH_CLASSES

FINANCING = "financing"
OPERATIONS = tuple(name for name in CASH_CLASSES if name != FINANCING)
BANK_ACCOUNTS = ("credit_line", "loan", "capital")
"""Accounts whose changes are financing."""

TIED_UP = tuple(
    name
    for name in (*side("asset"), *side("liability"), *side("equity"))
    if name != "cash" and name not in BANK_ACCOUNTS
)
"""Balances that part profit from cash."""


def cash_flow(ledger: Ledger) -> Statement:
    """The cash flow statement, direct and indirect, closing with cash as in the balance sheet."""
    bank = {"statement.financing": with_total(ledger.cash_class(FINANCING))}
    receipts = {f"statement.cash_{name}": with_total(ledger.cash_class(name)) for name in OPERATIONS}
    rows = [*_operations("direct", receipts), *lines(bank), *_cash(ledger)]
    rows += _operations("indirect", _indirect(ledger))
    return Statement("cash", (*ledger.turns, "total"), tuple(rows))


def _operations(name: str, found: dict[str, np.ndarray]) -> list[Row]:
    total = np.asarray(sum(found.values()))
    return [head(f"statement.{name}"), *lines(found), row("statement.cash_operations", "sum", total)]


def _indirect(ledger: Ledger) -> dict[str, np.ndarray]:
    results = [*side("income"), *side("expense")]
    profit = -sum(ledger.movements[name] for name in results)
    tied_up = {f"statement.change_{name}": with_total(-ledger.movements[name]) for name in TIED_UP}
    return {"statement.net_profit": with_total(np.asarray(profit)), **tied_up}


def _cash(ledger: Ledger) -> list[Row]:
    cash = ledger.balances("cash")
    return [
        row("statement.net_cash_flow", "sum", with_total(ledger.movements["cash"])),
        row("statement.opening_cash", "line", np.append(cash[:-1], cash[0])),
        row("statement.closing_cash", "sum", np.append(cash[1:], cash[-1])),
    ]
