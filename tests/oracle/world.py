"""The state of the oracle's play: plain objects with plain numbers, and how each begins.

`World.post` and `World.count` note a period's postings and flows; the books follow the postings.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from game.kinds import ACCOUNTS, FLOWS, LEVELS, POSTINGS
from game.level import Offer
from tests.oracle.facts import Facts, Source, cents, lead_days

WORKING, REFILL = 0, 1


@dataclass
class Settings:
    """What the player may set for an item."""

    policy: str
    cards: int
    container: int
    buffer: int
    reorder_point: int
    order_quantity: int
    order_up_to: int
    quantity: int
    shares: list[int]
    lot: int

    def target(self) -> int:
        """The position that the policy orders up to, for cover."""
        if self.policy == "kanban":
            return self.cards * self.container
        if self.policy == "reorder":
            return self.reorder_point + self.order_quantity
        return 1 if self.policy == "manual" else self.order_up_to


@dataclass
class Lot:
    """Units of one age; the bad ones are hidden until the lot is searched."""

    received: int
    good: int
    bad: int


@dataclass
class ItemState:
    """Stock counts working stock and buffer; authorised units are [working, refill]."""

    settings: Settings
    stock: int
    buffer: int
    value: int
    lots: list[Lot]
    authorised: list[int] = field(default_factory=lambda: [0, 0])
    units_in_process: int = 0
    value_in_process: int = 0
    storage_rest: int = 0
    containers_released_today: int = 0
    containers_refilled_this_turn: int = 0


@dataclass
class SourceState:
    """Units on their way, [working, refill] or in all; signals and arrivals by the period they are due."""

    trip_every: int
    on_order: list[int] = field(default_factory=lambda: [0, 0])
    signals: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    collected: int = 0
    credit: int = 0
    backlog: int = 0
    ready: int = 0
    arrivals: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    latest_arrival: int = -1


@dataclass
class StationState:
    """`item` is what the station is set up for; `begun` units of it hold `work_left`."""

    item: int
    setup_left: int = 0
    begun: int = 0
    work_left: int = 0
    repair_left: int = 0
    ran: int = 0


@dataclass
class Order:
    """What a stream's customers asked for in one period; `open` is not yet shipped."""

    placed: int
    open: int
    due: int
    lost: int | None
    late: bool = False


@dataclass
class StreamState:
    """Open orders, oldest first; demand of closed periods; what customers owe, by the period it is due."""

    orders: list[Order] = field(default_factory=list)
    carried: int = 0
    owed: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def waiting(self) -> int:
        """Open units."""
        return sum(order.open for order in self.orders)


@dataclass
class Conditions:
    """The parameters in force in a period."""

    up: list[bool]
    extra: list[int]
    held: list[bool]
    factor: list[int]
    working: list[bool]


Sheet = dict[str, list[int]]


@dataclass
class World:
    """Everything that changes."""

    facts: Facts
    tape: Any
    items: list[ItemState]
    sources: list[SourceState]
    stations: list[StationState]
    streams: list[StreamState]
    balances: dict[str, int]
    payables: list[dict[int, int]]
    conditions: Conditions
    turn_start: int = 0
    credit_rest: int = 0
    loan_rest: int = 0
    insolvent: bool = False
    flows: Sheet = field(default_factory=dict)
    postings: Sheet = field(default_factory=dict)

    def luck(self, name: str, owner: int, t: int) -> int:
        """A number from the tape."""
        return int(getattr(self.tape, name)[owner, t, 0])

    def counts(self) -> dict[str, int]:
        """How many owners of each kind there are."""
        return {
            "item": len(self.items),
            "source": len(self.sources),
            "station": len(self.stations),
            "stream": len(self.streams),
            "firm": 1,
        }

    def new_sheets(self) -> None:
        """Blank sheets for a period's flows and postings."""
        counts = self.counts()
        self.flows = {name: [0] * counts[flow.owner] for name, flow in FLOWS.items()}
        self.postings = {name: [0] * counts[posting.owner] for name, posting in POSTINGS.items()}

    def count(self, flow: str, owner: int, amount: int) -> None:
        """Add to a flow."""
        self.flows[flow][owner] += amount

    def post(self, kind: str, owner: int, amount: int) -> None:
        """Book an amount: debit one account, credit another."""
        self.postings[kind][owner] += amount
        self.balances[POSTINGS[kind].debit] += amount
        self.balances[POSTINGS[kind].credit] -= amount

    # -- what an item has and owes

    def on_hand(self, i: int) -> int:
        """Working stock, hidden bad units included."""
        return self.items[i].stock - self.items[i].buffer

    def hidden_bad(self, i: int) -> int:
        """Bad units that nobody has found."""
        return sum(lot.bad for lot in self.items[i].lots)

    def good_on_hand(self, i: int) -> int:
        """Working stock that can be used or sold."""
        return max(0, self.on_hand(i) - self.hidden_bad(i))

    def on_order(self, i: int, loop: int) -> int:
        """Units on order for the working loop or the buffer."""
        return sum(self.sources[s].on_order[loop] for s in self.facts.sources_of(i))

    def backorders(self, i: int) -> int:
        """Rule 30: what customers and authorised makes and transfers wait for."""
        customers = sum(self.streams[d].waiting() for d in self.facts.streams_of(i))
        downstream = sum(
            sum(self.items[user].authorised) * parts.get(i, 0) for user, parts in enumerate(self.facts.parts)
        )
        return customers + downstream

    def cover(self, i: int) -> Fraction:
        """Rule 11."""
        return Fraction(self.on_hand(i) - self.backorders(i), max(1, self.items[i].settings.target()))

    def levels(self) -> Sheet:
        """The levels at the end of a period, and the balance of each account."""
        owners = range(len(self.items))
        levels = {
            "stock": [item.stock for item in self.items],
            "buffer": [item.buffer for item in self.items],
            "on_order": [self.on_order(i, WORKING) for i in owners],
            "backorders": [self.backorders(i) for i in owners],
            "value": [item.value for item in self.items],
            "waiting": [stream.waiting() for stream in self.streams],
            "insolvent": [int(self.insolvent)],
        }
        assert set(levels) == set(LEVELS)
        return levels | {name: [self.balances[name]] for name in ACCOUNTS}


