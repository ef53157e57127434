"""Counts for measures that the other flows do not tell: stock-outs, and cycles of replenishment (rule M12)."""

from game.engine.context import Period
from game.state import Array


def count(p: Period) -> None:
    """Note, at the end of a period, which items are out of stock, and the cycles that an arrival has closed."""
    state = p.state
    p.flow("stock_out")[:] += state.stock <= state.buffer
    arrived = _arrived(p) > 0
    p.flow("cycles")[:] += arrived
    p.flow("cycles_short")[:] += arrived & (state.fell_short > 0)
    state.fell_short[:] = (state.fell_short & ~arrived) | (_unserved(p) > 0)


def _arrived(p: Period) -> Array | int:
    """Units of each item that came in, in the ways that the plant knows."""
    return sum(p.noted(name) for name in p.plant.ways_in)


def _unserved(p: Period) -> Array:
    """Units of each item that somebody wanted and did not get at once."""
    sales = p.plant.sales
    wanted: Array = p.noted("short") + sales.at_items.total(
        p.waiting + p.noted("lost") if len(sales.leaves) else p.waiting
    )
    return wanted
