"""Trucks on the road: where they stand, and which of them stand for others too."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from game.playing.views import PlantView, Truck
from ui.play.routes import Route
from ui.theme import GRID, floor

Track = tuple[QPointF, ...]


@dataclass(frozen=True)
class Spot:
    """Where shipments stand: the first truck is drawn with its `load`, of which a milk run's is all of one day.

    `more` further trucks stand behind it.
    """

    box: QRectF
    trucks: tuple[Truck, ...]
    left: float
    right: float

    @property
    def load(self) -> int:
        """Units on the truck that is drawn."""
        first = _same_truck(self.trucks[0])
        return sum(truck.units for truck in self.trucks if _same_truck(truck) == first)

    @property
    def more(self) -> int:
        """How many trucks stand behind it."""
        return len({_same_truck(truck) for truck in self.trucks}) - 1

    @property
    def late(self) -> int:
        """How many of the trucks are late."""
        return len({_same_truck(truck) for truck in self.trucks if truck.late})


def spots(plant: PlantView, routes: Sequence[Route], dock: QRectF | None, day: float) -> tuple[Spot, ...]:
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


def _same_truck(truck: Truck) -> tuple[object, ...]:
    """What is equal for shipments on one truck."""
    if truck.route:
        return truck.route, truck.left_day
    return truck.supplier, truck.item, truck.left_day, truck.promised_day, truck.units


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
