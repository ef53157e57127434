"""The Runs page: every run in a list, what-ifs under the run they left; what can be done with the one chosen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.archive import Removed
from game.message import Message
from game.playing.door import Shelf
from game.playing.views import RunCard
from ui import files
from ui.runs.detail import Detail
from ui.runs.tree import RunTree
from ui.theme import GRID
from ui.widgets import Card, Page, button, label, notice
from ui.words import text, tr

if TYPE_CHECKING:
    from ui.shell import Shell


WIDTH = 400 * GRID


class RunsPage(Page):
    """List at the left, the chosen run at the right; a deleted run can be brought back as long as the page is open."""

    def __init__(self, shelf: Shelf, shell: "Shell", said: Message | None = None) -> None:
        super().__init__(tr("ui.runs.title"))
        self._shelf, self._shell = shelf, shell
        self._removed: list[Removed] = []
        self._picker = files.Picker(self, shell.preferences, self.add)
        self.bar_actions = (button(tr("ui.runs.import"), "bar", self._picker.run, "import"),)
        self.tree = RunTree()
        self.tree.chosen.connect(self._show_detail)
        self.tree.activated_run.connect(shell.resume)
        self._right = QVBoxLayout()
        self._top = QVBoxLayout()
        self._build()
        for keys in ("Ctrl+Z", "Delete"):
            on = self.undo if keys == "Ctrl+Z" else self._delete_chosen
            QShortcut(QKeySequence(keys), self, on, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.fill(said or shelf.notice)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * GRID)
        layout.addLayout(self._top)
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        card = Card(tr("ui.runs.title"), tr("ui.runs.about"))
        card.body.addWidget(self.tree, 1)
        both.addWidget(card, 1)
        both.addLayout(self._right)
        layout.addLayout(both, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """No wider than a row can be followed by eye."""
        super().resizeEvent(event)
        side = max(4 * GRID, (self.width() - WIDTH) // 2)
        self.layout().setContentsMargins(side, 4 * GRID, side, 4 * GRID)  # type: ignore[union-attr]

    def fill(self, said: Message | None = None, chosen: int | None = None) -> None:
        """Show the runs as they are now, with a word about what was just done."""
        _empty(self._top)
        if said:
            self._top.addWidget(notice(text(said)))
        if self._removed:
            self._top.addWidget(self._undo_bar())
        self.tree.show_runs(self._shelf.runs(), chosen)

    def _undo_bar(self) -> QWidget:
        bar = Card(role="hint")
        line = QHBoxLayout()
        line.addWidget(label(tr("ui.runs.deleted")), 1)
        self.undo_button = button(tr("ui.runs.undo"), "secondary", self.undo, "undo")
        line.addWidget(self.undo_button)
        bar.body.addLayout(line)
        return bar

    def _show_detail(self, run: RunCard | None) -> None:
        _empty(self._right)
        self.detail = Detail(run, self._shelf.runs())
        self.detail.begun.connect(self._shell.open_levels)
        if run is not None:
            self._connect(self.detail, run)
        self._right.addWidget(self.detail)

    def _connect(self, detail: Detail, run: RunCard) -> None:
        detail.resumed.connect(lambda: self._shell.resume(run.id))
        detail.replayed.connect(lambda: self._shell.open_replay(run.id))
        detail.compared.connect(lambda other: self._shell.open_compare(run.id, other))
        detail.exported.connect(lambda: self._shell.export(self._shelf.resume(run.id)))
        detail.deleted.connect(lambda: self.delete(run.id))

    def _delete_chosen(self) -> None:
        run = self.tree.current_run
        if run is not None:
            self.delete(run.id)

    def delete(self, run_id: int) -> None:
        """Take a run off the shelf; no question asked, for it can be brought back."""
        following = self.tree.neighbour(run_id)
        self._removed.append(self._shelf.delete(run_id))
        self.fill(chosen=following)
        self.tree.setFocus()

    def undo(self) -> None:
        """Bring back the run deleted last."""
        if self._removed:
            removed = self._removed.pop()
            self._shelf.restore(removed)
            self.fill(chosen=removed.number)
            self.tree.setFocus()

    def add(self, path: Path) -> None:
        """Add a file and say what became of it."""
        self.fill(files.add(self._shelf, path))

    def first_focus(self) -> QWidget:
        """The list."""
        return self.tree


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()
