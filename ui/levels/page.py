"""The Levels page: what can be played, what is broken and why, and the runs so far."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from game.message import Message
from game.playing.cards import LevelCard
from game.playing.door import Shelf
from ui import files
from ui.levels.broken import BrokenLevel
from ui.levels.runs import RunsPanel
from ui.levels.tile import WIDTH, LevelTile
from ui.theme import GRID
from ui.widgets import Card, Icon, ScrollPage, button, label, notice, row
from ui.words import text, tr

if TYPE_CHECKING:
    from ui.shell import Shell


class LevelsPage(ScrollPage):
    """Cards of levels at the left, runs at the right; files dropped anywhere are added."""

    def __init__(self, shelf: Shelf, shell: "Shell", said: Message | None = None) -> None:
        super().__init__(tr("ui.levels.title"), width=370 * GRID)
        self._shelf, self._shell = shelf, shell
        self._columns = 0
        self._picker = files.Picker(self, shell.preferences, self.add)
        self.bar_actions = (
            button(tr("ui.levels.add"), "bar", self._picker.level, "plus"),
            button(tr("ui.runs.import"), "bar", self._picker.run, "import"),
        )
        both = QHBoxLayout()
        both.setSpacing(4 * GRID)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.setSpacing(3 * GRID)
        both.addLayout(self._left, 1)
        both.addLayout(self._right)
        self.body.addLayout(both, 1)
        self.fill(said)

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
        panel.all_wanted.connect(self._shell.open_runs)
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

    def add(self, path: Path) -> None:
        """Add a level file or a run file, and say what became of it."""
        self.fill(files.add(self._shelf, path))

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
