"""What the stock left at the end is worth (rule 31), so that nothing is gained by dumping or running down.

An item's closing stock is worth min(unit cost, resale) * min(stock, cover), where cover =
ceil(mean daily demand * closing_cover_days) and demand reaches components through the bills of materials.
Units in process count with their value in the books.
"""

from functools import lru_cache
from math import ceil

import numpy as np

from game.demand import mean_per_day
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
    for row, item in enumerate(plant.items):
        if item.resale is not None:
            worth[row] = np.minimum(worth[row], counted[row] * minor(item.resale))
    return np.asarray(worth.sum(axis=0) + window.balance("in_process"), dtype=np.float64)


def _users(plant: Plant) -> list[list[tuple[int, int]]]:
    users: list[list[tuple[int, int]]] = [[] for _ in plant.items]
    for user, parts in enumerate(plant.components):
        for part, count in parts:
            users[part].append((user, count))
    return users
