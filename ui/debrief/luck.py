"""Luck or skill: the run's decisions in other futures, as bars, with this run marked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from game.message import Number
from game.playing.door import Coaching, Playing
from game.playing.views import Bin, LuckView
from ui import theme
from ui.debrief.drawing import CENTER, LINE, Picture, ticks
from ui.debrief.part import ChartPart
from ui.debrief.tables import NumberTable
from ui.jobs import Desk
from ui.theme import GRID
from ui.words import money, short_money, text, tr

TOP, FOOT = 7 * GRID, 6 * GRID
ALONE = 12 * GRID
"""The width of a bar that has no other beside it."""
MARKS = 2
"""Values beneath the bars beside the first."""


class LuckPicture(Picture):
    """Bars of futures; the one that holds this run is strong, a line marks its place."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._view: LuckView | None = None

    def show_view(self, view: LuckView) -> None:
        """More futures."""
        self._view = view
        self.renew()

    @property
    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(2 * GRID, TOP, -2 * GRID, -FOOT)

    def value(self, value: float, short: bool = False) -> str:
        """A value of the axis."""
        assert self._view
        if self._view.kind == "money":
            return short_money(value, self._currency) if short else money(value, self._currency)
        return text(Number(value, 0 if short or abs(value - round(value)) < 0.05 else 1))

    def _box(self, place: int) -> QRectF:
        assert self._view
        room, bins = self._room, self._view.bins
        if len(bins) == 1:
            return QRectF(room.center().x() - ALONE / 2, room.top(), ALONE, room.height())
        wide = room.width() / len(bins)
        most = max(*(one.count for one in bins), 1)
        high = room.height() * bins[place].count / most
        return QRectF(room.left() + place * wide, room.bottom() - high, wide, high)

    def arrange(self) -> None:
        """Every bar can be read."""
        if self._view is None:
            self.places = []
            return
        self.places = []
        for place, one in enumerate(self._view.bins):
            box = self._box(place)
            column = QRectF(box.left(), self._room.top(), box.width(), self._room.height())
            self.places.append((column, self._words(one)))

    def _words(self, one: Bin) -> str:
        assert self._view
        key = "debrief.luck.bar_here" if one.here else "debrief.luck.bar"
        return tr(key, low=self.value(one.low), high=self.value(one.high), count=one.count, tapes=self._view.tapes)

    def _x(self, value: float) -> float:
        assert self._view
        low, high = self._view.bins[0].low, self._view.bins[-1].high
        return self._room.left() + self._room.width() * (value - low) / (high - low)

    def draw(self, painter: QPainter) -> None:
        """Bars, axis, this run."""
        if self._view is None:
            return
        c, room, bins = theme.colors(), self._room, self._view.bins
        gap = 1.0 if self._box(0).width() > GRID else 0.0
        for place, one in enumerate(bins):
            painter.setPen(QPen(c.blue, 1) if one.count else Qt.PenStyle.NoPen)
            painter.setBrush(c.blue if one.here else c.blue_soft)
            painter.drawRect(self._box(place).adjusted(gap, 0, -gap, 0))
        painter.setPen(QPen(c.edge, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        low, high = bins[0].low, bins[-1].high
        values = [low + k * (high - low) / MARKS for k in range(MARKS + 1)] if len(bins) > 1 else [self._view.here]
        ticks(painter, room, values, self._x, lambda value: self.value(value, short=True))
        self._draw_here(painter)

    def _draw_here(self, painter: QPainter) -> None:
        assert self._view
        c, room, x = theme.colors(), self._room, self._x(self._view.here)
        painter.setPen(QPen(c.amber_line, LINE))
        painter.drawLine(QPointF(x, room.top() - GRID), QPointF(x, room.bottom()))
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(c.ink)
        words = tr("debrief.luck.here", value=self.value(self._view.here))
        wide = painter.fontMetrics().horizontalAdvance(words) + GRID
        left = min(max(0.0, x - wide / 2), self.width() - wide)
        painter.drawText(QRectF(left, 0, wide, TOP - 2 * GRID), CENTER, words)


class LuckPart(ChartPart):
    """The card."""

    def __init__(self, playing: Playing, coach: Coaching, desk: Desk) -> None:
        currency = playing.level.money.currency
        super().__init__(tr("debrief.luck.title"), " ", LuckPicture(currency))
        self._debrief = coach.debrief(playing)
        self.view: LuckView | None = None
        self.ask(desk, lambda coach: coach.fortune(playing), "fortune")

    @property
    def _bars(self) -> LuckPicture:
        assert isinstance(self.picture, LuckPicture)
        return self.picture

    def show_answer(self, answer: object) -> None:
        """The futures so far."""
        view = self.view = self._debrief.luck(answer)  # type: ignore[arg-type]
        unit = tr("debrief.luck.points" if view.kind == "number" else "debrief.luck.profit")
        self.set_note(f"{tr('debrief.luck.note', tapes=view.tapes)} ({unit})")
        self._bars.show_view(view)
        first, *rest = (text(one) for one in view.words)
        self.say([(first, "ink"), (" ".join(rest), "muted")])
        self.filled()

    def table(self) -> NumberTable:
        """A row for each bar."""
        assert self.view
        rows = [str(place + 1) for place in range(len(self.view.bins))]
        table = NumberTable([tr(f"debrief.luck.{name}") for name in ("from", "to", "count")], rows, self.title)
        value = self._bars.value
        table.fill([[value(one.low), value(one.high), str(one.count)] for one in self.view.bins])
        return table
