"""The floor as geometry: boxes of things, routes of material and signals, trucks on the road; no painting here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from game.level import Level
from game.playing.views import Link, PlantView, Truck
from ui.play.layout import Key, Layout, Room, Thing, arrange
from ui.play.nodes import supplier_height
from ui.theme import GRID, floor

Side = Literal["out", "in"]
Kind = Literal["supplier", "item", "station", "stream"]
Track = tuple[QPointF, ...]
BULGE = 7 * GRID
TRACK = 24


@dataclass(frozen=True)
class Route:
    """A link with the way of its material and, against it, of its signals."""

    link: Link
    material: QPainterPath
    signal: QPainterPath | None

    @cached_property
    def track(self) -> tuple[QPointF, ...]:
        """Points along the way of the material, close enough for a truck to follow."""
        return tuple(self.material.pointAtPercent(step / TRACK) for step in range(TRACK + 1))


@dataclass(frozen=True)
class Spot:
    """Where trucks of a supplier stand: the first one is drawn, the others are counted."""

    box: QRectF
    trucks: tuple[Truck, ...]
    left: float
    right: float


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
    layout = arrange(things(plant, level), [(link.source, link.target) for link in plant.links], room)
    x, y = floor.PADDING, floor.HEADING
    boxes = {key: QRectF(x + box.x, y + box.y, box.w, box.h) for key, box in layout.boxes.items()}
    dock = _dock(layout, boxes, inner) if store and len(layout.columns) > 1 else None
    routes = _routes(plant, boxes)
    return Scene(
        scale, inner, boxes, layout.columns, routes, spots(plant, routes, boxes, dock, day),
        _headings(layout, boxes, store, dock), dock,
    )  # fmt: skip


def things(plant: PlantView, level: Level) -> list[Thing]:
    """All things of the plant with the sizes they want; small when there are more than twelve items."""
    places = {("supplier", one.id): one.place for one in level.supplier}
    places |= {("item", one.id): one.place for one in level.item}
    places |= {("station", one.id): one.place for one in level.station}
    places |= {("stream", one.id): one.place for one in level.stream}
    compact = len(plant.items) > 12
    suppliers = {one.id: supplier_height(one, 0.95 * floor.SUPPLIER[0]) for one in plant.suppliers}
    groups: tuple[tuple[Kind, Iterable[str], tuple[int, int, int]], ...] = (
        ("supplier", suppliers, floor.SUPPLIER),
        ("item", [x.id for x in plant.items], floor.ITEM),
        ("station", [x.id for x in plant.stations], floor.STATION),
        ("stream", [x.id for x in plant.streams], floor.STREAM),
    )
    between = _between(plant)
    wanted = {("supplier", name): max(floor.SUPPLIER[1], high) for name, high in suppliers.items()}
    wanted |= dict.fromkeys(between, floor.BETWEEN)
    return [
        Thing(
            (kind, name), kind, min(size[0], floor.COMPACT_WIDTH) if compact else size[0],
            wanted.get((kind, name), size[1]), size[2], places.get((kind, name)),
        )
        for kind, names, size in groups
        for name in names
    ]  # fmt: skip


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


def _routes(plant: PlantView, boxes: dict[Key, QRectF]) -> tuple[Route, ...]:
    links = [link for link in plant.links if link.source in boxes and link.target in boxes]
    pulls = {id(link): _pulls(link, plant) for link in links}
    ports: dict[tuple[int, Side], tuple[float, float]] = {}
    sides: tuple[Side, Side] = ("out", "in")
    for side in sides:
        by_thing: dict[Key, list[Link]] = defaultdict(list)
        for link in links:
            by_thing[link.source if side == "out" else link.target].append(link)
        for key, group in by_thing.items():
            ports |= _ports(boxes[key], group, side, boxes, pulls)
    return tuple(_route(link, boxes, ports, pulls[id(link)]) for link in links)


def _pulls(link: Link, plant: PlantView) -> bool:
    """Whether a link shows a way of signals: cards are on it, or a kanban loop runs over it."""
    kanban = {item.id for item in plant.items if item.policy == "kanban"}
    return link.signals > 0 or (link.kind in ("make", "move") and link.target[1] in kanban)


def _ports(
    box: QRectF, group: Sequence[Link], side: Side, boxes: dict[Key, QRectF], pulls: dict[int, bool]
) -> dict[tuple[int, Side], tuple[float, float]]:
    """Heights of links at a thing, (material, signal), spread over its side in order of the other end."""
    other = sorted(group, key=lambda link: boxes[link.target if side == "out" else link.source].center().y())
    slots = sum(2 if pulls[id(link)] else 1 for link in other)
    step = min(box.height() / slots, 7.0 * GRID)
    y = box.center().y() - step * (slots - 1) / 2
    found: dict[tuple[int, Side], tuple[float, float]] = {}
    for link in other:
        found[id(link), side] = (y, y + step)
        y += step * (2 if pulls[id(link)] else 1)
    return found


def _route(
    link: Link, boxes: dict[Key, QRectF], ports: dict[tuple[int, Side], tuple[float, float]], pull: bool
) -> Route:
    source, target = boxes[link.source], boxes[link.target]
    (out, out_signal), (into, into_signal) = ports[id(link), "out"], ports[id(link), "in"]
    if abs(source.center().x() - target.center().x()) < source.width() / 2:
        return _stacked(link, source, target, boxes, pull)
    material = _curve(QPointF(source.right(), out), QPointF(target.left(), into))
    signal = _curve(QPointF(target.left(), into_signal), QPointF(source.right(), out_signal)) if pull else None
    return Route(link, material, signal)


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    reach = (end.x() - start.x()) * 0.5
    path.cubicTo(QPointF(start.x() + reach, start.y()), QPointF(end.x() - reach, end.y()), end)
    return path


def _stacked(link: Link, source: QRectF, target: QRectF, boxes: dict[Key, QRectF], pull: bool) -> Route:
    """A link within a column: straight to the next thing, else around what stands between."""
    upper, lower = (source, target) if source.y() < target.y() else (target, source)
    between = any(
        upper.bottom() < box.center().y() < lower.top() and abs(box.center().x() - upper.center().x()) < box.width() / 2
        for box in boxes.values()
    )
    if between:
        left = link.kind == "make"
        return Route(link, _around(source, target, left, 0), _around(target, source, left, 2 * GRID) if pull else None)
    x = source.center().x()
    ends = (source.bottom(), target.top()) if source is upper else (source.top(), target.bottom())
    material = _straight(x, *ends)
    return Route(link, material, _straight(x + 5 * GRID, *reversed(ends)) if pull else None)


def _straight(x: float, start: float, end: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, start))
    path.lineTo(x, end)
    return path


def _around(source: QRectF, target: QRectF, left: bool, shift: float) -> QPainterPath:
    """A bow beside the column, at its left or right; `shift` keeps the signal off the material."""

    def port(box: QRectF, other: QRectF) -> QPointF:
        up = -1 if other.y() < box.y() else 1
        return QPointF(box.left() if left else box.right(), box.center().y() + up * (box.height() / 4 + shift))

    start, end = port(source, target), port(target, source)
    out = (min if left else max)(start.x(), end.x()) + (-1 if left else 1) * (BULGE - shift)
    path = QPainterPath(start)
    path.cubicTo(QPointF(out, start.y()), QPointF(out, end.y()), end)
    return path


def spots(
    plant: PlantView, routes: Sequence[Route], boxes: dict[Key, QRectF], dock: QRectF | None, day: float
) -> tuple[Spot, ...]:
    """Trucks by how far they have come; those that would cover another are counted with it."""
    paths = {
        (route.link.source[1], route.link.target[1]): route.track for route in routes if route.link.kind == "supply"
    }
    placed: list[tuple[QRectF, list[Truck], Track]] = []
    for truck in sorted(plant.trucks, key=lambda one: (not one.late, one.promised_day, one.supplier, one.item)):
        path = paths.get((truck.supplier, truck.item))
        if path is None:
            continue
        box = _truck_box(path, _progress(truck, day), dock)
        near = next((entry for entry in placed if _near(entry[0], box)), None)
        if near is None:
            placed.append((box, [truck], path))
        else:
            near[1].append(truck)
    return tuple(Spot(box, tuple(trucks), path[0].x(), path[-1].x()) for box, trucks, path in placed)


def _near(a: QRectF, b: QRectF) -> bool:
    return a.adjusted(-2, -3 * GRID, 2, 2).intersects(b.adjusted(0, -3 * GRID, 0, 0))


def _progress(truck: Truck, day: float) -> float:
    whole = truck.promised_day - truck.left_day
    return min(1.0, max(0.0, (day - truck.left_day) / whole)) if whole > 0 else 1.0


def _truck_box(path: Track, share: float, dock: QRectF | None) -> QRectF:
    wide, high = floor.TRUCK
    start, end = path[0], path[-1]
    last = (dock.left() if dock is not None else end.x() - floor.ARROW) - wide - 1
    x = start.x() + GRID / 2 + share * max(0.0, last - start.x() - GRID)
    middle = min(1.0, max(0.0, (x + wide / 2 - start.x()) / max(1.0, end.x() - start.x())))
    y = _height_at(path, start.x() + middle * (end.x() - start.x()))
    return QRectF(x, y - high * 0.6, wide, high)


def _height_at(steps: Track, x: float) -> float:
    for first, second in pairwise(steps):
        if first.x() <= x <= second.x():
            return (first.y() + second.y()) / 2
    return steps[-1].y()
