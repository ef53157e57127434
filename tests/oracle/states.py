"""What an item, a source, a station, a stream is in at a moment: plain objects with plain numbers."""

from collections import defaultdict
from dataclasses import dataclass, field

from tests.oracle.facts import MILLION

LONG_AGO = -(10**9)


@dataclass
class Settings:
    """What the player may set for an item; cover and smoothing in periods."""

    policy: str
    cards: int
    container: int
    buffer: int
    reorder_point: int
    order_quantity: int
    order_up_to: int
    quantity: int
    cover: int
    smoothing: int
    safety: int
    shares: list[int]
    lot: int
    failover: int
    count_every: int
    markdown: int
    markdown_after_days: int


@dataclass
class Lot:
    """Units of one age; the bad ones are hidden until the lot is searched."""

    received: int
    good: int
    bad: int


@dataclass
class Load:
    """Units on their way that arrive together: what they cost (times `per`), how many are bad."""

    units: int = 0
    worth: int = 0
    bad: int = 0

    def add(self, other: "Load") -> None:
        """Put another load on top."""
        self.units += other.units
        self.worth += other.worth
        self.bad += other.bad

    def part(self, units: int) -> "Load":
        """Take some units off; their worth goes along."""
        taken = Load(units, self.worth * units // self.units)
        self.units -= units
        self.worth -= taken.worth
        return taken


@dataclass
class ItemState:
    """Stock counts working stock and buffer; authorised units are [working, refill]."""

    settings: Settings
    stock: int
    buffer: int
    value: int
    lots: list[Lot]
    authorised: list[int] = field(default_factory=lambda: [0, 0])
    authorised_now: int = 0
    units_in_process: int = 0
    value_in_process: int = 0
    storage_rest: int = 0
    insurance_rest: int = 0
    containers_released_today: int = 0
    containers_refilled_this_turn: int = 0
    demands: list[int] = field(default_factory=list)
    record_error: int = 0
    shares_free: int = 0
    rushes: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    rush_arrival: int = LONG_AGO
    short_in_cycle: bool = False


@dataclass
class SourceState:
    """Units on their way, [working, refill] or in all; signals and arrivals by the period they are due.

    `qualified` is the period from which the source may have a share, None before it is onboarded.
    """

    trip_every: int
    inspect: int = 0
    rush_when_red: int = 0
    pay_early: int = 0
    qualified: int | None = 0
    on_order: list[int] = field(default_factory=lambda: [0, 0])
    signals: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    collected: int = 0
    credit: int = 0
    backlog: int = 0
    ready: int = 0
    arrivals: dict[int, Load] = field(default_factory=lambda: defaultdict(Load))
    latest_arrival: int = -1
    ordered_by_turn: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    steady: bool = False
    wild: bool = False
    raised: int = MILLION
    turns_of_dependence: int = 0


@dataclass
class StationState:
    """`item` is what the station is set up for; `begun` units of it, hold `work_left`.

    A unit takes `each` thousandths of a minute, by the crew's strain when they were begun.
    """

    item: int
    stop_the_line: int = 0
    maintenance: int = 0
    overtime: int = 0
    setup_left: int = 0
    begun: int = 0
    each: int = 0
    work_left: int = 0
    repair_left: int = 0
    stop_left: int = 0
    ran: int = 0
    strain: int = 0
    failures: int = 0
    stopped: bool = False


@dataclass
class Order:
    """What a stream's customers asked for in one period; `open` is not yet shipped; price in cents."""

    placed: int
    units: int
    open: int
    due: int
    lost: int | None
    price: int


@dataclass
class StreamState:
    """Open orders, oldest first; demand of closed periods; what customers owe, by the period it is due.

    `pool` are late units of customers who wait, `pool_worth` the sum of their prices; `price` in percent of the list.
    """

    price: int = 100
    goodwill: int = MILLION
    rest: int = MILLION // 2
    passers_rest: int = MILLION // 2
    pool: int = 0
    pool_worth: int = 0
    orders: list[Order] = field(default_factory=list)
    carried: int = 0
    owed: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def waiting(self) -> int:
        """Open units."""
        return self.pool + sum(order.open for order in self.orders)


@dataclass
class Conditions:
    """The parameters in force in a period."""

    up: list[bool]
    extra: list[int]
    held: list[bool]
    slow: list[int]
    factor: list[int]
    working: list[bool]
    labour: list[int]
    input_price: list[int]
    escaped: list[int]
    spoiled: list[int]
    credit_points: int = 0
    loan_points: int = 0
