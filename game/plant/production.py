"""Production terms beyond the plain ones as whole numbers: forecasts, records, quality and crews."""

from dataclasses import dataclass

import numpy as np

from game.level import Item, Level
from game.plant.groups import Index, place
from game.plant.supply import may_escape
from game.plant.terms import column, minor, ppm, rate, thousandths

LONGEST_DAYS = 28


@dataclass(frozen=True, eq=False)
class Production:
    """Items and stations by their index; each mechanism names those that use it, so that others cost nothing.

    `forecast` items with a history of demand (`forecast_at` their rows), `memory` periods of it; `drifting` (item,
    share booked wrongly in ppm); `bad` share of bad units made in ppm by item, 0 where only a quality escape makes
    some, `bad_row` their rows; `stop` thousandths of minutes for one `[W, 1]`;
    `upkept` stations that may be maintained, at `upkeep_work` thousandths `[W, 1]` and `upkeep_cost` a day `[W, 1]`;
    `overtime` stations that may work longer, `overtime_rate` ppm of the wage `[W, 1]`; `strained` stations whose crew
    wears out.
    """

    forecast: tuple[int, ...]
    forecast_at: Index
    memory: int
    drifting: tuple[tuple[int, int], ...]
    count_cost: np.ndarray
    bad: dict[int, int]
    bad_row: dict[int, int]
    stop: np.ndarray
    upkept: tuple[int, ...]
    upkeep_work: np.ndarray
    upkeep_cost: np.ndarray
    overtime: tuple[int, ...]
    overtime_rate: np.ndarray
    strained: tuple[int, ...]

    @classmethod
    def of(cls, level: Level, per_day: int) -> "Production":
        """The terms of a level."""
        items, stations = list(enumerate(level.item)), list(enumerate(level.station))
        flawed = [(i, item.make) for i, item in items if item.make and (item.make.defects or may_escape(level, item))]
        forecast = tuple(i for i, item in items if item.loop.smoothing_days is not None)
        bad = {i: ppm(make.defects) for i, make in flawed}
        return cls(
            forecast=forecast,
            forecast_at=place(forecast),
            memory=max((longest_smoothing(item, per_day) for item in level.item), default=0),
            drifting=tuple((i, ppm(item.record_error)) for i, item in items if item.record_error),
            count_cost=column(minor(item.count_cost) for item in level.item),
            bad=bad,
            bad_row={i: row for row, i in enumerate(bad)},
            stop=column(thousandths(station.stop_minutes) for station in level.station),
            upkept=tuple(w for w, s in stations if s.maintenance or s.maintenance_cost or s.maintenance_minutes),
            upkeep_work=column(thousandths(station.maintenance_minutes) for station in level.station),
            upkeep_cost=column(minor(station.maintenance_cost) for station in level.station),
            overtime=tuple(w for w, s in stations if s.overtime_minutes or s.overtime_limit),
            overtime_rate=column(1_000_000 + rate(station.overtime_premium) for station in level.station),
            strained=tuple(w for w, station in stations if station.strain),
        )


def longest_smoothing(item: Item, per_day: int) -> int:
    """The most periods of which a forecast may take the average; 0 where the policy is not open."""
    days = item.loop.smoothing_days
    return 0 if days is None else max(1, int(max(LONGEST_DAYS, days) * per_day + 0.5))
