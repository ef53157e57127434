"""The road of the campaign: stops along a winding way, each a button; the truck waits before the next one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.playing.campaign import Stop
from ui import theme
from ui.levels.stop import StopButton
from ui.theme import GRID
from ui.words import tr

LEAST, MOST, NARROW = 33 * GRID, 90 * GRID, 190 * GRID
LEAST_NARROW, NEAR = 46 * GRID, 20 * GRID
"""Between two rows, and from the last column to the bend, where the road is narrower than `NARROW`."""
ROOMY = 38 * GRID
"""Between two rows from where on the words of a bend may stand around its middle."""
TOP, FOOT, SIDE = 17 * GRID, 21 * GRID, 15 * GRID
FULL, MOST_ZOOM = QSize(300 * GRID, 190 * GRID), 1.8
"""The size above which everything is drawn larger, up to so many times."""
DOTS = 6 * GRID
BESIDE, CLEAR, ASIDE = 42 * GRID, 17 * GRID, 8 * GRID
ROUND = 0.5523
"""How far the handles of a quarter circle reach."""


@dataclass(frozen=True)
class Spot:
    """Where a stop lies: its middle, its row, and -1 or 1 in the bend at the left or right, 0 on the straight."""

    x: float
    y: float
    row: int
    bend: int


class Road(QWidget):
    """Emits the index of the stop that is chosen; pressing the chosen one again opens it."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, stops: Sequence[Stop], current: int) -> None:
        super().__init__()
        self._stops = stops
        self._here = current
        self._zoom = 1.0
        self._rows = 1 + max((row for row, _ in _places(len(stops))), default=0)
        self.buttons = [StopButton(stop, index == current, self) for index, stop in enumerate(stops)]
        for index, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, index=index: self._press(index))
        self.setMinimumSize(150 * GRID, self._least(NARROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.choose(current)

    def _least(self, width: int) -> int:
        return TOP + FOOT + (self._rows - 1) * (LEAST if width >= NARROW else LEAST_NARROW)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the rows need."""
        return QSize(220 * GRID, self.minimumHeight())

    def choose(self, index: int) -> None:
        """Mark a stop as the one spoken of."""
        self._chosen = index
        for number, button in enumerate(self.buttons):
            button.set_chosen(number == index)

    def _press(self, index: int) -> None:
        if index == self._chosen:
            self.opened.emit(index)
        else:
            self.choose(index)
            self.chosen.emit(index)

    def mark(self, numbers: Sequence[int]) -> None:
        """Point out the stops of a path by their numbers."""
        for button in self.buttons:
            button.set_marked(button.stop.number in numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk along the road."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        there = next((index for index, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step and there is not None and 0 <= there + step < len(self.buttons):
            self.buttons[there + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the road anew."""
        super().resizeEvent(event)
        size = event.size()
        self._zoom = max(1.0, min(size.width() / FULL.width(), size.height() / FULL.height(), MOST_ZOOM))
        self.setMinimumHeight(self._least(size.width()))
        tight = self._height(1) - self._height(0) < ROOMY
        for spot, button in zip(self._spots(), self.buttons, strict=True):
            wide = self._beside() if spot.bend else min(self._apart() + GRID, 2 * spot.x)
            button.place(spot.x, spot.y, spot.bend, int(wide), self._zoom, tight)

    def _wide(self) -> float:
        return self.width() / self._zoom

    def _apart(self) -> float:
        left, right = self._bends()
        return (right - left) / 4 if self.width() >= NARROW else (right - left - NEAR) / 3

    def _beside(self) -> float:
        """Room for the words of a bend, short of the stars in the row below."""
        return BESIDE if self.width() < NARROW else min(BESIDE, self._apart() - CLEAR)

    def _columns(self) -> list[float]:
        """The first stop lies above the left bend, and the last column, where there is room, as far from the right."""
        return [self._bends()[0] + self._apart() * column for column in range(4)]

    def _height(self, row: float) -> float:
        room = self.height() / self._zoom - TOP - FOOT
        gap = min(MOST, room / max(1, self._rows - 1))
        spare = room - gap * (self._rows - 1)
        return TOP + spare / 2 + gap * row

    def _bends(self) -> tuple[float, float]:
        return SIDE, self._wide() - SIDE

    def _spots(self) -> list[Spot]:
        columns, (left, right) = self._columns(), self._bends()
        found = []
        for row, place in _places(len(self._stops)):
            if place == 3:
                bend = 1 if row % 2 == 0 else -1
                found.append(Spot(right if bend > 0 else left, self._height(row + 0.5), row, bend))
            else:
                column = place + 1 if row % 2 == 0 else 3 - place
                found.append(Spot(columns[column], self._height(row), row, 0))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw road, chapters and truck; the stops draw themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self._spots()
        if not spots:
            return
        road, c = self._way(spots), theme.colors()
        painter.setPen(QPen(c.sunken, 2))
        painter.drawPoints(
            [QPoint(x, y) for x in range(DOTS, self.width(), DOTS) for y in range(DOTS, self.height(), DOTS)]
        )
        painter.scale(self._zoom, self._zoom)
        for color, width, style in (
            (c.line, 14.0, Qt.PenStyle.SolidLine),
            (c.surface, 2.0, Qt.PenStyle.CustomDashLine),
        ):
            pen = QPen(color, width, style, Qt.PenCapStyle.RoundCap if width > 2 else Qt.PenCapStyle.FlatCap)
            if style == Qt.PenStyle.CustomDashLine:
                pen.setDashPattern([5, 5])
            painter.setPen(pen)
            painter.drawPath(road)
        for spot, stop in zip(spots, self._stops, strict=True):
            if stop.chapter:
                self._chapter(painter, spot, stop)
        self._truck(painter, spots)

    def _way(self, spots: list[Spot]) -> QPainterPath:
        columns, (left, right) = self._columns(), self._bends()
        road = QPainterPath(QPointF(columns[0], self._height(0)))
        for row in range(self._rows):
            forth = row % 2 == 0
            last = row == self._rows - 1
            straight = [spot for spot in spots if spot.row == row and not spot.bend]
            bends = any(spot.row == row and spot.bend for spot in spots)
            edge = columns[3] if forth else columns[1]
            end = straight[-1].x + (1 if forth else -1) * 16 * GRID if last and not bends else edge
            road.lineTo(QPointF(end, self._height(row)))
            if not last or bends:
                _bend(road, QPointF(edge, self._height(row)), right if forth else left, self._height(row + 1))
        return road

    def _chapter(self, painter: QPainter, spot: Spot, stop: Stop) -> None:
        number = 1 + [found.chapter for found in self._stops if found.chapter].index(stop.chapter)
        name = tr("ui.levels.chapter", number=number, name=stop.chapter)
        painter.setFont(theme.font("small", bold=True, caps=True))
        painter.setPen(theme.colors().muted)
        columns, forth = self._columns(), (spot.row % 2 == 0) != bool(spot.bend)
        start = spot.x if not spot.bend else columns[1] if forth else columns[3]
        row, room = spot.row + abs(spot.bend), columns[1] - columns[0] - 2 * ASIDE
        x = start + ASIDE if forth else start - ASIDE - room
        room = min(room, self._wide() - x - GRID) if forth else room
        side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        above = 8 * GRID if stop is self._stops[self._here] and not spot.bend else 3.5 * GRID
        painter.drawText(QRectF(x, self._height(row) - 24 * GRID, room, 24 * GRID - above), side, name)

    def _truck(self, painter: QPainter, spots: list[Spot]) -> None:
        spot = spots[self._here]
        way = 1 if (spot.row % 2 == 0) != bool(spot.bend) else -1
        x, y = (
            (spot.x + way * 15 * GRID, spot.y)
            if not spot.bend
            else (spot.x - spot.bend * 15 * GRID, self._height(spot.row + 1))
        )
        c = theme.colors()
        painter.save()
        painter.translate(x, y - 4)
        painter.scale(way, 1)
        painter.setPen(QPen(c.surface, 1.5))
        painter.setBrush(c.teal)
        painter.drawRoundedRect(QRectF(-21, -14, 27, 18), 3, 3)
        painter.drawPolygon(
            QPolygonF([QPointF(7, -9), QPointF(14, -9), QPointF(20, -2), QPointF(20, 4), QPointF(7, 4)])
        )
        painter.setBrush(c.ink)
        for wheel in (-13, 12):
            painter.drawEllipse(QPointF(wheel, 5), 4, 4)
        painter.restore()


def _places(count: int) -> list[tuple[int, int]]:
    """Row and place of each stop: four on the first straight (its first is place -1), then bend, three, bend, ..."""
    found = [(0, -1)] + [(index // 4, index % 4) for index in range(max(0, count - 1))]
    return found[:count]


def _bend(road: QPainterPath, start: QPointF, out: float, below: float) -> None:
    """From the end of a row round the bend to the row below."""
    middle = (start.y() + below) / 2
    reach, fall = ROUND * (out - start.x()), ROUND * (middle - start.y())
    road.cubicTo(QPointF(start.x() + reach, start.y()), QPointF(out, middle - fall), QPointF(out, middle))
    road.cubicTo(QPointF(out, middle + fall), QPointF(start.x() + reach, below), QPointF(start.x(), below))
