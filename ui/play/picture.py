"""What lies between the things of the floor: ground, headings, arrows, walking cards, trucks."""

import math
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from game.level import Level
from ui import theme
from ui.play import paint, shapes, standing
from ui.play.layout import Key
from ui.play.routes import Route
from ui.play.scene import Scene
from ui.theme import GRID, floor
from ui.words import text, tr


def ground(painter: QPainter, scene: Scene) -> None:
    """A field of faint dots, the dock of a store, and the words above the columns."""
    c = theme.colors()
    painter.setPen(QPen(c.sunken, 1.5))
    points = [
        QPointF(x + 0.5, y + 0.5)
        for x in range(floor.DOTS, round(scene.size.width()), floor.DOTS)
        for y in range(floor.DOTS, round(scene.size.height()), floor.DOTS)
    ]
    painter.drawPoints(points)
    if scene.dock is not None:
        painter.setPen(QPen(c.line, 1))
        painter.setBrush(c.sunken)
        painter.drawRoundedRect(scene.dock, theme.RADIUS, theme.RADIUS)
    font = theme.font("small", bold=True, caps=True)
    for heading in scene.headings:
        box = QRectF(heading.x, 0, heading.width, floor.HEADING - GRID)
        paint.draw(painter, box, tr(heading.text), font, c.muted)


def routes(painter: QPainter, scene: Scene, chosen: Key | None) -> None:
    """Material as solid grey arrows with doors at a dock, signals as dashed amber arrows the other way.

    In a crowd what is not the chosen thing's is pale, and without signals.
    """
    c, vivid = theme.colors(), scene.vivid(chosen)
    loud = {id(route) for route in vivid if not route.link.idle}
    for route in sorted(scene.routes, key=lambda one: id(one) in loud):
        tone, wide = c.grey if id(route) in loud else c.line, floor.TOUR if route.stem is not None else floor.LINE
        _arrow(painter, route.material, tone, Qt.PenStyle.SolidLine, wide)
        if route.stem is not None:
            _stop(painter, route, tone)
        if scene.dock is not None and route.link.kind == "supply":
            _door(painter, route.material, scene.dock)
    for route in vivid:
        if route.signal is not None:
            _arrow(painter, route.signal, c.amber, Qt.PenStyle.DashLine)


def _stop(painter: QPainter, route: Route, color: QColor) -> None:
    """Where the tour calls at a supplier."""
    assert route.stem is not None
    spot = QPointF(route.stem.pointAtPercent(0).x(), route.material.pointAtPercent(0).y())
    painter.setPen(QPen(color, floor.LINE))
    painter.setBrush(theme.colors().surface)
    painter.drawEllipse(spot, floor.TOUR, floor.TOUR)


def _arrow(painter: QPainter, path: QPainterPath, color: QColor, style: Qt.PenStyle, wide: float = floor.LINE) -> None:
    end, before = path.pointAtPercent(1), path.pointAtPercent(max(0.0, 1 - 12 / max(13.0, path.length())))
    angle = math.atan2(end.y() - before.y(), end.x() - before.x())
    pen = QPen(color, wide)
    if style == Qt.PenStyle.DashLine:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    paint.arrow_head(painter, end, angle, color)


def _door(painter: QPainter, path: QPainterPath, dock: QRectF) -> None:
    y = next((p.y() for p in (path.pointAtPercent(i / 40) for i in range(41)) if p.x() >= dock.left()), None)
    if y is not None:
        painter.setPen(QPen(theme.colors().ink, 3))
        painter.drawLine(QPointF(dock.left(), y - 3 * GRID), QPointF(dock.left(), y + 3 * GRID))


def cards(painter: QPainter, scene: Scene, level: Level, chosen: Key | None) -> None:
    """Kanban cards on their way upstream, as many as find room, and the rest counted."""
    spots = standing.cards(scene, level, chosen)
    for spot, _ in spots:
        shapes.card(painter, spot)
    counts(painter, scene, level, spots)


def walking(routes: Sequence[Route], counts: Mapping[int, int], phase: float = 0.0) -> Iterator[tuple[QPointF, int]]:
    """Where cards stand, and how many more stand with the first; `counts` by the identity of a route.

    `phase` tells how far each has walked to the place of the next.
    """
    for route in routes:
        signals = counts[id(route)]
        shown = standing.shown(route, signals)
        for place in range(shown):
            assert route.signal is not None
            share = (place + 1 + phase) / (shown + 1) % 1
            yield route.signal.pointAtPercent(share), signals - shown if not place else 0


def counts(painter: QPainter, scene: Scene, level: Level, spots: list[tuple[QPointF, int]]) -> None:
    """How many more cards there are than are drawn."""
    font = theme.font("small", bold=True)
    for box, words in standing.counts(scene, level, spots):
        _halo(painter, box)
        paint.draw(painter, box, words, font, theme.colors().amber_line, paint.CENTER)


def _halo(painter: QPainter, box: QRectF) -> None:
    pale = QColor(theme.colors().floor)
    pale.setAlphaF(0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), GRID, GRID)


def trucks(painter: QPainter, scene: Scene, level: Level) -> None:
    """Trucks on the road with load and promised day; late ones red, hatched and called late."""
    for spot in scene.spots:
        shapes.truck(painter, spot.box, load(spot.load), spot.trucks[0].late)
    captions(painter, scene, level)


def captions(painter: QPainter, scene: Scene, level: Level) -> None:
    """What stands above or below the trucks."""
    c, font = theme.colors(), theme.font("small")
    for box, words, late in standing.captions(scene, level):
        _halo(painter, box)
        paint.draw(painter, box, words, font, c.red if late else c.muted, paint.CENTER)


def load(units: int) -> str:
    """The load as it fits on a truck: thousands as k."""
    return text(units) if units < 1000 else tr("play.truck.thousand", count=round(units / 1000))
