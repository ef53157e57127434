"""Measures of money: cash, its flow, profit, and cash once everything is settled."""

from game.kinds import ACCOUNTS
from game.measures.base import Measure, Ratio, Term
from game.measures.closing import stock_value
from game.measures.window import Array, Window

PAYMENTS = ("suppliers", "freight", "wages", "other", "interest")
DEBTS = ("payables", "wages_payable", "accrued_interest", "tax_payable")
BANK = ("credit_line", "loan")
INCOME = tuple(name for name, kind in ACCOUNTS.items() if kind == "income")
EXPENSES = tuple(name for name, kind in ACCOUNTS.items() if kind == "expense")


def _paid(window: Window) -> Array:
    return -window.cash(*PAYMENTS)


CASH = Measure(
    name="cash",
    kind="money",
    rising=True,
    terms={"cash": Term("money", lambda window: window.balance("cash"))},
)

CREDIT_USED = Measure(
    name="credit_used",
    kind="money",
    rising=False,
    terms={"credit": Term("money", lambda window: -window.balance("credit_line"))},
)

NET_CASH_FLOW = Measure(
    name="net_cash_flow",
    kind="money",
    rising=True,
    terms={
        "received": Term("money", lambda window: window.cash("customers")),
        "paid": Term("money", _paid),
        "bank": Term("money", lambda window: window.cash("financing")),
    },
    formula=lambda received, paid, bank: Ratio(received - paid + bank),
)

OPERATING_CASH_FLOW = Measure(
    name="operating_cash_flow",
    kind="money",
    rising=True,
    terms={
        "received": Term("money", lambda window: window.cash("customers")),
        "paid": Term("money", _paid),
    },
    formula=lambda received, paid: Ratio(received - paid),
)

PROFIT = Measure(
    name="profit",
    kind="money",
    rising=True,
    terms={
        "revenue": Term("money", lambda window: -window.moved(*INCOME)),
        "costs": Term("money", lambda window: window.moved(*EXPENSES)),
    },
    formula=lambda revenue, costs: Ratio(revenue - costs),
)

SETTLED_CASH = Measure(
    name="settled_cash",
    kind="money",
    rising=True,
    terms={
        "cash": Term("money", lambda window: window.balance("cash")),
        "receivables": Term("money", lambda window: window.balance("receivables")),
        "stock": Term("money", stock_value),
        "debts": Term("money", lambda window: -window.balance(*DEBTS)),
        "bank": Term("money", lambda window: -window.balance(*BANK)),
    },
    formula=lambda cash, receivables, stock, debts, bank: Ratio(cash + receivables + stock - debts - bank),
)

FAMILY = (CASH, SETTLED_CASH, CREDIT_USED, NET_CASH_FLOW, OPERATING_CASH_FLOW, PROFIT)
