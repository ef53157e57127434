"""A figure of two runs by turn, painted: the first a full line, the second a dashed one."""

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.message import Number, Percent
from game.playing.compare import Curve
from game.playing.report.picture import round_step
from ui import theme
from ui.theme import GRID
from ui.words import short_money, text, tr

LEFT, BOTTOM, TOP = 16 * GRID, 6 * GRID, 4 * GRID
STEPS = (1, 2, 5, 10, 20, 50, 100)


def tone_of(side: int) -> str:
    """The tone of the first or second run."""
    return ("blue", "amber_line")[side]


class Curves(QWidget):
    """Both lines over the turns; `parted` marks the turn at which they part."""

    def __init__(self, turns: int, currency: str, parted: int | None) -> None:
        super().__init__()
        self._turns, self._currency, self._parted = turns, currency, parted
        self._curve: Curve | None = None
        self.setMinimumHeight(60 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide."""
        return QSize(140 * GRID, 70 * GRID)

    def show_curve(self, curve: Curve, name: str) -> None:
        """Draw another figure."""
        self._curve = curve
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw axes and lines."""
        if self._curve is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(LEFT, TOP, -2 * GRID, -BOTTOM)
        low, high = _range(self._curve)
        self._grid(painter, room, low, high)
        self._part(painter, room)
        for side in (1, 0):
            self._line(painter, room, self._curve.values[side], side, (low, high))

    def _grid(self, painter: QPainter, room: QRectF, low: float, high: float) -> None:
        c = theme.colors()
        painter.setFont(theme.font("small"))
        step = round_step(high - low)
        for mark in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
            value = mark * step
            y = room.bottom() - room.height() * (value - low) / (high - low)
            painter.setPen(QPen(c.line, 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(c.muted)
            box = QRectF(0, y - 2.5 * GRID, LEFT - 2 * GRID, 5 * GRID)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._amount(value))
        every = next(every for every in STEPS if self._turns / every * 8 * GRID <= room.width() or every == STEPS[-1])
        for turn in range(every, self._turns + 1, every):
            box = QRectF(self._x(room, turn - 1) - 5 * GRID, room.bottom() + GRID, 10 * GRID, 5 * GRID)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(turn))

    def _amount(self, value: float) -> str:
        assert self._curve
        match self._curve.kind:
            case "money":
                return short_money(value, self._currency)
            case "percent":
                return text(Percent(value, 0))
        return text(Number(value))

    def _x(self, room: QRectF, turn: float) -> float:
        return room.left() + room.width() * (turn + 0.5) / max(1, self._turns)

    def _part(self, painter: QPainter, room: QRectF) -> None:
        if self._parted is None:
            return
        c, x = theme.colors(), self._x(room, self._parted - 0.5)
        painter.setPen(QPen(c.edge, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, room.top() - 2 * GRID), QPointF(x, room.bottom()))
        painter.setPen(c.muted)
        right = x < room.center().x()
        box = QRectF(x + GRID if right else x - 61 * GRID, room.top() - 4 * GRID, 60 * GRID, 4 * GRID)
        side = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, tr("ui.compare.parted"))

    def _line(
        self, painter: QPainter, room: QRectF, values: Sequence[float | None], side: int, bounds: tuple[float, float]
    ) -> None:
        low, high = bounds
        color: QColor = getattr(theme.colors(), tone_of(side))
        points = [
            None if value is None
            else QPointF(self._x(room, turn), room.bottom() - room.height() * (value - low) / (high - low))
            for turn, value in enumerate(values)
        ]  # fmt: skip
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine if side else Qt.PenStyle.SolidLine))
        for first, second in itertools.pairwise(points):
            if first and second:
                painter.drawLine(first, second)
        painter.setPen(QPen(color, 1))
        painter.setBrush(theme.colors().surface if side else color)
        for point in points:
            if point:
                painter.drawEllipse(point, 2.5, 2.5)


def _range(curve: Curve) -> tuple[float, float]:
    """Lowest and highest value shown: from 0 unless it is a share or falls below."""
    values = [value for side in curve.values for value in side if value is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if curve.kind == "percent":
        return max(0.0, low - 0.02), max(1.0, high)
    low, high = min(low, 0.0), max(high, 0.0)
    return low, high + 0.04 * (high - low) if high > low else low + 1.0
