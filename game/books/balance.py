"""Balance sheet: what the firm owns and owes, at the start and after each turn.

Income and expense accounts are never closed: their balance is the profit retained since the start, a line of
equity. Assets = liabilities + equity, to the cent.
"""

import numpy as np

from game.books.ledger import Ledger
from game.books.table import Row, Statement, head, lines, row
from game.kinds import ACCOUNTS

RETAINED = "statement.retained"


def side(kind: str) -> tuple[str, ...]:
    """Accounts of a kind in their order."""
    return tuple(name for name, found in ACCOUNTS.items() if found == kind)


def balance(ledger: Ledger) -> Statement:
    """The balance sheet."""
    assets = {f"account.{name}": ledger.balances(name) for name in side("asset")}
    liabilities = {f"account.{name}": -ledger.balances(name) for name in side("liability")}
    equity = {f"account.{name}": -ledger.balances(name) for name in side("equity")}
    equity[RETAINED] = retained(ledger)
    owed = sum([*liabilities.values(), *equity.values()])
    rows = [
        *_part("assets", assets),
        *_part("liabilities", liabilities),
        *_part("equity", equity),
        row("statement.liabilities_and_equity", "sum", np.asarray(owed)),
    ]
    return Statement("balance", ("opening", *ledger.turns), tuple(rows))


def retained(ledger: Ledger) -> np.ndarray:
    """Profit since the start, `[1 + turn]`."""
    results = [*side("income"), *side("expense")]
    return np.asarray(-sum(ledger.balances(name) for name in results))


def _part(name: str, found: dict[str, np.ndarray]) -> list[Row]:
    total = np.asarray(sum(found.values()))
    return [head(f"statement.{name}"), *lines(found), row(f"statement.total_{name}", "sum", total)]
