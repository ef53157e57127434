"""Measures of the firm as a whole: margins, returns, leverage, what serving costs, economic profit.

Yearly rates are profit * 365 / days; averages are time averages over periods.
"""

import numpy as np

from game.kinds import ACCOUNTS
from game.measures.base import Measure, Ratio, Term
from game.measures.money import EXPENSES, INCOME
from game.measures.stock import DAYS_OF_A_YEAR, average_stock, cost_of_goods
from game.measures.window import Array, Window

ASSETS = tuple(name for name, kind in ACCOUNTS.items() if kind == "asset")
DUE_SOON = ("payables", "wages_payable", "accrued_interest", "tax_payable", "credit_line")
OWED_FREE = ("payables", "wages_payable", "accrued_interest", "tax_payable")
"""Debts that cost no interest."""

FIXED = ("wages", "overhead", "leases", "projects", "depreciation", "insurance", "storage")
SERVING = (
    "freight", "expediting", "storage", "insurance", "handling", "inspection", "supplier_management", "penalties",
    "spoilage", "obsolescence", "losses",
)  # fmt: skip
BELOW = ("interest", "tax")


def _mean(window: Window, names: tuple[str, ...]) -> Array:
    return np.asarray(sum(window.mean(name) for name in names))


def _revenue(window: Window) -> Array:
    return -window.moved("revenue")


def _operating(window: Window) -> Array:
    running = tuple(name for name in EXPENSES if name not in BELOW)
    return -window.moved(*INCOME, *running)


def _profit(window: Window) -> Array:
    return -window.moved(*INCOME, *EXPENSES)


def _fixed(window: Window) -> Array:
    return window.moved(*FIXED)


def _capital(window: Window) -> Array:
    return _mean(window, (*ASSETS, *OWED_FREE))


def _rate(window: Window) -> Array:
    """What capital should earn a year."""
    return np.full(window.history.replications, window.history.plant.level.money.capital_rate / 100)


REVENUE = Term("money", _revenue)
PROFIT = Term("money", _profit)
DAYS = Term("units", lambda window: window.days)

WORKING_CAPITAL = Measure(
    name="working_capital",
    kind="money",
    rising=False,
    terms={
        "owned": Term("money", lambda window: window.balance(*(name for name in ASSETS if name != "fixed_assets"))),
        "owed": Term("money", lambda window: -window.balance(*DUE_SOON)),
    },
    formula=lambda owned, owed: Ratio(owned - owed),
)

GROSS_MARGIN = Measure(
    name="gross_margin",
    kind="percent",
    rising=True,
    terms={"revenue": REVENUE, "goods": Term("money", cost_of_goods)},
    formula=lambda revenue, goods: Ratio(revenue - goods, revenue),
)

OPERATING_MARGIN = Measure(
    name="operating_margin",
    kind="percent",
    rising=True,
    terms={"profit": Term("money", _operating), "revenue": REVENUE},
)

NET_MARGIN = Measure(
    name="net_margin",
    kind="percent",
    rising=True,
    terms={"profit": PROFIT, "revenue": REVENUE},
)

MARGIN_ON_STOCK = Measure(
    name="margin_on_stock",
    kind="number",
    rising=True,
    terms={
        "revenue": REVENUE,
        "goods": Term("money", cost_of_goods),
        "stock": Term("money", average_stock),
        "days": DAYS,
    },
    formula=lambda revenue, goods, stock, days: Ratio((revenue - goods) * DAYS_OF_A_YEAR, stock * days),
)

RETURN_ON_ASSETS = Measure(
    name="return_on_assets",
    kind="percent",
    rising=True,
    terms={"profit": PROFIT, "assets": Term("money", lambda window: _mean(window, ASSETS)), "days": DAYS},
    formula=lambda profit, assets, days: Ratio(profit * DAYS_OF_A_YEAR, assets * days),
)

OPERATING_LEVERAGE = Measure(
    name="operating_leverage",
    kind="number",
    rising=False,
    terms={"profit": Term("money", _operating), "fixed": Term("money", _fixed)},
    formula=lambda profit, fixed: Ratio(profit + fixed, profit),
)

COST_TO_SERVE = Measure(
    name="cost_to_serve",
    kind="percent",
    rising=False,
    terms={"cost": Term("money", lambda window: window.moved(*SERVING)), "revenue": REVENUE},
)

ECONOMIC_PROFIT = Measure(
    name="economic_profit",
    kind="money",
    rising=True,
    terms={"profit": PROFIT, "capital": Term("money", _capital), "rate": Term("percent", _rate), "days": DAYS},
    formula=lambda profit, capital, rate, days: Ratio(profit - capital * rate * days / DAYS_OF_A_YEAR),
)

FAMILY = (
    WORKING_CAPITAL,
    GROSS_MARGIN,
    OPERATING_MARGIN,
    NET_MARGIN,
    MARGIN_ON_STOCK,
    RETURN_ON_ASSETS,
    OPERATING_LEVERAGE,
    COST_TO_SERVE,
    ECONOMIC_PROFIT,
)
