"""Trucks that are late or came late, against what was promised."""

from collections.abc import Iterator

from game.message import Message
from game.why.event import Event, Mood
from game.why.road import Shipment, held, overdue, shipments
from game.why.seen import Seen


def late_trucks(seen: Seen) -> Iterator[Event]:
    """Trucks overdue now, trucks held now, and trucks that came in the last turn after their promised day."""
    for ship in shipments(seen):
        if overdue(seen, ship):
            key = "feed.truck_held" if held(seen, ship.source) else "feed.truck_late"
            yield _event(seen, ship, key, 70, max(seen.since, ship.promised))
        elif ship.arrived is not None and ship.arrived >= seen.since and _days_late(seen, ship) > 0:
            days = _days_late(seen, ship)
            delay = Message("feed.delay_one" if days == 1 else "feed.delay_more", {"days": days})
            yield _event(seen, ship, "feed.truck_came", 48, ship.arrived, delay=delay)


def _days_late(seen: Seen, ship: Shipment) -> int:
    assert ship.arrived is not None
    return seen.plant.clock.day(ship.arrived) - seen.plant.clock.day(ship.promised)


def _event(seen: Seen, ship: Shipment, key: str, weight: int, period: int, **more: Message) -> Event:
    supplier = seen.supplier_of(ship.source)
    values = {
        "supplier": seen.name("supplier", supplier),
        "item": seen.name("item", seen.plant.sources[ship.source].item),
        "units": ship.units,
        "promised": _when(seen, ship.promised),
        **more,
    }
    mood: Mood = "bad" if weight >= 60 else "warn"
    return Event(min(period, seen.now - 1), weight, mood, Message(key, values), seen.thing("supplier", supplier))


def _when(seen: Seen, period: int) -> Message:
    """The weekday if it lies within a week, else the day counted from now."""
    clock = seen.plant.clock
    days = clock.day(seen.now) - clock.day(period)
    return seen.weekday(period) if days <= 7 else Message("feed.days_ago", {"days": days})
