"""Counts for measures that the other flows do not tell: stock-outs, and cycles of replenishment (rule M12)."""

from functools import reduce

import numpy as np

from game.engine.context import ALL, ONE, Period
from game.state import Array


def count(p: Period) -> None:
    """Note, at the end of a period, which items are out of stock, and the cycles that an arrival has closed."""
    state = p.state
    p.note("stock_out", ALL, state.stock <= state.buffer)
    cycles = np.minimum(_arrived(p), ONE)
    closed_short = cycles * state.fell_short
    p.note("cycles", ALL, cycles)
    p.note("cycles_short", ALL, closed_short)
    state.fell_short -= closed_short
    state.fell_short |= np.minimum(_unserved(p), ONE)


def _arrived(p: Period) -> Array:
    """Units of each item that came in, in the ways that the plant knows."""
    return reduce(np.add, [p.noted(name) for name in p.plant.ways_in])


def _unserved(p: Period) -> Array:
    """Units of each item that somebody wanted and did not get at once."""
    unserved = p.noted("short") + p.unserved
    return unserved + p.plant.sales.at_items.total(p.noted("lost")) if p.plant.sales.lost else unserved
