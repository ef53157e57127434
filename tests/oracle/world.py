"""The state of the oracle's play: plain objects with plain numbers.

`World.post` and `World.count` note a period's postings and flows; the books follow the postings.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from game.kinds import ACCOUNTS, FLOWS, LEVELS, POSTINGS
from tests.oracle.facts import Facts

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
    replication: int
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
        return int(getattr(self.tape, name)[owner, t, self.replication])

    def counts(self) -> dict[str, int]:
        """How many owners of each kind there are."""
        return {
            "item": len(self.items),
            "source": len(self.sources),
            "station": len(self.stations),
            "stream": len(self.streams),
            "firm": 1,
            "lease": len(self.facts.level.lease),
            "project": len(self.facts.level.project),
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
            "record_error": [0] * len(self.items),
            "strain": [0] * len(self.stations),
            "insolvent": [int(self.insolvent)],
        }
        assert set(levels) == set(LEVELS)
        return levels | {name: [self.balances[name]] for name in ACCOUNTS}
