"""A stop on the road: a numbered circle with stars above it, its name and a line beside or beneath."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from game.playing.campaign import STARS, Stop
from ui import theme
from ui.theme import GRID
from ui.widgets import paint_star, plain
from ui.words import tr

RADIUS = 26
ABOVE, GAP, HIGH = 6 * GRID, 2 * GRID, 18 * GRID
STAR = 8


class StopButton(QAbstractButton):
    """Pressed by mouse, Enter or Space; `bend` is -1 or 1 where the words stand beside the circle."""

    def __init__(self, stop: Stop, current: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.stop, self._current = stop, current
        self._chosen, self.marked, self._tight, self._bend = False, False, False, 0
        self._zoom = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{stop.number}. {stop.card.title}")
        self.setAccessibleDescription(self._state())
        self.setToolTip(plain(self._state()))

    def _state(self) -> str:
        if not self.stop.open:
            return tr("ui.levels.shut", level=self.stop.needs)
        return ". ".join((self.stop.line, tr("ui.stars.name", count=self.stop.won)))

    def set_chosen(self, chosen: bool) -> None:
        """Whether the side speaks of this stop."""
        self._chosen = chosen
        self.update()

    def set_marked(self, marked: bool) -> None:
        """Whether it belongs to the path pointed at."""
        self.marked = marked
        self.update()

    def place(self, x: float, y: float, bend: int, wide: int, zoom: float = 1.0, tight: bool = False) -> None:
        """Lie with the circle's middle at x, y of the road, drawn `zoom` times as large; `wide` is for the words.

        In a `tight` bend the words begin at the circle's middle, where they meet no words of the row above.
        """
        self._bend, self._tight, self._zoom = bend, tight, zoom
        whole = 2 * RADIUS + 2 * GAP
        left = x - (wide / 2 if not bend else whole / 2 + (wide if bend > 0 else 0))
        width, high = (whole + wide if bend else wide), 2 * RADIUS + ABOVE + HIGH
        real = QRectF(left * zoom, (y - RADIUS - ABOVE) * zoom, width * zoom, high * zoom)
        self.setGeometry(real.toRect())

    @property
    def _middle(self) -> QPointF:
        whole, wide = 2 * RADIUS + 2 * GAP, self.width() / self._zoom
        x = {0: wide / 2, 1: wide - whole / 2, -1: whole / 2}[self._bend]
        return QPointF(x, ABOVE + RADIUS)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses it, as Space does; arrows are the road's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw circle, number, stars or lock, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        self._circle(painter)
        if self.stop.open:
            if self._bend:
                self._ground(painter)
            for star in range(STARS):
                center = self._middle + QPointF((star - 1) * 2.3 * STAR, -RADIUS - STAR - 4)
                paint_star(painter, center, STAR, star < self.stop.won)
        else:
            _lock(painter, self._middle + QPointF(0.75 * RADIUS, -0.85 * RADIUS))
        self._words(painter)

    def _ground(self, painter: QPainter) -> None:
        """What keeps the stars off the road that passes behind them."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colors().floor)
        middle = self._middle + QPointF(0, -RADIUS - STAR - 4)
        box = QRectF(middle.x() - 3.6 * STAR, middle.y() - STAR - 1, 7.2 * STAR, 2 * STAR + 2)
        painter.drawRoundedRect(box, STAR, STAR)

    def _circle(self, painter: QPainter) -> None:
        c, stop = theme.colors(), self.stop
        here = self._current and stop.open
        ground = c.teal if here else c.surface if stop.open else c.sunken
        edge = c.amber_line if self.marked else c.teal if here or stop.won else c.edge if stop.open else c.line
        painter.setPen(QPen(edge, 4 if self.marked else 3 if stop.open else 2))
        painter.setBrush(ground)
        painter.drawEllipse(self._middle, RADIUS - 1, RADIUS - 1)
        if self._chosen or self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(c.focus if self.hasFocus() else c.teal, 2 if self.hasFocus() else 1.5))
            painter.drawEllipse(self._middle, RADIUS + 3.5, RADIUS + 3.5)
        painter.setFont(theme.font("title", bold=True))
        painter.setPen(c.on_teal if here else c.ink if stop.open else c.muted)
        box = QRectF(self._middle.x() - RADIUS, ABOVE, 2 * RADIUS, 2 * RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(stop.number))

    def _words(self, painter: QPainter) -> None:
        c, flag = theme.colors(), Qt.AlignmentFlag
        if self._bend:
            x = 0.0 if self._bend > 0 else 2.0 * RADIUS + 3 * GAP
            wide = self.width() / self._zoom - 2 * RADIUS - 3 * GAP
            box = QRectF(x, ABOVE + RADIUS + (0 if self._tight else -5 * GRID), wide, 14 * GRID)
            side = flag.AlignRight if self._bend > 0 else flag.AlignLeft
        else:
            box, side = QRectF(0, ABOVE + 2 * RADIUS + GAP, self.width() / self._zoom, HIGH - GAP), flag.AlignHCenter
        lines: tuple[tuple[str, theme.Size, bool, QColor], ...] = (
            (self.stop.card.title, "body", True, c.ink if self.stop.open else c.muted),
            (self.stop.line, "small", False, c.muted),
        )
        for text, size, bold, tone in lines:
            painter.setFont(theme.font(size, bold=bold))
            if max(map(painter.fontMetrics().horizontalAdvance, text.split()), default=0) > box.width():
                painter.setFont(theme.font("small", bold=bold))
            painter.setPen(tone)
            how = side | flag.AlignTop | Qt.TextFlag.TextWordWrap
            used = painter.boundingRect(box, how, text)
            painter.drawText(box, how, text)
            box = box.adjusted(0, used.height() + 1, 0, 0)


def _lock(painter: QPainter, center: QPointF) -> None:
    c = theme.colors()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(c.muted, 2.2))
    painter.drawArc(QRectF(center.x() - 5, center.y() - 10, 10, 12), 0, 180 * 16)
    painter.setPen(QPen(c.floor, 1))
    painter.setBrush(c.muted)
    painter.drawRoundedRect(QRectF(center.x() - 8, center.y() - 4, 16, 12), 2.5, 2.5)
