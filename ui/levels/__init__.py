"""The Levels page: what can be played, what is broken and why, and the runs so far."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.message import Message
from game.playing.door import Shelf
from game.playing.views import LevelCard
from ui.levels.broken import BrokenLevel
from ui.levels.runs import RunsPanel
from ui.levels.tile import WIDTH, LevelTile
from ui.theme import GRID
from ui.widgets import Card, Icon, ScrollPage, button, label, notice, row
from ui.words import text, tr

if TYPE_CHECKING:
    from ui.shell import Shell

RUN_FILE, LEVEL_FILE = ".json", ".toml"


class LevelsPage(ScrollPage):
    """Cards of levels at the left, runs at the right; files dropped anywhere are added."""

    def __init__(self, shelf: Shelf, shell: "Shell") -> None:
        super().__init__(tr("ui.levels.title"), width=370 * GRID)
        self._shelf, self._shell = shelf, shell
        self._columns = 0
        self.bar_actions = (
            button(tr("ui.levels.add"), "bar", self._pick_level, "plus"),
            button(tr("ui.runs.import"), "bar", self._pick_run, "import"),
        )
        self.setAcceptDrops(True)
        both = QHBoxLayout()
        both.setSpacing(4 * GRID)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.setSpacing(3 * GRID)
        both.addLayout(self._left, 1)
        both.addLayout(self._right)
        self.body.addLayout(both, 1)
        self.fill()

    def fill(self, said: Message | None = None) -> None:
        """Show the shelf as it is now, with a word about what was just added."""
        self._empty(self._left)
        self._empty(self._right)
        cards = self._shelf.levels()
        said = said or self._shelf.notice
        if said:
            self._left.addWidget(notice(text(said)))
        self._fill_tiles([card for card in cards if not card.problems])
        for card in cards:
            if card.problems:
                self._left.addWidget(BrokenLevel(card))
        self._left.addWidget(self._drop_hint())
        self._left.addStretch(1)
        self._fill_runs()

    def _fill_tiles(self, cards: list[LevelCard]) -> None:
        self._tiles = [self._tile(card) for card in cards]
        self._grid = QGridLayout()
        self._grid.setSpacing(3 * GRID)
        self._left.addLayout(self._grid)
        self._columns = 0
        self._arrange()

    def _tile(self, card: LevelCard) -> LevelTile:
        tile = LevelTile(card)
        tile.pressed.connect(lambda: self._shell.open_briefing(card))
        return tile

    def _arrange(self) -> None:
        room = self.width() - 100 * GRID
        columns = max(1, min(len(self._tiles), room // (WIDTH + 3 * GRID), 4))
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _drop_hint(self) -> QWidget:
        hint = Card(role="hint")
        line = row(Icon("plus", "teal"), label(tr("ui.levels.drop"), tone="muted", wrap=True))
        line.setStretch(1, 1)
        hint.body.addLayout(line)
        return hint

    def _fill_runs(self) -> None:
        panel = RunsPanel(self._shelf.runs())
        panel.setFixedWidth(84 * GRID)
        panel.opened.connect(self._shell.resume)
        panel.exported.connect(self._export)
        self._right.addWidget(panel)
        self._right.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The first level."""
        return self._tiles[0] if self._tiles else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Level files and run files are welcome."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Add what was dropped."""
        for path in _files(event):
            self.add(path)
        event.acceptProposedAction()

    def add(self, path: Path) -> None:
        """Add a level file or a run file, and say what became of it."""
        if path.suffix.lower() == RUN_FILE:
            found = self._shelf.import_run(path)
            said = found if isinstance(found, Message) else Message("ui.runs.imported", {"title": found.title})
        else:
            said = self._add_level(path)
        self.fill(said)

    def _add_level(self, path: Path) -> Message:
        try:
            card = self._shelf.add_level(path)
        except OSError as error:
            return Message("ui.levels.unreadable", {"file": path.name, "error": error.strerror or str(error)})
        return Message("ui.levels.added_broken" if card.problems else "ui.levels.added", {"title": card.title})

    def _pick_level(self) -> None:
        self._pick(tr("ui.levels.add"), f"{tr('ui.levels.files')} (*{LEVEL_FILE})")

    def _pick_run(self) -> None:
        self._pick(tr("ui.runs.import"), f"{tr('ui.runs.files')} (*{RUN_FILE})")

    def _pick(self, title: str, files: str) -> None:
        name, _ = QFileDialog.getOpenFileName(self, title, self._shell.preferences.folder, files)
        if name:
            self.add(self._shell.remember_folder(name))

    def _export(self, run_id: int) -> None:
        self._shell.export(self._shelf.resume(run_id))

    @staticmethod
    def _empty(layout: QHBoxLayout | QVBoxLayout | QGridLayout) -> None:
        while layout.count():
            item = layout.takeAt(0)
            if item is None:
                continue
            widget, inner = item.widget(), item.layout()
            if widget:
                widget.hide()
                widget.deleteLater()
            elif isinstance(inner, QGridLayout):
                LevelsPage._empty(inner)


def _files(event: QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (RUN_FILE, LEVEL_FILE)]
