"""What there is in a level and how it hangs together, by number and by name."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.kinds import Owner
from game.level import Item, Level
from game.level.pack import LevelPack
from game.plant.calendar import Clock, periods
from game.plant.parts import Depth, Source

OPEN_LOTS = 64


@dataclass(frozen=True, eq=False)
class Network:
    """`[I]`, `[S]`, `[W]`, `[D]` are arrays by item, source, station and stream; see `game.plant`."""

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
            "lease": len(level.lease),
            "project": len(level.project),
            "disruption": len(level.disruption),
        }

    @cached_property
    def bought_sources(self) -> tuple[int, ...]:
        """Offers."""
        return tuple(s for s, source in enumerate(self.sources) if source.bought)

    @cached_property
    def internal_sources(self) -> tuple[int, ...]:
        """Stations' items and transfers."""
        return tuple(s for s, source in enumerate(self.sources) if not source.bought)

    @cached_property
    def uses(self) -> tuple[tuple[int, int, int], ...]:
        """Every (component, item made of it or fetched from it, units in one of it)."""
        return tuple((part, item, count) for item, parts in enumerate(self.components) for part, count in parts)

    @cached_property
    def item_of_stream(self) -> tuple[int, ...]:
        """Item sold by each stream."""
        return tuple(self.index["item"][stream.item] for stream in self.level.stream)

    @cached_property
    def lot_of(self) -> dict[int, int]:
        """Row of the lots of each item that keeps lots."""
        return {item: row for row, item in enumerate(self.lot_items)}

    @cached_property
    def lot_ages(self) -> int:
        """Ages told apart."""
        return max(OPEN_LOTS, int(self.shelf_life.max()))

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
            "lease": {lease.id: i for i, lease in enumerate(level.lease)},
            "project": {project.id: i for i, project in enumerate(level.project)},
            "firm": {"firm": 0},
        }

    def source_name(self, source: int) -> str:
        """`item/supplier` for an offer, the item's id otherwise."""
        entry = self.sources[source]
        item = self.level.item[entry.item].id
        return f"{item}/{entry.offer.supplier}" if entry.offer else item

    def sources_from(self, suppliers: set[str]) -> tuple[int, ...]:
        """Offers of some suppliers."""
        return tuple(s for s, entry in enumerate(self.sources) if entry.offer and entry.offer.supplier in suppliers)
