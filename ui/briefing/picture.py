"""The network of a level as plates and arrows, from supplier to customer."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.message import Number
from game.playing.views import PlantView
from ui import theme
from ui.play.layout import Box, Key, Room, Thing, arrange
from ui.theme import GRID
from ui.words import tr

NARROW, WIDE, HIGH, LOW = 31 * GRID, 45 * GRID, 14 * GRID, 9 * GRID
GAP = 8 * GRID
ARROW = 7
LOOSE = 26 * GRID
"""A row and the most that is left free around it."""
FULL, MOST_ZOOM = 220 * GRID, 1.6
"""The width above which everything is drawn larger, up to so many times."""


class NetworkPicture(QWidget):
    """Plates in columns; the accessible description names every thing."""

    def __init__(self, plant: PlantView) -> None:
        super().__init__()
        self._plant = plant
        self._names = _names(plant)
        self._rows = max(len(plant.suppliers), len(plant.items), len(plant.streams), 2)
        self.setMinimumHeight(min(90, 11 * max(3, self._rows)) * GRID)
        self.setMinimumWidth(100 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("ui.briefing.network"))
        self.setAccessibleDescription(", ".join(name for name, _, _ in self._names.values()))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide enough for five columns."""
        return QSize(190 * GRID, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Arrange for the present size and draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        zoom = self._zoom()
        painter.scale(zoom, zoom)
        boxes = self._boxes((self.width() - 2) / zoom, (self.height() - 2) / zoom)
        for source, target in self._links():
            if source in boxes and target in boxes:
                _arrow(painter, boxes[source], boxes[target], boxes.values())
        for key, box in boxes.items():
            _plate(painter, box, *self._names[key])

    def _zoom(self) -> float:
        high = self.height() / (LOOSE * self._rows)
        return min(MOST_ZOOM, max(1.0, min(self.width() / FULL, high)))

    def most(self, width: int) -> int:
        """The height above which the plates would stand lost."""
        return round(LOOSE * self._rows * min(MOST_ZOOM, max(1.0, width / FULL)))

    def _boxes(self, width: float, height: float) -> Mapping[Key, Box]:
        """Plates as wide and as far apart as the columns found leave room for."""
        columns = arrange(self._things(NARROW), self._links(), Room(width, height, GAP, GAP, 2 * GRID, GAP)).columns
        plate = min(WIDE, max(NARROW, (width - GAP * (len(columns) - 1)) / len(columns)))
        tallest = max(len(column) for column in columns)
        row_gap = min(10.0 * GRID, max(2.0 * GRID, (height - tallest * HIGH) / tallest))
        return arrange(self._things(plate), self._links(), Room(width, height, GAP, GAP, row_gap, GAP)).boxes

    def _things(self, width: float) -> list[Thing]:
        plant = self._plant
        return [
            *(Thing(("supplier", thing.id), "supplier", width, HIGH, LOW) for thing in plant.suppliers),
            *(Thing(("item", thing.id), "item", width, HIGH, LOW) for thing in plant.items),
            *(Thing(("station", thing.id), "station", width, HIGH, LOW) for thing in plant.stations),
            *(Thing(("stream", thing.id), "stream", width, HIGH, LOW) for thing in plant.streams),
        ]

    def _links(self) -> list[tuple[Key, Key]]:
        return [(link.source, link.target) for link in self._plant.links]


def _names(plant: PlantView) -> dict[Key, tuple[str, str, str]]:
    """Name, small line and colour of the edge of every thing."""
    found: dict[Key, tuple[str, str, str]] = {}
    for supplier in plant.suppliers:
        key = "ui.briefing.lead_day" if supplier.lead_days == 1 else "ui.briefing.lead_days"
        note = tr(key, days=Number(supplier.lead_days, 0 if supplier.lead_days % 1 == 0 else 1))
        found["supplier", supplier.id] = (supplier.name, note, "muted")
    for item in plant.items:
        found["item", item.id] = (item.name, tr("ui.briefing.on_hand", count=item.on_hand), "blue")
    for station in plant.stations:
        found["station", station.id] = (station.name, tr("ui.briefing.station"), "green")
    for stream in plant.streams:
        found["stream", stream.id] = (stream.name, tr("ui.briefing.customer"), "amber")
    return found


def _arrow(painter: QPainter, source: Box, target: Box, others: Collection[Box]) -> None:
    color = theme.colors().grey
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if abs(source.x - target.x) < 1:
        low, high = sorted((source.middle, target.middle))
        between = any(abs(box.x - source.x) < 1 and low < box.middle < high for box in others)
        (_around if between else _down)(painter, source, target, color)
        return
    backwards = target.x < source.x
    start = QPointF(source.x if backwards else source.right, source.middle)
    end = QPointF(target.right if backwards else target.x, target.middle)
    way = -1 if backwards else 1
    path = QPainterPath(start)
    bend = max(16.0, abs(end.x() - start.x()) / 2) * way
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end - QPointF(way * ARROW, 0))
    painter.drawPath(path)
    _tip(painter, end, QPointF(way, 0), color)


