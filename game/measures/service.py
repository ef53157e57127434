"""Measures of service: what customers got, and when."""

from game.measures.base import Measure, Term

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

FAMILY = (FILL_RATE, ON_TIME_IN_FULL, LATE_UNITS, LOST_SALES)
