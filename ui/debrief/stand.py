"""Where you stand: stock against service, the run among the plans of its level."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from game.message import Percent
from game.playing.door import Coaching, Playing
from game.playing.report.layout import Axis, beside, leader, marks, shared
from game.playing.views import Spot, StandView
from ui import theme
from ui.debrief.drawing import CENTER, LEFT, LINE, Picture, grid_lines, pale, ticks, widest
from ui.debrief.part import ChartPart
from ui.debrief.tables import NumberTable
from ui.jobs import Desk
from ui.theme import GRID
from ui.words import DASH, kind_text, money, short_money, text, tr

DOT, DIAMOND, YOU = 2.5, 6.0, 8.0
TOP, FOOT, SIDE = 5 * GRID, 9 * GRID, 4 * GRID
HALO = 0.75
"""How much of the dots the ground of a name covers."""
LOWEST = 0.02
"""The least height of the picture, as a share of demand."""


class StandPicture(Picture):
    """A circle for the run, diamonds for plans on its luck, pale dots for plans on other luck."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._view: StandView | None = None
        self._labels: list[tuple[QRectF, str, bool]] = []
        self._leaders: list[tuple[QPointF, QPointF]] = []

    def show_view(self, view: StandView) -> None:
        """Other marks."""
        self._view = view
        self.renew()

    @property
    def _own(self) -> list[Spot]:
        """Marks on the run's luck; they give the picture its frame."""
        assert self._view
        every = [self._view.you, *(plan.here for plan in self._view.plans)]
        return [spot for spot in every if spot.served is not None]

    @property
    def _room(self) -> QRectF:
        left = widest([text(Percent(1, 1))]) + 3 * GRID + SIDE
        return QRectF(self.rect()).adjusted(left, TOP, -2 * GRID, -FOOT)

    def _heights(self) -> tuple[float, float]:
        """Lowest and highest service."""
        low, high = min((spot.served or 0.0 for spot in self._own), default=0.0), 1.0
        return max(0.0, min(low, high - LOWEST) - 0.12 * (high - low)), high

    @property
    def _axis(self) -> Axis:
        return Axis.of(spot.stock for spot in self._own)

    def _x(self, stock: float) -> float:
        return self._room.left() + self._room.width() * self._axis.share(stock)

    def _y(self, served: float) -> float:
        low, high = self._heights()
        return self._room.bottom() - self._room.height() * (served - low) / (high - low)

    def _at(self, spot: Spot) -> QPointF:
        return QPointF(self._x(spot.stock), self._y(spot.served or 0.0))

    def arrange(self) -> None:
        """The marks to read, and where their names fit."""
        self.places, self._labels, self._leaders = [], [], []
        if self._view is None or self._view.you.served is None:
            return
        named = [(self._view.you, tr("debrief.stand.you"), YOU)]
        named += [(spot, ", ".join(text(plan.name) for plan in plans), DIAMOND) for spot, plans in shared(self._view)]
        for spot, name, size in named:
            self.places.append((_box(self._at(spot), size + 1), self._words(name, spot)))
        room = self._room.adjusted(0, -TOP, 2 * GRID, 0)
        spots = [(self._at(spot), size, widest([name], bold=True)) for spot, name, size in named]
        points = [(at.x(), at.y(), size, wide) for at, size, wide in spots]
        boxes = beside(points, (room.left(), room.top(), room.width(), room.height()))
        for place, (box, (_, name, _)) in enumerate(zip(boxes, named, strict=True)):
            if box is not None:
                self._labels.append((QRectF(*box), name, place == 0))
                lines = leader(points[place], box)
                self._leaders += [(QPointF(*lines[0]), QPointF(*lines[1]))] if lines else []

    def _words(self, name: str, spot: Spot) -> str:
        return tr("debrief.stand.spot", name=name, stock=money(spot.stock, self._currency),
                  served=text(Percent(spot.served or 0.0)), stars=spot.stars,
                  profit=money(spot.profit, self._currency))  # fmt: skip

    def draw(self, painter: QPainter) -> None:
        """Axes, dots, the line of those that none beats, diamonds, the run."""
        if self._view is None or self._view.you.served is None:
            return
        (low, high), axis = self._heights(), self._axis
        room, c = self._room, theme.colors()
        digits = 0 if high - low > 0.05 else 1
        grid_lines(painter, room, marks(low, high), self._y, lambda value: text(Percent(value, digits)))
        ticks(painter, room, axis.marks(), self._x, lambda value: short_money(value, self._currency))
        painter.drawText(QRectF(room.left(), room.bottom() + 5 * GRID, room.width(), 4 * GRID), CENTER,
                         tr("debrief.stand.stock"))  # fmt: skip
        painter.save()
        painter.rotate(-90)
        painter.drawText(QRectF(-room.bottom(), 0, room.height(), SIDE), CENTER, tr("debrief.stand.served"))
        painter.restore()
        painter.setPen(QPen(c.blue, 0.8))
        painter.setBrush(pale(c.blue, 0.25))
        for plan in self._view.plans:
            for spot in plan.elsewhere:
                if spot.served is not None and low <= spot.served and axis.holds(spot.stock):
                    painter.drawEllipse(self._at(spot), DOT, DOT)
        self._draw_frontier(painter)
        painter.setPen(QPen(c.edge, 1))
        for start, end in self._leaders:
            painter.drawLine(start, end)
        for spot, _ in shared(self._view):
            painter.setPen(QPen(c.surface, 1))
            painter.setBrush(c.ink)
            painter.drawPolygon(_diamond(self._at(spot)))
        painter.setPen(QPen(c.ink, LINE))
        painter.setBrush(c.amber)
        painter.drawEllipse(self._at(self._view.you), YOU, YOU)
        self._draw_labels(painter)

    def _draw_frontier(self, painter: QPainter) -> None:
        assert self._view
        points = [self._at(spot) for spot in self._view.frontier]
        if len(points) < 2:
            return
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.setPen(QPen(theme.colors().teal, LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_labels(self, painter: QPainter) -> None:
        painter.setPen(theme.colors().ink)
        for box, name, bold in self._labels:
            painter.setFont(theme.font("small", bold=bold))
            painter.fillRect(box, pale(theme.colors().surface, HALO))
            painter.drawText(box, LEFT, name)


def _box(at: QPointF, size: float) -> QRectF:
    return QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)


def _diamond(at: QPointF) -> QPolygonF:
    corners = ((0, -DIAMOND), (DIAMOND, 0), (0, DIAMOND), (-DIAMOND, 0))
    return QPolygonF([at + QPointF(x, y) for x, y in corners])


class StandPart(ChartPart):
    """The card; `shown` tells its answer to others."""

    shown = Signal(object)

    def __init__(self, playing: Playing, coach: Coaching, desk: Desk) -> None:
        currency = playing.level.money.currency
        super().__init__(tr("debrief.stand.title"), tr("debrief.stand.note"), StandPicture(currency))
        self._currency, self._debrief = currency, coach.debrief(playing)
        self.view: StandView | None = None
        self.ask(desk, lambda coach: coach.standing(playing), "standing")

    def show_answer(self, answer: object) -> None:
        """The plans played so far."""
        self.view = self._debrief.stand(answer)  # type: ignore[arg-type]
        assert isinstance(self.picture, StandPicture)
        self.picture.show_view(self.view)
        words = self.view.words or ()
        tones = ("ink", *("muted" for _ in words))
        self.say([(text(one), tone) for one, tone in zip(words, tones, strict=False)])
        self.filled()
        self.shown.emit(self.view)

    def table(self) -> NumberTable:
        """Every plan in a row, the run first."""
        assert self.view
        names = [f"debrief.stand.{name}" for name in ("stock", "served", "stars", "score", "profit", "mean")]
        rows = [tr("debrief.stand.you"), *(text(plan.name) for plan in self.view.plans)]
        table = NumberTable([tr(name)[:1].upper() + tr(name)[1:] for name in names], rows, self.title)
        table.fill(self._rows())
        return table

    def _rows(self) -> Iterator[list[str]]:
        assert self.view
        yield [*self._cells(self.view.you), DASH]
        for plan in self.view.plans:
            served = [spot.served for spot in plan.elsewhere if spot.served is not None]
            mean = sum(served) / len(served) if served else None
            yield [*self._cells(plan.here), kind_text("percent", mean)]

    def _cells(self, spot: Spot) -> list[str]:
        stock, profit = (money(amount, self._currency) for amount in (spot.stock, spot.profit))
        return [stock, kind_text("percent", spot.served), str(spot.stars), kind_text("number", spot.score), profit]
