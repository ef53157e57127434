"""The test before and after, offered beside the road; nobody has to take it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from game.playing.door import Shelf
from game.playing.exam import FORMS, Form
from ui.theme import GRID
from ui.widgets import Card, button, label, row
from ui.words import day_text, tr

if TYPE_CHECKING:
    from ui.shell import Shell


class ExamCard(Card):
    """Each form with what came of it, or the way to it; both taken, the comparison."""

    def __init__(self, shelf: Shelf, shell: "Shell") -> None:
        super().__init__(tr("ui.test.title"), tr("ui.test.about"))
        self.body.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self.body.setSpacing(GRID)
        self._shelf, self._shell = shelf, shell
        for form in FORMS:
            self.body.addLayout(self._form(form))
        if any(shelf.exam(form) for form in FORMS):
            self.body.addLayout(row(button(tr("ui.test.look"), "link", shell.open_comparison), None))

    def _form(self, form: Form) -> QHBoxLayout:
        name, taken = tr(f"ui.test.{form}"), self._shelf.exam(form)
        said = tr("ui.test.untaken")
        if taken is not None:
            said = tr("ui.test.taken", right=taken.right, whole=len(taken.answers), day=day_text(taken.finished_at))
        take = button(name, "link", lambda: self._shell.open_test(form), name=f"{name}: {said}")
        return row(take, None, label(said, "small", tone="muted"))
