"""One card more, one card less: missed sales and waste by number of cards, on the customers there were."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from game.message import Money
from game.playing.views import CardsTried, CardsView
from ui import theme
from ui.play import paint
from ui.theme import GRID
from ui.widgets import caption, label
from ui.words import text, tr

if TYPE_CHECKING:
    from game.playing.cards_tried import CardsTrial

HIGH = 24 * GRID
SAMPLE = 3 * GRID


class CardBars(QWidget):
    """Pairs of bars; screen readers get the figures as a description, the mouse as a tool-tip."""

    def __init__(self) -> None:
        super().__init__()
        self._view: CardsView | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("cards_tried.title"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide and low."""
        return QSize(60 * GRID, HIGH)

    def show_view(self, view: CardsView, currency: str) -> None:
        """Show other numbers."""
        self._view = view
        lines = [_reading(one, currency) for one in view.tried]
        self.setAccessibleDescription(" ".join([*lines, text(view.words)]))
        self.setToolTip("\n".join(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground, two bars for each number, and the numbers, the one in force bold."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, view = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._view
        paint.plate(painter, box, fill=theme.colors().paper)
        if view is None:
            return
        line = paint.line_height(theme.font("small"))
        field = box.adjusted(2 * GRID, 1.5 * GRID, -2 * GRID, -line - GRID)
        most = max(1, *(max(one.missed, one.waste) for one in view.tried))
        step = field.width() / len(view.tried)
        for place, one in enumerate(view.tried):
            left = field.x() + place * step
            for side, (value, tone) in enumerate(((one.missed, "red"), (one.waste, "amber"))):
                high = max(2.0, field.height() * value / most)
                wide = min(4.0 * GRID, step / 2 - 3)
                x = left + step / 2 + (1 if side else -1 - wide)
                _bar(painter, QRectF(x, field.bottom() - high, wide, high), tone)
            font = theme.font("small", bold=one.cards == view.now)
            ink = theme.colors().ink if one.cards == view.now else theme.colors().muted
            paint.draw(painter, QRectF(left, field.bottom() + 1, step, line), str(one.cards), font, ink, paint.CENTER)


class _Sample(QWidget):
    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.setFixedSize(SAMPLE, SAMPLE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _bar(painter, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._tone)


class CardsPanel(QWidget):
    """Heading, bars, legend and the number that would have earned most; hidden where nothing is tried.

    A trial is played a turn at a time while the window is idle, so that it never waits.
    """

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._key: object = None
        self._trial: CardsTrial | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)
        self.bars = CardBars()
        self.words = label("", "small", bold=True, tone="ink", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(caption(tr("cards_tried.title"), wrap=True))
        layout.addWidget(self.bars)
        layout.addLayout(_legend())
        layout.addWidget(label(tr("cards_tried.note"), "small", tone="muted", wrap=True))
        layout.addWidget(self.words)
        self.hide()

    def show_for(self, key: object, make: Callable[[], "CardsTrial | None"]) -> None:
        """Try the numbers of a thing, once for each `key`."""
        if key == self._key:
            return
        self._key, self._trial = key, make()
        self.hide()
        if self._trial is None:
            self._timer.stop()
        else:
            self._timer.start()

    def finish(self) -> None:
        """Do at once what is left to do."""
        while self._trial is not None:
            self._step()

    def _step(self) -> None:
        if self._trial is not None and not self._trial.over:
            self._trial.step()
            return
        self._timer.stop()
        if self._trial is not None:
            view, self._trial = self._trial.view(), None
            self.bars.show_view(view, self._currency)
            self.words.setText(text(view.words))
            self.show()


def _bar(painter: QPainter, box: QRectF, tone: str) -> None:
    """Red is plain, amber outlined, as everywhere."""
    c = theme.colors()
    color: QColor = getattr(c, tone)
    painter.setPen(QPen(c.amber_line, 1) if tone == "amber" else Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box, 2, 2)


def _legend() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(GRID + 2)
    for tone, key in (("red", "missed"), ("amber", "waste")):
        line.addWidget(_Sample(tone))
        line.addWidget(label(tr(f"cards_tried.{key}"), "small"))
        line.addSpacing(GRID)
    line.addStretch(1)
    return line


def _reading(one: CardsTried, currency: str) -> str:
    missed, waste = Money(one.missed, currency), Money(one.waste, currency)
    return tr("cards_tried.reading", cards=one.cards, missed=missed, waste=waste)
