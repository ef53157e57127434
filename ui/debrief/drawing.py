"""What the pictures of the debrief share: axes, and reading value by value with the mouse or the arrow keys."""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import GRID

LINE = 2.0
LEAST = 40 * GRID
"""The least height of a picture."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter


class Picture(QWidget):
    """A painted chart. `places` are where it can be read, with the words for each; `reads` tells them, "" outside."""

    reads = Signal(str)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.places: list[tuple[QRectF, str]] = []
        self.at = -1
        self._high = LEAST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(60 * GRID, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Modest: it takes what its neighbours leave."""
        return QSize(90 * GRID, max(self._high, self.minimumHeight()))

    def grow(self, high: int) -> None:
        """Ask for another height, as the window allows."""
        self._high = max(LEAST, high)
        self.updateGeometry()

    def draw(self, painter: QPainter) -> None:
        """Paint it."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Find `places` anew after a change of size or data."""
        raise NotImplementedError

    def renew(self) -> None:
        """Other data: arrange and paint."""
        self.arrange()
        self.point(-1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new size."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint it, the place read, and a frame when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        self.draw(painter)
        c = theme.colors()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if 0 <= self.at < len(self.places):
            painter.setPen(QPen(c.ink, 1.5))
            painter.drawRoundedRect(self.places[self.at][0].adjusted(-2, -2, 2, 2), GRID, GRID)
        if self.hasFocus():
            painter.setPen(QPen(c.focus, LINE))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), GRID, GRID)

    def point(self, place: int) -> None:
        """Read a place; -1 reads none."""
        at = place if 0 <= place < len(self.places) else -1
        words = self.places[at][1] if at >= 0 else ""
        self.setAccessibleDescription(words)
        if at != self.at:
            self.at = at
            self.update()
        self.reads.emit(words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Read what the mouse points at, the smallest place first."""
        found = [place for place, (box, _) in enumerate(self.places) if box.contains(event.position())]
        best = min(found, key=lambda place: self.places[place][0].width() * self.places[place][0].height(), default=-1)
        if best != self.at:
            self.point(best)

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        """Nothing is read any more."""
        self.point(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the place under the mouse."""
        super().mousePressEvent(event)
        if self.at >= 0:
            self.opened.emit(self.at)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows read value after value, Home and End the first and the last, Enter opens."""
        last = len(self.places) - 1
        back, on = max(0, self.at - 1), min(last, self.at + 1)
        key = Qt.Key
        places = {key.Key_Left: back, key.Key_Up: back, key.Key_Right: on, key.Key_Down: on,
                  key.Key_Home: 0, key.Key_End: last}  # fmt: skip
        if event.key() in places:
            self.point(places[key(event.key())])
        elif event.key() in (key.Key_Return, key.Key_Enter, key.Key_Space) and self.at >= 0:
            self.opened.emit(self.at)
        else:
            super().keyPressEvent(event)


def grid_lines(painter: QPainter, room: QRectF, values: list[float], at: Callable[[float], float],
               said: Callable[[float], str]) -> None:  # fmt: skip
    """Horizontal lines with their values at the left of `room`; `at` gives the height of a value."""
    c = theme.colors()
    for value in values:
        y = at(value)
        painter.setPen(QPen(c.line, 1))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(c.muted)
        painter.drawText(QRectF(0, y - 2 * GRID, room.left() - 2 * GRID, 4 * GRID), RIGHT, said(value))


def ticks(painter: QPainter, room: QRectF, values: list[float], at: Callable[[float], float],
          said: Callable[[float], str]) -> None:  # fmt: skip
    """Values beneath `room`, kept within the picture; those that would touch the one before are left out."""
    painter.setPen(theme.colors().muted)
    last = -math.inf
    for value in values:
        words = said(value)
        wide = painter.fontMetrics().horizontalAdvance(words) + GRID
        left = min(max(0.0, at(value) - wide / 2), painter.device().width() - wide)
        if left > last + 2 * GRID:
            painter.drawText(QRectF(left, room.bottom() + GRID, wide, 4 * GRID), CENTER, words)
            last = left + wide


def widest(words: list[str], bold: bool = False) -> float:
    """The room that the widest of some words takes in small type."""
    metrics = QFontMetrics(theme.font("small", bold=bold))
    return max((float(metrics.horizontalAdvance(one)) for one in words), default=0.0)


def pale(color: QColor, share: float) -> QColor:
    """A colour that lets the ground through."""
    made = QColor(color)
    made.setAlphaF(share)
    return made
