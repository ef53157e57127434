"""A level as arrays of whole numbers: the plant that the engine runs.

Sources are numbered through the items in file order: an item's offers, its make or its transfer. Money is in
minor units, shares and rates in parts per million, work in thousandths of a minute, time in periods. Nothing
here changes during play: what a player may set lives in the state's settings, what luck decides on the tape.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.kinds import Owner
from game.level import Item, Level, Offer
from game.level.pack import LevelPack
from game.plant.calendar import Clock, periods
from game.plant.rows import Rows, flow_rows, incidence, level_rows, posting_rows

PPM = 1_000_000
OPEN_LOTS = 64


@dataclass(frozen=True)
class Source:
    """One way to get an item: `offer` bought, else made at `station`, else moved from `origin`."""

    item: int
    offer: Offer | None
    station: int | None
    origin: int | None

    @property
    def bought(self) -> bool:
        """Whether a supplier delivers it."""
        return self.offer is not None


@dataclass(frozen=True)
class Depth:
    """What step 3 plays together: stations, transfers, and who consumes each shared component.

    `consumers` are items in file order; `components` are (component, ((item, units in one unit), ...)).
    """

    stations: tuple[int, ...]
    transfers: tuple[int, ...]
    consumers: tuple[int, ...]
    components: tuple[tuple[int, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True, eq=False)
class Plant:
    """See the module. `[I]`, `[S]`, `[W]`, `[D]` are arrays by item, source, station and stream."""

    pack: LevelPack
    clock: Clock
    sources: tuple[Source, ...]
    sources_of: tuple[tuple[int, ...], ...]
    components: tuple[tuple[tuple[int, int], ...], ...]
    depths: tuple[Depth, ...]
    station_items: tuple[tuple[int, ...], ...]
    streams_of: tuple[tuple[int, ...], ...]
    horizon: int
    signal_horizon: int
    signal_delay: np.ndarray
    transit: np.ndarray
    unit_value: tuple[tuple[int, int], ...]
    shelf_life: np.ndarray
    lot_items: tuple[int, ...]
    review: np.ndarray
    work: np.ndarray
    setup_work: np.ndarray
    scrap: np.ndarray

    @property
    def level(self) -> Level:
        """The level as written."""
        return self.pack.level

    @property
    def items(self) -> tuple[Item, ...]:
        """Items in file order."""
        return self.level.item

    @cached_property
    def counts(self) -> dict[Owner, int]:
        """Number of entities by owner."""
        level = self.level
        return {
            "item": len(level.item),
            "source": len(self.sources),
            "station": len(level.station),
            "stream": len(level.stream),
            "firm": 1,
        }

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
    def incidence(self) -> np.ndarray:
        """`[account, posting kind]`."""
        return incidence()

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

    def periods(self, days: float) -> int:
        """Days as periods."""
        return periods(days, self.clock.per_day)

    def bought(self, item: int) -> bool:
        """Whether an item comes from suppliers."""
        return self.sources[self.sources_of[item][0]].bought

    def item_index(self, name: str) -> int:
        """Index of an item by its id; KeyError when there is none."""
        return self.index["item"][name]

    @cached_property
    def index(self) -> dict[str, dict[str, int]]:
        """Indices by kind of thing and id; sources are `item/supplier` or the item's id."""
        level = self.level
        return {
            "item": {item.id: i for i, item in enumerate(level.item)},
            "supplier": {supplier.id: i for i, supplier in enumerate(level.supplier)},
            "station": {station.id: i for i, station in enumerate(level.station)},
            "stream": {stream.id: i for i, stream in enumerate(level.stream)},
            "source": {self.source_name(s): s for s in range(len(self.sources))},
            "disruption": {disruption.id: i for i, disruption in enumerate(level.disruption)},
        }

    def source_name(self, source: int) -> str:
        """`item/supplier` for an offer, the item's id otherwise."""
        entry = self.sources[source]
        item = self.level.item[entry.item].id
        return f"{item}/{entry.offer.supplier}" if entry.offer else item

    def sources_from(self, suppliers: set[str]) -> tuple[int, ...]:
        """Offers of some suppliers."""
        return tuple(s for s, entry in enumerate(self.sources) if entry.offer and entry.offer.supplier in suppliers)


def minor(amount: float) -> int:
    """Money as whole cents, rounded half up."""
    return int(amount * 100 + 0.5)


def ppm(share: float) -> int:
    """A share as parts per million."""
    return int(share * PPM + 0.5)
