"""Suppliers' further terms: each offer has one way to come, prices fall with size, and nothing stands idle."""

from collections.abc import Iterator

from game.level import Item, Offer
from game.levelfile.problems import Path
from game.levelfile.sense.draft import Found, Sense, said
from game.plant.build import offer_lead_days
from game.plant.supply import ROUTE_TERMS


def _offers(sense: Sense) -> Iterator[tuple[Path, Item, Offer]]:
    for i, item in enumerate(sense.level.item):
        for k, offer in enumerate(item.offer):
            yield ("item", i, "offer", k), item, offer


def way(sense: Sense) -> Found:
    """An offer has a lead time of its own, or is fetched by a milk run that has one for all."""
    for path, _, offer in _offers(sense):
        if offer.route is None and offer.lead_time_days is None:
            yield said(path, "no_lead_time", supplier=offer.supplier)
        elif offer.route is not None:
            for key in ROUTE_TERMS:
                if key in offer.model_fields_set:
                    yield said((*path, key), "route_and_own", key=key, route=offer.route)


def routes_used(sense: Sense) -> Found:
    """A milk run fetches something."""
    named = {offer.route for _, _, offer in _offers(sense)}
    for r, route in enumerate(sense.level.route):
        if route.id not in named:
            yield said(("route", r, "id"), "route_idle", id=route.id)


def prices(sense: Sense) -> Found:
    """Larger shipments are cheaper, and so are steady orders."""
    for path, _, offer in _offers(sense):
        size, price = 0, offer.price
        for b, step in enumerate(offer.breaks):
            if step.units <= size:
                yield said((*path, "breaks", b, "from"), "break_size", units=step.units, before=size)
            if step.price >= price:
                yield said((*path, "breaks", b, "price"), "break_price", price=step.price, before=price)
            size, price = step.units, step.price
        if offer.steady_price is not None and offer.steady_price >= offer.price:
            yield said((*path, "steady_price"), "steady_price_high", price=offer.steady_price, usual=offer.price)


def idle_terms(sense: Sense) -> Found:
    """Terms that do nothing without another."""
    for path, _, offer in _offers(sense):
        for key, lacks in _idle(offer, sense.level.relationship):
            yield said((*path, key), "half_failure", given=key, lacks=lacks)
    for i, item in enumerate(sense.level.item):
        for key in ("failover", "share_commitment", "share_change_cost"):
            if getattr(item, key) and len(item.offer) < 2:
                yield said(("item", i, key), "needs_choice", key=key, item=item.id)


def _idle(offer: Offer, relationship: bool) -> Iterator[tuple[str, str]]:
    if offer.steady_price is not None and not relationship:
        yield "steady_price", "relationship = true"
    if offer.expedite_days is None:
        for key in ("expedite_cost", "expedite_unit_cost", "rush_when_red"):
            if getattr(offer, key):
                yield key, "expedite_days"
    if offer.qualified:
        for key in ("onboarding_cost", "onboarding_days"):
            if getattr(offer, key):
                yield key, "qualified = false"


def express(sense: Sense) -> Found:
    """Express is faster than the usual way."""
    routes = {route.id: route.lead_time_days for route in sense.level.route}
    for path, _, offer in _offers(sense):
        lead = routes.get(offer.route) if offer.route else offer.lead_time_days
        if offer.expedite_days is not None and lead is not None and offer.expedite_days >= offer_lead_days(lead):
            values = {"express": offer.expedite_days, "usual": offer_lead_days(lead)}
            yield said((*path, "expedite_days"), "express_slow", **values)


def qualified(sense: Sense) -> Found:
    """Shares at the start go to suppliers that are qualified."""
    for i, item in enumerate(sense.level.item):
        plain = all(offer.share is None for offer in item.offer)
        for k, offer in enumerate(item.offer):
            if not offer.qualified and (offer.share or (plain and k == 0)):
                yield said(("item", i, "offer", k, "qualified"), "share_unqualified", supplier=offer.supplier)
