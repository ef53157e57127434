"""Measures of stock: what lies there, how fast it turns, what is thrown away.

Averages are time averages of the value after each period, never (opening + closing) / 2.
"""

import numpy as np

from game.measures.base import Measure, Ratio, Term
from game.measures.window import Array, Window

DAYS_OF_A_YEAR = 365
STOCK_ACCOUNTS = ("raw", "in_process", "finished")


def average_stock(window: Window) -> Array:
    """Time average of stock at cost: for one item what lies there, for the plant also what is in process."""
    if window.item is not None:
        return window.mean("value")
    return np.asarray(sum(window.mean(name) for name in STOCK_ACCOUNTS))


def cost_of_goods(window: Window) -> Array:
    """Cost of the goods sold."""
    return window.moved("cost_of_goods")


def _come_in(window: Window) -> Array:
    come_in = window.flow("received") + window.flow("made")
    return come_in if window.item is None else np.asarray(come_in + window.flow("moved_in"))


STOCK_AT_COST = Measure(
    name="stock_at_cost",
    kind="money",
    rising=False,
    terms={"stock": Term("money", average_stock)},
    per_item=True,
)

STOCK_TURNS = Measure(
    name="stock_turns",
    kind="number",
    rising=True,
    terms={
        "goods": Term("money", cost_of_goods),
        "days": Term("units", lambda window: window.days),
        "stock": Term("money", average_stock),
    },
    formula=lambda goods, days, stock: Ratio(goods * DAYS_OF_A_YEAR, stock * days),
)

WASTE = Measure(
    name="waste",
    kind="percent",
    rising=False,
    terms={
        "expired": Term("units", lambda window: window.flow("expired")),
        "scrapped": Term("units", lambda window: window.flow("scrapped")),
        "come_in": Term("units", _come_in),
    },
    formula=lambda expired, scrapped, come_in: Ratio(expired + scrapped, come_in),
    per_item=True,
)

FAMILY = (STOCK_AT_COST, STOCK_TURNS, WASTE)
