"""The ways on the floor: material from thing to thing, signals against it, and the tour of a milk run as one road."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from game.playing.views import Link, PlantView
from ui.play.layout import Key
from ui.theme import GRID

Side = Literal["out", "in"]
BULGE = 7 * GRID
LANE_WIDTH = 10 * GRID
"""How far apart lanes are at least."""
TRACK = 24
STOP, FAN = 2 * GRID, 5 * GRID
"""How far from the suppliers a tour's road runs, and from the stocks it forks."""


@dataclass(frozen=True)
class Route:
    """A link with the way of its material and, against it, of its signals; `stem` is the road that a tour shares."""

    link: Link
    material: QPainterPath
    signal: QPainterPath | None
    stem: QPainterPath | None = None

    @cached_property
    def track(self) -> tuple[QPointF, ...]:
        """Points along the way of the material, close enough for a truck to follow."""
        road = self.stem or self.material
        return _points(road)

    @property
    def calls(self) -> bool:
        """Whether cards are on it."""
        return self.link.signals > 0 and self.signal is not None

    @property
    def lane(self) -> int:
        """Where its cards walk: ways between the same two columns lie in one lane."""
        return round(self.back[-1].x() / LANE_WIDTH)

    @cached_property
    def back(self) -> tuple[QPointF, ...]:
        """Points along the way of the signals."""
        return _points(self.signal) if self.signal is not None else ()


def _points(path: QPainterPath) -> tuple[QPointF, ...]:
    return tuple(path.pointAtPercent(step / TRACK) for step in range(TRACK + 1))


def routes(plant: PlantView, boxes: dict[Key, QRectF]) -> tuple[Route, ...]:
    """All links of the plant between boxes that are there."""
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
    tours = _tours(links, boxes)
    ways = [_route(link, boxes, ports, pulls[id(link)]) for link in links]
    return tuple(_on_tour(way, tours[way.link.route], boxes) if way.link.route in tours else way for way in ways)


@dataclass(frozen=True)
class Tour:
    """The road of a milk run: along the suppliers at `bus`, then straight at a height `y` to where it forks."""

    bus: float
    fork: float
    y: float


def _tours(links: Sequence[Link], boxes: dict[Key, QRectF]) -> dict[str, Tour]:
    """A road for each milk run, level with the middle of what it calls at and of what it feeds."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.route:
            groups[link.route].append(link)
    found = {}
    for name, group in groups.items():
        keys = dict.fromkeys(key for link in group for key in (link.source, link.target))
        middles = [boxes[key].center().y() for key in keys]
        bus = max(boxes[link.source].right() for link in group) + STOP
        fork = min(boxes[link.target].left() for link in group) - FAN
        found[name] = Tour(bus, max(fork, bus), sum(middles) / len(middles))
    return found


def _on_tour(route: Route, tour: Tour, boxes: dict[Key, QRectF]) -> Route:
    """A link by way of the tour: to the road, along it, and off to its stock."""
    start, end = route.material.pointAtPercent(0), route.material.pointAtPercent(1)
    start.setY(boxes[route.link.source].center().y())
    path = QPainterPath(start)
    for x, y in ((tour.bus, start.y()), (tour.bus, tour.y), (tour.fork, tour.y)):
        path.lineTo(QPointF(x, y))
    middle = (tour.fork + end.x()) / 2
    path.cubicTo(QPointF(middle, tour.y), QPointF(middle, end.y()), end)
    stem = QPainterPath(QPointF(tour.bus, tour.y))
    stem.lineTo(QPointF(tour.fork, tour.y))
    return Route(route.link, path, route.signal, stem)


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
