"""What the stock left at the end is worth (rule 31), so that nothing is gained by dumping or running down.

An item's closing stock is worth min(unit cost, resale) * min(stock, cover), where cover =
ceil(mean daily demand * closing_cover_days) and demand reaches components through the bills of materials. Resale
falls with each fashion that ends (obsolescence).
Units in process count with their value in the books.
"""

from functools import lru_cache
from math import ceil

import numpy as np

from game.demand import mean_per_day
from game.disruptions import effects
from game.measures.window import Array, Window
from game.plant import PPM, Plant, minor

GUARD = 1e-9
"""Taken off before rounding up, so that 40.000000000001 is 40."""


@lru_cache(maxsize=64)
def daily_demand(plant: Plant) -> tuple[float, ...]:
    """Mean units of each item needed a day: customers' demand and what its users take, scrap included."""
    users = _users(plant)

    @lru_cache
    def demand(item: int) -> float:
        sold = sum(mean_per_day(plant.pack, plant.level.stream[stream]) for stream in plant.streams_of[item])
        return sold + sum(demand(user) * count / good_share(plant, user) for user, count in users[item])

    return tuple(demand(item) for item in range(len(plant.items)))


def good_share(plant: Plant, item: int) -> float:
    """Units of an item that come out of one begun."""
    return (PPM - int(plant.scrap[item])) / PPM


@lru_cache(maxsize=64)
def cover(plant: Plant) -> tuple[int, ...]:
    """Units of each item up to which closing stock has a value."""
    days = plant.level.scoring.closing_cover_days
    return tuple(ceil(demand * days - GUARD) for demand in daily_demand(plant))


def stock_value(window: Window) -> Array:
    """Value of what is in stock and in process at the end, minor units, `[replication]`."""
    plant = window.history.plant
    stock, value = window.closing("stock"), window.closing("value")
    counted = np.minimum(stock, np.array(cover(plant), dtype=np.int64)[:, None])
    worth = counted * value // np.maximum(stock, 1)
    left = in_fashion(window)
    for row, item in enumerate(plant.items):
        if item.resale is not None or row in left:
            worth[row] = np.minimum(worth[row], _fetched(plant, row, counted[row]) * left.get(row, PPM) // PPM)
    return np.asarray(worth.sum(axis=0) + window.balance("in_process"), dtype=np.float64)


def in_fashion(window: Window) -> dict[int, Array]:
    """Of items out of fashion, what is left of the price that they fetch, in parts per million `[replication]`.

    Each beginning of an obsolescence takes its share of what was left before.
    """
    left: dict[int, Array] = {}
    fashions = _fashions(window.history.plant)
    struck = window.history.total_flow("struck", _until(window)) if fashions else ()
    for disruption, item, share in fashions:
        times = struck[disruption]
        before = left.get(item, np.full(len(times), PPM))
        for time in range(int(times.max())):
            before = np.where(times > time, before * (PPM - share) // PPM, before)
        left[item] = before
    return left


@lru_cache(maxsize=64)
def _fashions(plant: Plant) -> tuple[tuple[int, int, int], ...]:
    """(Disruption, item, share of its worth that it loses), in file order."""
    found = enumerate(effects(plant))
    return tuple((x, item, share) for x, effect in found for item, share in effect.written_down)


def _until(window: Window) -> slice:
    """All turns up to the last one looked at."""
    turns = range(window.history.turns)[window.turns or slice(None)]
    return slice(0, turns[-1] + 1 if turns else 0)


def _fetched(plant: Plant, item: int, units: Array) -> Array:
    """What some units fetch while they are in fashion: `resale`, else what a unit cost at the start."""
    resale = plant.items[item].resale
    numerator, denominator = plant.unit_value[item] if resale is None else (minor(resale), 1)
    return np.asarray(units * numerator // denominator)


def _users(plant: Plant) -> list[list[tuple[int, int]]]:
    users: list[list[tuple[int, int]]] = [[] for _ in plant.items]
    for user, parts in enumerate(plant.components):
        for part, count in parts:
            users[part].append((user, count))
    return users
