"""Levers of production: forecasts, counts, and what crews and machines are asked for."""

from game.levers.numbers import NumberLever, most_units
from game.plant import Plant
from game.plant.production import longest_smoothing
from game.state import FORECAST

LONGEST_COVER_DAYS = 60
YEAR = 364
HALF_HOUR = 30


def _forecasts(plant: Plant, item: int) -> bool:
    return item in plant.production.forecast


def _longest_cover(plant: Plant, item: int) -> int:
    return max(plant.periods(LONGEST_COVER_DAYS), 3 * plant.periods(plant.items[item].loop.cover_days))


def _longest_smoothing(plant: Plant, item: int) -> int:
    return longest_smoothing(plant.items[item], plant.clock.per_day)


def _drifts(plant: Plant, item: int) -> bool:
    return plant.items[item].record_error > 0


def _makes_bad(plant: Plant, station: int) -> bool:
    return any(item in plant.production.bad for item in plant.station_items[station])


def _most_overtime(plant: Plant, station: int) -> int:
    entry = plant.level.station[station]
    return max(entry.overtime_limit, entry.overtime_minutes)


def _once(_plant: Plant, _index: int) -> int:
    return 1


PRODUCTION = (
    NumberLever("cover", "item", "periods", 0, _longest_cover, (FORECAST,), only=_forecasts),
    NumberLever("smoothing", "item", "periods", 1, _longest_smoothing, (FORECAST,), only=_forecasts),
    NumberLever("safety", "item", "units", 0, most_units, (FORECAST,), only=_forecasts),
    NumberLever("count_every", "item", "days", 0, lambda _plant, _item: YEAR, only=_drifts),
    NumberLever("stop_the_line", "station", "switch", 0, _once, only=_makes_bad),
    NumberLever("maintenance", "station", "switch", 0, _once, only=lambda plant, w: w in plant.production.upkept),
    NumberLever(
        "overtime", "station", "minutes", 0, _most_overtime, by=HALF_HOUR,
        only=lambda plant, station: station in plant.production.overtime,
    ),
)  # fmt: skip
