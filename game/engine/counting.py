"""Counts for measures that the other flows do not tell: stock-outs, and cycles of replenishment (rule M12)."""

from game.engine.context import Period
from game.engine.demand_on import waiting
from game.state import Array


def count(p: Period) -> None:
    """Note, at the end of a period, which items are out of stock, and the cycles that an arrival has closed."""
    state = p.state
    p.flow("stock_out")[:] += state.stock <= state.buffer
    arrived = (p.flow("received") + p.flow("made") + p.flow("moved_in")) > 0
    p.flow("cycles")[:] += arrived
    p.flow("cycles_short")[:] += arrived & (state.fell_short > 0)
    state.fell_short[:] = (state.fell_short & ~arrived) | (_unserved(p) > 0)


def _unserved(p: Period) -> Array:
    """Units of each item that somebody wanted and did not get at once."""
    wanted: Array = p.flow("short") + p.plant.sales.at_items.total(waiting(p.state) + p.flow("lost"))
    return wanted
