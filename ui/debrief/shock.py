"""Ride the shock: stock of the item that a disruption hit hardest, and service, around the days it lasted."""

import itertools
import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from game.message import Number, Percent
from game.playing.report.layout import marks
from game.playing.views import ShockView
from ui import theme
from ui.debrief.drawing import CENTER, LEFT, LINE, Picture, grid_lines, ticks, widest
from ui.debrief.part import ChartPart
from ui.debrief.tables import NumberTable
from ui.theme import GRID
from ui.widgets import Choices
from ui.words import DASH, kind_text, text, tr

TOP, FOOT, BETWEEN = 10 * GRID, 5 * GRID, 7 * GRID
STOCK_SHARE = 0.62
"""Part of the height that the stock takes; service has the rest."""


class ShockPicture(Picture):
    """Stock above, service below, the days of the shock shaded."""

    def __init__(self) -> None:
        super().__init__()
        self._view: ShockView | None = None
        self.setMinimumHeight(50 * GRID)

    def show_view(self, view: ShockView) -> None:
        """Another shock."""
        self._view = view
        self.renew()

    @property
    def _left(self) -> float:
        assert self._view
        return widest([text(Percent(1, 0)), text(Number(max(self._view.stock, default=0)))]) + 3 * GRID

    def _rooms(self) -> tuple[QRectF, QRectF]:
        whole = QRectF(self.rect()).adjusted(self._left, TOP, -2 * GRID, -FOOT)
        upper = QRectF(whole.left(), whole.top(), whole.width(), (whole.height() - BETWEEN) * STOCK_SHARE)
        lower = QRectF(whole.left(), upper.bottom() + BETWEEN, whole.width(), whole.bottom() - upper.bottom() - BETWEEN)
        return upper, lower

    def _x(self, day: float) -> float:
        """Where a day (0 is the level's first) ends or begins."""
        assert self._view
        room = self._rooms()[0]
        return room.left() + room.width() * (day - self._view.first) / max(1, len(self._view.stock))

    def arrange(self) -> None:
        """Every day can be read."""
        self.places = []
        if self._view is None:
            return
        upper, lower = self._rooms()
        for k, (stock, served) in enumerate(zip(self._view.stock, self._view.served, strict=True)):
            day = self._view.first + k
            box = QRectF(self._x(day), upper.top(), self._x(day + 1) - self._x(day), lower.bottom() - upper.top())
            words = tr("debrief.shock.value", day=day + 1, stock=text(Number(stock)), served=_share(served))
            self.places.append((box, words))

    def draw(self, painter: QPainter) -> None:
        """Shade, grids, both lines, their names."""
        view = self._view
        if view is None:
            return
        c, (upper, lower) = theme.colors(), self._rooms()
        self._shade(painter, upper, lower)
        most = max(view.stock, default=0.0) * 1.08 or 1.0
        served = [one for one in view.served if one is not None]
        least = min(0.9, min(served, default=1.0)) - 0.04
        grid_lines(painter, upper, marks(0, most, 3), lambda v: _y(upper, v, 0, most), lambda v: text(Number(v)))
        grid_lines(painter, lower, [v for v in marks(least, 1.0, 2) if v >= least],
                   lambda v: _y(lower, v, least, 1.0), lambda v: text(Percent(v, 0)))  # fmt: skip
        days = [float(day) for day in marks(view.first + 1, view.first + len(view.stock), 7) if day > view.first]
        ticks(painter, lower, days, lambda day: self._x(day - 0.5),
              lambda day: tr("debrief.shock.day", day=Number(day)))  # fmt: skip
        self._line(painter, view.stock, [_y(upper, v, 0, most) for v in view.stock], c.blue)
        heights = [_y(lower, v, least, 1.0) if v is not None else math.nan for v in view.served]
        self._line(painter, view.served, heights, c.green)
        self._name(painter, upper, tr("debrief.shock.of_item", name=view.item, item=tr("debrief.shock.stock")), c.blue)
        self._name(painter, lower, tr("debrief.shock.served"), c.green)

    def _shade(self, painter: QPainter, upper: QRectF, lower: QRectF) -> None:
        assert self._view
        c, view = theme.colors(), self._view
        last = view.first + len(view.stock)
        left = self._x(max(view.begins, view.first))
        right = self._x(min(view.ends if view.ends is not None else last, last))
        box = QRectF(left, upper.top(), max(2.0, right - left), lower.bottom() - upper.top())
        painter.fillRect(box, c.red_soft)
        painter.setPen(QPen(c.red, 1, Qt.PenStyle.DashLine))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(c.red)
        wide = painter.fontMetrics().horizontalAdvance(view.name) + GRID
        middle = min(max(box.center().x(), self._left + wide / 2), self.width() - wide / 2)
        painter.drawText(QRectF(middle - wide / 2, 0, wide, TOP / 2 - GRID / 2), CENTER, view.name)
        painter.setFont(theme.font("small"))

    def _line(self, painter: QPainter, values: tuple[float | None, ...], heights: list[float], color: QColor) -> None:
        assert self._view
        points = [QPointF(self._x(self._view.first + k + 0.5), y) for k, y in enumerate(heights)]
        painter.setPen(QPen(color, LINE))
        for (one, start), (other, end) in itertools.pairwise(zip(values, points, strict=True)):
            if one is not None and other is not None:
                painter.drawLine(start, end)

    def _name(self, painter: QPainter, room: QRectF, words: str, color: QColor) -> None:
        painter.setFont(theme.font("small", bold=True))
        wide = painter.fontMetrics().horizontalAdvance(words)
        box = QRectF(room.left(), room.top() - 4.5 * GRID, wide, 4 * GRID)
        painter.fillRect(box, theme.colors().surface)
        painter.setPen(color)
        painter.drawText(box, LEFT, words)
        painter.setFont(theme.font("small"))


def _y(room: QRectF, value: float, low: float, high: float) -> float:
    return room.bottom() - room.height() * (value - low) / (high - low)


def _share(served: float | None) -> str:
    return DASH if served is None else text(Percent(served, 0))


class ShockPart(ChartPart):
    """The card; one of several shocks can be chosen."""

    def __init__(self, shocks: tuple[ShockView, ...]) -> None:
        super().__init__(tr("debrief.shock.title"), tr("debrief.shock.note"), ShockPicture())
        self.setProperty("role", "plain")
        self.body.setContentsMargins(0, 0, 0, 0)
        self._shocks = shocks
        self.which = Choices()
        self.which.setAccessibleName(tr("debrief.shock.which"))
        self.which.addItems([tr("debrief.shock.of_shock", name=one.name, item=one.item) for one in shocks])
        self.which.setVisible(len(shocks) > 1)
        self.which.currentIndexChanged.connect(self.show_answer)
        self.content.insertWidget(0, self.which)
        self.show_answer(0)

    @property
    def view(self) -> ShockView:
        """The shock shown."""
        return self._shocks[max(0, self.which.currentIndex())]

    def show_answer(self, answer: object) -> None:
        """The shock that is chosen."""
        assert isinstance(self.picture, ShockPicture)
        self.picture.show_view(self.view)
        self.say([(" ".join(text(one) for one in self.view.words), "ink")])
        self.filled()

    def table(self) -> NumberTable:
        """A row for each day."""
        view = self.view
        rows = [tr("debrief.shock.day", day=view.first + k + 1) for k in range(len(view.stock))]
        table = NumberTable([tr("debrief.shock.stock"), tr("debrief.shock.served")], rows, self.title)
        pairs = zip(view.stock, view.served, strict=True)
        table.fill([[text(Number(stock)), kind_text("percent", served)] for stock, served in pairs])
        return table
