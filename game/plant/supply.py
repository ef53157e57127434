"""Suppliers' further terms as whole numbers: milk runs, volumes, prices that move, offers that can be rushed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from game.level import Item, Level, Offer, Route
from game.plant.terms import minor

THOUSAND = 1000

ROUTE_TERMS = (
    "lead_time_days", "on_time", "late_by_days", "may_overtake", "departures", "truck_capacity", "cost_per_trip",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Supply:
    """Sources by their index.

    `routes` the offers of each milk run; `direct` offers with a truck of their own; `volume [S]` of a unit in
    thousandths; `hurried` offers that can be rushed; `standby` offers that have to be onboarded first; `shared` items
    with a choice; `flawed` offers that may send bad units; `prices_move` whether a price depends on anything.
    """

    routes: tuple[tuple[int, ...], ...]
    direct: tuple[int, ...]
    volume: np.ndarray
    hurried: tuple[int, ...]
    standby: tuple[int, ...]
    shared: tuple[int, ...]
    flawed: frozenset[int]
    prices_move: bool

    @classmethod
    def of(cls, level: Level, offers: Sequence[tuple[int, Offer | None]]) -> "Supply":
        """From (item, offer) of each source."""
        bought = [(s, offer) for s, (_, offer) in enumerate(offers) if offer]
        return cls(
            routes=_routes(level, bought),
            direct=tuple(s for s, offer in bought if offer.route is None),
            volume=np.array([int(level.item[i].volume * THOUSAND + 0.5) for i, _ in offers], dtype=np.int64),
            hurried=tuple(s for s, offer in bought if offer.expedite_days is not None),
            standby=tuple(s for s, offer in bought if not offer.qualified),
            shared=tuple(i for i, item in enumerate(level.item) if len(item.offer) > 1),
            flawed=frozenset(s for s, offer in bought if offer.defects or may_escape(level, level.item[offers[s][0]])),
            prices_move=level.relationship
            or any(offer.breaks for _, offer in bought)
            or _project_on_price(level)
            or any("price_factor" in disruption.extras for disruption in level.disruption),
        )

    def together(self, source: int) -> tuple[int, ...]:
        """The offers of the same milk run, itself among them."""
        return next((route for route in self.routes if source in route), (source,))


def _routes(level: Level, bought: Sequence[tuple[int, Offer]]) -> tuple[tuple[int, ...], ...]:
    """The offers of each milk run; one that fetches nothing does not drive."""
    tours = (tuple(s for s, offer in bought if offer.route == route.id) for route in level.route)
    return tuple(tour for tour in tours if tour)


def _project_on_price(level: Level) -> bool:
    return any(one.parameter == "price" for project in level.project for one in (*project.transition, *project.effect))


def may_escape(level: Level, item: Item) -> bool:
    """Whether a disruption may let bad units of an item come without anybody's knowing."""
    escapes = (disruption.extras for disruption in level.disruption if "defects" in disruption.extras)
    return any(_strikes(escape, item) for escape in escapes)


def _strikes(escape: Mapping[str, Any], item: Item) -> bool:
    """Whether it names the item, its station, or one of its suppliers, on their own or in an offer of the item."""
    offers = (offer.rpartition("/") for offer in escape.get("offers", ()))
    suppliers = {*escape.get("suppliers", ()), *(supplier for name, _, supplier in offers if name == item.id)}
    if item.make and item.make.station in escape.get("stations", ()):
        return True
    return item.id in escape.get("items", ()) or any(offer.supplier in suppliers for offer in item.offer)


def fetched(offer: Offer, routes: Mapping[str, Route]) -> Offer:
    """An offer with the terms of the milk run that fetches it, where it names one."""
    if offer.route is None:
        return offer
    return offer.model_copy(update={term: getattr(routes[offer.route], term) for term in ROUTE_TERMS})


def tiers(offer: Offer) -> tuple[tuple[int, int], ...]:
    """(Smallest shipment, price in minor units), smallest first."""
    return ((0, minor(offer.price)), *((step.units, minor(step.price)) for step in offer.breaks))
