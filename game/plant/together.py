"""What the engine works on side by side: goods, items begun together, stations that do not touch each other's goods.

Index arrays, formed once a plant, that let a step meet many things `[thing, replication]` in one operation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from game.plant.groups import Groups, Index, alike, index, place, times
from game.plant.terms import column

if TYPE_CHECKING:
    from game.plant import Plant


@dataclass(frozen=True, eq=False)
class Goods:
    """Different items: `at` their rows, `lots` (place among them, item, row of its lots) of those that keep lots.

    `kinds` is (`raw` or `finished`, places among them, items): the accounts that hold them.
    """

    at: Index
    lots: tuple[tuple[int, int, int], ...]
    kinds: tuple[tuple[str, Index, Index], ...]

    @classmethod
    def of(cls, plant: "Plant", items: Sequence[int]) -> "Goods":
        """Of some items, none twice."""
        kinds = []
        for kind, bought in (("raw", True), ("finished", False)):
            some = [k for k, item in enumerate(items) if plant.bought(item) == bought]
            if some:
                kinds.append((kind, place(some), place([items[k] for k in some])))
        lots = ((k, item, plant.lot_of[item]) for k, item in enumerate(items) if item in plant.lot_of)
        return cls(place(items), tuple(lots), tuple(kinds))


@dataclass(frozen=True, eq=False)
class Making:
    """Items that are begun and finished together: made at stations, or moved.

    `users` is the place among them of each use of a part, `counts` units of it in one (None: one each), `parts` the
    goods used, `used` the place among these, `by_part` and `by_item` the uses of each, `twice` whether a part has
    several uses; `now` and `later` places of those received at once, as `arrivals`, and after periods of `transit`.
    """

    items: np.ndarray
    at: Index
    sources: Index
    moved: bool
    scrapped: bool
    labour: np.ndarray | None
    users: Index
    counts: np.ndarray | None
    used: Index
    parts: Goods
    by_part: Groups
    by_item: Groups
    twice: bool
    arrivals: "Arrivals"
    at_once: bool
    now: Index
    later: Index
    transit: int | np.ndarray
    later_sources: Index

    @classmethod
    def of(cls, plant: "Plant", items: Sequence[int]) -> "Making":
        """Of some items, none twice."""
        sources = [plant.sources_of[item][0] for item in items]
        uses = [(k, part, count) for k, item in enumerate(items) for part, count in plant.components[item]]
        parts = sorted({part for _, part, _ in uses})
        now = [k for k, source in enumerate(sources) if plant.transit[source] == 0]
        later = [k for k, source in enumerate(sources) if plant.transit[source] > 0]
        return cls(
            items=index(items),
            at=place(items),
            sources=place(sources),
            moved=plant.sources[sources[0]].station is None,
            scrapped=bool(plant.scrap[list(items)].any()),
            labour=plant.labour[list(items), None] if plant.labour[list(items)].any() else None,
            users=place([user for user, _, _ in uses]),
            counts=times([count for _, _, count in uses]),
            used=place([parts.index(part) for _, part, _ in uses]),
            parts=Goods.of(plant, parts),
            by_part=Groups.by([parts.index(part) for _, part, _ in uses], len(parts)),
            by_item=Groups.by([user for user, _, _ in uses], len(items)),
            twice=len(parts) < len(uses),
            arrivals=Arrivals.of(plant, [sources[k] for k in now]),
            at_once=bool(now),
            now=place(now),
            later=place(later),
            transit=alike([int(plant.transit[sources[k]]) for k in later]),
            later_sources=place([sources[k] for k in later]),
        )


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Sources of stations and transfers whose units are received together; `sources` and `items` their rows.

    `delay` is the periods in which an order reaches them before any project.
    """

    item_of: np.ndarray
    delay: int | np.ndarray
    sources: Index
    items: Index
    lots: tuple[tuple[int, int], ...]
    flows: tuple[tuple[str, Index, Index], ...]

    @classmethod
    def of(cls, plant: "Plant", sources: Sequence[int]) -> "Arrivals":
        """Of some sources, none of the same item."""
        items = [plant.sources[source].item for source in sources]
        flows = []
        for name, moved in (("made", False), ("moved_in", True)):
            some = [k for k, source in enumerate(sources) if (plant.sources[source].station is None) == moved]
            if some:
                flows.append((name, place(some), place([items[k] for k in some])))
        lots = ((k, plant.lot_of[item]) for k, item in enumerate(items) if item in plant.lot_of)
        delay = alike(plant.signal_delay[items].tolist())
        return cls(index(items), delay, place(sources), place(items), tuple(lots), tuple(flows))


