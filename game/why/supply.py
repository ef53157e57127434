"""Trucks that are late or came late, against what was promised; those of one offer in one line."""

from collections.abc import Iterator

from game.message import Message
from game.why.event import Event, Mood
from game.why.road import Shipment, held, overdue, shipments
from game.why.seen import Seen

Ships = list[Shipment]


def late_trucks(seen: Seen) -> Iterator[Event]:
    """Trucks overdue now or held, and trucks that came in the last turn after their promised day."""
    for source in seen.plant.bought_sources:
        ships = [ship for ship in shipments(seen) if ship.source == source]
        if late := [ship for ship in ships if overdue(seen, ship)]:
            yield _overdue(seen, source, late)
        if came := [ship for ship in ships if _came_late(seen, ship)]:
            yield _came(seen, source, came)


def days_late(seen: Seen, ship: Shipment) -> int:
    """Days between the promise and the arrival; below 1 when it came in time or is on the road."""
    return 0 if ship.arrived is None else seen.plant.clock.day(ship.arrived) - seen.plant.clock.day(ship.promised)


def _came_late(seen: Seen, ship: Shipment) -> bool:
    return ship.arrived is not None and seen.since <= ship.arrived and days_late(seen, ship) > 0


def _overdue(seen: Seen, source: int, late: Ships) -> Event:
    first = min(ship.promised for ship in late)
    kind = "held" if held(seen, source) else "late"
    key = f"feed.truck_{kind}" if len(late) == 1 else f"feed.trucks_{kind}"
    return _event(seen, source, late, key, 70, max(seen.since, first), promised=_when(seen, first))


def _came(seen: Seen, source: int, came: Ships) -> Event:
    days = max(days_late(seen, ship) for ship in came)
    delay = Message("feed.delay_one" if days == 1 else "feed.delay_more", {"days": days})
    period = max(ship.arrived or 0 for ship in came)
    key = "feed.truck_came" if len(came) == 1 else "feed.trucks_came"
    return _event(seen, source, came, key, 48, period, delay=delay)


def _event(seen: Seen, source: int, ships: Ships, key: str, weight: int, period: int, **more: Message) -> Event:
    supplier = seen.supplier_of(source)
    values = {
        "supplier": seen.name("supplier", supplier),
        "item": seen.name("item", seen.plant.sources[source].item),
        "units": sum(ship.units for ship in ships),
        "trucks": len(ships),
        **more,
    }
    mood: Mood = "bad" if weight >= 60 else "warn"
    return Event(min(period, seen.now - 1), weight, mood, Message(key, values), seen.thing("supplier", supplier))


def _when(seen: Seen, period: int) -> Message:
    """The weekday if it lies within a week, else the day counted from now."""
    clock = seen.plant.clock
    days = clock.day(seen.now) - clock.day(period)
    return seen.weekday(period) if days <= 7 else Message("feed.days_ago", {"days": days})
