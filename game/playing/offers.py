"""Offers as rows of a table: price, lead time, reliability, terms."""

from collections.abc import Iterable

import numpy as np

from game.level import Offer, in_language
from game.levers.supply import asked, offer_of
from game.message import Message, Number, Percent
from game.plant import minor
from game.playing.floor_places import lead_days
from game.playing.scene import Scene

NOTHING = "\u2013"
HEAD = ("price", "breaks", "lead_time", "milk_run", "on_time", "express", "capacity", "defects", "minimum", "payment")


def table(
    scene: Scene, sources: tuple[int, ...], first: str, names: Iterable[str]
) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
    """Head and rows of a table of offers: a name, then the columns in which any of them says something."""
    rows = [(name, *row(scene, source)) for name, source in zip(names, sources, strict=True)]
    head = (first, *HEAD)
    kept = [column for column in range(len(head)) if any(cells[column] != NOTHING for cells in rows)]
    return tuple(head[column] for column in kept), tuple(tuple(cells[column] for column in kept) for cells in rows)


def row(scene: Scene, source: int) -> tuple[object, ...]:
    """Cells in line with `HEAD`."""
    offer = scene.plant.sources[source].offer
    assert offer
    return (
        price(scene, source),
        breaks(scene, offer),
        days(lead_days(scene, source)),
        _route(scene, offer),
        Percent(offer.on_time, 0),
        NOTHING if offer.expedite_days is None else days(offer.expedite_days),
        offer.capacity_per_day or NOTHING,
        Percent(offer.defects, 1) if offer.defects else NOTHING,
        offer.minimum_order or NOTHING,
        days(offer.payment_days),
    )


def price(scene: Scene, source: int) -> object:
    """Price of a unit, or of so many units where a unit costs less than a cent, as the supplier asks it now."""
    offer = offer_of(scene.plant, source)
    amount = scene.seen.money(asked(scene.plant, scene.state, source, np.full(1, minor(offer.price)))[0])
    return amount if offer.per == 1 else Message("fact.price_per", {"money": amount, "units": offer.per})


def breaks(scene: Scene, offer: Offer) -> object:
    """Lower prices for larger shipments, one after another."""
    found: object = NOTHING
    for step in offer.breaks:
        tier = Message("supply.tier", {"units": step.units, "money": scene.seen.money(minor(step.price))})
        found = tier if found == NOTHING else Message("supply.tiers", {"first": found, "second": tier})
    return found


def _route(scene: Scene, offer: Offer) -> str:
    names = {route.id: in_language(route.name, scene.language) for route in scene.level.route}
    return names[offer.route] if offer.route else NOTHING


def days(value: float) -> Message:
    """Days as `3 d`."""
    return Message("fact.days_short", {"days": Number(value, 0 if abs(value - round(value)) < 0.05 else 1)})
