"""Step 4, sell: demand arrives, late and new orders are served, what has waited too long is lost."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.demand_on import backorders, waiting
from game.engine.market import asked, quote, remember, takings
from game.engine.stock import ALL, good_on_hand, post_by_kind, search_hopeless, take
from game.state import Array


def sell(p: Period) -> None:
    """Sell, then settle what became due; what is wanted of items stands from then on."""
    p.state.carried += asked(p)
    _play(p)
    p.waiting = waiting(p.state)
    p.owed = backorders(p.plant, p.state, p.waiting)


def _play(p: Period) -> None:
    if not p.open:
        p.state.ordered[:, p.t % p.plant.order_ages] = 0
        return
    _demand(p)
    _serve(p)
    _due(p)
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


def _serve(p: Period) -> None:
    """Late orders of customers who wait, then orders by age, at equal age by priority (rule 18)."""
    state, sales = p.state, p.plant.sales
    rows, slots = sales.streams[:, None], _slots(p)
    queue = np.concatenate([state.overdue[sales.streams][:, None], state.orders[rows, slots]], axis=1)
    good = good_on_hand(p, sales.goods)
    shipped = np.maximum(good.take(sales.item_of, axis=0)[:, None] - _ahead(p, queue), 0)
    np.minimum(shipped, queue, out=shipped)
    if not any_of(shipped) and not sales.priced:
        return
    units = shipped.sum(axis=1)
    sold, revenue = _takings(p, shipped, units, good)
    queue -= shipped
    state.overdue[sales.streams], state.orders[rows, slots] = queue[:, 0], queue[:, 1:]
    p.flow("filled_at_once")[sales.streams] += shipped[:, -1]
    p.flow("delivered")[sales.streams] += units
    _invoice(p, sold, revenue)


def _slots(p: Period) -> Array:
    """Where orders lie, oldest first."""
    ages = p.plant.order_ages
    return np.arange(p.t + 1, p.t + 1 + ages) % ages


def _ahead(p: Period, queue: Array) -> Array:
    """Units that are served before those of a stream and an age `[stream, age, R]`."""
    sales = p.plant.sales
    by_item = sales.by_item.total(queue)
    older: Array = np.cumsum(by_item, axis=1) - by_item
    if not sales.several:
        return older
    ahead: Array = older[sales.item_of] + sales.by_item.before(queue)
    return ahead


def _takings(p: Period, shipped: Array, units: Array, good: Array) -> tuple[Array, Array]:
    """Units sold, those to passers-by among them, and the revenue, by stream in the order of service."""
    sales = p.plant.sales
    revenue = units * p.plant.market.list_price[sales.streams]
    for k, item, streams, places in sales.priced:
        units = units.copy()
        queue = shipped[places].swapaxes(0, 1).reshape(-1, units.shape[1])
        passing, revenue[places] = takings(p, item, streams, _slots(p), queue, good[k])
        units[places] += passing
    return units, revenue


def _invoice(p: Period, units: Array, revenue: Array) -> None:
    sales, total = p.plant.sales, p.plant.sales.by_item.total(units)
    cost = take(p, sales.goods, total)
    p.flow("sold")[sales.goods.at] += total
    post_by_kind(p, "goods", sales.goods, cost)
    by_stream = np.zeros_like(revenue)
    by_stream[sales.streams] = revenue
    if len(sales.cash):
        p.post("sale_cash", sales.cash, by_stream[sales.cash])
    if len(sales.credit):
        owed, dues = by_stream[sales.credit], p.state.receivables
        p.post("sale_credit", sales.credit, owed)
        dues[sales.credit, (p.t + sales.days[sales.credit]) % dues.shape[1]] += owed


def _due(p: Period) -> None:
    """Count lines that are due, lose what has waited too long, note the rest as late (rule 19)."""
    state, sales = p.state, p.plant.sales
    rows, due = np.arange(len(sales.due))[:, None], _since(p, sales.due)
    ordered, orders = state.ordered[rows, due], state.orders[rows, due]
    lines = ordered > 0
    p.flow("lines_due")[:] += lines.sum(axis=1)
    p.flow("lines_in_full")[:] += (lines & (orders == 0)).sum(axis=1)
    p.flow("on_time")[:] += (ordered - orders).sum(axis=1)
    if len(sales.leaves):
        _lose(p)
        orders = state.orders[rows, due]
    late = orders.sum(axis=1)
    p.flow("late")[:] += late
    if sales.penalised:
        p.post("late_penalty", ALL, late * sales.late_penalty)
    if len(sales.waits):
        _keep(p, due[sales.waits], orders[sales.waits], late[sales.waits])


def _since(p: Period, periods: Array) -> Array:
    """Where orders of so many periods ago lie, and of as many before as were closed, `[stream, gap]`."""
    slots: Array = (p.t - periods[:, None] - np.arange(p.gap)) % p.plant.order_ages
    return slots


def _keep(p: Period, due: Array, orders: Array, late: Array) -> None:
    """Customers who wait do so among all that are late."""
    state, streams = p.state, p.plant.sales.waits
    state.overdue[streams] += late
    if len(state.quoted):
        state.overdue_worth[streams] += (orders * state.quoted[streams[:, None], due]).sum(axis=1)
    state.orders[streams[:, None], due] = 0


def _lose(p: Period) -> None:
    sales, orders = p.plant.sales, p.state.orders
    streams, slots = sales.leaves, _since(p, sales.lost[sales.leaves])
    lost = orders[streams[:, None], slots].sum(axis=1)
    orders[streams[:, None], slots] = 0
    p.flow("lost")[streams] += lost
    p.post("lost_sale", streams, lost * sales.lost_cost[streams])
