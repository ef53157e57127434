"""Causes: what happened in the last turn and why, as sentences with this run's figures.

`events(seen, settings)` lists all of it; the feed picks. A station starved of the component most units of which
were missing while it waited; late units carry that component on; trucks are late against their promise.
"""

from game.state import Settings
from game.why import blows, buffers, crews, customers, money, projects, stations, suppliers, supply, world
from game.why.event import SERIOUS, Event, Mood
from game.why.road import Shipment, announced_delay, held, mean_transit, overdue, shipments
from game.why.seen import Seen, Spell, Thing

__all__ = [
    "SERIOUS", "Event", "Mood", "Seen", "Settings", "Shipment", "Spell", "Thing", "announced_delay", "events",
    "held", "mean_transit", "overdue", "shipments",
]  # fmt: skip

FINDERS = (
    money.insolvency,
    world.disruptions,
    projects.projects,
    blows.destroyed,
    blows.obsolete,
    blows.unpaid,
    customers.late,
    customers.lost,
    customers.goodwill,
    supply.late_trucks,
    suppliers.dearer,
    suppliers.relations,
    suppliers.onboarded,
    suppliers.rushed,
    suppliers.returned,
    stations.starved,
    stations.failures,
    stations.setups,
    crews.stops,
    crews.tired,
    crews.counted,
    buffers.expired,
    buffers.scrapped,
    money.credit,
    money.payments,
)


def events(seen: Seen, settings: Settings) -> tuple[Event, ...]:
    """All that is worth telling of the last turn; `settings` were in force in it."""
    found = [event for finder in FINDERS for event in finder(seen)]
    for teller in (buffers.released, buffers.refilled, suppliers.recalled):
        found += teller(seen, settings)
    return tuple(found)
