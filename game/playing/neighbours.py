"""What hangs together with a thing: where the inspector leads on to."""

from collections.abc import Iterator

from game.playing.scene import Scene
from game.playing.views import Neighbour


def neighbours(scene: Scene, kind: str, target: str) -> tuple[Neighbour, ...]:
    """Things next to this one along the flow, with the prices and trucks between them; none for figures."""
    found = FROM.get(kind)
    return tuple(dict.fromkeys(found(scene, target))) if found else ()


def _of_item(scene: Scene, target: str) -> Iterator[Neighbour]:
    item = scene.plant.item_index(target)
    for source in scene.plant.sources_of[item]:
        yield from _source(scene, source)
    for part, user, _ in scene.plant.uses:
        if part == item:
            yield _thing(scene, "item", user)
    for stream in scene.plant.streams_of[item]:
        yield _thing(scene, "stream", stream)


def _source(scene: Scene, source: int) -> Iterator[Neighbour]:
    entry = scene.plant.sources[source]
    if entry.bought:
        yield _thing(scene, "supplier", scene.seen.supplier_of(source))
        yield from _terms(scene, source)
    elif entry.station is not None:
        yield _thing(scene, "station", entry.station)
    elif entry.origin is not None:
        yield _thing(scene, "item", entry.origin)


def _terms(scene: Scene, source: int) -> Iterator[Neighbour]:
    name = scene.seen.name("supplier", scene.seen.supplier_of(source))
    yield Neighbour("price", scene.plant.source_name(source), name)
    yield Neighbour("route", scene.plant.source_name(source), name)


def _of_supplier(scene: Scene, target: str) -> Iterator[Neighbour]:
    for source in scene.plant.sources_from({target}):
        yield _thing(scene, "item", scene.plant.sources[source].item)
        name = scene.seen.name("item", scene.plant.sources[source].item)
        yield Neighbour("price", scene.plant.source_name(source), name)
        yield Neighbour("route", scene.plant.source_name(source), name)


def _of_station(scene: Scene, target: str) -> Iterator[Neighbour]:
    for item in scene.plant.station_items[scene.plant.index["station"][target]]:
        yield _thing(scene, "item", item)


def _of_stream(scene: Scene, target: str) -> Iterator[Neighbour]:
    yield _thing(scene, "item", scene.plant.item_of_stream[scene.plant.index["stream"][target]])


def _of_offer(scene: Scene, target: str) -> Iterator[Neighbour]:
    source = scene.plant.index["source"][target]
    for one in scene.plant.supply.together(source):
        yield _thing(scene, "item", scene.plant.sources[one].item)
        yield _thing(scene, "supplier", scene.seen.supplier_of(one))
    yield from _terms(scene, source)


def _thing(scene: Scene, kind: str, index: int) -> Neighbour:
    return Neighbour(kind, str(getattr(scene.level, kind)[index].id), scene.seen.name(kind, index))


FROM = {
    "item": _of_item,
    "supplier": _of_supplier,
    "station": _of_station,
    "stream": _of_stream,
    "price": _of_offer,
    "route": _of_offer,
}
