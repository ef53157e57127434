"""The cash cycle: days that money is tied up in stock and with customers, less days that suppliers wait.

CCC = DIO + DSO - DPO; DIO and DPO are on the cost of goods sold, DSO on revenue, all on time averages.
"""

from game.measures.base import Measure, Ratio, Term, over_one
from game.measures.stock import average_stock, cost_of_goods
from game.measures.window import Array, Window


def _days(window: Window) -> Array:
    return window.days


def _revenue(window: Window) -> Array:
    return -window.moved("revenue")


DAYS_OF_STOCK = Measure(
    name="days_of_stock",
    kind="days",
    rising=False,
    terms={
        "stock": Term("money", average_stock),
        "goods": Term("money", cost_of_goods),
        "days": Term("units", _days),
    },
    formula=lambda stock, goods, days: Ratio(stock * days, goods),
)

DAYS_OF_RECEIVABLES = Measure(
    name="days_of_receivables",
    kind="days",
    rising=False,
    terms={
        "receivables": Term("money", lambda window: window.mean("receivables")),
        "revenue": Term("money", _revenue),
        "days": Term("units", _days),
    },
    formula=lambda receivables, revenue, days: Ratio(receivables * days, revenue),
)

DAYS_OF_PAYABLES = Measure(
    name="days_of_payables",
    kind="days",
    rising=True,
    terms={
        "payables": Term("money", lambda window: -window.mean("payables")),
        "goods": Term("money", cost_of_goods),
        "days": Term("units", _days),
    },
    formula=lambda payables, goods, days: Ratio(payables * days, goods),
)


def _term(measure: Measure) -> Term:
    return Term(measure.kind, lambda window: measure.value(window.history, turns=window.turns))


CASH_CYCLE = Measure(
    name="cash_cycle",
    kind="days",
    rising=False,
    terms={
        "stock": _term(DAYS_OF_STOCK),
        "customers": _term(DAYS_OF_RECEIVABLES),
        "suppliers": _term(DAYS_OF_PAYABLES),
    },
    formula=lambda stock, customers, suppliers: over_one(stock + customers - suppliers),
)

FAMILY = (DAYS_OF_STOCK, DAYS_OF_RECEIVABLES, DAYS_OF_PAYABLES, CASH_CYCLE)
