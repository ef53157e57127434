"""What would have helped, with a button that plays on from there; the good calls; three moments to look back at."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from game.message import Number, to_read
from game.playing.door import Coaching, Playing
from game.playing.views import ChangeView, HelpedView, MomentView
from ui import theme
from ui.debrief.money import signed
from ui.debrief.part import Part
from ui.jobs import Desk
from ui.play.numbers import turn_word
from ui.theme import GRID
from ui.widgets import Card, Icon, button, caption, label
from ui.words import money, text, tr

LEAST, THICK = 12 * GRID, 3.5 * GRID
ICONS = {"loss": ("cross", "red"), "overreaction": ("question", "amber_line"), "save": ("check", "green")}


class Amount(QWidget):
    """A bar as long as a share of the longest; its figure stands beside it."""

    def __init__(self, share: float, tone: str, full: bool) -> None:
        super().__init__()
        self._share, self._tone, self._full = share, tone, full
        self.setMinimumWidth(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(30 * GRID, 5 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The bar."""
        c, painter = theme.colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = getattr(c, self._tone)
        painter.setPen(QPen(tone, 1))
        painter.setBrush(tone if self._full else getattr(c, f"{self._tone}_soft"))
        wide = max(2.0, (self.width() - 1) * self._share)
        painter.drawRoundedRect(QRectF(0.5, (self.height() - THICK) / 2, wide, THICK), 2, 2)


class HelpedPart(Part):
    """The card; `found` tells its answer to others."""

    found = Signal(object)

    def __init__(self, playing: Playing, coach: Coaching, desk: Desk, attempt: Callable[[ChangeView], object]) -> None:
        super().__init__(tr("debrief.helped.title"), tr("debrief.helped.note"))
        self._playing, self._attempt = playing, attempt
        self._currency, self._debrief = playing.level.money.currency, coach.debrief(playing)
        self.view: HelpedView | None = None
        self._rows, self._digits = QWidget(), 0
        self.content.addWidget(self._rows, 1)
        self.ask(desk, lambda coach: coach.helped(playing), "helped")

    def show_answer(self, answer: object) -> None:
        """All changes and calls."""
        view = self.view = self._debrief.helped(answer)  # type: ignore[arg-type]
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 1)
        profits = [abs(one.profit) for one in (*view.changes, *view.calls)]
        most, self._digits = max(profits, default=0) or 1, to_read(profits)
        if not view.changes:
            grid.addWidget(label(tr("debrief.helped.nothing", tried=view.tried), wrap=True), 0, 0, 1, 6)
        for one in view.changes:
            self._row(grid, one, most)
        grid.addWidget(caption(tr("debrief.helped.calls")), grid.rowCount(), 0, 1, 6)
        if not view.calls:
            none = label(tr("debrief.helped.no_calls"), tone="muted", wrap=True)
            grid.addWidget(none, grid.rowCount(), 0, 1, 6)
        for one in view.calls:
            self._row(grid, one, most)
        grid.setRowStretch(grid.rowCount(), 1)
        self.content.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        self.found.emit(view)

    def _row(self, grid: QGridLayout, one: ChangeView, most: int) -> None:
        line, change = grid.rowCount(), one.kind == "change"
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label(self._turn(one.turn), tone="muted", bold=True), line, 0, middle)
        grid.addWidget(self._what(one), line, 1)
        tone = "green" if one.profit > 0 else "red"
        grid.addWidget(Amount(abs(one.profit) / most, tone, change), line, 2)
        amount = label(signed(one.profit, self._currency, self._digits), bold=True, tone=tone)
        key = "debrief.helped.row" if change else "debrief.helped.call"
        amount.setAccessibleName(self._say(key, one, money=money(one.profit, self._currency)))
        grid.addWidget(amount, line, 3, middle | Qt.AlignmentFlag.AlignRight)
        points = tr("debrief.helped.points", score=_points(one.score))
        grid.addWidget(label(points, "small", tone="muted"), line, 4, middle | Qt.AlignmentFlag.AlignRight)
        if change:
            made = button(tr("debrief.helped.try"), "secondary", lambda: self._attempt(one))
            made.setAccessibleName(self._say("debrief.helped.try_name", one))
            grid.addWidget(made, line, 5, middle)

    def _what(self, one: ChangeView) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(label(text(one.what), wrap=True))
        if one.stars > 0 and one.kind == "change":
            key = "debrief.helped.star" if one.stars == 1 else "debrief.helped.stars"
            layout.addWidget(label(f"\u2605 {tr(key, count=one.stars)}", "small", bold=True, tone="teal"))
        return box

    def _turn(self, turn: int) -> str:
        words = tr("debrief.word", word=turn_word(self._playing.level, "word"), turn=turn + 1)
        return words[:1].upper() + words[1:]

    def _say(self, key: str, one: ChangeView, **values: object) -> str:
        word = turn_word(self._playing.level, "word")
        return tr(key, word=word, turn=one.turn + 1, what=text(one.what), **values)


def _points(score: float) -> str:
    words = text(Number(score, 1))
    return f"+{words}" if score > 0 else words


class MomentsCard(Card):
    """Three moments, each with a button to its replay; filled when what would have helped is known."""

    def __init__(self, playing: Playing, look: Callable[[int], object] | None) -> None:
        super().__init__(tr("debrief.moment.title"), tr("debrief.moment.note"))
        self._playing, self._look = playing, look
        self._waiting = label(tr("debrief.working"), "small", tone="muted", wrap=True)
        self.body.addWidget(self._waiting)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(3 * GRID)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_view(self, view: HelpedView) -> None:
        """The moments that there were."""
        self._waiting.setVisible(not view.moments)
        self._waiting.setText(tr("debrief.moment.nothing"))
        for line, one in enumerate(view.moments):
            self._row(line, one)

    def _row(self, line: int, one: MomentView) -> None:
        icon, tone = ICONS[one.kind]
        self._grid.addWidget(Icon(icon, tone), line, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        word = turn_word(self._playing.level, "word")
        when = tr("debrief.word", word=word, turn=one.turn + 1)
        words.addWidget(label(f"{text(one.title)}, {when}", bold=True, wrap=True))
        words.addWidget(label(text(one.text), tone="muted", wrap=True))
        self._grid.addLayout(words, line, 1)
        if self._look is not None:
            look, turn = self._look, one.turn
            made = button(tr("debrief.moment.look"), "secondary", lambda: look(turn))
            made.setAccessibleName(tr("debrief.moment.look_name", word=word, turn=turn + 1, title=text(one.title)))
            self._grid.addWidget(made, line, 2, Qt.AlignmentFlag.AlignTop)
