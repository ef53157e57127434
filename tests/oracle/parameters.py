"""Rules M1 and M2: projects, and the value in force of a parameter that they may change."""

from math import floor
from typing import NamedTuple

from game.level import Effect, Project
from tests.oracle.facts import MILLION
from tests.oracle.world import World


class Kind(NamedTuple):
    """Unit in which `add` is given, and bounds of the value."""

    unit: str
    low: int = 0
    high: int | None = None


KINDS: dict[str, Kind] = {
    "setup_minutes": Kind("minutes"),
    "setup_cost": Kind("money"),
    "minutes": Kind("minutes"),
    "scrap": Kind("share", high=899_999),
    "bad_units": Kind("share", high=MILLION),
    "record_error": Kind("share", high=MILLION),
    "signal_delay": Kind("days"),
    "handling": Kind("money"),
    "lead_time": Kind("days"),
    "on_time": Kind("share", high=MILLION),
    "defects": Kind("share", high=MILLION),
    "capacity": Kind("number"),
    "price": Kind("money", low=1),
    "order_cost": Kind("money"),
    "trip_cost": Kind("money"),
    "minutes_per_day": Kind("minutes"),
    "failure_every": Kind("minutes", low=1),
    "repair_minutes": Kind("minutes"),
    "stand_in": Kind("share", high=MILLION),
    "wage": Kind("money"),
    "demand": Kind("share"),
    "levelling": Kind("share", high=MILLION),
    "bad_debt": Kind("share", high=MILLION),
    "overhead": Kind("money"),
    "lease": Kind("money"),
}
FACTORS = {"minutes": 1000, "money": 100, "share": MILLION, "number": 1}


def in_force(world: World, name: str, target: str, base: int) -> int:
    """The value of a parameter of a target in the period that is played."""
    kind, value = KINDS[name], base
    for k, project in enumerate(world.facts.level.project):
        for entry in _entries(world, k, project):
            if entry.parameter == name and (not entry.targets or target in entry.targets):
                value = value * floor(entry.factor * MILLION + 0.5) // MILLION + _added(world, entry.add, kind.unit)
    value = max(kind.low, value)
    return value if kind.high is None else min(kind.high, value)


def _entries(world: World, k: int, project: Project) -> tuple[Effect, ...]:
    return ((), project.transition, project.effect)[world.stage(k)]


def _added(world: World, add: float, unit: str) -> int:
    if unit == "days":
        periods = world.facts.per(abs(add))
        return periods if add >= 0 else -periods
    return floor(add * FACTORS[unit] + 0.5)


def of_item(world: World, name: str, i: int, base: int) -> int:
    """The same of an item."""
    return in_force(world, name, world.facts.items[i].id, base)


def of_offer(world: World, name: str, s: int, base: int) -> int:
    """The same of an offer."""
    offer = world.facts.sources[s].offer
    assert offer is not None
    return in_force(world, name, f"{world.facts.items[world.facts.sources[s].item].id}/{offer.supplier}", base)


def of_station(world: World, name: str, k: int, base: int) -> int:
    """The same of a station."""
    return in_force(world, name, world.facts.level.station[k].id, base)


def of_stream(world: World, name: str, d: int, base: int) -> int:
    """The same of a stream."""
    return in_force(world, name, world.facts.level.stream[d].id, base)


def signal_delay(world: World, i: int) -> int:
    """Periods that an order placed now takes to the item's source."""
    return of_item(world, "signal_delay", i, world.facts.per(world.facts.items[i].signal_delay_days))
