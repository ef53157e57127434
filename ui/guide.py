"""The guided first turn: five bubbles beside what they speak of. Skippable at any time, and never shown again.

Whoever runs the week before the last bubble is led to that one; it goes when the next week is run.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from game.playing.door import Playing
from ui import theme
from ui.play import PlayPage
from ui.preferences import Preferences
from ui.theme import GRID, RADIUS
from ui.widgets import Card, button, caption, label
from ui.words import tr

WIDTH = 84 * GRID
FIRST_LEVEL = 1
STEPS = ("goal", "floor", "cards", "run", "feed")


def wanted(playing: Playing, preferences: Preferences) -> bool:
    """Whether this is the first turn of the first level, and the guide was not seen."""
    level = playing.level
    first = level.order == FIRST_LEVEL and level.chapter == FIRST_LEVEL
    return first and playing.turn == 0 and playing.parent is None and not preferences.guided


class Frame(QWidget):
    """A teal edge around what a step speaks of; the mouse goes through it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colors().teal, 3))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), RADIUS + 2, RADIUS + 2)


class Guide(Card):
    """The bubble. It lies over the page and goes with it; nothing beneath is blocked."""

    def __init__(self, page: PlayPage, preferences: Preferences) -> None:
        super().__init__(role="guide")
        self.setParent(page)
        self._page, self._preferences = page, preferences
        self._frame = Frame(page)
        self.setFixedWidth(WIDTH)
        self.step = 0
        self._count = caption("")
        self._head, self._words = label("", "title", bold=True, wrap=True), label("", "label", wrap=True)
        self.next = button(tr("ui.guide.next"), "primary", self.go_on)
        self.leave = button(tr("ui.guide.skip"), "link", self.skip)
        for widget in (self._count, self._head, self._words):
            self.body.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self.leave)
        line.addStretch(1)
        line.addWidget(self.next)
        self.body.addLayout(line)
        page.installEventFilter(self)
        page.turned.connect(self._turned)
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the page when it changes its size or is first shown."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _target(self) -> QWidget:
        page = self._page
        targets = {"goal": page.scores, "floor": page.views, "cards": page.inspector, "feed": page.feed}
        return targets.get(STEPS[self.step], page)

    def _tell(self) -> None:
        name = STEPS[self.step]
        self._count.setText(tr("ui.guide.count", step=self.step + 1, steps=len(STEPS)))
        self._head.setText(tr(f"guide.{name}.title"))
        self._words.setText(tr(f"guide.{name}.text"))
        last = self.step == len(STEPS) - 1
        self.next.setText(tr("ui.guide.done" if last else "ui.guide.next"))
        self.next.setAccessibleName(self.next.text())
        self.leave.setVisible(not last)
        self.setAccessibleName(f"{self._head.text()}. {self._words.text()}")
        self.next.setAccessibleDescription(self.accessibleName())
        self._place()

    def _place(self) -> None:
        page, target = self._page, self._target()
        whole = target is page
        box = QRect(target.mapTo(page, QPoint(0, 0)), target.size())
        self._frame.setVisible(not whole)
        self._frame.setGeometry(box.adjusted(-GRID, -GRID, GRID, GRID))
        self._frame.raise_()
        self.layout().activate()  # type: ignore[union-attr]
        self.resize(WIDTH, max(self.heightForWidth(WIDTH), self.sizeHint().height()))
        self.move(self._spot(box, whole))
        self.raise_()
        self.show()

    def _spot(self, box: QRect, whole: bool) -> QPoint:
        """Beneath what it speaks of, above it, or beside it: where it hides least."""
        page, gap = self._page.rect(), 3 * GRID
        high, wide = self.height(), self.width()
        if whole:
            return QPoint(page.right() - wide - 4 * GRID, 2 * GRID)
        left = min(max(box.center().x() - wide // 2, gap), page.right() - wide - gap)
        if box.bottom() + gap + high < page.bottom():
            return QPoint(left, box.bottom() + gap)
        if box.top() - gap - high > 0:
            return QPoint(left, box.top() - gap - high)
        if box.left() - gap - wide > 0:
            return QPoint(box.left() - gap - wide, max(gap, box.center().y() - high // 2))
        return QPoint(page.right() - wide - gap, box.top() + gap)

    def go_on(self) -> None:
        """The next step, or the end."""
        if self.step == len(STEPS) - 1:
            self.skip()
            return
        self.step += 1
        self._tell()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned(self) -> None:
        """A turn was run while the bubble was open: what remains to say is where to read on."""
        if not self.isVisible():
            return
        if self.step == len(STEPS) - 1:
            self.skip()
        else:
            self.step = len(STEPS) - 1
            self._tell()

    def skip(self) -> None:
        """Leave the guide for good; settings can bring it back."""
        self._preferences.guided = True
        self._page.removeEventFilter(self)
        self._frame.hide()
        self.hide()
        self._page.views.floor.setFocus(Qt.FocusReason.OtherFocusReason)
