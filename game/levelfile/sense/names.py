"""Names: each id occurs once, and whatever is referred to exists."""

from collections.abc import Iterable

from game.level import Level, in_language
from game.levelfile.problems import Path
from game.levelfile.sense.draft import LISTS, Found, Sense, said, unknown

SEEN = ("supplier", "item", "station")


def unique(sense: Sense) -> Found:
    """An id occurs once in its list."""
    for name in LISTS:
        seen: set[str] = set()
        for i, thing in enumerate(getattr(sense.level, name)):
            if thing.id in seen:
                yield said((name, i, "id"), "id_twice", id=thing.id, list=f"[[{name}]]")
            seen.add(thing.id)


def told_apart(sense: Sense) -> Found:
    """Items, suppliers and stations stand side by side on the floor, each with a name of its own."""
    for name in SEEN:
        seen: dict[str, str] = {}
        for i, thing in enumerate(getattr(sense.level, name)):
            called = in_language(thing.name)
            if seen.setdefault(called, thing.id) != thing.id:
                yield said((name, i, "name"), "name_twice", name=called, id=thing.id, other=seen[called])


def known(sense: Sense) -> Found:
    """Every reference meets a thing."""
    ids = {name: [thing.id for thing in getattr(sense.level, name)] for name in LISTS}
    for path, name, what in _references(sense.level):
        if name not in ids[what]:
            yield unknown(path, name, what, ids[what])


def _references(level: Level) -> Iterable[tuple[Path, str, str]]:
    for i, item in enumerate(level.item):
        for k, offer in enumerate(item.offer):
            yield ("item", i, "offer", k, "supplier"), offer.supplier, "supplier"
            if offer.route is not None:
                yield ("item", i, "offer", k, "route"), offer.route, "route"
        if item.make:
            yield ("item", i, "make", "station"), item.make.station, "station"
            for part in item.make.components:
                yield ("item", i, "make", "components", part), part, "item"
        if item.transfer:
            yield ("item", i, "transfer", "from"), item.transfer.source, "item"
    for i, stream in enumerate(level.stream):
        yield ("stream", i, "item"), stream.item, "item"
    for i, goal in enumerate(level.goal):
        if goal.item:
            yield ("goal", i, "item"), goal.item, "item"
    for name in ("goal", "question"):
        for i, served in enumerate(getattr(level, name)):
            if served.objective:
                yield (name, i, "objective"), served.objective, "objective"


def one_offer(sense: Sense) -> Found:
    """A supplier offers an item once."""
    for i, item in enumerate(sense.level.item):
        for k, offer in enumerate(item.offer):
            if offer.supplier in [earlier.supplier for earlier in item.offer[:k]]:
                yield said(("item", i, "offer", k, "supplier"), "offer_twice", supplier=offer.supplier, item=item.id)


def used(sense: Sense) -> Found:
    """Suppliers sell something, stations make something, items go somewhere."""
    level = sense.level
    suppliers = {offer.supplier for item in level.item for offer in item.offer}
    stations = {item.make.station for item in level.item if item.make}
    for i, supplier in enumerate(level.supplier):
        if supplier.id not in suppliers:
            yield said(("supplier", i, "id"), "supplier_idle", id=supplier.id)
    for i, station in enumerate(level.station):
        if station.id not in stations:
            yield said(("station", i, "id"), "station_idle", id=station.id)
