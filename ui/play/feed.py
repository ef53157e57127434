"""The feed: what happened in the last turn, latest first; a line opens the thing it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from game.playing.views import FeedLine
from ui import theme
from ui.play import paint
from ui.play.numbers import weekday
from ui.theme import GRID, floor
from ui.words import text, tr

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class _Painter(QStyledItemDelegate):
    """A line: mark of mood, weekday, sentence in as many lines as it needs."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        c = theme.colors()
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(c.teal_soft)
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), GRID, GRID)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -1), GRID)
        font, bold = theme.font(), theme.font(bold=True)
        high = paint.line_height(font)
        y = box.y() + GRID / 2
        paint.mark(painter, QPointF(box.x() + 2 * GRID, y + high / 2), line.mood)
        paint.draw(painter, QRectF(box.x() + 5 * GRID, y, 9 * GRID, high), weekday(line.weekday), bold, c.muted)
        for words in paint.wrapped(text(line.message), font, _room(box.width()), 3):
            paint.draw(painter, QRectF(box.x() + _left(), y, _room(box.width()), high), words, font, c.ink)
            y += high
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        width = self._view.viewport().width()
        lines = paint.wrapped(text(index.data(LINE).message), theme.font(), _room(width), 3)
        return QSize(width, round(max(1, len(lines)) * paint.line_height(theme.font()) + GRID))


def _left() -> float:
    return 5 * GRID + max(paint.width(weekday(day), theme.font(bold=True)) for day in range(7)) + 2 * GRID


def _room(width: float) -> float:
    return width - _left() - 2 * GRID


class Feed(QListWidget):
    """The lines; `chosen(kind, id)` when one is opened."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(floor.FEED_LINE)
        self.itemClicked.connect(self._open)
        self.itemActivated.connect(self._open)

    def show_lines(self, lines: Sequence[FeedLine]) -> None:
        """Show the lines of a turn."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(f"{weekday(line.weekday)}: {text(line.message)}")
            item.setData(LINE, line)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{weekday(line.weekday)}, {tr(f'play.mood.{line.mood}')}: {text(line.message)}",
            )
            self.addItem(item)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Say that there is nothing to say when there are no lines."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            box = QRectF(self.viewport().rect()).adjusted(GRID, 0, -GRID, 0)
            box.setHeight(floor.FEED_LINE)
            paint.draw(painter, box, tr("play.feed.empty"), theme.font(), theme.colors().muted)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, item: QListWidgetItem) -> None:
        line = item.data(LINE)
        if line.thing is not None:
            self.chosen.emit(*line.thing)
