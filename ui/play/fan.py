"""The fan of a look ahead: what was, then the band in which eight of ten futures lie, its middle, and its ghost."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.playing.views import AheadView, Fan
from ui import theme
from ui.play import paint
from ui.theme import GRID, floor
from ui.words import kind_text, short_money, text, tr

HIGH = 27 * GRID
ROOM = 0.3
"""The part of the height that the words on top may have at most."""
NEAR = 1.5
"""How many spans of the values below them the floor is still drawn."""
"""Share of the height kept free above the highest value."""


class FanChart(QWidget):
    """Painted; pointing or the arrow keys read the values of a step into the tool-tip and the description."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._view: AheadView | None = None
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide and low."""
        return QSize(60 * GRID, HIGH)

    def show_view(self, view: AheadView) -> None:
        """Show other futures."""
        self._view = view
        self._at = min(self._at, len(view.steps) - 1)
        self.update()

    @property
    def shown(self) -> AheadView | None:
        """The futures shown."""
        return self._view

    @property
    def reading(self) -> str:
        """The values of the step pointed at, empty when there is none."""
        view = self._view
        if view is None or self._at < 0:
            return ""
        at = self._at
        shown = {name: self._value(getattr(view.fan, name)[at]) for name in ("low", "middle", "high")}
        if view.ghost is None:
            return tr("ahead.reading", step=view.steps[at], **shown)
        return tr("ahead.reading_ghost", step=view.steps[at], ghost=self._value(view.ghost.middle[at]), **shown)

    def _value(self, value: float) -> str:
        assert self._view is not None
        return kind_text(self._view.kind, value, self._currency)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground, bands, lines, the value not to fall below, and what is read."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, c = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.colors()
        paint.plate(painter, box, fill=c.paper)
        if self._view is not None:
            _Picture(self._view, box.adjusted(2 * GRID, 1.5 * GRID, -2 * GRID, -1.5 * GRID), self._currency).paint(
                painter, self._at
            )
        if self.hasFocus():
            paint.focus_ring(painter, box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Read the step under the mouse."""
        if self._view is not None:
            place = _Picture(self._view, QRectF(self.rect()).adjusted(2 * GRID, 0, -2 * GRID, 0), self._currency)
            self._read(place.step_at(event.position().x()))

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        """Read nothing."""
        self._read(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that the keys read values here."""
        self.update()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and Right read step after step."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._view is None or event.key() not in moves:
            super().keyPressEvent(event)
            return
        self._read(min(len(self._view.steps) - 1, max(0, self._at + moves[Qt.Key(event.key())])))

    def _read(self, at: int) -> None:
        self._at = at
        self.setToolTip(self.reading)
        self.setAccessibleDescription(self.reading)
        self.update()


class _Picture:
    """The fan in a box: the past takes its share of the width, the futures the rest."""

    def __init__(self, view: AheadView, box: QRectF, currency: str) -> None:
        self._view, self._box, self._currency = view, box, currency
        self._steps = len(view.past) + len(view.steps)
        values = [*view.past, *view.fan.low, *view.fan.high]
        if view.ghost is not None:
            values += [*view.ghost.low, *view.ghost.high]
        low, high = min(values), max(values)
        near = view.floor is not None and low - view.floor <= NEAR * (high - low)
        self._low = min(low, view.floor) if view.floor is not None and near else low
        head = paint.line_height(theme.font("small")) / max(1.0, box.height())
        self._span = (high - self._low) / (1 - min(ROOM, head)) or 1.0
        self._high = high

    def _x(self, step: float) -> float:
        return self._box.left() + self._box.width() * step / max(1, self._steps - 1)

    def _y(self, value: float) -> float:
        return self._box.bottom() - self._box.height() * (value - self._low) / self._span

    def step_at(self, x: float) -> int:
        """The future step under a place, -1 in the past."""
        share = (x - self._box.left()) / max(1.0, self._box.width())
        at = round(share * max(1, self._steps - 1)) - len(self._view.past)
        return at if 0 <= at < len(self._view.steps) else -1

    def paint(self, painter: QPainter, at: int) -> None:
        """All of it, from the ground up."""
        view, c = self._view, theme.colors()
        self._band(painter, view.fan)
        if view.ghost is not None:
            self._edges(painter, view.ghost)
        self._floor(painter)
        before = len(view.past)
        if before:
            self._line(painter, 0, view.past, QPen(c.muted, 1.5))
        last = view.past[-1:]
        if view.ghost is not None:
            dashed = QPen(c.muted, 1.5)
            dashed.setDashPattern([3, 2])
            self._line(painter, before - len(last), (*last, *view.ghost.middle), dashed)
        self._line(painter, before - len(last), (*last, *view.fan.middle), QPen(c.blue, floor.LINE))
        self._now(painter, before)
        self._most(painter)
        if at >= 0:
            x = self._x(before + at)
            painter.setPen(QPen(c.edge, 1))
            painter.drawLine(QPointF(x, self._box.top()), QPointF(x, self._box.bottom()))
            painter.setBrush(c.blue)
            painter.drawEllipse(QPointF(x, self._y(view.fan.middle[at])), 3, 3)

    def _points(self, first: int, values: tuple[float, ...]) -> list[QPointF]:
        return [QPointF(self._x(first + k), self._y(value)) for k, value in enumerate(values)]

    def _line(self, painter: QPainter, first: int, values: tuple[float, ...], pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(self._points(first, values)))

    def _outline(self, fan: Fan) -> QPolygonF:
        before = len(self._view.past)
        last = self._view.past[-1:]
        start = before - len(last)
        high = self._points(start, (*last, *fan.high))
        return QPolygonF([*high, *reversed(self._points(start, (*last, *fan.low)))])

    def _band(self, painter: QPainter, fan: Fan) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colors().blue_soft)
        painter.drawPolygon(self._outline(fan))

    def _edges(self, painter: QPainter, fan: Fan) -> None:
        """The ghost: the outline of the band without the change, dotted."""
        path = QPainterPath()
        path.addPolygon(self._outline(fan))
        pen = QPen(theme.colors().edge, 1)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _floor(self, painter: QPainter) -> None:
        view, c, small = self._view, theme.colors(), theme.font("small", bold=True)
        if view.floor is None or view.floor < self._low:
            return
        y = self._y(view.floor)
        pen = QPen(c.red, 1.2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(self._box.left(), y), QPointF(self._box.right(), y))
        words = text(view.floor_name) if view.floor_name else ""
        line = paint.line_height(small)
        paint.draw(painter, QRectF(self._box.left(), y - line, self._box.width(), line), words, small, c.red)

    def _now(self, painter: QPainter, before: int) -> None:
        if before < 2:
            return
        x, c, small = self._x(before - 1), theme.colors(), theme.font("small")
        painter.setPen(QPen(c.amber_line, 1.5))
        painter.drawLine(QPointF(x, self._box.top()), QPointF(x, self._box.bottom()))
        line = paint.line_height(small)
        box = QRectF(self._box.left(), self._box.top() - 2, x - self._box.left() - GRID, line)
        paint.draw(painter, box, tr("ahead.now"), small, c.muted, paint.RIGHT)

    def _most(self, painter: QPainter) -> None:
        """The highest value, so that the picture has a measure."""
        kind, small = self._view.kind, theme.font("small")
        shown = short_money(self._high, self._currency) if kind == "money" else kind_text(kind, self._high)
        box = QRectF(self._box.left(), self._box.top() - 2, self._box.width(), paint.line_height(small))
        paint.draw(painter, box, shown, small, theme.colors().muted, paint.RIGHT)
