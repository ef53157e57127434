"""Measures of service: what customers got, and when."""

import numpy as np

from game.measures.base import Measure, Ratio, Term
from game.measures.window import Array, Window

FILL_RATE = Measure(
    name="fill_rate",
    kind="percent",
    rising=True,
    terms={
        "filled": Term("units", lambda window: window.flow("filled_at_once")),
        "demand": Term("units", lambda window: window.flow("demand")),
    },
    per_item=True,
)

ON_TIME_IN_FULL = Measure(
    name="on_time_in_full",
    kind="percent",
    rising=True,
    terms={
        "full": Term("units", lambda window: window.flow("lines_in_full")),
        "due": Term("units", lambda window: window.flow("lines_due")),
    },
    per_item=True,
)

LATE_UNITS = Measure(
    name="late_units",
    kind="units",
    rising=False,
    terms={"late": Term("units", lambda window: window.flow("late"))},
    per_item=True,
)

LOST_SALES = Measure(
    name="lost_sales",
    kind="units",
    rising=False,
    terms={"lost": Term("units", lambda window: window.flow("lost"))},
    per_item=True,
)

CYCLE_SERVICE = Measure(
    name="cycle_service",
    kind="percent",
    rising=True,
    terms={
        "short": Term("units", lambda window: window.flow("cycles_short")),
        "cycles": Term("units", lambda window: window.flow("cycles")),
    },
    formula=lambda short, cycles: Ratio(cycles - short, cycles),
    per_item=True,
)


def _item_days(window: Window) -> Array:
    """Days looked at, times items."""
    return window.days * (1 if window.item is not None else len(window.history.plant.items))


def _days_out(window: Window) -> Array:
    return window.flow("stock_out") / window.history.plant.clock.per_day


READY_RATE = Measure(
    name="ready_rate",
    kind="percent",
    rising=True,
    terms={"out": Term("days", _days_out), "days": Term("days", _item_days)},
    formula=lambda out, days: Ratio(days - out, days),
    per_item=True,
)

STOCK_OUT_DAYS = Measure(
    name="stock_out_days",
    kind="days",
    rising=False,
    terms={"out": Term("days", _days_out)},
    per_item=True,
)

BACKORDERS = Measure(
    name="backorders",
    kind="number",
    rising=False,
    terms={"waiting": Term("number", lambda window: window.mean("waiting"))},
    per_item=True,
)

ORDER_LEAD_TIME = Measure(
    name="order_lead_time",
    kind="days",
    rising=False,
    terms={
        "waiting": Term("number", lambda window: window.mean("waiting")),
        "delivered": Term("units", lambda window: window.flow("delivered")),
        "days": Term("units", lambda window: window.days),
    },
    formula=lambda waiting, delivered, days: Ratio(waiting * days, delivered),
    per_item=True,
)


def _market(window: Window) -> Array:
    """Demand at list price and full goodwill: of streams that do not respond, what they asked for."""
    plant = window.history.plant
    wanted = window.history.total_flow("demand", window.turns).copy()
    moved = list(plant.market.responsive)
    wanted[moved] = window.history.total_flow("market", window.turns)[moved]
    own = [d for d in range(len(wanted)) if window.item in (None, plant.item_of_stream[d])]
    return np.asarray(wanted[own].sum(axis=0), dtype=np.float64)


MARKET_SERVED = Measure(
    name="market_served",
    kind="percent",
    rising=True,
    terms={"on_time": Term("units", lambda window: window.flow("on_time")), "market": Term("units", _market)},
    per_item=True,
)


def _found_bad(window: Window) -> Array:
    """Bad units that came to light in the items sold."""
    plant = window.history.plant
    sold = [i for i, streams in enumerate(plant.streams_of) if streams and window.item in (None, i)]
    return np.asarray(window.history.total_flow("scrapped", window.turns)[sold].sum(axis=0), dtype=np.float64)


PERFECT_ORDER = Measure(
    name="perfect_order",
    kind="percent",
    rising=True,
    terms={
        "full": Term("units", lambda window: window.flow("lines_in_full")),
        "due": Term("units", lambda window: window.flow("lines_due")),
        "delivered": Term("units", lambda window: window.flow("delivered")),
        "bad": Term("units", _found_bad),
    },
    formula=lambda full, due, delivered, bad: Ratio(full * delivered, due * (delivered + bad)),
    per_item=True,
)

FAMILY = (
    FILL_RATE,
    ON_TIME_IN_FULL,
    PERFECT_ORDER,
    CYCLE_SERVICE,
    READY_RATE,
    MARKET_SERVED,
    LATE_UNITS,
    LOST_SALES,
    BACKORDERS,
    ORDER_LEAD_TIME,
    STOCK_OUT_DAYS,
)
