"""Shipments on the road: what was promised, and what has come.

Promise = departure + mean transit + delays announced at departure, moved to the next open period and not before
an earlier promise of the same offer (unless it may overtake). The true arrival serves only to tell whether a
shipment has come; shipments that a closed port holds come later than planned, first in first out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from game import engine
from game.plant import Plant
from game.plant.build import offer_lead_days
from game.why.seen import Seen
from game.why.suppliers import marks


@dataclass(frozen=True)
class Shipment:
    """A load of one offer; times in periods, `left` may lie before the start; `arrived` is None on the road."""

    source: int
    units: int
    left: int
    promised: int
    arrived: int | None


@lru_cache(maxsize=2)
def shipments(seen: Seen) -> tuple[Shipment, ...]:
    """All shipments so far, offer by offer, in order of arrival."""
    return tuple(ship for source in seen.plant.bought_sources for ship in _of_source(seen, source))


def overdue(seen: Seen, ship: Shipment) -> bool:
    """Whether the promised day has passed without the truck."""
    clock = seen.plant.clock
    return ship.arrived is None and clock.day(ship.promised) < clock.day(seen.now)


def mean_transit(plant: Plant, source: int) -> int:
    """Usual periods on the road."""
    offer = plant.sources[source].offer
    assert offer
    return max(1, plant.periods(offer_lead_days(offer.lead_time_days)))


def announced_delay(seen: Seen, source: int, period: int) -> int:
    """Periods added to departures of a period by disruptions at work in it, and by wild orders; a milk run's worst."""
    return max(_own_delay(seen, one, period) for one in seen.plant.supply.together(source))


def _own_delay(seen: Seen, source: int, period: int) -> int:
    resented = 0
    if seen.plant.level.relationship:
        resented = seen.plant.clock.per_day * int(marks(seen)[seen.plant.clock.turn_of(period), source] < 0)
    return resented + sum(
        extra
        for index, effect in enumerate(seen.effects)
        for delayed, extra in effect.extra
        if delayed == source and seen.active(index, period)
    )


def held(seen: Seen, source: int) -> bool:
    """Whether arrivals of an offer are being held, as announced."""
    effects = seen.effects
    return any(source in effects[spell.disruption].held for spell in seen.under_way())


@dataclass(frozen=True)
class _Load:
    units: int
    left: int
    promised: int
    arrival: int


def _of_source(seen: Seen, source: int) -> Iterator[Shipment]:
    loads = sorted((*_opening(seen, source), *_departed(seen, source)), key=lambda load: (load.arrival, load.left))
    came = np.cumsum(seen.history.flow("arrived")[:, source, 0])
    total = 0
    for load in loads:
        total += load.units
        period = int(np.searchsorted(came, total))
        arrived = period if period < len(came) else None
        yield Shipment(source, load.units, load.left, load.promised, arrived)


@lru_cache(maxsize=8)
def _opening_arrivals(plant: Plant) -> np.ndarray:
    return np.asarray(engine.opening(plant, 1).arrivals[:, :, 0])


def _opening(seen: Seen, source: int) -> Iterator[_Load]:
    row = _opening_arrivals(seen.plant)[source]
    for period in np.flatnonzero(row).tolist():
        yield _Load(int(row[period]), period - mean_transit(seen.plant, source), period, period)


def _departed(seen: Seen, source: int) -> Iterator[_Load]:
    offer = seen.plant.sources[source].offer
    assert offer
    shipped = seen.history.flow("shipped")[:, source, 0]
    arrival = seen.history.flow("arrival_period")[:, source, 0]
    usual, promised = mean_transit(seen.plant, source), 0
    for left in np.flatnonzero(shipped).tolist():
        due = int(seen.plant.clock.next_open[left + usual + announced_delay(seen, source, left)])
        promised = due if offer.may_overtake else max(promised, due)
        yield _Load(int(shipped[left]), left, promised, int(arrival[left]))