def _around(painter: QPainter, source: Box, target: Box, color: QColor) -> None:
    start, end = QPointF(source.right, source.middle), QPointF(target.right, target.middle)
    bow = QPointF(GAP - GRID, 0)
    path = QPainterPath(start)
    path.cubicTo(start + bow, end + bow, end + QPointF(ARROW, 0))
    painter.drawPath(path)
    _tip(painter, end, QPointF(-1, 0), color)


def _down(painter: QPainter, source: Box, target: Box, color: QColor) -> None:
    x, below = source.x + source.w / 2, target.y > source.y
    start, end = (source.bottom, target.y) if below else (source.y, target.bottom)
    way = 1 if below else -1
    painter.drawLine(QPointF(x, start), QPointF(x, end - way * ARROW))
    _tip(painter, QPointF(x, end), QPointF(0, way), color)


def _tip(painter: QPainter, end: QPointF, way: QPointF, color: QColor) -> None:
    side = QPointF(-way.y(), way.x()) * 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([end, end - way * ARROW + side, end - way * ARROW - side]))


def _plate(painter: QPainter, box: Box, name: str, note: str, tone: str) -> None:
    c = theme.colors()
    rect = QRectF(box.x + 1, box.y + 1, box.w, box.h)
    painter.setPen(QPen(c.line, 1))
    painter.setBrush(c.surface)
    painter.drawRoundedRect(rect, 2 * GRID, 2 * GRID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(getattr(c, tone))
    painter.drawRoundedRect(QRectF(rect.x() + 5, rect.y() + 6, 3, rect.height() - 12), 1.5, 1.5)
    inner = rect.adjusted(3.5 * GRID, GRID, -GRID, -GRID)
    painter.setFont(theme.font("small", bold=True))
    line = painter.fontMetrics().height()
    long = " " in name and painter.fontMetrics().horizontalAdvance(name) > inner.width()
    lines = 2 if long and inner.height() >= 2 * line else 1
    noted = inner.height() >= (lines + 1) * line
    top = inner.y() + (inner.height() - (lines + noted) * line) / 2
    painter.setPen(c.ink)
    upper = QRectF(inner.x(), top, inner.width(), lines * line)
    wrap = Qt.TextFlag.TextWordWrap if lines > 1 else Qt.TextFlag.TextSingleLine
    painter.drawText(upper, wrap, name if lines > 1 else _cut(painter, name, inner))
    if noted:
        painter.setPen(c.muted)
        painter.setFont(theme.font("small"))
        painter.drawText(upper.translated(0, lines * line), Qt.TextFlag.TextSingleLine, _cut(painter, note, inner))


def _cut(painter: QPainter, text: str, room: QRectF) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
