"""Trucks that are late or came late, against what was promised; those of one offer in one line."""

from collections.abc import Iterator

from game.message import Message
from game.why.event import Event, Mood
from game.why.road import Shipment, held, overdue, shipments
from game.why.seen import Seen

Ships = list[Shipment]


def late_trucks(seen: Seen) -> Iterator[Event]:
    """Trucks overdue now or held, and trucks that came in the last turn after their promised day; a milk run is one."""
    for sources in _tours(seen):
        ships = [ship for ship in shipments(seen) if ship.source in sources]
        if late := [ship for ship in ships if overdue(seen, ship)]:
            yield _overdue(seen, late)
        if came := [ship for ship in ships if _came_late(seen, ship)]:
            yield _came(seen, came)


def _tours(seen: Seen) -> list[tuple[int, ...]]:
    """Offers that are fetched together, each once."""
    together = (tuple(sorted(seen.plant.supply.together(source))) for source in seen.plant.bought_sources)
    return list(dict.fromkeys(together))


def days_late(seen: Seen, ship: Shipment) -> int:
    """Days between the promise and the arrival; below 1 when it came in time or is on the road."""
    return 0 if ship.arrived is None else seen.plant.clock.day(ship.arrived) - seen.plant.clock.day(ship.promised)


def _came_late(seen: Seen, ship: Shipment) -> bool:
    return ship.arrived is not None and seen.since <= ship.arrived and days_late(seen, ship) > 0


def _overdue(seen: Seen, late: Ships) -> Event:
    first = min(ship.promised for ship in late)
    kind = "held" if held(seen, late[0].source) else "late"
    key = f"feed.truck_{kind}" if _trucks(seen, late) == 1 else f"feed.trucks_{kind}"
    return _event(seen, late, key, 70, max(seen.since, first), promised=_when(seen, first))


def _came(seen: Seen, came: Ships) -> Event:
    days = max(days_late(seen, ship) for ship in came)
    delay = Message("feed.delay_one" if days == 1 else "feed.delay_more", {"days": days})
    period = max(ship.arrived or 0 for ship in came)
    key = "feed.truck_came" if _trucks(seen, came) == 1 else "feed.trucks_came"
    return _event(seen, came, key, 48, period, delay=delay)


def _trucks(seen: Seen, ships: Ships) -> int:
    """How many trucks carry some shipments of one tour or offer: what a tour loads in a period is on one."""
    return len({ship.left for ship in ships}) if _on_tour(seen, ships[0].source) else len(ships)


def _on_tour(seen: Seen, source: int) -> bool:
    return len(seen.plant.supply.together(source)) > 1


def _event(seen: Seen, ships: Ships, key: str, weight: int, period: int, **more: Message) -> Event:
    supplier = seen.supplier_of(ships[0].source)
    suppliers = dict.fromkeys(seen.name("supplier", seen.supplier_of(ship.source)) for ship in ships)
    loads: dict[str, int] = {}
    for ship in ships:
        item = seen.name("item", seen.plant.sources[ship.source].item)
        loads[item] = loads.get(item, 0) + ship.units
    values = {
        "supplier": ", ".join(suppliers),
        "loads": _listed(loads),
        "trucks": _trucks(seen, ships),
        **more,
    }
    mood: Mood = "bad" if weight >= 60 else "warn"
    return Event(min(period, seen.now - 1), weight, mood, Message(key, values), seen.thing("supplier", supplier))


def _listed(loads: dict[str, int]) -> Message:
    """All loads in one phrase."""
    first, *others = (Message("feed.load", {"units": units, "item": item}) for item, units in loads.items())
    whole = first
    for one in others:
        whole = Message("feed.loads", {"first": whole, "next": one})
    return whole


def _when(seen: Seen, period: int) -> Message:
    """The weekday if it lies within a week, else the day counted from now."""
    clock = seen.plant.clock
    days = clock.day(seen.now) - clock.day(period)
    return seen.weekday(period) if days <= 7 else Message("feed.days_ago", {"days": days})
