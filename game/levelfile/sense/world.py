"""The world: demand patterns, disruptions and the sales histories they name.

What belongs to a pattern or kind is checked against its registered parameters, on the text as read, so that
mistakes elsewhere do not hide it.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from game.demand import PATTERNS
from game.disruptions import KINDS, target
from game.level import Demand, Disruption, Level
from game.levelfile import form
from game.levelfile.problems import Finding, Path
from game.levelfile.sense.draft import Found, Sense, said, unknown
from game.message import Message


def extras(raw: dict[str, Any]) -> Iterator[Finding]:
    """Mistakes of form in the keys that belong to a pattern or a kind."""
    for path, entry in _tables(raw, "stream"):
        demand = entry.get("demand")
        if isinstance(demand, dict):
            yield from _extra((*path, "demand"), demand, "pattern", Demand, PATTERNS)
    for path, entry in _tables(raw, "disruption"):
        yield from _extra(path, entry, "kind", Disruption, KINDS)


def _tables(raw: dict[str, Any], name: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    rows = raw.get(name)
    for i, entry in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(entry, dict):
            yield (name, i), entry


def _extra(path: Path, entry: dict[str, Any], key: str, own: type[BaseModel], registry: Any) -> Iterator[Finding]:
    name = entry.get(key)
    if not isinstance(name, str):
        return
    if name not in registry:
        yield unknown((*path, key), name, key, registry)
        return
    known = tuple(own.model_fields)
    values = {inner: value for inner, value in entry.items() if inner not in known}
    yield from form.read(registry[name].params, values, path, known).findings
    base = entry.get("base")
    if isinstance(base, dict) and "base" in registry[name].params.model_fields:
        yield from _extra((*path, "base"), base, key, own, registry)


def occurrences(sense: Sense) -> Found:
    """A disruption has dates or a chance, and its dates lie within the calendar."""
    calendar = sense.level.calendar
    last = calendar.turns * calendar.days_per_turn
    for x, disruption in enumerate(sense.level.disruption):
        if disruption.at and disruption.chance:
            yield said(("disruption", x, "chance"), "at_and_chance", id=disruption.id)
        elif not disruption.at and not disruption.chance:
            yield said(("disruption", x), "never_happens", id=disruption.id)
        for k, when in enumerate(disruption.at):
            if when.day > last:
                values = {"day": when.day, "last": last, "turns": calendar.turns}
                yield said(("disruption", x, "at", k, "day"), "after_the_end", **values)


def targets(sense: Sense) -> Found:
    """What a disruption strikes exists."""
    names = _target_names(sense)
    for x, disruption in enumerate(sense.level.disruption):
        for key, value in disruption.extras.items():
            what = WHAT.get(key)
            for place, name in enumerate(value if isinstance(value, tuple) else (value,)):
                if what and isinstance(name, str) and name not in names[what]:
                    inner = (place,) if isinstance(value, tuple) else ()
                    yield unknown(("disruption", x, key, *inner), name, what, names[what])


WHAT = {
    "supplier": "supplier",
    "suppliers": "supplier",
    "region": "region",
    "regions": "region",
    "offers": "offer",
    "stream": "stream",
    "streams": "stream",
    "station": "station",
    "stations": "station",
    "item": "item",
    "items": "item",
}


def disruptions(sense: Sense) -> Found:
    """What kinds of disruption themselves find wrong with their keys."""
    for x, disruption in enumerate(sense.level.disruption):
        if disruption.kind in KINDS and (problem := _problem(disruption, sense.level)):
            key, message = problem
            yield Finding(("disruption", x, key), message)


def _problem(disruption: Disruption, level: Level) -> tuple[str, Message] | None:
    try:
        return target(disruption).problem(level)
    except ValidationError:
        return None


def _target_names(sense: Sense) -> dict[str, list[str]]:
    level = sense.level
    names = {what: [thing.id for thing in getattr(level, what)] for what in ("supplier", "stream", "station", "item")}
    names["region"] = sorted({supplier.region for supplier in level.supplier})
    names["offer"] = [f"{item.id}/{offer.supplier}" for item in level.item for offer in item.offer]
    return names
