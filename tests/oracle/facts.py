"""What a level says, as plain whole numbers: the oracle's own reading of level files.

Nothing here comes from `game.plant`: calendar, sources, depths and values are worked out again, so that a
mistake there shows up as a disagreement. Money is in cents, work in thousandths of a minute.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import ceil

from game.level import WEEKDAYS, Item, Level, Offer, Route, Spread
from game.level.pack import LevelPack

MILLION = 10**6


def half_up(number: float) -> int:
    """A number of zero or more, rounded half up."""
    return int(number + 0.5)


def cents(amount: float) -> int:
    """Money in cents."""
    return half_up(amount * 100)


def ppm(share: float) -> int:
    """A share in parts per million."""
    return half_up(share * MILLION)


def percent(rate: float) -> int:
    """A rate in percent, in parts per million."""
    return half_up(rate * 10_000)


@dataclass(frozen=True)
class Source:
    """One way to get an item: from a supplier (`offer`), a station, or another item."""

    item: int
    offer: Offer | None = None
    station: int | None = None
    origin: int | None = None


@dataclass(frozen=True)
class Facts:
    """Everything about a level that play does not change."""

    pack: LevelPack
    sources: list[Source] = field(default_factory=list)

    def __post_init__(self) -> None:
        for i, item in enumerate(self.items):
            if item.make:
                self.sources.append(Source(i, station=self.station_of(item.make.station)))
            elif item.transfer:
                self.sources.append(Source(i, origin=self.item_of(item.transfer.source)))
            else:
                self.sources.extend(Source(i, offer=offer) for offer in item.offer)

    @property
    def level(self) -> Level:
        """The level as written."""
        return self.pack.level

    @property
    def items(self) -> tuple[Item, ...]:
        """Items in file order."""
        return self.level.item

    def item_of(self, name: str) -> int:
        """Index of an item."""
        return [item.id for item in self.items].index(name)

    def station_of(self, name: str) -> int:
        """Index of a station."""
        return [station.id for station in self.level.station].index(name)

    # -- time

    @property
    def per_day(self) -> int:
        """Periods in a day."""
        return self.level.calendar.periods_per_day

    def per(self, days: float) -> int:
        """Days as periods."""
        return half_up(days * self.per_day)

    def weekday(self, t: int) -> int:
        """0 is Monday."""
        return (self.level.calendar.start.weekday() + t // self.per_day) % 7

    def is_open(self, t: int) -> bool:
        """Whether the plant is open; before the start it always is."""
        return t < 0 or WEEKDAYS[self.weekday(t)] in self.level.calendar.open_days

    def next_open(self, t: int) -> int:
        """The first open period at or after t."""
        while not self.is_open(t):
            t += 1
        return t

    def last_open(self, t: int) -> int:
        """The latest open period before t."""
        t -= 1
        while not self.is_open(t):
            t -= 1
        return t

    def recurs(self, t: int, interval: int) -> bool:
        """Whether an interval acts in the open period t."""
        return t // interval > self.last_open(t) // interval

    def ends_day(self, t: int) -> bool:
        """Whether t is the last period of its day."""
        return t % self.per_day == self.per_day - 1

    def slice_of_day(self, total: int, t: int) -> int:
        """What a period gets of a day's number."""
        k = t % self.per_day
        return total * (k + 1) // self.per_day - total * k // self.per_day

    @cached_property
    def turns(self) -> list[range]:
        """The periods of each turn; the run-out is the last."""
        calendar = self.level.calendar
        length = calendar.days_per_turn * self.per_day
        turns = [range(k * length, (k + 1) * length) for k in range(calendar.turns)]
        extra = self.run_out_days() * self.per_day
        end = calendar.turns * length
        return [*turns, range(end, end + extra)] if extra else turns

    def run_out_days(self) -> int:
        """Rule 4."""
        given = self.level.calendar.run_out_days
        if given is not None:
            return given
        return max(ceil(item.signal_delay_days + days) for i, item in enumerate(self.items) for days in self._times(i))

    def _times(self, i: int) -> list[float]:
        item = self.items[i]
        if item.make:
            return [item.make.process_days]
        if item.transfer:
            return [item.transfer.days]
        return [self.lead_days(s) for s in self.sources_of(i)]

    # -- trips

    def trip(self, s: int) -> Offer | Route:
        """Who says how an offer's goods travel: itself, or the milk run it names."""
        offer = self.sources[s].offer
        assert offer is not None
        return next((route for route in self.level.route if route.id == offer.route), offer)

    def lead_days(self, s: int) -> float:
        """Mean lead time of an offer."""
        lead = self.trip(s).lead_time_days
        if isinstance(lead, tuple):
            return sum(lead) / len(lead)
        assert lead is not None
        return lead.mean if isinstance(lead, Spread) else lead

    def on_route(self, k: int) -> list[int]:
        """Sources whose goods a milk run fetches, in file order."""
        name = self.level.route[k].id
        return [s for s, source in enumerate(self.sources) if source.offer and source.offer.route == name]

    # -- structure

    def sources_of(self, i: int) -> list[int]:
        """Sources of an item."""
        return [s for s, source in enumerate(self.sources) if source.item == i]

    def bought(self, i: int) -> bool:
        """Whether suppliers sell the item."""
        return bool(self.items[i].offer)

    @cached_property
    def parts(self) -> list[dict[int, int]]:
        """For each item, the units of each component in one unit."""
        return [self._parts(item) for item in self.items]

    def _parts(self, item: Item) -> dict[int, int]:
        if item.make:
            return {self.item_of(name): units for name, units in item.make.components.items()}
        return {self.item_of(item.transfer.source): 1} if item.transfer else {}

    def depth(self, i: int) -> int:
        """Rule 11."""
        if self.bought(i):
            return 0
        return 1 + max((self.depth(part) for part in self.parts[i]), default=0)

    def station_items(self, k: int) -> list[int]:
        """Items made at a station, in file order."""
        name = self.level.station[k].id
        return [i for i, item in enumerate(self.items) if item.make and item.make.station == name]

    @cached_property
    def depth_of_station(self) -> list[int]:
        """The largest depth of each station's items."""
        return [max(self.depth(i) for i in self.station_items(k)) for k in range(len(self.level.station))]

    def depth_played(self, i: int) -> int:
        """The depth at which an item is made or moved."""
        station = self.sources[self.sources_of(i)[0]].station
        return self.depth(i) if station is None else self.depth_of_station[station]

    @cached_property
    def consumers(self) -> dict[int, list[int]]:
        """The items made or moved at each depth, depths ascending, items in file order."""
        made = [i for i in range(len(self.items)) if not self.bought(i)]
        return {
            depth: [i for i in made if self.depth_played(i) == depth]
            for depth in sorted({self.depth_played(i) for i in made})
        }

    def streams_of(self, i: int) -> list[int]:
        """Streams that buy an item."""
        return [d for d, stream in enumerate(self.level.stream) if stream.item == self.items[i].id]

    # -- worth and life

    def unit_value(self, i: int) -> Fraction:
        """Cost of a unit at the start, in cents."""
        item = self.items[i]
        if item.value is not None:
            return Fraction(cents(item.value))
        if item.offer:
            return Fraction(cents(item.offer[0].price), item.offer[0].per)
        labour = Fraction(cents(item.make.labour) if item.make else 0)
        return sum((self.unit_value(part) * units for part, units in self.parts[i].items()), labour)

    def life(self, i: int) -> int | None:
        """Shelf life in periods."""
        days = self.items[i].shelf_life_days
        return None if days is None else max(1, self.per(days))

    def keeps_lots(self, i: int) -> bool:
        """Whether units of different age are told apart."""
        item = self.items[i]
        return (
            self.life(i) is not None
            or any(maker.defects for maker in (item.make, *item.offer) if maker)
            or self._may_escape(i)
        )

    def _may_escape(self, i: int) -> bool:
        """Whether an escape may send bad units of the item (rule D10)."""
        item = self.items[i]
        suppliers = {offer.supplier for offer in item.offer}
        names = {
            "suppliers": suppliers,
            "offers": {f"{item.id}/{supplier}" for supplier in suppliers},
            "items": {item.id},
            "stations": {item.make.station} if item.make else set(),
        }
        escapes = [one.extras for one in self.level.disruption if one.kind == "quality_escape"]
        return any(names[key] & set(one.get(key, ())) for one in escapes for key in names)

    def unit_work(self, i: int) -> int:
        """Thousandths of a minute for one unit."""
        make = self.items[i].make
        return half_up(make.minutes * 1000) if make else 0

    def scrap(self, i: int) -> int:
        """Share lost in making, in parts per million."""
        make = self.items[i].make
        return ppm(make.scrap) if make else 0

    def volume(self, i: int) -> int:
        """Room a unit takes, in thousandths."""
        return half_up(self.items[i].volume * 1000)

    def process_time(self, i: int) -> int:
        """Periods from the start of a unit to its receipt."""
        item = self.items[i]
        days = item.make.process_days if item.make else item.transfer.days if item.transfer else 0.0
        return self.per(days)
