"""Customers' terms as whole numbers: list prices, elasticities, goodwill, and what any of it may move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from game.level import Goodwill, Level
from game.plant.terms import column, minor, ppm

Memory = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Market:
    """Streams and items by their index, shares in parts per million, prices in minor units.

    `list_price [D, 1]`; `elasticity` of the streams that have one; `goodwill` (loss, recovery a day, floor) of those
    that remember, `remembers [D, 1]` 1 for these; `responsive` streams with either; `priced` items whose prices may
    move, `markable` those of them that grow old.
    """

    list_price: np.ndarray
    elasticity: Mapping[int, int]
    goodwill: Mapping[int, Memory]
    remembers: np.ndarray
    responsive: tuple[int, ...]
    priced: frozenset[int]
    markable: frozenset[int]

    @classmethod
    def of(cls, level: Level, item_of_stream: Sequence[int]) -> "Market":
        """The terms of a level."""
        streams = list(enumerate(level.stream))
        elasticity = {d: ppm(stream.elasticity) for d, stream in streams if stream.elasticity}
        goodwill = {d: _memory(stream.goodwill) for d, stream in streams if stream.goodwill}
        priced = frozenset(item_of_stream[d] for d in elasticity)
        return cls(
            list_price=column(minor(stream.price) for stream in level.stream),
            elasticity=elasticity,
            goodwill=goodwill,
            remembers=column(int(d in goodwill) for d, _ in streams),
            responsive=tuple(sorted({*elasticity, *goodwill})),
            priced=priced,
            markable=frozenset(i for i in priced if level.item[i].shelf_life_days is not None),
        )


def _memory(goodwill: Goodwill) -> Memory:
    return ppm(goodwill.loss), ppm(goodwill.recovery), ppm(goodwill.floor)
