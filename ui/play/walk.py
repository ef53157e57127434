"""Walking the floor by arrow keys: along the flow, and up and down a column."""

from ui.play.layout import Key
from ui.play.scene import Scene


def beside(scene: Scene, here: Key, across: int, down: int) -> Key | None:
    """The next thing: along a link where there is one, else the nearest of the next column; rows by height."""
    column = next(i for i, keys in enumerate(scene.columns) if here in keys)
    if down:
        row = scene.columns[column].index(here) + down
        return scene.columns[column][row] if 0 <= row < len(scene.columns[column]) else None
    ends = [(route.link.source, route.link.target) for route in scene.routes]
    linked = [b for a, b in ends if a == here] if across > 0 else [a for a, b in ends if b == here]
    if not linked and 0 <= column + across < len(scene.columns):
        linked = list(scene.columns[column + across])
    middle = scene.boxes[here].center().y()
    return min(linked, key=lambda key: abs(scene.boxes[key].center().y() - middle), default=None)
