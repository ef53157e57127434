"""Numbers as shapes: stars, progress, sparkline, a line of name and value."""

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.theme import GRID
from ui.widgets.basic import label
from ui.words import tr


def star_path(center: QPointF, radius: float) -> QPainterPath:
    """A five-pointed star."""
    path = QPainterPath()
    for point in range(10):
        angle, size = math.pi * (point / 5 - 0.5), radius if point % 2 == 0 else 0.45 * radius
        spot = center + QPointF(size * math.cos(angle), size * math.sin(angle))
        path.lineTo(spot) if point else path.moveTo(spot)
    path.closeSubpath()
    return path


def paint_star(painter: QPainter, center: QPointF, radius: float, full: bool) -> None:
    """A star won (amber, outlined) or still to win (pale)."""
    c = theme.colors()
    painter.setPen(QPen(c.amber_line if full else c.edge, 1))
    painter.setBrush(c.amber if full else c.star_empty)
    painter.drawPath(star_path(center, radius))


class Stars(QWidget):
    """A row of three stars, `size` pixels high."""

    def __init__(self, count: int, size: int = 4 * GRID) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(3 * size + 2 * self._gap, size)
        self.set_count(count)

    @property
    def _gap(self) -> int:
        return max(2, self._size // 6)

    def set_count(self, count: int) -> None:
        """Show so many stars as won."""
        self._count = count
        self.setAccessibleName(tr("ui.stars.name", count=count))
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the three stars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._size / 2
        for place in range(3):
            center = QPointF(half + place * (self._size + self._gap), half + 0.5)
            paint_star(painter, center, half - 1, place < self._count)


class Progress(QWidget):
    """A thin bar of `done` out of `whole`, in amber on a track."""

    def __init__(self, done: int, whole: int, dark: bool = False) -> None:
        super().__init__()
        self._share, self._dark = done / whole if whole else 0.0, dark
        self.setFixedHeight(2 * GRID)
        self.setMinimumWidth(20 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Show another share."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw track and bar."""
        c, box = theme.colors(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.bar_button if self._dark else c.sunken)
        painter.drawRoundedRect(box, GRID, GRID)
        if self._share > 0:
            painter.setBrush(c.amber)
            painter.setPen(Qt.PenStyle.NoPen if self._dark else QPen(c.amber_line, 1))
            painter.drawRoundedRect(
                QRectF(box.x(), box.y(), max(2.0 * GRID, box.width() * self._share), box.height()), GRID, GRID
            )


class Sparkline(QWidget):
    """A trend without axes: line, pale area, dot at the last value."""

    def __init__(self, values: Sequence[float] = (), tone: str = "teal") -> None:
        super().__init__()
        self._values, self._tone = tuple(values), tone
        self.setMinimumSize(16 * GRID, 8 * GRID)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A small picture."""
        return QSize(18 * GRID, 9 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the trend; nothing below two values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_trend(
            painter,
            QRectF(self.rect()).adjusted(4, 4, -4, -4),
            self._values,
            getattr(theme.colors(), self._tone),
        )


def paint_trend(painter: QPainter, box: QRectF, values: Sequence[float], color: QColor) -> None:
    """A line of values over a pale area, its last value as a dot."""
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    span = high - low or 1.0
    points = [
        QPointF(
            box.left() + box.width() * i / (len(values) - 1),
            box.bottom() - box.height() * (value - low) / span,
        )
        for i, value in enumerate(values)
    ]
    pale = QColor(color)
    pale.setAlphaF(0.12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.drawPolygon(QPolygonF([*points, QPointF(box.right(), box.bottom()), QPointF(box.left(), box.bottom())]))
    painter.setPen(QPen(color, 2))
    for first, second in itertools.pairwise(points):
        painter.drawLine(first, second)
    painter.setBrush(color)
    painter.drawEllipse(points[-1], 2, 2)


LONG = 20
"""Letters up to which a value stands in one line."""


class StatLine(QWidget):
    """A name at the left and its value at the right, in several lines when it is long."""

    def __init__(self, name: str, value: str, tone: str = "ink") -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        long = len(value) > LONG
        layout.addWidget(label(name, tone="muted", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(value, bold=not long, tone=tone, wrap=long), 3 if long else 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(f"{name}: {value}")
