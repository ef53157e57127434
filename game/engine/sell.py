"""Step 4, sell: demand arrives, late and new orders are served, what has waited too long is lost."""

import numpy as np

from game.engine.context import ALL, NOTHING, ONE, Period, any_of
from game.engine.demand_on import backorders, waiting
from game.engine.market import asked, quote, remember, takings
from game.engine.stock import good_on_hand, post_by_kind, search_hopeless, take
from game.plant.groups import Index, add, before
from game.plant.trade import Patience
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
    sales, queue = p.plant.sales, _queue(p)
    good = good_on_hand(p, sales.goods)
    shipped = np.maximum(good[sales.item_of][:, None] - _ahead(p, queue), NOTHING)
    np.minimum(shipped, queue, out=shipped)
    if not any_of(shipped) and not sales.priced:
        return
    units = np.add.reduce(shipped, axis=1)
    sold, revenue = _takings(p, shipped, units, good)
    queue -= shipped
    _keep_open(p, queue)
    p.note("filled_at_once", sales.streams, shipped[:, -1])
    p.note("delivered", sales.streams, units)
    _invoice(p, sold, revenue)


def _queue(p: Period) -> Array:
    """Open units `[stream, age, R]` in the order of service: late ones, then the oldest first."""
    state, streams = p.state, p.plant.sales.streams
    orders = state.orders[streams]
    return np.concatenate([state.overdue[streams][:, None], *(orders[:, slots] for slots in _open(p))], axis=1)


def _keep_open(p: Period, queue: Array) -> None:
    """What has not been served stays open."""
    state, streams, place = p.state, p.plant.sales.streams, 1
    state.overdue[streams] = queue[:, 0]
    for slots in _open(p):
        after = place + slots.stop - slots.start
        state.orders[streams, slots] = queue[:, place:after]
        place = after


def _open(p: Period) -> list[slice]:
    """Where orders lie that may be open, oldest first: of as many periods as may pass until one is late or lost."""
    ages, newest = p.plant.order_ages, p.t % p.plant.order_ages + 1
    oldest = newest - min(p.plant.sales.longest + p.gap, ages)
    return [slice(oldest, newest)] if oldest >= 0 else [slice(ages + oldest, ages), slice(0, newest)]


def _slots(p: Period) -> Array:
    """The same one by one."""
    return np.concatenate([np.arange(slots.start, slots.stop) for slots in _open(p)])


def _ahead(p: Period, queue: Array) -> Array:
    """Units that are served before those of a stream and an age `[stream, age, R]`."""
    sales = p.plant.sales
    older = before(sales.by_item.total(queue))
    if not sales.several:
        return older
    ahead: Array = older[sales.item_of] + sales.by_item.before(queue)
    return ahead


def _takings(p: Period, shipped: Array, units: Array, good: Array) -> tuple[Array, Array]:
    """Units sold, those to passers-by among them, and the revenue, by stream in the order of service."""
    sales = p.plant.sales
    revenue = units * sales.price
    for k, item, streams, places in sales.priced:
        units = units.copy()
        queue = shipped[places].swapaxes(0, 1).reshape(-1, units.shape[1])
        passing, revenue[places] = takings(p, item, streams, _slots(p), queue, good[k])
        units[places] += passing
    return units, revenue


def _invoice(p: Period, units: Array, revenue: Array) -> None:
    sales, total = p.plant.sales, p.plant.sales.by_item.total(units)
    cost = take(p, sales.goods, total)
    p.note("sold", sales.goods.at, total)
    post_by_kind(p, "goods", sales.goods, cost)
    if sales.cash:
        p.post("sale_cash", sales.cash.streams, revenue[sales.cash.places])
    if sales.credit:
        owed = revenue[sales.credit.places]
        p.post("sale_credit", sales.credit.streams, owed)
        p.put(p.state.receivables, sales.credit.streams, p.t + sales.credit.days, owed)


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


def _since(p: Period, whose: Patience) -> Where:
    """Where orders of so many periods ago lie `[stream, R]`, with those of closed periods before `[stream, gap, R]`."""
    if p.gap == 1 and isinstance(whose.periods, int):
        return whose.streams, (p.t - whose.periods) % p.plant.order_ages
    rows = np.arange(len(p.state.orders))[whose.streams]
    return rows[:, None], (p.t - whose.periods - np.arange(p.gap)) % p.plant.order_ages


def _in_all(units: Array) -> Array:
    """Of all orders that are due, `[stream, R]`."""
    return units if units.ndim == 2 else np.asarray(units.sum(axis=1))


def _keep(p: Period, waits: Patience, late: Array) -> None:
    """Customers who wait do so among all that are late."""
    state, due = p.state, _since(p, waits)
    add(state.overdue, waits.streams, late[waits.streams])
    if len(state.quoted):
        worth = _in_all(state.orders[due] * state.quoted[due])
        add(state.overdue_worth, waits.streams, worth)
    state.orders[due] = 0


def _lose(p: Period, leaves: Patience) -> None:
    sales, orders, slots = p.plant.sales, p.state.orders, _since(p, leaves)
    lost = _in_all(orders[slots]).copy()
    orders[slots] = 0
    p.note("lost", leaves.streams, lost)
    p.post("lost_sale", leaves.streams, lost * sales.lost_cost[leaves.streams])
