"""What was known before and after, by concept, and whether being sure went with being right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from game.message import Percent
from game.playing.door import Shelf
from game.playing.exam import Answer, Filled, Form
from ui import theme
from ui.theme import GRID
from ui.widgets import Card, Icon, ScrollPage, button, caption, label, row, rule
from ui.words import DASH, day_text, text, tr

if TYPE_CHECKING:
    from ui.shell import Shell

NEAR = 0.1
"""Up to this difference being sure counts as fitting."""


class ComparisonPage(ScrollPage):
    """Two summaries, a line for each concept; questions with their explanation only once the second form is in."""

    def __init__(self, shelf: Shelf, shell: "Shell") -> None:
        super().__init__(tr("ui.test.compared"), width=250 * GRID)
        self._before, self._after = shelf.exam("before"), shelf.exam("after")
        self.bar_actions = (button(tr("ui.debrief.levels"), "bar-primary", shell.open_levels, "levels"),)
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        forms: tuple[tuple[Form, Filled | None], ...] = (("before", self._before), ("after", self._after))
        for name, found in forms:
            both.addWidget(_summary(name, found, shell), 1)
        self.body.addLayout(both)
        self.body.addWidget(self._concepts())
        if self._after is None:
            self.body.addWidget(label(tr("ui.test.explained_later"), tone="muted", wrap=True))
        else:
            for answer in self._after.answers:
                self.body.addWidget(_explained(answer))
        self.body.addStretch(1)

    def _concepts(self) -> QWidget:
        card = Card(tr("ui.test.by_concept"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for column, name in enumerate(("before", "after"), 1):
            grid.addWidget(caption(tr(f"ui.test.{name}")), 0, column)
        forms = [_by_concept(self._before), _by_concept(self._after)]
        known = forms[0] or forms[1]
        for line, (concept, answer) in enumerate(known.items(), 1):
            grid.addWidget(label(answer.item.name, wrap=True), line, 0)
            for column, form in enumerate(forms, 1):
                grid.addLayout(_mark(form.get(concept)), line, column)
        card.body.addLayout(grid)
        return card

    def first_focus(self) -> QWidget | None:
        """To the levels."""
        return self.bar_actions[0]


def _by_concept(form: Filled | None) -> dict[str, Answer]:
    return {answer.item.concept: answer for answer in form.answers} if form else {}


def _mark(answer: Answer | None) -> QHBoxLayout:
    if answer is None:
        return row(label(DASH, tone="muted"), None)
    icon, tone, word = ("check", "green", "right") if answer.good else ("cross", "red", "wrong")
    said = tr("ui.test.mark", result=tr(f"ui.test.{word}"), sure=tr(f"ui.test.sure_{answer.sure}"))
    return row(Icon(icon, tone), label(said, tone=tone), None)


def _summary(name: Form, form: Filled | None, shell: "Shell") -> Card:
    card = Card(tr(f"ui.test.{name}"))
    if form is None:
        card.body.addWidget(label(tr("ui.test.untaken"), tone="muted"))
        take = button(tr("ui.test.take"), "secondary", lambda: shell.open_test(name))
        card.body.addLayout(row(take, None))
        card.body.addStretch(1)
        return card
    card.body.addWidget(label(tr("ui.test.score", right=form.right, whole=len(form.answers)), "figure", bold=True))
    card.body.addWidget(label(day_text(form.finished_at), "small", tone="muted"))
    card.body.addWidget(Bars(form))
    card.body.addWidget(label(_judged(form), wrap=True))
    card.body.addStretch(1)
    return card


def _judged(form: Filled) -> str:
    over = form.confidence - form.share
    fit = "fits" if abs(over) <= NEAR else "over" if over > 0 else "under"
    return tr(f"ui.test.{fit}", sure=Percent(form.confidence, 0), right=Percent(form.share, 0))


def _explained(answer: Answer) -> Card:
    card, item = Card(answer.item.name), answer.item
    card.body.addWidget(label(item.text, wrap=True))
    if not answer.good:
        card.body.addWidget(label(tr("ui.test.you_said", choice=item.choices[answer.choice]), tone="red", wrap=True))
    card.body.addWidget(
        label(tr("ui.test.right_is", choice=item.choices[item.right]), bold=True, tone="green", wrap=True)
    )
    card.body.addWidget(rule())
    card.body.addWidget(label(item.explain, tone="muted", wrap=True))
    return card


def percent(share: float) -> str:
    """A share in whole percent."""
    return text(Percent(share, 0))


class Bars(QWidget):
    """How much was right above, how sure the learner was beneath."""

    def __init__(self, form: Filled) -> None:
        super().__init__()
        self._lines = (
            (tr("ui.test.bar_right"), form.share, "green"),
            (tr("ui.test.bar_sure"), form.confidence, "blue"),
        )
        self.setFixedHeight(16 * GRID)
        self.setMinimumWidth(70 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{name} {percent(share)}" for name, share, _ in self._lines))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw two bars with their names and values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colors()
        painter.setFont(theme.font("small"))
        for line, (name, share, tone) in enumerate(self._lines):
            y = line * 8.0 * GRID
            words = QRectF(0, y, self.width(), 4 * GRID)
            painter.setPen(c.ink)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(share))
            track = QRectF(0.5, y + 4.5 * GRID, self.width() - 1, 2 * GRID)
            painter.setPen(QPen(c.line, 1))
            painter.setBrush(c.sunken)
            painter.drawRoundedRect(track, GRID, GRID)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(getattr(c, tone))
            painter.drawRoundedRect(QRectF(track.x(), track.y(), track.width() * share, track.height()), GRID, GRID)
