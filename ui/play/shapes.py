"""The shapes of the floor's language: container, kanban card, truck, lamps, state of a station."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from game.playing.views import StationView
from ui import theme
from ui.play import paint
from ui.theme import GRID, floor

ANDON = {"running": "green", "setup": "blue", "down": "red", "starved": "amber", "blocked": "amber"}
LAMPS = ("green", "amber", "red")
LAMPS_WIDE = 3 * floor.LAMP + 2 * GRID
PARTS = ("running", "setup", "starved", "blocked", "down", "idle")


def container(painter: QPainter, box: QRectF, fill: QColor | None) -> None:
    """A rounded square: filled, or paper-coloured when empty."""
    c = theme.colors()
    radius = box.width() / 4
    painter.setPen(QPen(c.line if fill is None else fill.darker(112), 1))
    painter.setBrush(fill or c.sunken)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def aged(age: int, oldest: int) -> QColor:
    """The blue of stock, paler with age: 0 is fresh."""
    c = theme.colors()
    share = 0.0 if oldest <= 0 else 0.75 * age / oldest
    new, old = c.blue, c.blue_soft
    pairs = ((new.red(), old.red()), (new.green(), old.green()), (new.blue(), old.blue()))
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return QColor(red, green, blue)


def card(painter: QPainter, center: QPointF) -> None:
    """A kanban card: amber, upright, two lines, always outlined."""
    c = theme.colors()
    wide, high = floor.CARD
    box = QRectF(center.x() - wide / 2, center.y() - high / 2, wide, high)
    painter.setPen(QPen(c.amber_line, 1))
    painter.setBrush(c.amber)
    painter.drawRoundedRect(box, 2, 2)
    painter.setPen(QPen(c.on_amber, 1.4))
    for at, end in ((0.36, 0.78), (0.64, 0.6)):
        y = box.y() + at * high
        painter.drawLine(QPointF(box.x() + 0.24 * wide, y), QPointF(box.x() + end * wide, y))


def truck(painter: QPainter, box: QRectF, load: str, late: bool) -> None:
    """A truck driving right with its load as a number; red and hatched when late."""
    c = theme.colors()
    color = c.red if late else c.teal
    wheel = box.height() * 0.13
    bed = QRectF(box.x(), box.y(), box.width() * 0.68, box.height() * 0.76)
    cab = QPainterPath(QPointF(bed.right() + 1, box.y() + box.height() * 0.24))
    cab.lineTo(box.right() - 4, box.y() + box.height() * 0.24)
    cab.lineTo(box.right(), box.y() + box.height() * 0.5)
    cab.lineTo(box.right(), bed.bottom())
    cab.lineTo(bed.right() + 1, bed.bottom())
    cab.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(cab)
    painter.drawRoundedRect(bed, 3, 3)
    if late:
        paint.hatch(painter, QRectF(cab.boundingRect()), c.red_soft, 2)
    painter.setPen(QPen(c.surface, 1))
    painter.setBrush(c.ink)
    for x in (bed.x() + 0.28 * bed.width(), box.right() - 0.2 * box.width()):
        painter.drawEllipse(QPointF(x, box.bottom() - wheel - 1), wheel + 1, wheel + 1)
    paint.draw(painter, bed, load, theme.font("small", bold=True), c.on_red if late else c.on_teal, paint.CENTER)


def lamps(painter: QPainter, right: QPointF, lit: str) -> None:
    """Three lamps of which at most one is lit, ending at `right`."""
    c = theme.colors()
    for place, name in enumerate(LAMPS):
        center = right - QPointF((len(LAMPS) - 1 - place) * (floor.LAMP + GRID) + floor.LAMP / 2, 0)
        on = name == lit
        painter.setPen(QPen(c.amber_line if on and name == "amber" else c.line, 1))
        painter.setBrush(getattr(c, name) if on else c.sunken)
        painter.drawEllipse(center, floor.LAMP / 2, floor.LAMP / 2)


def andon(station: StationView) -> str:
    """Name of the colour of a station's state, empty when nothing is lit."""
    return ANDON.get(station.state, "")


def part_color(part: str) -> QColor:
    """The colour of a part of a station's time."""
    c = theme.colors()
    color: QColor = getattr(c, ANDON[part]) if part in ANDON else c.sunken
    return color


def split_bar(painter: QPainter, box: QRectF, parts: Sequence[tuple[str, float]]) -> None:
    """How a station's time went, as pieces side by side; hatched when blocked, which shares amber with starved."""
    c = theme.colors()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.sunken)
    painter.drawRoundedRect(box, 2, 2)
    x = box.x()
    for part, share in parts:
        piece = QRectF(x, box.y(), box.width() * share - 1, box.height())
        x += box.width() * share
        if piece.width() < 1 or part not in ANDON:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_color(part))
        painter.drawRoundedRect(piece, 2, 2)
        if part == "blocked":
            paint.hatch(painter, piece, c.amber_soft, 2)


def legend_line(painter: QPainter, box: QRectF, color: QColor, dashed: bool) -> None:
    """A short line with a head, for the legend: material to the right, a signal to the left."""
    y = box.center().y()
    painter.setPen(QPen(color, floor.LINE, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.drawLine(QPointF(box.x(), y), QPointF(box.right(), y))
