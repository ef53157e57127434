"""Figures of a level as columns `[entity, 1]` of whole numbers, ready to meet arrays `[entity, replication]`."""

from collections.abc import Iterable

import numpy as np

from game.level import WEEKDAYS, Departures, Level
from game.plant.calendar import Clock

PPM = 1_000_000
MINOR = 100
"""Minor units in one of the level's currency."""
UNLIMITED = np.iinfo(np.int64).max


def minor(amount: float) -> int:
    """Money as whole cents, rounded half up."""
    return int(amount * MINOR + 0.5)


def ppm(share: float) -> int:
    """A share as parts per million, rounded half up."""
    return int(share * PPM + 0.5)


def rate(percent: float) -> int:
    """Percent a year as parts per million."""
    return int(percent * 10_000 + 0.5)


def thousandths(minutes: float) -> int:
    """Minutes as thousandths of a minute."""
    return int(minutes * 1000 + 0.5)


def column(values: Iterable[int]) -> np.ndarray:
    """`[entity, 1]`."""
    return np.array(list(values), dtype=np.int64).reshape(-1, 1)


def limits(values: Iterable[int | None]) -> np.ndarray:
    """A column where None is without limit."""
    return column(UNLIMITED if value is None else value for value in values)


def storage_rates(level: Level) -> tuple[np.ndarray, np.ndarray]:
    """Storage of working stock and of the buffer in ppm of value a year; the item's own rate before the level's."""
    own = [level.money.storage_rate if item.storage_rate is None else item.storage_rate for item in level.item]
    buffer = [
        item.buffer_storage_rate if item.buffer_storage_rate is not None else working
        for item, working in zip(level.item, own, strict=True)
    ]
    return column(rate(value) for value in own), column(rate(value) for value in buffer)


def weekday_trips(departures: Departures, clock: Clock) -> np.ndarray | None:
    """Periods in which a truck leaves by weekday, None when it leaves at intervals; closed ones move on (rule 3)."""
    if not departures.weekdays and not departures.periods:
        return None
    days = {WEEKDAYS.index(day) for day in departures.weekdays or WEEKDAYS}
    periods = set(departures.periods) or {0}
    leaves = np.zeros_like(clock.open)
    for t in range(clock.end):
        if clock.weekday(clock.day(t)) in days and t % clock.per_day in periods:
            leaves[clock.next_open[t]] = True
    return leaves
