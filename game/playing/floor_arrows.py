"""Arrows of the floor: material one way, signals the other.

Signals are whole containers: on supply arrows what was ordered and has not left, on make and move arrows what the
source is asked for and has not begun, on use arrows what a station asks of a component.
"""

from collections import Counter
from collections.abc import Iterator

from game.playing.floor_places import backlog
from game.playing.scene import Scene
from game.playing.views import Link


def links(scene: Scene) -> tuple[Link, ...]:
    """All arrows, in the order of the level."""
    return (*_supply(scene), *_use(scene), *_made(scene), *_sell(scene))


def _containers(scene: Scene, item: int, units: int) -> int:
    return -(-units // scene.setting("container", item))


def _supply(scene: Scene) -> Iterator[Link]:
    arrived = scene.seen.total("arrived")
    coming = Counter(ship.source for ship in scene.on_road)
    for source in scene.plant.bought_sources:
        item = scene.plant.sources[source].item
        supplier = scene.level.supplier[scene.seen.supplier_of(source)].id
        signals = _containers(scene, item, backlog(scene, source))
        ends, units = (("supplier", supplier), ("item", scene.level.item[item].id)), int(arrived[source])
        idle = not (units or signals or coming[source] or _has_share(scene, source))
        yield Link("supply", *ends, signals, units, route_of(scene, source), idle)


def route_of(scene: Scene, source: int) -> str:
    """The milk run that fetches an offer, empty where it has a truck of its own."""
    offer = scene.plant.sources[source].offer
    return (offer.route or "") if offer else ""


def _has_share(scene: Scene, source: int) -> bool:
    alone = len(scene.plant.sources_of[scene.plant.sources[source].item]) == 1
    return alone or scene.setting("shares", source) > 0


def _use(scene: Scene) -> Iterator[Link]:
    used = scene.seen.total("used")
    for station, items in enumerate(scene.plant.station_items):
        wanted: dict[int, int] = {}
        for item in items:
            for part, count in scene.plant.components[item]:
                wanted[part] = wanted.get(part, 0) + count * _authorised(scene, item)
        for part, units in wanted.items():
            ends = ("item", scene.level.item[part].id), ("station", scene.level.station[station].id)
            yield Link("use", *ends, _containers(scene, part, units), int(used[part]))


def _made(scene: Scene) -> Iterator[Link]:
    arrived = scene.seen.total("arrived")
    for source in scene.plant.internal_sources:
        entry = scene.plant.sources[source]
        item = scene.level.item[entry.item].id
        asked = _authorised(scene, entry.item) + _signals(scene, source)
        signals, units = _containers(scene, entry.item, asked), int(arrived[source])
        if entry.station is not None:
            station = scene.level.station[entry.station].id
            yield Link("make", ("station", station), ("item", item), signals, units)
        elif entry.origin is not None:
            yield Link("move", ("item", scene.level.item[entry.origin].id), ("item", item), signals, units)


def _sell(scene: Scene) -> Iterator[Link]:
    delivered = scene.seen.total("delivered")
    for stream, entry in enumerate(scene.level.stream):
        yield Link("sell", ("item", entry.item), ("stream", entry.id), 0, int(delivered[stream]))


def _authorised(scene: Scene, item: int) -> int:
    return int(scene.state.authorised[item, 0] + scene.state.authorised_refill[item, 0])


def _signals(scene: Scene, source: int) -> int:
    return int(scene.state.signals[source, :, 0].sum() + scene.state.refill_signals[source, :, 0].sum())
