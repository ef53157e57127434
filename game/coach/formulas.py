"""The card formula and its figures: demand, lead time, safety, container, as a textbook has them."""

from dataclasses import dataclass
from math import ceil

from game.level import WEEKDAYS, Station
from game.measures import daily_demand
from game.plant import Plant
from game.plant.build import offer_lead_days
from game.state import Settings

SAFETY = 0.25
GUARD = 1e-9
"""Taken off before rounding up, so that 6.0000000000001 cards are 6."""


@dataclass(frozen=True)
class CardFormula:
    """Cards = demand a day * lead time in days * (1 + safety) / container, rounded up."""

    demand: float
    lead_days: float
    safety: float
    container: int

    @property
    def cards(self) -> int:
        """At least one card."""
        units = self.demand * self.lead_days * (1 + self.safety)
        return max(1, ceil(units / self.container - GUARD))


def card_formula(plant: Plant, settings: Settings, item: int, safety: float = SAFETY) -> CardFormula:
    """The figures of the card formula for an item under the settings in force."""
    container = int(settings["container"][item, 0])
    return CardFormula(daily_demand(plant)[item], lead_days(plant, settings, item), safety, container)


def lead_days(plant: Plant, settings: Settings, item: int) -> float:
    """Mean days from a card's signal to its goods on the shelf, the wait for the next review and trip included."""
    waiting = int(plant.signal_delay[item] + plant.review[item]) / plant.clock.per_day
    return waiting + (_bought_days(plant, settings, item) if plant.bought(item) else _own_days(plant, settings, item))


def _bought_days(plant: Plant, settings: Settings, item: int) -> float:
    """Mean transit, lateness and wait for a trip, weighted by the shares in force."""
    shares = settings["shares"][:, 0]
    sources = plant.sources_of[item]
    return sum(int(shares[s]) * _offer_days(plant, settings, s) for s in sources) / sum(int(shares[s]) for s in sources)


def _offer_days(plant: Plant, settings: Settings, source: int) -> float:
    offer = plant.sources[source].offer
    assert offer is not None
    late = (1 - offer.on_time) * offer.late_by_days
    return offer_lead_days(offer.lead_time_days) + late + _trip_gap(plant, settings, source)


def _trip_gap(plant: Plant, settings: Settings, source: int) -> float:
    """Days from one trip to the next beyond the first period, which the review already counts."""
    offer = plant.sources[source].offer
    assert offer is not None
    per_day = plant.clock.per_day
    leaves = offer.departures
    if leaves.weekdays or leaves.periods:
        return 7 / (len(leaves.weekdays or WEEKDAYS) * max(1, len(leaves.periods))) - 1 / per_day
    return (int(settings["trip_every"][source, 0]) - 1) / per_day


def _own_days(plant: Plant, settings: Settings, item: int) -> float:
    """Process or transfer time, and for a station the wait for its turn."""
    days = int(plant.transit[plant.sources_of[item][0]]) / plant.clock.per_day
    return days + (_turn_days(plant, settings, item) if plant.items[item].make else 0.0)


def _turn_days(plant: Plant, settings: Settings, item: int) -> float:
    """Days until a lot of an item has been asked for, or until its station has made a lot of each of its items."""
    demand = daily_demand(plant)[item]
    asking = _lot(plant, settings, item) / demand if demand else 0.0
    return max(asking, _round_days(plant, settings, item))


def _round_days(plant: Plant, settings: Settings, item: int) -> float:
    """Calendar days for one lot of each item of the station: setups, and the minutes that breakdowns leave."""
    w = next(w for w, items in enumerate(plant.station_items) if item in items)
    minutes = _minutes_a_day(plant, plant.level.station[w])
    work = (
        sum(int(plant.setup_work[i]) + _lot(plant, settings, i) * int(plant.work[i]) for i in plant.station_items[w])
        / 1000
    )
    return work / minutes if minutes else 0.0


def _minutes_a_day(plant: Plant, station: Station) -> float:
    """Mean minutes of a calendar day in which a station runs."""
    minutes = station.minutes_per_day * len(plant.level.calendar.open_days) / 7
    between = station.failure_every_minutes
    return minutes * between / (between + station.repair_minutes) if between else minutes


def _lot(plant: Plant, settings: Settings, item: int) -> int:
    """Units that must be asked for before a station turns to an item."""
    return int(settings["lot"][item, 0] * settings["container"][item, 0])
