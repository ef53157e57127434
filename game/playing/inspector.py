"""The inspector: all about the thing that was clicked."""

from collections.abc import Callable

from game.playing import inspect_places
from game.playing.inspect_goal import goal
from game.playing.inspect_item import item
from game.playing.scene import Scene
from game.playing.views import Inspection

PLACES: dict[str, Callable[[Scene, int], Inspection]] = {
    "item": item,
    "supplier": inspect_places.supplier,
    "station": inspect_places.station,
    "stream": inspect_places.stream,
}


def inspect(scene: Scene, kind: str, target: str) -> Inspection:
    """An item, supplier, station or stream by its id, or a goal by its measure; KeyError when there is none."""
    if kind == "goal":
        return goal(scene, target)
    return PLACES[kind](scene, scene.plant.index[kind][target])
