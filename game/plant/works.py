"""What step 3 plays together: depths of stations and transfers, laid side by side where they do not meet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from game.plant.groups import Groups, Index, index, place, times
from game.plant.parts import Depth
from game.plant.together import Goods, Making, Wave, parts_of

if TYPE_CHECKING:
    from game.plant import Plant


@dataclass(frozen=True, eq=False)
class Works:
    """A depth as step 3 works it: `consumers` of shared parts, `waves` of stations in order, then `transfers`,
    both side by side where they do not touch each other's goods.

    `names` are the consumers one by one. Of each use of a part by one of them: its place among them (`users`), its
    item (`items`), the part (`used`) and `counts` units of it in one (None: one each). `parts` are the goods shared,
    `by_part` the uses of each, `uses` the same part by part; `paired`: each consumer uses one part, in this order, that
    nobody else uses.
    """

    contested: bool
    consumers: Index
    names: np.ndarray
    scrapped: bool
    users: Index
    items: np.ndarray
    used: np.ndarray
    counts: np.ndarray | None
    paired: bool
    parts: Goods
    by_part: Groups
    uses: tuple[tuple[int, ...], ...]
    waves: tuple[Wave, ...]
    transfers: tuple[Making, ...]

    @classmethod
    def all_of(cls, plant: "Plant") -> tuple["Works", ...]:
        """Depth by depth; depths that do not meet are worked as one."""
        return tuple(cls._of(plant, depth) for depth in _joined(plant))

    @classmethod
    def _of(cls, plant: "Plant", depth: Depth) -> "Works":
        uses = [(part, item, count) for part, users in depth.components for item, count in users]
        parts = [part for part, _ in depth.components]
        by_part = [tuple(k for k, use in enumerate(uses) if use[0] == part) for part in parts]
        return cls(
            contested=depth.contested,
            consumers=place(depth.consumers),
            names=index(depth.consumers),
            scrapped=bool(plant.scrap[list(depth.consumers)].any()),
            users=place([depth.consumers.index(item) for _, item, _ in uses]),
            counts=times([count for _, _, count in uses]),
            items=index([item for _, item, _ in uses]),
            used=index([part for part, _, _ in uses]),
            paired=[(k,) for k in range(len(depth.consumers))] == by_part
            and [item for _, item, _ in uses] == list(depth.consumers),
            parts=Goods.of(plant, parts),
            by_part=Groups.of(by_part),
            uses=tuple(by_part),
            waves=tuple(Wave.of(plant, some) for some in _apart(depth.stations, partial(_touched, plant))),
            transfers=tuple(Making.of(plant, sorted(some)) for some in _apart(depth.transfers, partial(_moved, plant))),
        )


def _joined(plant: "Plant") -> list[Depth]:
    """Depths in order; one of transfers joins the one before where nobody asks for cover and no stock is shared."""
    joined: list[Depth] = []
    for depth in plant.depths:
        last = joined[-1] if joined else None
        if last and _simple(last) and _simple(depth) and not _stocks(plant, last) & _stocks(plant, depth):
            joined[-1] = _both(last, depth)
        else:
            joined.append(depth)
    return joined


def _simple(depth: Depth) -> bool:
    return not depth.stations and not depth.contested


def _stocks(plant: "Plant", depth: Depth) -> set[int]:
    return {item for moved in depth.transfers for item in _moved(plant, moved)}


def _both(one: Depth, other: Depth) -> Depth:
    return Depth(
        stations=(),
        transfers=one.transfers + other.transfers,
        consumers=tuple(sorted(one.consumers + other.consumers)),
        components=tuple(sorted(one.components + other.components)),
    )


def _apart(things: Sequence[int], touched_by: Callable[[int], set[int]]) -> Iterator[list[int]]:
    """A thing is worked after all earlier ones whose goods it touches."""
    left = list(things)
    while left:
        wave: list[int] = []
        touched: set[int] = set()
        for thing in left:
            goods = touched_by(thing)
            if not goods & touched:
                wave.append(thing)
            touched |= goods
        yield wave
        left = [thing for thing in left if thing not in wave]


def _touched(plant: "Plant", station: int) -> set[int]:
    """Goods that a station uses or makes."""
    made = plant.station_items[station]
    return {*made, *parts_of(plant, made)}


def _moved(plant: "Plant", item: int) -> set[int]:
    """Goods whose stock a transfer changes in a period: what it takes, and what it brings if that comes at once."""
    at_once = plant.transit[plant.sources_of[item][0]] == 0
    return {*parts_of(plant, [item]), *([item] if at_once else [])}