@dataclass(frozen=True, eq=False)
class Breakdowns:
    """Stations that fail, `at` their rows, and their `mean` running time between failures `[station, 1]`."""

    stations: tuple[int, ...]
    at: Index
    mean: np.ndarray

    @classmethod
    def of(cls, plant: "Plant") -> "Breakdowns":
        """In a plant."""
        stations = tuple(station for station, _ in plant.failing)
        return cls(stations, place(stations), column(mean for _, mean in plant.failing))


@dataclass(frozen=True, eq=False)
class Users:
    """Every use of an item: `items` made of it or fetched from it, `counts` units in one, `by_part` those of each.

    `counts` is None where one unit is used each time, `some` whether there are any.
    """

    some: bool
    items: Index
    counts: np.ndarray | None
    by_part: Groups

    @classmethod
    def of(cls, plant: "Plant") -> "Users":
        """In a plant."""
        return cls(
            some=bool(plant.uses),
            items=place([item for _, item, _ in plant.uses]),
            counts=times([count for _, _, count in plant.uses]),
            by_part=Groups.by([part for part, _, _ in plant.uses], len(plant.items)),
        )

    def total(self, rows: np.ndarray, add: np.ufunc = np.add) -> np.ndarray:
        """Units of each part in so many of all items, added up or joined by another operation; to be read only."""
        of_users = rows[self.items]
        return self.by_part.total(of_users if self.counts is None else of_users * self.counts, add)


@dataclass(frozen=True, eq=False)
class Wave:
    """Stations of a depth that do not touch each other's goods; their items lie as `[station, place]`.

    Stations with fewer items than others have places to spare: `names` is -1 there, `items` any item; `places` are
    their numbers, `real` those that count. `work`, `setup_work` (thousandths of minutes) and `setup_cost` (cents) are
    the items' usual ones, `[item, 1]`. `entangled` is whether items of one station share parts or are made of each
    other, so that the order in which they are begun and finished counts.
    """

    stations: tuple[int, ...]
    at: Index
    items: np.ndarray
    names: np.ndarray
    places: np.ndarray
    real: np.ndarray
    work: np.ndarray
    setup_work: np.ndarray
    setup_cost: np.ndarray
    making: Making
    entangled: bool
    overtime: bool
    upkept: bool
    strained: bool
    flawed: bool

    @classmethod
    def of(cls, plant: "Plant", stations: Sequence[int]) -> "Wave":
        """Of some stations with items."""
        terms, made = plant.production, [plant.station_items[station] for station in stations]
        places = max(map(len, made))
        names = np.array([(*items, *[-1] * (places - len(items))) for items in made], dtype=np.int64)
        flat = [item for items in made for item in items]
        making, rows = Making.of(plant, flat), index(np.where(names < 0, flat[0], names).ravel().tolist())
        return cls(
            stations=tuple(stations),
            at=place(stations),
            items=rows,
            names=names[:, :, None],
            places=np.arange(places)[:, None],
            work=plant.work[rows, None],
            setup_work=plant.setup_work[rows, None],
            setup_cost=plant.setup_cost[rows, None],
            real=np.flatnonzero(names.ravel() >= 0),
            making=making,
            entangled=making.twice or bool(parts_of(plant, flat) & set(flat)),
            overtime=bool(set(stations) & set(terms.overtime)),
            upkept=bool(set(stations) & set(terms.upkept)),
            strained=bool(set(stations) & set(terms.strained)),
            flawed=bool(set(flat) & set(terms.bad)),
        )

    @cached_property
    def full(self) -> bool:
        """Whether no place is to spare."""
        return len(self.real) == len(self.items)


def parts_of(plant: "Plant", items: Sequence[int]) -> set[int]:
    """Components of some items."""
    return {part for item in items for part, _ in plant.components[item]}
