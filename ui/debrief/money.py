"""Where the money went: from the profit of a plan to that of the run, cause by cause; a step opens its postings."""

import itertools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from game.message import Message, to_add, to_read
from game.playing.door import Coaching, Playing
from game.playing.views import MoneyStep, MoneyView, StandView
from ui import theme
from ui.debrief.drawing import LEAST, LEFT, RIGHT, Picture, widest
from ui.debrief.part import ChartPart
from ui.debrief.tables import NumberTable
from ui.jobs import Desk
from ui.play.numbers import turn_word
from ui.theme import GRID
from ui.widgets import Choices, row
from ui.words import money, text, tr

ROW, THICK, THIN = 6.5 * GRID, 4 * GRID, 4.5 * GRID
BROKEN = 0.5
"""The axis is broken when all bars are longer than this share of the longest."""


class MoneyPicture(Picture):
    """A row for the plan, one for each step, one for the run."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._view: MoneyView | None = None

    def show_view(self, view: MoneyView | None) -> None:
        """Another bridge."""
        self._view = view
        self.setMinimumHeight(max(LEAST, round(THIN * (len(view.steps) + 2)) if view else 0))
        self.renew()

    @property
    def _names(self) -> list[str]:
        assert self._view
        return [_capital(self._view.against), *(text(step.cause) for step in self._view.steps),
                _capital(Message("debrief.money.you"))]  # fmt: skip

    @property
    def _amounts(self) -> list[str]:
        assert self._view
        digits = to_read((self._view.start, self._view.end))
        steps = [signed(step.amount, self._currency, digits) for step in self._view.steps]
        ends = (money(amount, self._currency, digits) for amount in (self._view.start, self._view.end))
        return [next(ends), *steps, next(ends)]

    def _bounds(self) -> tuple[float, float]:
        """Where the axis begins and ends, in minor units."""
        assert self._view
        levels = self._view.levels
        low, high = float(min(0, *levels)), float(max(0, *levels))
        if low == 0 and min(levels) > BROKEN * high:
            low = min(levels) - (high - min(levels)) * 0.6 - 0.04 * high
        return (low, high) if high > low else (low, low + 1)

    @property
    def _room(self) -> QRectF:
        left = min(widest(self._names, bold=True), 0.45 * self.width()) + 3 * GRID
        return QRectF(self.rect()).adjusted(left, 0, -widest(self._amounts, bold=True) - 3 * GRID, 0)

    def _line(self, place: int) -> QRectF:
        assert self._view
        high = min(2.0 * ROW, self.height() / (len(self._view.steps) + 2))
        return QRectF(0, place * high, self.width(), high)

    def _x(self, amount: float) -> float:
        low, high = self._bounds()
        return self._room.left() + self._room.width() * (amount - low) / (high - low)

    def arrange(self) -> None:
        """Every row can be read."""
        if self._view is None:
            self.places = []
            return
        words = zip(self._names, self._amounts, strict=True)
        self.places = [
            (self._line(k).adjusted(2, 1, -2, -1), tr("debrief.money.step", cause=name, amount=amount))
            for k, (name, amount) in enumerate(words)
        ]

    def draw(self, painter: QPainter) -> None:
        """The rows, and thin lines from step to step."""
        if self._view is None:
            return
        c, levels, last = theme.colors(), self._view.levels, len(self._view.steps) + 1
        low, _ = self._bounds()
        base = max(0.0, low)
        bars = [(base, levels[0]), *itertools.pairwise(levels), (base, levels[-1])]
        for k, (start, end) in enumerate(bars):
            whole = k in (0, last)
            tone = c.teal if k == 0 else c.amber if k == last else c.green if end >= start else c.red
            self._draw_bar(painter, k, (start, end), tone, broken=whole and low > 0)
            if k < last:
                x, y = self._x(end), self._line(k).center().y()
                painter.setPen(QPen(c.edge, 1))
                painter.drawLine(QPointF(x, y + THICK / 2), QPointF(x, self._line(k + 1).center().y() - THICK / 2))
            self._draw_words(painter, k, whole, c.ink if whole or end == start else tone)

    def _draw_bar(self, painter: QPainter, place: int, bar: tuple[float, float], tone: QColor, *, broken: bool) -> None:
        c, middle = theme.colors(), self._line(place).center().y()
        left, right = sorted((self._x(bar[0]), self._x(bar[1])))
        box = QRectF(left, middle - THICK / 2, max(1.5, right - left), THICK)
        painter.setPen(QPen(c.amber_line, 1) if tone == c.amber else QPen(tone, 0))
        painter.setBrush(tone)
        painter.drawRoundedRect(box, 2, 2)
        if broken:
            x, step = box.left() + 3 * GRID, THICK / 4
            points = [QPointF(x + (2 if k % 2 else -2), box.top() - 1 + k * (step + 0.5)) for k in range(5)]
            painter.setPen(QPen(c.surface, 3))
            painter.setBrush(c.surface)
            painter.drawPolyline(QPolygonF(points))

    def _draw_words(self, painter: QPainter, place: int, bold: bool, tone: QColor) -> None:
        line, room, c = self._line(place), self._room, theme.colors()
        painter.setFont(theme.font("small", bold=bold))
        painter.setPen(c.ink)
        name = QRectF(0, line.top(), room.left() - 2 * GRID, line.height())
        cut = painter.fontMetrics().elidedText(self._names[place], Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, LEFT, cut)
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(tone)
        painter.drawText(QRectF(room.right(), line.top(), self.width() - room.right(), line.height()), RIGHT,
                         self._amounts[place])  # fmt: skip


def signed(amount: int, currency: str, digits: int | None = None) -> str:
    """An amount with its sign, also when it is gained."""
    return f"+{money(amount, currency, digits)}" if amount > 0 else money(amount, currency, digits)


def _capital(message: Message) -> str:
    return _upper(text(message))


class MoneyPart(ChartPart):
    """The card; it asks anew when another plan is chosen."""

    def __init__(self, playing: Playing, coach: Coaching, desk: Desk) -> None:
        self._playing, self._currency = playing, playing.level.money.currency
        super().__init__(tr("debrief.money.title"), tr("debrief.money.note"), MoneyPicture(self._currency))
        self._desk, self._debrief = desk, coach.debrief(playing)
        self.view: MoneyView | None = None
        self._plan = self._debrief.reference
        self.which = Choices()
        self.which.setAccessibleName(tr("debrief.money.against"))
        self.which.addItem(text(self._debrief.plan_name(self._plan)), self._plan)
        self.which.activated.connect(lambda index: self.compare(self.which.itemData(index)))
        line = row(self.note, self.which)
        line.setStretch(0, 1)
        self.content.insertLayout(0, line)
        self.picture.opened.connect(self.open)
        self.compare(self._plan)

    def compare(self, plan: str) -> None:
        """Take another plan."""
        self._plan = plan
        self.ask(self._desk, lambda coach: coach.bridge(self._playing, plan), "money")

    def offer(self, view: StandView) -> None:
        """The plans that can be compared with."""
        known = {self.which.itemData(place) for place in range(self.which.count())}
        for plan in view.plans:
            if plan.id not in known:
                self.which.addItem(text(plan.name), plan.id)

    def show_answer(self, answer: object) -> None:
        """The bridge."""
        self.view = self._debrief.money(self._plan, answer)  # type: ignore[arg-type]
        assert isinstance(self.picture, MoneyPicture)
        self.picture.show_view(self.view)
        self.say([(tr("debrief.money.open" if self.view.steps else "debrief.money.same"), "muted")])
        self.filled()

    def open(self, place: int) -> None:
        """The postings of a step, in place of the picture."""
        if self.view is not None and 1 <= place <= len(self.view.steps):
            self.data.blockSignals(True)
            self.data.setChecked(True)
            self.data.setText(tr("debrief.chart"))
            self.data.blockSignals(False)
            self.show_table(self._postings(self.view.steps[place - 1]))

    def table(self) -> NumberTable:
        """The rows of the picture; a step opens its postings."""
        assert self.view
        rows = [text(self.view.against), *(text(step.cause) for step in self.view.steps), tr("debrief.money.you")]
        table = NumberTable([tr("debrief.money.amount")], [_upper(one) for one in rows], self.title)
        amounts = [self.view.start, *(step.amount for step in self.view.steps), self.view.end]
        digits = to_add(amounts)
        table.fill([[money(amount, self._currency, digits)] for amount in amounts])
        table.cellActivated.connect(lambda line, column: self.open(line))
        return table

    def _postings(self, step: MoneyStep) -> NumberTable:
        columns = [tr(f"debrief.money.{name}") for name in ("amount", "owner", "turn")]
        names = [text(line.kind) for line in step.lines]
        digits = to_add(line.amount for line in step.lines)
        title = tr("debrief.money.lines", cause=text(step.cause), amount=signed(step.amount, self._currency, digits),
                   count=len(names))  # fmt: skip
        table = NumberTable(columns, [*names, text(step.cause)], title)
        for at, line in enumerate(step.lines):
            table.put(at, 0, signed(line.amount, self._currency, digits))
            table.put(at, 1, line.owner, left=True)
            most = max(range(len(line.by_turn)), key=lambda turn: abs(line.by_turn[turn]))
            table.put(at, 2, tr("debrief.word", word=turn_word(self._playing.level, "word"), turn=most + 1))
        table.put(len(names), 0, signed(step.amount, self._currency, digits), bold=True, ground=True)
        table.head(len(names), True)
        table.resizeColumnsToContents()
        return table


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
