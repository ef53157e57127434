"""Step 4: demand arrives, stock ships, customers wait or leave (rules 18 to 20)."""

from tests.oracle.facts import MILLION, cents
from tests.oracle.states import Order
from tests.oracle.stock import account, issue, search_hopeless
from tests.oracle.world import World


def sell(world: World, t: int) -> None:
    """Step 4; in a closed period demand only gathers."""
    gather(world, t)
    if not world.facts.is_open(t):
        return
    shipped = [0] * len(world.streams)
    for d in range(len(world.streams)):
        _take_order(world, t, d)
    for i in range(len(world.items)):
        _ship(world, t, i, shipped)
    for d, units in enumerate(shipped):
        _invoice(world, t, d, units)
        _keep_promises(world, t, d)
    search_hopeless(world)


def gather(world: World, t: int) -> None:
    """The period's demand, with the disruptions of the period, joins what has gathered."""
    for d, stream in enumerate(world.streams):
        drawn = world.luck("demand", d, t)
        stream.carried += (drawn * world.conditions.factor[d] + MILLION // 2) // MILLION


def _take_order(world: World, t: int, d: int) -> None:
    facts, stream, state = world.facts, world.facts.level.stream[d], world.streams[d]
    units, state.carried = state.carried, 0
    world.count("demand", d, units)
    if units:
        due = t + facts.per(stream.due_days)
        lost = None if stream.waits else facts.next_open(due + facts.per(stream.patience_days))
        state.orders.append(Order(t, units, facts.next_open(due), lost))


def _ship(world: World, t: int, i: int, shipped: list[int]) -> None:
    """Good working stock serves the item's orders in turn."""
    streams = world.facts.level.stream
    orders = [(order, d) for d in world.facts.streams_of(i) for order in world.streams[d].orders]
    available = world.good_on_hand(i)
    sold = 0

    def turn(entry: tuple[Order, int]) -> tuple[bool, int, int, int]:
        order, d = entry
        first = order.late and streams[d].waits
        return (not first, -1 if first else order.placed, -streams[d].priority, d)

    for order, d in sorted(orders, key=turn):
        units = min(order.open, available - sold)
        order.open -= units
        sold += units
        shipped[d] += units
        world.count("delivered", d, units)
        world.count("filled_at_once", d, units if order.placed == t else 0)
    world.post(f"goods_{account(world, i)}", i, issue(world, i, sold))
    world.count("sold", i, sold)


def _invoice(world: World, t: int, d: int, units: int) -> None:
    stream = world.facts.level.stream[d]
    amount, wait = units * cents(stream.price), world.facts.per(stream.payment_days)
    if wait:
        world.post("sale_credit", d, amount)
        world.streams[d].owed[t + wait] += amount
    else:
        world.post("sale_cash", d, amount)


def _keep_promises(world: World, t: int, d: int) -> None:
    """Rule 19: lines fall due, late units pay once, lost units leave."""
    stream, state = world.facts.level.stream[d], world.streams[d]
    for order in state.orders:
        lost = order.lost == t
        if order.due == t:
            world.count("lines_due", d, 1)
            world.count("lines_in_full", d, int(order.open == 0))
            if not lost:
                order.late = True
                world.count("late", d, order.open)
                world.post("late_penalty", d, order.open * cents(stream.late_penalty))
        if lost:
            world.count("lost", d, order.open)
            world.post("lost_sale", d, order.open * cents(stream.lost_sale_cost))
            order.open = 0
    state.orders = [order for order in state.orders if order.open or order.due > t]


def unserved(world: World, t: int) -> None:
    """Rule 29: demand of a period that an insolvent firm does not play."""
    gather(world, t)
    if not world.facts.is_open(t):
        return
    for d, state in enumerate(world.streams):
        units, state.carried = state.carried, 0
        world.count("demand", d, units)
        world.count("lines_due", d, int(units > 0))
