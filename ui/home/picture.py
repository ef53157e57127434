"""A picture of the loop that the game is about: supplier, truck, rack, customer, and a card that goes back."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import GRID, RADIUS
from ui.widgets import paint_trend
from ui.words import tr

WIDTH, HEIGHT = 124 * GRID, 42 * GRID
FULL, PLACES = 5, 8
SALES = (4, 5, 4, 6, 5, 7, 6, 8)


class LoopPicture(QWidget):
    """Drawn in a fixed frame and scaled to the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(80 * GRID, 28 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("ui.home.picture"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """The frame's own size."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the loop."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / WIDTH, self.height() / HEIGHT, 1.25)
        painter.translate((self.width() - scale * WIDTH) / 2, (self.height() - scale * HEIGHT) / 2)
        painter.scale(scale, scale)
        _arrows(painter)
        _plates(painter)
        _truck(painter, QPointF(132, 66))
        _card(painter, QPointF(158, 130))


def _plates(painter: QPainter) -> None:
    boxes = (
        (QRectF(4, 44, 104, 64), "ui.home.supplier"),
        (QRectF(206, 34, 136, 84), "ui.home.stock"),
        (QRectF(392, 44, 100, 64), "ui.home.customer"),
    )
    c = theme.colors()
    for box, key in boxes:
        painter.setPen(QPen(c.line, 1))
        painter.setBrush(c.surface)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(c.ink)
        painter.setFont(theme.font("body", bold=True))
        painter.drawText(box.adjusted(12, 10, -8, 0), Qt.AlignmentFlag.AlignLeft, tr(key))
    _lamp(painter, QPointF(20, 88))
    _rack(painter, QPointF(218, 66))
    paint_trend(painter, QRectF(404, 76, 76, 22), SALES, c.muted)


def _lamp(painter: QPainter, center: QPointF) -> None:
    c = theme.colors()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.green)
    painter.drawEllipse(center, 4, 4)
    painter.setPen(c.muted)
    painter.setFont(theme.font("small"))
    painter.drawText(center + QPointF(10, 4), tr("ui.home.on_time"))


def _rack(painter: QPainter, corner: QPointF) -> None:
    c = theme.colors()
    for place in range(PLACES):
        box = QRectF(corner.x() + 14 * place, corner.y(), 12, 14)
        full = place < FULL
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(c.line, 1))
        painter.setBrush(c.blue if full else c.sunken)
        painter.drawRoundedRect(box, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.sunken)
    painter.drawRoundedRect(QRectF(corner.x(), corner.y() + 26, 112, 5), 2.5, 2.5)
    painter.setBrush(c.green)
    painter.drawRoundedRect(QRectF(corner.x(), corner.y() + 26, 84, 5), 2.5, 2.5)


def _arrows(painter: QPainter) -> None:
    c = theme.colors()
    for start, end in ((108, 200), (342, 386)):
        painter.setPen(QPen(c.grey, 2))
        painter.drawLine(QPointF(start, 76), QPointF(end - 8, 76))
        _head(painter, QPointF(end, 76), 1)
    painter.setPen(QPen(c.amber, 2, Qt.PenStyle.DashLine))
    way = QPainterPath(QPointF(274, 118))
    way.cubicTo(QPointF(262, 152), QPointF(70, 160), QPointF(56, 118))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(way)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.amber)
    painter.drawPolygon(QPolygonF([QPointF(54, 109), QPointF(51, 122), QPointF(63, 120)]))


def _head(painter: QPainter, tip: QPointF, way: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colors().grey)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-10 * way, -5), tip + QPointF(-10 * way, 5)]))


def _truck(painter: QPainter, corner: QPointF) -> None:
    c = theme.colors()
    x, y = corner.x(), corner.y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.teal)
    painter.drawRoundedRect(QRectF(x, y - 6, 28, 18), 3, 3)
    painter.drawPolygon(
        QPolygonF([QPointF(x + 29, y - 1), QPointF(x + 37, y - 1), QPointF(x + 43, y + 6), QPointF(x + 43, y + 12),
                   QPointF(x + 29, y + 12)])
    )  # fmt: skip
    painter.setBrush(c.ink)
    for wheel in (x + 8, x + 35):
        painter.drawEllipse(QPointF(wheel, y + 13), 3.5, 3.5)
    painter.setPen(c.on_teal)
    painter.setFont(theme.font("small", bold=True))
    painter.drawText(QRectF(x, y - 6, 28, 18), Qt.AlignmentFlag.AlignCenter, "24")


def _card(painter: QPainter, corner: QPointF) -> None:
    c = theme.colors()
    box = QRectF(corner.x(), corner.y(), 16, 20)
    painter.setPen(QPen(c.amber_line, 1.5))
    painter.setBrush(c.amber)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(c.on_amber, 1.8))
    painter.drawLine(box.topLeft() + QPointF(4, 7), box.topLeft() + QPointF(12, 7))
    painter.drawLine(box.topLeft() + QPointF(4, 12), box.topLeft() + QPointF(9, 12))