def opening(facts: Facts, tape: Any) -> World:
    """The world before period 0."""
    items = [_open_item(facts, i) for i in range(len(facts.items))]
    count = len(facts.sources)
    world = World(
        facts=facts,
        tape=tape,
        items=items,
        sources=[SourceState(_trip_every(facts, source)) for source in facts.sources],
        stations=[StationState(facts.station_items(k)[0]) for k in range(len(facts.level.station))],
        streams=[StreamState() for _ in facts.level.stream],
        balances=dict.fromkeys(ACCOUNTS, 0),
        payables=[defaultdict(int) for _ in range(count)],
        conditions=Conditions([], [], [], [], []),
    )
    for i, item in enumerate(facts.items):
        for k, units in enumerate(item.opening_orders):
            _opening_order(world, i, k - len(item.opening_orders), units)
        items[i].value_in_process = int(items[i].units_in_process * facts.unit_value(i))
    _open_books(world)
    return world


def _open_item(facts: Facts, i: int) -> ItemState:
    item = facts.items[i]
    loop = item.loop
    shares = [offer.share or 0 for offer in item.offer]
    if item.offer and all(offer.share is None for offer in item.offer):
        shares[0] = 100
    settings = Settings(
        loop.policy, loop.cards, loop.container, loop.buffer, loop.reorder_point, loop.order_quantity,
        loop.order_up_to, loop.quantity, shares, item.make.lot if item.make else 1,
    )  # fmt: skip
    stock = item.opening_stock + loop.buffer
    lots = [Lot(0, stock, 0)] if stock and facts.keeps_lots(i) else []
    return ItemState(settings, stock, loop.buffer, int(stock * facts.unit_value(i)), lots)


def _trip_every(facts: Facts, source: Source) -> int:
    days = source.offer.departures.every_days if source.offer else None
    return 1 if days is None else max(1, facts.per(days))


def _opening_order(world: World, i: int, placed: int, units: int) -> None:
    """Rule 25: an order placed before the start, where every period is open and every trip leaves."""
    facts, item = world.facts, world.items[i]
    delay = facts.per(facts.items[i].signal_delay_days)
    sources, shares = facts.sources_of(i), item.settings.shares
    s = sources[shares.index(max(shares))] if shares else sources[0]
    source, offer = world.sources[s], facts.sources[s].offer
    heard = facts.next_open(placed + delay if offer else placed + 1 + delay)
    if heard >= 0:
        source.signals[heard][WORKING] += units
        source.on_order[WORKING] += units
        return
    arrival = facts.next_open(heard + _usual_time(facts, i, offer))
    if arrival < 0:
        return
    source.arrivals[arrival] += units
    source.on_order[WORKING] += units
    source.latest_arrival = max(source.latest_arrival, arrival)
    item.units_in_process += 0 if offer else units


def _usual_time(facts: Facts, i: int, offer: Offer | None) -> int:
    return max(1, facts.per(lead_days(offer))) if offer else facts.process_time(i)


def _open_books(world: World) -> None:
    money, balances = world.facts.level.money, world.balances
    balances["cash"] = cents(money.opening_cash)
    balances["fixed_assets"] = cents(money.fixed_assets)
    balances["loan"] = -cents(money.loan)
    for i, item in enumerate(world.items):
        balances["raw" if world.facts.bought(i) else "finished"] += item.value
        balances["in_process"] += item.value_in_process
    balances["capital"] = -sum(balances.values())
