"""Production: forecasts, counts, quality and crews whose keys fit together."""

from game.level import Station
from game.levelfile.sense.draft import Found, Sense, said

HALF_HOUR = 30


def forecasts(sense: Sense) -> Found:
    """A forecast needs to know over how many days to average."""
    for i, item in enumerate(sense.level.item):
        if item.loop.policy == "forecast" and item.loop.smoothing_days is None:
            yield said(("item", i, "loop", "policy"), "forecast_of_nothing")


def counts(sense: Sense) -> Found:
    """Only records that go wrong are counted."""
    for i, item in enumerate(sense.level.item):
        for key in ("count_every_days", "count_cost"):
            if getattr(item, key) and not item.record_error:
                yield said(("item", i, key), "half_failure", given=key, lacks="record_error")


def stops(sense: Sense) -> Found:
    """A line stops only for bad units."""
    bad = {item.make.station for item in sense.level.item if item.make and item.make.defects}
    for w, station in enumerate(sense.level.station):
        for key in ("stop_the_line", "stop_minutes"):
            if getattr(station, key) and station.id not in bad:
                yield said(("station", w, key), "stops_for_nothing", station=station.id)


def upkeep(sense: Sense) -> Found:
    """Maintenance helps only a machine that fails."""
    for w, station in enumerate(sense.level.station):
        for key in ("maintenance", "maintenance_cost", "maintenance_minutes"):
            if getattr(station, key) and not station.failure_every_minutes:
                yield said(("station", w, key), "half_failure", given=key, lacks="failure_every_minutes")


def overtime(sense: Sense) -> Found:
    """Overtime goes by half hours."""
    for w, station in enumerate(sense.level.station):
        for key in ("overtime_minutes", "overtime_limit"):
            minutes = getattr(station, key)
            if minutes % HALF_HOUR:
                low = minutes - minutes % HALF_HOUR
                yield said(("station", w, key), "half_hours", minutes=minutes, low=low, high=low + HALF_HOUR)


def most_minutes(station: Station) -> float:
    """Minutes of an open day with all overtime that may be asked for."""
    return station.minutes_per_day + max(station.overtime_minutes, station.overtime_limit)
