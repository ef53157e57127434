"""Offers as rows of a table: price, lead time, reliability, terms."""

from collections.abc import Iterable

from game.message import Message, Money, Number, Percent
from game.plant import Source
from game.playing.floor_places import lead_days
from game.playing.scene import Scene

NOTHING = "\u2013"
HEAD = ("price", "lead_time", "on_time", "defects", "minimum", "payment")


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
        price(scene, scene.plant.sources[source]),
        days(lead_days(scene, source)),
        Percent(offer.on_time, 0),
        Percent(offer.defects, 1) if offer.defects else NOTHING,
        offer.minimum_order or NOTHING,
        days(offer.payment_days),
    )


def price(scene: Scene, source: Source) -> object:
    """Price of a unit, or of so many units where a unit costs less than a cent."""
    offer = source.offer
    assert offer
    amount = Money(round(offer.price * 100), scene.level.money.currency)
    return amount if offer.per == 1 else Message("fact.price_per", {"money": amount, "units": offer.per})


def days(value: float) -> Message:
    """Days as `3 d`."""
    return Message("fact.days_short", {"days": Number(value, 0 if abs(value - round(value)) < 0.05 else 1)})
