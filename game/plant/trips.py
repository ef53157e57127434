"""Truck lines side by side: index arrays and terms of direct trips and milk runs, formed once a plant."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.level import Offer
from game.plant.groups import Groups, Index, index, place
from game.plant.supply import THOUSAND
from game.plant.terms import PPM, column, minor, ppm

if TYPE_CHECKING:
    from game.plant import Plant


@dataclass(frozen=True, eq=False)
class Lines:
    """Truck lines: direct trips of one offer, then milk runs, whose terms are those of their `first` source.

    `line_of` each offer is its line, `by_line` the offers of each, `volume [offer, 1]` thousandths of a unit; `[line,
    1]`: whether it is a `standing` tour (`touring`: some are), thousandths a truck holds (`room`, 0 without limit;
    `bounded`: some have one), `cost` of a trip in cents, `on_time` in ppm, periods `late_by`, whether it
    `may_overtake`. `weekly` tells those that leave by weekday, at the periods of `leaves [line, period]`. `paid`: some
    trips cost something, `punctual`: none is late by chance, `by_weekday`: some leave so; `even` the periods of every
    trip, if they are one number for good.
    """

    first: np.ndarray
    line_of: Index
    by_line: Groups
    volume: np.ndarray
    standing: np.ndarray
    room: np.ndarray
    cost: np.ndarray
    on_time: np.ndarray
    late_by: np.ndarray
    may_overtake: np.ndarray
    weekly: np.ndarray
    leaves: np.ndarray
    paid: bool
    punctual: bool
    by_weekday: bool
    touring: bool
    bounded: bool
    even: int | None

    @classmethod
    def of(cls, plant: "Plant") -> "Lines":
        """The truck lines of a plant."""
        supply, offers = plant.supply, plant.bought_sources
        lines = [*((source,) for source in supply.direct), *supply.routes]
        line_of = [next(k for k, line in enumerate(lines) if source in line) for source in offers]
        first = [line[0] for line in lines]
        terms = [_terms(plant, source) for source in first]
        weekdays = [plant.weekday_trips[source] for source in first]
        leaves = np.zeros((len(lines), plant.clock.end), dtype=bool)
        for k, days in enumerate(weekdays):
            leaves[k] = False if days is None else days[: plant.clock.end]
        return cls(
            first=index(first),
            line_of=place(line_of),
            by_line=Groups.by(line_of, len(lines)),
            volume=supply.volume[list(offers), None],
            standing=_flags([k >= len(supply.direct) for k in range(len(lines))]),
            room=column((offer.truck_capacity or 0) * THOUSAND for offer in terms),
            cost=column(minor(offer.cost_per_trip) for offer in terms),
            on_time=column(ppm(offer.on_time) for offer in terms),
            late_by=column(plant.periods(offer.late_by_days) for offer in terms),
            may_overtake=_flags([offer.may_overtake for offer in terms]),
            weekly=_flags([days is not None for days in weekdays]),
            leaves=leaves,
            paid=any(offer.cost_per_trip for offer in terms),
            punctual=all(ppm(offer.on_time) == PPM for offer in terms),
            by_weekday=any(days is not None for days in weekdays),
            touring=bool(supply.routes),
            bounded=any(offer.truck_capacity for offer in terms),
            even=_even(plant, terms) if plant.calm else None,
        )


def _even(plant: "Plant", terms: list[Offer]) -> int | None:
    """Periods that all trips take, if they take the same and are on time."""
    leads = {offer.lead_time_days for offer in terms}
    lead = next(iter(leads), None)
    if len(leads) > 1 or not isinstance(lead, int | float) or any(ppm(offer.on_time) < PPM for offer in terms):
        return None
    return max(1, plant.periods(lead))


def _terms(plant: "Plant", source: int) -> Offer:
    offer = plant.sources[source].offer
    assert offer
    return offer


def _flags(values: list[bool]) -> np.ndarray:
    return np.array(values, dtype=bool).reshape(-1, 1)
