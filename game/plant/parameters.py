"""Parameters that a project may change: one row each, with the unit in which `add` is written and what has it.

The value in force is base * factor + add over all entries that hold (rule M2); a new parameter is a new row here and
one reading in the engine, `p.value(name, index, base)`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor
from typing import Any, Literal

from game.level import Level
from game.plant.calendar import periods
from game.plant.supply import fetched
from game.plant.terms import PPM, UNLIMITED

Owner = Literal["item", "source", "station", "stream", "lease", "disruption", "firm"]
Unit = Literal["minutes", "money", "share", "days", "number"]

SCALES: dict[Unit, int] = {"minutes": 1000, "money": 100, "share": PPM, "number": 1}


def _always(_thing: Any) -> bool:
    return True


@dataclass(frozen=True)
class Parameter:
    """`has` tells which things have it: the level's item, offer, station, stream, lease, disruption or money."""

    owner: Owner
    unit: Unit
    low: int = 0
    high: int = UNLIMITED
    has: Callable[[Any], bool] = _always

    def whole(self, add: float, per_day: int) -> int:
        """`add` as the engine counts it: cents, periods, parts per million, thousandths of minutes."""
        if self.unit == "days":
            return periods(abs(add), per_day) * (-1 if add < 0 else 1)
        return floor(add * SCALES[self.unit] + 0.5)


def _made(item: Any) -> bool:
    return item.make is not None


def _fails(station: Any) -> bool:
    return bool(station.failure_every_minutes)


PARAMETERS: dict[str, Parameter] = {
    "setup_minutes": Parameter("item", "minutes", has=_made),
    "setup_cost": Parameter("item", "money", has=_made),
    "minutes": Parameter("item", "minutes", has=_made),
    "scrap": Parameter("item", "share", high=899_999, has=lambda item: _made(item) and item.make.scrap > 0),
    "bad_units": Parameter("item", "share", high=PPM, has=lambda item: _made(item) and item.make.defects > 0),
    "record_error": Parameter("item", "share", high=PPM, has=lambda item: item.record_error > 0),
    "signal_delay": Parameter("item", "days"),
    "handling": Parameter("item", "money"),
    "lead_time": Parameter("source", "days"),
    "on_time": Parameter("source", "share", high=PPM, has=lambda offer: offer.on_time < 1),
    "defects": Parameter("source", "share", high=PPM, has=lambda offer: offer.defects > 0),
    "capacity": Parameter("source", "number", has=lambda offer: offer.capacity_per_day is not None),
    "price": Parameter("source", "money", low=1),
    "order_cost": Parameter("source", "money"),
    "trip_cost": Parameter("source", "money"),
    "qualified": Parameter("source", "number", high=1, has=lambda offer: not offer.qualified),
    "minutes_per_day": Parameter("station", "minutes"),
    "failure_every": Parameter("station", "minutes", low=1, has=_fails),
    "repair_minutes": Parameter("station", "minutes", has=_fails),
    "stand_in": Parameter("station", "share", high=PPM),
    "wage": Parameter("station", "money"),
    "demand": Parameter("stream", "share"),
    "levelling": Parameter("stream", "share", high=PPM),
    "bad_debt": Parameter("stream", "share", high=PPM),
    "overhead": Parameter("firm", "money"),
    "lease": Parameter("lease", "money"),
    "warning": Parameter("disruption", "days"),
    "hints": Parameter("firm", "number", high=1),
}


def things(level: Level, owner: Owner) -> dict[str, Any]:
    """What an owner's parameters belong to, by id, in the engine's order; sources that are not bought have no terms."""
    if owner == "firm":
        return {"firm": level.money}
    if owner != "source":
        return {thing.id: thing for thing in getattr(level, owner)}
    routes = {route.id: route for route in level.route}
    found: dict[str, Any] = {}
    for item in level.item:
        found |= {f"{item.id}/{offer.supplier}": fetched(offer, routes) for offer in item.offer}
        found |= {} if item.offer else {item.id: None}
    return found


def holders(level: Level, name: str) -> dict[str, int]:
    """Ids and indices of what has a parameter."""
    parameter = PARAMETERS[name]
    all_ = things(level, parameter.owner).items()
    return {key: index for index, (key, thing) in enumerate(all_) if thing is not None and parameter.has(thing)}
