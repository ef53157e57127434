"""Step 4: stock ships, old stock at a lower price, customers wait or leave (rules 18 to 20, D4, D5)."""

from dataclasses import dataclass

from tests.oracle.facts import MILLION, cents, ppm
from tests.oracle.stock import account, issue, search_hopeless
from tests.oracle.wanting import gather, price_now, remember, take_order
from tests.oracle.world import World


def sell(world: World, t: int) -> None:
    """Step 4; in a closed period demand only gathers."""
    gather(world, t)
    if not world.facts.is_open(t):
        return
    for d in range(len(world.streams)):
        take_order(world, t, d)
    for i in range(len(world.items)):
        _Counter(world, t, i).serve()
    for d in range(len(world.streams)):
        _keep_promises(world, t, d)
    search_hopeless(world)
    remember(world, t)


@dataclass
class _Counter:
    """Where an item is sold in one period; `marked` units of it still go at a lower price."""

    world: World
    t: int
    i: int
    available: int = 0
    marked: int = 0
    sold: int = 0

    def serve(self) -> None:
        """The late ones of who waits first, then orders by age; passers-by at the end."""
        world = self.world
        self.available = world.good_on_hand(self.i)
        self.marked = self._old()
        streams = sorted(world.facts.streams_of(self.i), key=lambda d: (-world.facts.level.stream[d].priority, d))
        amounts = {d: self._from_pool(d) for d in streams}
        placed = sorted({order.placed for d in streams for order in world.streams[d].orders})
        for period in placed:
            for d in streams:
                amounts[d] += self._orders_of(d, period)
        for d in streams:
            amounts[d] += self._passers_by(d)
            _invoice(world, self.t, d, amounts[d])
        world.post(f"goods_{account(world, self.i)}", self.i, issue(world, self.i, self.sold))
        world.count("sold", self.i, self.sold)

    def _old(self) -> int:
        """Units that are marked down."""
        item, streams = self.world.items[self.i], self.world.facts.streams_of(self.i)
        if not any(self.world.facts.level.stream[d].elasticity for d in streams):
            return 0
        if not item.settings.markdown or self.world.facts.life(self.i) is None:
            return 0
        age = self.world.facts.per(item.settings.markdown_after_days)
        return min(self.available, sum(lot.good for lot in item.lots if self.t - lot.received >= age))

    def _ship(self, d: int, wanted: int) -> tuple[int, int]:
        """Units shipped, and how many of them are marked down."""
        units = min(wanted, self.available - self.sold)
        self.sold += units
        cheap = self._mark(units)
        self.world.count("delivered", d, units)
        return units, cheap

    def _mark(self, units: int) -> int:
        cheap = min(units, self.marked)
        self.marked -= cheap
        self.world.count("marked_down", self.i, cheap)
        return cheap

    def _off(self, price: int) -> int:
        """What is taken off a price."""
        return price * self.world.items[self.i].settings.markdown // 100

    def _from_pool(self, d: int) -> int:
        state = self.world.streams[d]
        if not state.pool:
            return 0
        price = state.pool_worth // state.pool
        units, cheap = self._ship(d, state.pool)
        worth = state.pool_worth * units // state.pool
        state.pool -= units
        state.pool_worth -= worth
        return worth - cheap * self._off(price)

    def _orders_of(self, d: int, period: int) -> int:
        amount = 0
        for order in self.world.streams[d].orders:
            if order.placed == period:
                units, cheap = self._ship(d, order.open)
                order.open -= units
                amount += units * order.price - cheap * self._off(order.price)
                self.world.count("filled_at_once", d, units if period == self.t else 0)
        return amount

    def _passers_by(self, d: int) -> int:
        """Rule D5: what is left of the old units finds buyers."""
        markdown, state = self.world.items[self.i].settings.markdown, self.world.streams[d]
        elasticity = ppm(self.world.facts.level.stream[d].elasticity)
        if not (markdown and elasticity):
            return 0
        asked = self.world.flows["demand"][d] * (elasticity * markdown // 100) + state.passers_rest
        wanted, state.passers_rest = divmod(asked, MILLION)
        units = min(wanted, self.marked)
        self.sold += self._mark(units)
        self.world.count("bargains", d, units)
        price = price_now(self.world, d)
        return units * (price - self._off(price))


def _invoice(world: World, t: int, d: int, amount: int) -> None:
    wait = world.facts.per(world.facts.level.stream[d].payment_days)
    if wait:
        world.post("sale_credit", d, amount)
        world.streams[d].owed[t + wait] += amount
    else:
        world.post("sale_cash", d, amount)


def _keep_promises(world: World, t: int, d: int) -> None:
    """Rule 19: lines fall due, late units pay once, lost units leave; who waits on goes to the pool."""
    stream, state = world.facts.level.stream[d], world.streams[d]
    for order in state.orders:
        lost = order.lost == t
        if order.due == t:
            world.count("lines_due", d, 1)
            world.count("lines_in_full", d, int(order.open == 0))
            world.count("on_time", d, order.units - order.open)
            if not lost:
                world.count("late", d, order.open)
                world.post("late_penalty", d, order.open * cents(stream.late_penalty))
        if lost:
            world.count("lost", d, order.open)
            world.post("lost_sale", d, order.open * cents(stream.lost_sale_cost))
            order.open = 0
        if order.due == t and stream.waits:
            state.pool += order.open
            state.pool_worth += order.open * order.price
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
