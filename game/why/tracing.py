"""What kept an item from being there: events in its lead time, each with the units that it held back.

The component that ran out first is the binding one, and its own events are looked for in turn, so that a late truck is
found behind a station that starved behind a customer who waited. Weights are whole units of the item asked about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.plant.build import usual_lead
from game.state import KANBAN, MANUAL, REORDER, Settings
from game.why.seen import Seen, Thing


@dataclass(frozen=True)
class Held:
    """Something that held back units of an item: `reason` is a text `cause.<reason>`, `start` a period.

    `via` are the components, from the item asked about on, that ran out one because of the other.
    """

    reason: str
    thing: Thing | None
    start: int
    units: int
    via: tuple[Thing, ...] = ()


def trace(seen: Seen, settings: Settings, item: int) -> tuple[Held, ...]:
    """What held an item back in the last turn: a setting that is too small first, then events by their start."""
    events = sorted(_events(seen, item, frozenset()), key=lambda held: held.start)
    return (*_setting(seen, settings, item), *events)


def ran_out_first(seen: Seen, item: int, first: int) -> int | None:
    """The component of an item that was missing first from a period on; of several the one of which most was."""
    parts = [part for part, _ in seen.plant.components[item]]
    short = _window(seen, "short", first)
    missing = [part for part in parts if short[:, part].any()]
    return min(missing, key=lambda part: (int(np.argmax(short[:, part] > 0)), -int(short[:, part].sum())), default=None)


def _window(seen: Seen, name: str, first: int) -> np.ndarray:
    """A flow from a period on until now, `[period, owner]`."""
    return _whole(seen, name)[first : seen.now]


@lru_cache(maxsize=64)
def _whole(seen: Seen, name: str) -> np.ndarray:
    return np.asarray(seen.history.flow(name)[:, :, 0])


def _first(seen: Seen, item: int) -> int:
    """Since when something may have held the item back: a lead time before the turn."""
    return max(0, seen.since - usual_lead(seen.plant, item))


def _usual(seen: Seen, item: int) -> float:
    """Units of an item that were wanted in a period, on average so far."""
    return float(_wanted(seen, item, 0).sum()) / max(1, seen.now)


def _wanted(seen: Seen, item: int, first: int) -> np.ndarray:
    """Units wanted of an item by customers and users, by period."""
    streams = list(seen.plant.streams_of[item])
    wanted = _window(seen, "demand", first)[:, streams].sum(axis=1)
    used = _window(seen, "used", first)[:, item] + _window(seen, "moved_out", first)[:, item]
    return np.asarray(wanted + used + _window(seen, "short", first)[:, item])


def _setting(seen: Seen, settings: Settings, item: int) -> Iterator[Held]:
    """Units by which the target lies below what is wanted in a lead time, once for each lead time looked at."""
    target, lead = _target(settings, item), usual_lead(seen.plant, item)
    if target is None:
        return
    gap = int(_usual(seen, item) * lead) - target
    if gap > 0:
        units = -(-gap * (seen.now - _first(seen, item)) // lead)
        yield Held("setting", seen.thing("item", item), 0, units)


def _target(settings: Settings, item: int) -> int | None:
    policy = int(settings["policy"][item, 0])
    value = {name: int(settings[name][item, 0]) for name in ("cards", "container", "reorder_point", "order_quantity")}
    if policy == KANBAN:
        return value["cards"] * value["container"]
    if policy == REORDER:
        return value["reorder_point"] + value["order_quantity"]
    return None if policy >= MANUAL else int(settings["order_up_to"][item, 0])


def _events(seen: Seen, item: int, above: frozenset[int]) -> Iterator[Held]:
    first = _first(seen, item)
    yield from _customers(seen, item, first)
    yield from _lost_stock(seen, item, first)
    source = seen.plant.sources[seen.plant.sources_of[item][0]]
    if source.bought:
        for offer in seen.plant.sources_of[item]:
            yield from _supply(seen, offer, first)
    else:
        if source.station is not None:
            yield from _station(seen, source.station, item, first)
        yield from _component(seen, item, first, above | {item})


def _customers(seen: Seen, item: int, first: int) -> Iterator[Held]:
    """Demand above the usual."""
    wanted = _wanted(seen, item, first)
    more = int(wanted.sum() - _usual(seen, item) * len(wanted))
    if more > 0:
        yield Held("demand", seen.thing("item", item), first, more)


def _lost_stock(seen: Seen, item: int, first: int) -> Iterator[Held]:
    """Bad, expired and destroyed units."""
    for name in ("scrapped", "expired", "destroyed"):
        units = _window(seen, name, first)[:, item]
        if units.any():
            yield Held(name, seen.thing("item", item), first + int(np.argmax(units > 0)), int(units.sum()))


def _supply(seen: Seen, source: int, first: int) -> Iterator[Held]:
    """Loads that came late, and disruptions that stopped or delayed the supplier."""
    plant, item = seen.plant, seen.plant.sources[source].item
    late = np.where(
        _window(seen, "late_departures", first)[:, source] > 0, _window(seen, "shipped", first)[:, source], 0
    )
    supplier = seen.thing("supplier", seen.supplier_of(source))
    if late.any():
        yield Held("late_truck", supplier, first + int(np.argmax(late > 0)), int(late.sum()))
    for index, effect in enumerate(seen.effects):
        hit = source in (*effect.down, *effect.held, *(delayed for delayed, _ in effect.extra))
        yield from _disruption(seen, index, first, _usual(seen, item)) if hit else ()
    asked, ready = _window(seen, "ordered", first)[:, source], _window(seen, "shipped", first)[:, source]
    offer = plant.sources[source].offer
    if offer is not None and offer.capacity_per_day is not None and asked.sum() > ready.sum():
        yield Held("supplier_capacity", supplier, first, int(asked.sum() - ready.sum()))


def _disruption(seen: Seen, index: int, first: int, usual: float) -> Iterator[Held]:
    periods = [t for t in range(first, seen.now) if seen.active(index, t)]
    units = int(usual * len(periods))
    if units:
        yield Held("disruption", seen.thing("disruption", index), periods[0], units)


def _station(seen: Seen, station: int, item: int, first: int) -> Iterator[Held]:
    """Minutes down, in setups or for other items, as units that could have been made in them."""
    plant, thing = seen.plant, seen.thing("station", station)
    minutes = max(1, int(plant.work[item]))
    for name in ("down", "setup"):
        spent = _window(seen, name, first)[:, station]
        if spent.sum() >= minutes:
            yield Held(name, thing, first + int(np.argmax(spent > 0)), int(spent.sum()) // minutes)
    free = sum(_window(seen, name, first)[:, station].sum() for name in ("starved", "blocked", "idle"))
    made, wanted = _window(seen, "made", first)[:, item].sum(), _wanted(seen, item, first).sum()
    if not free and wanted > made:
        yield Held("capacity", thing, first, int(wanted - made))


def _component(seen: Seen, item: int, first: int, above: frozenset[int]) -> Iterator[Held]:
    """What held back the component that ran out first; the component itself where nothing is found."""
    part = ran_out_first(seen, item, first)
    if part is None or part in above:
        return
    count = next(count for found, count in seen.plant.components[item] if found == part)
    short = _window(seen, "short", first)[:, part]
    start, units = first + int(np.argmax(short > 0)), max(1, int(short.sum()) // count)
    thing = seen.thing("item", part)
    deeper = [
        replace(held, units=max(1, held.units // count), via=(thing, *held.via)) for held in _events(seen, part, above)
    ]
    yield from deeper or [Held("component", thing, start, units)]
