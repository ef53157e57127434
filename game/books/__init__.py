"""The three statements of a run, read from the table of postings.

`statements(history)` gives income statement, balance sheet and cash flow, a column a turn or a day; all are sums over
the same postings, so they agree with each other to the cent. A row's key is a text (`account.*`, `statement.*`).
"""

from game.books.ageing import ageing
from game.books.balance import balance
from game.books.cash_flow import cash_flow
from game.books.income import income
from game.books.ledger import Ledger
from game.books.table import Row, Statement, Style
from game.history import History

__all__ = ["Ledger", "Row", "Statement", "Style", "ageing", "balance", "cash_flow", "income", "statements"]


def statements(history: History, replication: int = 0, *, by_day: bool = False) -> tuple[Statement, ...]:
    """Income statement, balance sheet and cash flow of one replication, by day where wanted (records of periods)."""
    ledger = Ledger(history.by_day() if by_day else history, replication, by_day)
    return (income(ledger), balance(ledger), cash_flow(ledger))
