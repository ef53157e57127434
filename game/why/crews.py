"""What quality, records and tired crews did: lines that stopped, counts, strain."""

from collections.abc import Iterator

from game.message import Message, Number, Percent
from game.why.event import Event
from game.why.seen import Seen
from game.why.stations import THOUSANDTHS_PER_HOUR, worst

TIRED = 60


def stops(seen: Seen) -> Iterator[Event]:
    """Stations that stopped for bad units, with the hours it took."""
    for station, times in enumerate(seen.total("stops").tolist()):
        if times:
            hours = int(seen.total("stopped")[station]) / THOUSANDTHS_PER_HOUR
            values = {"station": seen.name("station", station), "units": times, "hours": Number(hours, 1)}
            key = "production.stop" if times == 1 else "production.stops"
            yield Event(worst(seen, "stops", station), 44, "warn", Message(key, values), seen.thing("station", station))


def tired(seen: Seen) -> Iterator[Event]:
    """Crews worn out by overtime and stoppages."""
    for station, strain in enumerate(seen.level_now("strain").tolist()):
        if strain >= TIRED:
            values = {"station": seen.name("station", station), "strain": strain, "share": Percent(strain / 200, 0)}
            event = Event(seen.now - 1, 54, "warn", Message("production.tired", values), seen.thing("station", station))
            yield event


def counted(seen: Seen) -> Iterator[Event]:
    """Counts that put records right."""
    for item, units in enumerate(seen.total("corrected").tolist()):
        if units:
            values = {"item": seen.name("item", item), "units": units}
            period = worst(seen, "corrected", item)
            yield Event(period, 36, "info", Message("production.counted", values), seen.thing("item", item))
