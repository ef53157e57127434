"""A level as arrays of whole numbers: the plant that the engine runs.

Sources are numbered through the items in file order: an item's offers, its make or its transfer. Money is in
minor units, shares and rates in parts per million, work in thousandths of a minute, time in periods. Nothing
here changes during play: what a player may set lives in the state's settings, what luck decides on the tape.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.plant.groups import Groups
from game.plant.market import Market
from game.plant.money import Money
from game.plant.network import Network
from game.plant.parts import Depth, Source
from game.plant.production import Production
from game.plant.projects import Plan, plans
from game.plant.rows import Rows, flow_rows, incidence, level_rows, posting_rows, sides
from game.plant.supply import Supply
from game.plant.terms import PPM, column, limits, minor, ppm, thousandths, weekday_trips
from game.plant.together import Arrivals, Breakdowns, Users
from game.plant.trade import Purchases, Sales
from game.plant.trips import Lines
from game.plant.works import Works

__all__ = ["PPM", "Depth", "Plant", "Source", "minor", "ppm"]


@dataclass(frozen=True, eq=False)
class Plant(Network):
    """See the module: the network, and what the engine needs of it laid out in arrays."""

    @cached_property
    def flow_rows(self) -> Rows:
        """Rows of the material flows."""
        return flow_rows(self.counts)

    @cached_property
    def posting_rows(self) -> Rows:
        """Rows of the postings."""
        return posting_rows(self.counts)

    @cached_property
    def level_rows(self) -> Rows:
        """Rows of the levels and accounts."""
        return level_rows(self.counts)

    @cached_property
    def sides(self) -> dict[str, tuple[int, int]]:
        """Rows of the accounts that each posting kind debits and credits."""
        return sides()

    @cached_property
    def calm(self) -> bool:
        """Whether nothing can change the parameters in force: no disruption, no project, no supplier that remembers."""
        return not (self.level.disruption or self.level.project or self.level.relationship)

    @cached_property
    def steady(self) -> bool:
        """Whether all that is drawn is asked for."""
        return self.calm and not self.market.responsive and bool((self.demand_share == PPM).all())

    @cached_property
    def contested(self) -> bool:
        """Whether cover has to decide anywhere who begins first."""
        return any(works.contested for works in self.work_plan)

    @cached_property
    def ways_in(self) -> tuple[str, ...]:
        """Flows by which items come into stock here."""
        ways = {"received" if s.bought else "moved_in" if s.station is None else "made" for s in self.sources}
        return tuple(sorted(ways))

    @cached_property
    def read_again(self) -> frozenset[str]:
        """Flows that steps read in the period in which they note them; all others are only added to."""
        found = {"short", "lost", *self.ways_in}
        found |= {"sold"} if self.money.handled else set()
        found |= {"demand"} if self.production.forecast or self.market.priced else set()
        found |= {"late"} if self.market.goodwill else set()
        found |= {"used", "moved_out", "sold"} if self.production.drifting else set()
        found |= {"ordered"} if self.level.relationship else set()
        found |= {"scrapped", "returned", "defective", "stops"} if self.level.disruption else set()
        return frozenset(found)

    @cached_property
    def incidence(self) -> np.ndarray:
        """`[account, posting kind]`."""
        return incidence()

    @cached_property
    def projects(self) -> tuple[Plan, ...]:
        """Projects that may be bought."""
        return plans(self.level)

    @cached_property
    def posting_starts(self) -> np.ndarray:
        """First row of each posting kind, for sums by kind; kinds without owners are left out."""
        blocks = self.posting_rows.blocks.values()
        return np.array([block.start for block in blocks if block.stop > block.start])

    @cached_property
    def posting_kinds(self) -> np.ndarray:
        """Indices of the posting kinds that have owners, in line with `posting_starts`."""
        blocks = self.posting_rows.blocks.values()
        return np.array([k for k, block in enumerate(blocks) if block.stop > block.start])

    @cached_property
    def money(self) -> Money:
        """Rates and amounts in minor units."""
        return Money.of(self.level)

    @cached_property
    def supply(self) -> Supply:
        """Milk runs and further terms of suppliers."""
        return Supply.of(self.level, [(source.item, source.offer) for source in self.sources])

    @cached_property
    def production(self) -> Production:
        """Forecasts, records, quality and crews."""
        return Production.of(self.level, self.clock.per_day)

    @cached_property
    def market(self) -> Market:
        """Customers' terms."""
        return Market.of(self.level, self.item_of_stream)

    @cached_property
    def purchases(self) -> Purchases:
        """All offers side by side."""
        return Purchases.of(self)

    @cached_property
    def lines(self) -> Lines:
        """Truck lines side by side."""
        return Lines.of(self)

    @cached_property
    def sales(self) -> Sales:
        """All customers side by side."""
        return Sales.of(self)

    @cached_property
    def internal(self) -> Arrivals:
        """What stations make and transfers move, where it is received after a time."""
        return Arrivals.of(self, self.internal_sources)

    @cached_property
    def users(self) -> Users:
        """Every use of an item, side by side."""
        return Users.of(self)

    @cached_property
    def first_source(self) -> np.ndarray:
        """First source of each item; an item's sources lie side by side."""
        return np.array([sources[0] for sources in self.sources_of])

    @cached_property
    def by_item(self) -> Groups:
        """The sources of each item."""
        return Groups.of(self.sources_of)

    @cached_property
    def order_ages(self) -> int:
        """Periods for which orders are told apart: until they are late or lost, closed days included."""
        streams = self.level.stream
        longest = max(self.periods(s.due_days) + self.periods(s.patience_days) for s in streams)
        closed = 7 - len(set(self.level.calendar.open_days))
        return longest + closed * self.clock.per_day + 2

    @cached_property
    def customer_terms(self) -> int:
        """Length of the ring of receivables."""
        return 1 + max(self.periods(stream.payment_days) for stream in self.level.stream)

    @cached_property
    def gives_discounts(self) -> bool:
        """Whether some supplier takes something off what is paid early."""
        return any(offer.discount for item in self.items for offer in item.offer)

    @cached_property
    def supplier_terms(self) -> int:
        """Length of the ring of payables."""
        offers = (offer for item in self.items for offer in item.offer)
        return 1 + max((self.periods(max(offer.payment_days, offer.discount_days)) for offer in offers), default=0)

    @cached_property
    def minutes(self) -> np.ndarray:
        """Thousandths of minutes of each station on an open day, `[W, 1]`."""
        return column(thousandths(station.minutes_per_day) for station in self.level.station)

    @cached_property
    def station_of(self) -> np.ndarray:
        """Station that makes each item, -1 for items that are bought or moved, `[I]`."""
        stations = [self.sources[sources[0]].station for sources in self.sources_of]
        return np.array([-1 if station is None else station for station in stations])

    @cached_property
    def work_plan(self) -> tuple[Works, ...]:
        """What step 3 works side by side, depth by depth."""
        return Works.all_of(self)

    @cached_property
    def failing(self) -> tuple[tuple[int, int], ...]:
        """Stations that fail, with their mean running time between failures in thousandths of minutes."""
        every = [thousandths(station.failure_every_minutes) for station in self.level.station]
        return tuple((station, mean) for station, mean in enumerate(every) if mean)

    @cached_property
    def breakdowns(self) -> Breakdowns:
        """Stations that fail, side by side."""
        return Breakdowns.of(self)

    @cached_property
    def setup_cost(self) -> np.ndarray:
        """Minor units for a changeover to each item, `[I]`."""
        return np.array([minor(item.make.setup_cost) if item.make else 0 for item in self.items], dtype=np.int64)

    @cached_property
    def labour(self) -> np.ndarray:
        """Minor units of wages that become part of a unit's value, `[I]`."""
        return np.array([minor(item.make.labour) if item.make else 0 for item in self.items], dtype=np.int64)

    @cached_property
    def release_limit(self) -> np.ndarray:
        """Containers a buffer may release in a day, `[I, 1]`."""
        return limits(item.loop.release_per_day for item in self.items)

    @cached_property
    def refill_limit(self) -> np.ndarray:
        """Containers of buffer ordered in a turn, `[I, 1]`."""
        return limits(item.loop.refill_per_turn for item in self.items)

    @cached_property
    def release_cost(self) -> np.ndarray:
        """Minor units for a container released, `[I, 1]`."""
        return column(minor(item.loop.release_cost) for item in self.items)

    @cached_property
    def demand_share(self) -> np.ndarray:
        """Demand of each stream before projects and disruptions, in parts per million, `[D, 1]`."""
        return column(0 if stream.closed else PPM for stream in self.level.stream)

    @cached_property
    def weekday_trips(self) -> tuple[np.ndarray | None, ...]:
        """Periods in which an offer's truck leaves by weekday; None for trips at intervals and for other sources."""
        return tuple(
            weekday_trips(source.offer.departures, self.clock) if source.offer else None for source in self.sources
        )
