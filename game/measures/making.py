"""Measures of making: what comes out, what is under way, how long it takes, and what machines do with their time.

Overall equipment effectiveness = availability * performance * quality (Nakajima). Minutes in which nothing was
wanted (idle, blocked) are no part of it.
"""

import numpy as np

from game.measures.base import Measure, Ratio, Term, over_one
from game.measures.window import Array, Window


def _flow(*names: str) -> Term:
    return Term("units", lambda window: np.asarray(sum(window.flow(name) for name in names)))


def _minutes(*names: str) -> Term:
    return Term("units", lambda window: np.asarray(sum(window.flow(name) for name in names)) // 1000)


def _left(window: Window) -> Array:
    """Units handed on: by the plant to customers, by one item to whoever uses it."""
    if window.item is None:
        return np.asarray(window.flow("delivered") + window.flow("bargains"))
    return np.asarray(window.flow("sold") + window.flow("used") + window.flow("moved_out"))


_DAYS = Term("units", lambda window: window.days)

THROUGHPUT = Measure(
    name="throughput",
    kind="number",
    rising=True,
    terms={"units": Term("units", _left), "days": _DAYS},
    per_item=True,
)

WORK_IN_PROCESS = Measure(
    name="work_in_process",
    kind="number",
    rising=False,
    terms={"units": Term("number", lambda window: window.mean("under_way"))},
    per_item=True,
)

FLOW_TIME = Measure(
    name="flow_time",
    kind="days",
    rising=False,
    terms={
        "units": Term("number", lambda window: window.mean("under_way")),
        "finished": _flow("made", "moved_in"),
        "days": _DAYS,
    },
    formula=lambda units, finished, days: Ratio(units * days, finished),
    per_item=True,
)

FIRST_PASS_YIELD = Measure(
    name="first_pass_yield",
    kind="percent",
    rising=True,
    terms={"made": _flow("made"), "bad": _flow("defective"), "scrapped": _flow("scrapped_in_process")},
    formula=lambda made, bad, scrapped: Ratio(made - bad, made + scrapped),
    per_item=True,
)

AVAILABILITY = Measure(
    name="availability",
    kind="percent",
    rising=True,
    terms={
        "wanted": _minutes("running", "setup", "down", "starved"),
        "setup": _minutes("setup"),
        "down": _minutes("down"),
    },
    formula=lambda wanted, setup, down: Ratio(wanted - setup - down, wanted),
)

PERFORMANCE = Measure(
    name="performance",
    kind="percent",
    rising=True,
    terms={"running": _minutes("running"), "slowed": _minutes("slowed"), "starved": _minutes("starved")},
    formula=lambda running, slowed, starved: Ratio(running - slowed, running + starved),
)


def _share(measure: Measure) -> Term:
    return Term("percent", lambda window: measure.value(window.history, turns=window.turns))


EQUIPMENT_EFFECTIVENESS = Measure(
    name="equipment_effectiveness",
    kind="percent",
    rising=True,
    terms={
        "availability": _share(AVAILABILITY),
        "performance": _share(PERFORMANCE),
        "quality": _share(FIRST_PASS_YIELD),
    },
    formula=lambda availability, performance, quality: over_one(availability * performance * quality),
)

FAMILY = (
    THROUGHPUT,
    WORK_IN_PROCESS,
    FLOW_TIME,
    FIRST_PASS_YIELD,
    AVAILABILITY,
    PERFORMANCE,
    EQUIPMENT_EFFECTIVENESS,
)
