"""Step 4, sell: demand arrives, late and new orders are served, what has waited too long is lost."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.market import asked, quote, remember, takings
from game.engine.stock import good_on_hand, kind_of_stock, search_hopeless, take
from game.level import Stream
from game.plant import minor
from game.state import Array


def sell(p: Period) -> None:
    """Sell item by item, then settle what became due."""
    p.state.carried += asked(p)
    if not p.open:
        p.state.ordered[:, p.t % p.plant.order_ages] = 0
        return
    _demand(p)
    for item, streams in enumerate(p.plant.streams_of):
        if streams:
            _serve(p, item, streams)
    for index, stream in enumerate(p.plant.level.stream):
        _due(p, index, stream)
    remember(p)
    search_hopeless(p)


def _demand(p: Period) -> None:
    state = p.state
    slot = p.t % state.orders.shape[1]
    state.orders[:, slot] = state.carried
    state.ordered[:, slot] = state.carried
    quote(p, slot)
    p.flow("demand")[:] += state.carried
    state.carried[:] = 0


def _serve(p: Period, item: int, streams: tuple[int, ...]) -> None:
    """Late orders of customers who wait, then orders by age, at equal age by priority (rule 18)."""
    state, some = p.state, list(streams)
    ages = state.orders.shape[1]
    slots = np.arange(p.t + 1, p.t + 1 + ages) % ages
    by_age = state.orders[np.array(some)[None, :], slots[:, None]].reshape(ages * len(some), -1)
    queue = np.concatenate([state.overdue[some], by_age])
    before = np.cumsum(queue, axis=0) - queue
    shipped = np.clip(good_on_hand(p, item) - before, 0, queue)
    if not any_of(shipped) and item not in p.plant.market.priced:
        return
    units = shipped.reshape(ages + 1, len(some), -1).sum(axis=0)
    passing, revenue = _takings(p, item, some, slots, shipped, units)
    state.overdue[some] -= shipped[: len(some)]
    from_orders = shipped[len(some) :].reshape(ages, len(some), -1)
    state.orders[np.array(some)[None, :], slots[:, None]] -= from_orders
    p.flow("filled_at_once")[some] += from_orders[-1]
    p.flow("delivered")[some] += units
    _invoice(p, item, some, units + passing, revenue)


def _takings(
    p: Period, item: int, streams: list[int], slots: Array, shipped: Array, units: Array
) -> tuple[Array | int, Array]:
    """Units sold to passers-by, and the revenue by stream."""
    if item in p.plant.market.priced:
        return takings(p, item, streams, slots, shipped)
    return 0, units * p.plant.market.list_price[streams]


def _invoice(p: Period, item: int, streams: list[int], units: Array, revenue: Array) -> None:
    total = units.sum(axis=0)
    cost = take(p, item, total)
    p.flow("sold")[item] += total
    p.post(f"goods_{kind_of_stock(p, item)}", item, cost)
    for place, index in enumerate(streams):
        stream = p.plant.level.stream[index]
        wait = p.plant.periods(stream.payment_days)
        p.post("sale_credit" if wait else "sale_cash", index, revenue[place])
        if wait:
            dues = p.state.receivables[index]
            dues[(p.t + wait) % len(dues)] += revenue[place]


def _due(p: Period, index: int, stream: Stream) -> None:
    """Count lines that are due, lose what has waited too long, note the rest as late (rule 19)."""
    state, ages = p.state, p.state.orders.shape[1]
    orders, ordered = state.orders[index], state.ordered[index]
    due = (p.t - p.plant.periods(stream.due_days) - np.arange(p.gap)) % ages
    p.flow("lines_due")[index] += (ordered[due] > 0).sum(axis=0)
    p.flow("lines_in_full")[index] += ((ordered[due] > 0) & (orders[due] == 0)).sum(axis=0)
    p.flow("on_time")[index] += (ordered[due] - orders[due]).sum(axis=0)
    if not stream.waits:
        _lose(p, index, stream)
    late = orders[due].sum(axis=0)
    p.flow("late")[index] += late
    p.post("late_penalty", index, late * minor(stream.late_penalty))
    if stream.waits:
        state.overdue[index] += late
        if len(state.quoted):
            state.overdue_worth[index] += (orders[due] * state.quoted[index, due]).sum(axis=0)
        orders[due] = 0


def _lose(p: Period, index: int, stream: Stream) -> None:
    orders = p.state.orders[index]
    age = p.plant.periods(stream.due_days) + p.plant.periods(stream.patience_days)
    slots = (p.t - age - np.arange(p.gap)) % orders.shape[0]
    lost = orders[slots].sum(axis=0)
    orders[slots] = 0
    p.flow("lost")[index] += lost
    p.post("lost_sale", index, lost * minor(stream.lost_sale_cost))
