"""Measures of supply: trucks on time, bad units, and how much hangs on one supplier or one region."""

from collections.abc import Callable

import numpy as np

from game.measures.base import Measure, Ratio, Term
from game.measures.window import Array, Window

MILLION = 1_000_000

SUPPLIER_ON_TIME = Measure(
    name="supplier_on_time",
    kind="percent",
    rising=True,
    terms={
        "late": Term("units", lambda window: window.flow("late_departures")),
        "loads": Term("units", lambda window: window.flow("departures")),
    },
    formula=lambda late, loads: Ratio(loads - late, loads),
    per_item=True,
)


def _bad(window: Window) -> Array:
    """Bad units of bought items that came to light."""
    plant = window.history.plant
    scrapped = window.history.total_flow("scrapped", window.turns)
    bought = [i for i in range(len(plant.items)) if plant.bought(i) and window.item in (None, i)]
    return np.asarray(scrapped[bought].sum(axis=0) + window.flow("returned"), dtype=np.float64)


BAD_PER_MILLION = Measure(
    name="bad_per_million",
    kind="number",
    rising=False,
    terms={
        "bad": Term("units", _bad),
        "received": Term("units", lambda window: window.flow("received") + window.flow("returned")),
    },
    formula=lambda bad, received: Ratio(bad * MILLION, received),
    per_item=True,
)


def _largest(group_of: Callable[[Window, int], str]) -> Term:
    """The largest sum of purchases of one group of offers."""

    def most(window: Window) -> Array:
        bought = window.history.total_posting("purchase", window.turns)
        sums: dict[str, Array] = {}
        for source, entry in enumerate(window.history.plant.sources):
            if entry.bought and window.item in (None, entry.item):
                group = group_of(window, source)
                sums[group] = sums.get(group, 0) + bought[source]
        nothing = np.zeros(window.history.replications)
        return np.asarray(np.max([nothing, *sums.values()], axis=0), dtype=np.float64)

    return Term("money", most)


def _supplier(window: Window, source: int) -> str:
    offer = window.history.plant.sources[source].offer
    assert offer
    return offer.supplier


def _region(window: Window, source: int) -> str:
    plant = window.history.plant
    return plant.level.supplier[plant.index["supplier"][_supplier(window, source)]].region


_BOUGHT = Term("money", lambda window: window.posting("purchase"))

SUPPLIER_CONCENTRATION = Measure(
    name="supplier_concentration",
    kind="percent",
    rising=False,
    terms={"largest": _largest(_supplier), "bought": _BOUGHT},
    per_item=True,
)

REGION_CONCENTRATION = Measure(
    name="region_concentration",
    kind="percent",
    rising=False,
    terms={"largest": _largest(_region), "bought": _BOUGHT},
    per_item=True,
)

FAMILY = (SUPPLIER_ON_TIME, BAD_PER_MILLION, SUPPLIER_CONCENTRATION, REGION_CONCENTRATION)
