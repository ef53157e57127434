"""The inspector: all about the thing that was clicked."""

from collections.abc import Callable
from dataclasses import replace

from game.playing import inspect_places, inspect_trade
from game.playing.inspect_goal import goal
from game.playing.inspect_item import item
from game.playing.neighbours import neighbours
from game.playing.scene import Scene
from game.playing.views import Inspection

PLACES: dict[str, Callable[[Scene, int], Inspection]] = {
    "item": item,
    "supplier": inspect_places.supplier,
    "station": inspect_places.station,
    "stream": inspect_places.stream,
}
BY_NAME: dict[str, Callable[[Scene, str], Inspection]] = {
    "goal": goal,
    "price": inspect_trade.price,
    "route": inspect_trade.route,
    "project": inspect_trade.project,
}


def inspect(scene: Scene, kind: str, target: str) -> Inspection:
    """An item, supplier, station, stream or project by its id, a goal by its measure, a price or route by its offer.

    KeyError when there is none.
    """
    found = BY_NAME[kind](scene, target) if kind in BY_NAME else PLACES[kind](scene, scene.plant.index[kind][target])
    return replace(found, links=neighbours(scene, kind, target))
