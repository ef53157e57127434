"""The page of the test: one question at a time, an answer and how sure; nothing is told before the end."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from game.playing.door import Shelf
from game.playing.exam import SURENESS, Form, items
from ui.theme import GRID
from ui.widgets import Card, Progress, ScrollPage, button, caption, label, row
from ui.widgets.choice import Answer, Segments
from ui.words import language, tr

if TYPE_CHECKING:
    from ui.shell import Shell


class ExamPage(ScrollPage):
    """Back and forth are free; the last question ends it. Leaving keeps nothing."""

    def __init__(self, shelf: Shelf, shell: "Shell", form: Form) -> None:
        super().__init__(tr("ui.test.title"), tr(f"ui.test.{form}"), width=210 * GRID)
        self._shelf, self._shell, self._form = shelf, shell, form
        self._items = items(form, language())
        self._picks: dict[str, tuple[int, int]] = {}
        self._at = 0
        self.bar_actions = (button(tr("ui.test.skip"), "bar", shell.go_back, "cross"),)
        self.body.setContentsMargins(6 * GRID, 8 * GRID, 6 * GRID, 6 * GRID)
        self._show()

    def _show(self) -> None:
        while self.body.count():
            taken = self.body.takeAt(0)
            widget = taken.widget() if taken else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self.body.addWidget(self._question())
        self.body.addWidget(label(tr("ui.test.rules"), "small", tone="muted", wrap=True))
        self.body.addStretch(1)

    def _question(self) -> QWidget:
        item, card = self._items[self._at], Card()
        card.body.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        card.body.setSpacing(3 * GRID)
        card.body.addWidget(caption(tr("ui.test.number", number=self._at + 1, whole=len(self._items), name=item.name)))
        card.body.addWidget(Progress(self._at + 1, len(self._items)))
        card.body.addWidget(label(item.text, "label", bold=True, wrap=True))
        choice, sure = self._picks.get(item.concept, (-1, -1))
        card.body.addLayout(self._choices(item.choices, item.text, choice))
        card.body.addSpacing(GRID)
        card.body.addWidget(label(tr("ui.test.how_sure"), bold=True))
        self.sure = Segments(
            [tr(f"ui.test.sure_{n}") for n in range(len(SURENESS))], sure, "tab", tr("ui.test.how_sure")
        )
        self.sure.chosen.connect(lambda _: self._allow())
        card.body.addLayout(row(self.sure, None))
        card.body.addSpacing(GRID)
        last = self._at == len(self._items) - 1
        self.back = button(tr("ui.test.back"), "secondary", self._back, "back")
        self.back.setEnabled(self._at > 0)
        self.next = button(tr("ui.test.finish" if last else "ui.test.next"), "primary", self._next, "next")
        card.body.addLayout(row(self.back, None, self.next))
        self._allow()
        return card

    def _choices(self, choices: tuple[str, ...], question: str, chosen: int) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(2 * GRID)
        self.answers = QButtonGroup(self)
        for index, text in enumerate(choices):
            answer = Answer(text, question)
            answer.radio.setChecked(index == chosen)
            self.answers.addButton(answer.radio, index)
            box.addWidget(answer)
        self.answers.idToggled.connect(lambda *_: self._allow())
        return box

    def _allow(self) -> None:
        self.next.setEnabled(self.answers.checkedId() >= 0 and self.sure.current >= 0)

    def _keep(self) -> None:
        if self.next.isEnabled():
            self._picks[self._items[self._at].concept] = (self.answers.checkedId(), self.sure.current)

    def _back(self) -> None:
        self._keep()
        self._at -= 1
        self._show()

    def _next(self) -> None:
        self._keep()
        if self._at < len(self._items) - 1:
            self._at += 1
            self._show()
            self.answers.button(0).setFocus()
        else:
            self._shelf.keep_exam(self._form, self._picks)
            self._shell.open_comparison(replace=True)

    def first_focus(self) -> QWidget | None:
        """The first answer."""
        return self.answers.button(0)
