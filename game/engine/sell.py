"""Step 4, sell: demand arrives, late and new orders are served, what has waited too long is lost."""

from collections.abc import Iterator

import numpy as np

from game.engine.context import ALL, NOTHING, ONE, Period, any_of
from game.engine.demand_on import backorders, waiting
from game.engine.market import asked, quote, remember, takings
from game.engine.stock import good_on_hand, post_by_kind, search_hopeless, take
from game.plant.groups import Index, add, take_off, together
from game.plant.trade import Terms
from game.state import Array

Where = tuple[Index, int | Array]
"""Streams and places of their orders in the ring."""


def sell(p: Period) -> None:
    """Sell, then settle what became due; what is wanted of items stands from then on."""
    p.state.carried += asked(p)
    _play(p)
    p.waiting = waiting(p.state)
    p.unserved = p.plant.sales.at_items.total(p.waiting)
    p.owed = backorders(p.plant, p.state, p.unserved)


def _play(p: Period) -> None:
    if not p.open:
        p.state.ordered[:, p.t % p.plant.order_ages] = 0
        return
    _demand(p)
    _serve(p)
    _due(p)
    remember(p)
    if p.plant.lot_items:
        search_hopeless(p)


def _demand(p: Period) -> None:
    state = p.state
    slot = p.t % state.orders.shape[1]
    state.orders[:, slot] = state.carried
    state.ordered[:, slot] = state.carried
    quote(p, slot)
    p.note("demand", ALL, state.carried)
    state.carried.fill(0)


def _serve(p: Period) -> None:
    """Late orders of customers who wait, then orders by age, at equal age by priority (rule 18)."""
    sales, good = p.plant.sales, good_on_hand(p, p.plant.sales.goods)
    left = good.copy()
    shipped = [_hand_out(p, wanted, left) for wanted in _queue(p)]
    p.note("filled_at_once", ALL, shipped[-1])
    units = np.zeros(p.state.overdue.shape, dtype=np.int64)
    for given in shipped:
        if given is not NOTHING:
            units += given
    if any_of(units) or sales.priced:
        p.note("delivered", ALL, units)
        _invoice(p, *_takings(p, shipped, units, good))


def _queue(p: Period) -> Iterator[Array]:
    """Open units `[stream, R]` in the order of service, in place."""
    yield p.state.overdue
    for slot in _slots(p):
        yield p.state.orders[:, slot]


def _slots(p: Period) -> list[int]:
    """Where orders lie that may be open, oldest first: of as many periods as may pass until one is late or lost."""
    ages = p.plant.order_ages
    return [age % ages for age in range(p.t + 1 - min(p.plant.sales.longest + p.gap, ages), p.t + 1)]


def _hand_out(p: Period, wanted: Array, left: Array) -> Array:
    """Units that those customers get of what is left of the goods; both become less."""
    if not any_of(wanted):
        return NOTHING
    given = np.empty(wanted.shape, dtype=np.int64)
    for streams, goods in p.plant.sales.ranks:
        units = np.minimum(wanted[streams], left[goods])
        take_off(left, goods, units)
        given[streams] = units
    wanted -= given
    return given


def _takings(p: Period, shipped: list[Array], units: Array, good: Array) -> tuple[Array, Array]:
    """Units sold, those to passers-by among them, and the revenue, by stream."""
    sales = p.plant.sales
    revenue = units * p.plant.market.list_price
    if sales.priced:
        units, queue = units.copy(), np.stack([np.broadcast_to(given, units.shape) for given in shipped])
        for k, item, streams in sales.priced:
            some = queue[:, streams].reshape(-1, units.shape[1])
            passing, revenue[streams] = takings(p, item, streams, _slots(p), some, good[k])
            units[streams] += passing
    return units, revenue


def _invoice(p: Period, units: Array, revenue: Array) -> None:
    sales, total = p.plant.sales, p.plant.sales.by_item.total(units)
    cost = take(p, sales.goods, total)
    p.note("sold", sales.goods.at, total)
    post_by_kind(p, "goods", sales.goods, cost)
    if sales.cash:
        p.post("sale_cash", sales.cash.streams, revenue[sales.cash.streams])
    if sales.credit:
        owed = revenue[sales.credit.streams]
        p.post("sale_credit", sales.credit.streams, owed)
        p.put(p.state.receivables, sales.credit.streams, p.t + sales.credit.periods, owed)


def _due(p: Period) -> None:
    """Count lines that are due, lose what has waited too long, note the rest as late (rule 19)."""
    state, sales = p.state, p.plant.sales
    due = _since(p, sales.due)
    ordered, orders = state.ordered[due], state.orders[due]
    lines = np.minimum(ordered, ONE)
    p.note("lines_due", ALL, _in_all(lines))
    p.note("lines_in_full", ALL, _in_all(lines - np.minimum(orders, ONE)))
    p.note("on_time", ALL, _in_all(ordered - orders))
    if sales.lost:
        _lose(p, sales.lost)
        orders = state.orders[due]
    late = _in_all(orders)
    p.note("late", ALL, late)
    if sales.penalised:
        p.post("late_penalty", ALL, late * sales.late_penalty)
    if sales.waits:
        _keep(p, sales.waits, late)


def _since(p: Period, whose: Terms) -> Where:
    """Where orders of so many periods ago lie `[stream, R]`, with those of closed periods before `[stream, gap, R]`."""
    if p.gap == 1 and isinstance(whose.periods, int):
        return whose.streams, (p.t - whose.periods) % p.plant.order_ages
    rows = np.arange(len(p.state.orders))[whose.streams]
    return rows[:, None], (p.t - whose.periods - np.arange(p.gap)) % p.plant.order_ages


def _in_all(units: Array) -> Array:
    """Of all orders that are due, `[stream, R]`."""
    return units if units.ndim == 2 else together(units)


def _keep(p: Period, waits: Terms, late: Array) -> None:
    """Customers who wait do so among all that are late."""
    state, due = p.state, _since(p, waits)
    add(state.overdue, waits.streams, late[waits.streams])
    if len(state.quoted):
        worth = _in_all(state.orders[due] * state.quoted[due])
        add(state.overdue_worth, waits.streams, worth)
    state.orders[due] = 0


def _lose(p: Period, leaves: Terms) -> None:
    sales, orders, slots = p.plant.sales, p.state.orders, _since(p, leaves)
    lost = _in_all(orders[slots]).copy()
    orders[slots] = 0
    p.note("lost", leaves.streams, lost)
    p.post("lost_sale", leaves.streams, lost * sales.lost_cost[leaves.streams])
