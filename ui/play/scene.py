"""The floor as geometry: boxes of things, routes of material and signals, trucks on the road; no painting here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSizeF

from game.level import Level
from game.playing.views import PlantView
from ui.play.layout import Key, Layout, Room, Thing, arrange
from ui.play.nodes import supplier_height
from ui.play.roads import Spot, spots
from ui.play.routes import Route, routes
from ui.theme import GRID, floor

ROUTE, CALL = 3 * GRID, 14 * GRID
"""Height that a way needs to be told from others, and a card with its number."""
Kind = Literal["supplier", "item", "station", "stream"]


@dataclass(frozen=True)
class Heading:
    """The word above a column."""

    text: str
    x: float
    width: float


@dataclass(frozen=True)
class Scene:
    """All that is drawn, in scene pixels; `scale` turns them into pixels of the widget."""

    scale: float
    size: QSizeF
    boxes: dict[Key, QRectF]
    columns: tuple[tuple[Key, ...], ...]
    routes: tuple[Route, ...]
    spots: tuple[Spot, ...]
    headings: tuple[Heading, ...]
    dock: QRectF | None

    @property
    def crowded(self) -> bool:
        """Whether ways or cards are too many for the height: then only those of the thing chosen show their cards."""
        calls = Counter(route.lane for route in self.routes if route.calls)
        need = max(len(self.routes) * ROUTE, max(calls.values(), default=0) * CALL)
        return need > self.size.height()

    def vivid(self, chosen: Key | None) -> tuple[Route, ...]:
        """The ways drawn in full: all, or in a crowd those of the thing chosen."""
        if not self.crowded:
            return self.routes
        return tuple(route for route in self.routes if chosen in (route.link.source, route.link.target))


def fit(size: QSizeF) -> float:
    """The scale of a floor that fits into a window of a size."""
    scale = min(size.width() / floor.FULL_SCENE[0], size.height() / floor.FULL_SCENE[1])
    return min(floor.LARGEST, max(1.0, scale))


def build(plant: PlantView, level: Level, size: QSizeF, day: float, scale: float | None = None) -> Scene:
    """Lay the plant out on a canvas of a size in pixels; `day` says how far the trucks have come."""
    scale = fit(size) if scale is None else scale
    inner = QSizeF(size.width() / scale, size.height() / scale)
    store = plant.kind == "store"
    room = Room(
        inner.width() - 2 * floor.PADDING,
        inner.height() - floor.HEADING - floor.PADDING,
        floor.STORE_FIRST_GAP if store else floor.FIRST_GAP,
        floor.COLUMN_GAP,
        floor.ROW_GAP,
        floor.LAST_GAP,
    )
    layout = arrange(things(plant, level, room.height), [(link.source, link.target) for link in plant.links], room)
    x, y = floor.PADDING, floor.HEADING
    boxes = {key: QRectF(x + box.x, y + box.y, box.w, box.h) for key, box in layout.boxes.items()}
    dock = _dock(layout, boxes, inner) if store and len(layout.columns) > 1 else None
    ways = routes(plant, boxes)
    return Scene(
        scale, inner, boxes, layout.columns, ways, spots(plant, ways, dock, day),
        _headings(layout, boxes, store, dock), dock,
    )  # fmt: skip


def things(plant: PlantView, level: Level, high: float) -> list[Thing]:
    """All things of the plant with the sizes they want in a room so high; small when it has more than twelve items."""
    places = {("supplier", one.id): one.place for one in level.supplier}
    places |= {("item", one.id): one.place for one in level.item}
    places |= {("station", one.id): one.place for one in level.station}
    places |= {("stream", one.id): one.place for one in level.stream}
    compact = len(plant.items) > 12
    sizes = {"supplier": floor.SUPPLIER, "item": floor.ITEM, "station": floor.STATION, "stream": floor.STREAM}
    widths = {kind: min(size[0], floor.COMPACT_WIDTH) if compact else size[0] for kind, size in sizes.items()}
    heights = dict.fromkeys(_between(plant), (floor.BETWEEN, floor.ITEM[2])) | _suppliers(
        plant, 0.95 * widths["supplier"], high
    )
    names: tuple[tuple[Kind, Iterable[str]], ...] = (
        ("supplier", [one.id for one in plant.suppliers]),
        ("item", [one.id for one in plant.items]),
        ("station", [one.id for one in plant.stations]),
        ("stream", [one.id for one in plant.streams]),
    )
    found = []
    for kind, ids in names:
        for name in ids:
            wanted, least = heights.get((kind, name), sizes[kind][1:])
            found.append(Thing((kind, name), kind, widths[kind], wanted, least, places.get((kind, name))))
    return found


def _suppliers(plant: PlantView, width: float, high: float) -> dict[Key, tuple[float, float]]:
    """The heights suppliers want and need: where there is no room for all, terms give way to names and trouble."""
    everything = [supplier_height(one, width, "all") for one in plant.suppliers]
    full = sum(everything) + floor.ROW_GAP * (len(everything) - 1) <= high
    found = {}
    for view, most in zip(plant.suppliers, everything, strict=True):
        trouble = supplier_height(view, width, "trouble")
        wanted, least = (most, trouble) if full else (trouble, supplier_height(view, width, "name"))
        found["supplier", view.id] = (max(floor.SUPPLIER[1 if full else 2], wanted), min(wanted, least))
    return found


def _between(plant: PlantView) -> set[Key]:
    """Items made at one station for another: drawn lower."""
    made = {link.target for link in plant.links if link.kind == "make"}
    return made & {link.source for link in plant.links if link.kind == "use"}


def _dock(layout: Layout, boxes: dict[Key, QRectF], inner: QSizeF) -> QRectF:
    right = min(boxes[key].left() for key in layout.columns[1])
    return QRectF(
        right - floor.COLUMN_GAP - floor.DOCK, floor.HEADING, floor.DOCK,
        inner.height() - floor.HEADING - floor.PADDING,
    )  # fmt: skip


def _headings(layout: Layout, boxes: dict[Key, QRectF], store: bool, dock: QRectF | None) -> tuple[Heading, ...]:
    words = "store" if store else "factory"
    last = len(layout.columns) - 1
    found = []
    for c, column in enumerate(layout.columns):
        kinds = {key[0] for key in column}
        if "station" in kinds:
            name = "stations"
        elif kinds == {"item"}:
            name = "finished" if c == last - 1 else "inbound" if c <= 1 else "between"
        else:
            name = "suppliers" if "supplier" in kinds else "streams"
        left = min(boxes[key].left() for key in column)
        found.append((f"play.head.{words}.{name}", left))
    if dock is not None:
        found.insert(1, (f"play.head.{words}.dock", dock.left()))
    edges = [left for _, left in found] + [max(box.right() for box in boxes.values()) + 2 * GRID]
    return tuple(Heading(text, left, after - left - GRID) for (text, left), after in zip(found, edges[1:], strict=True))
