"""Levels off the road: sandboxes, own and class levels, and files with mistakes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from game.message import Message
from game.playing.cards import LevelCard
from ui.levels.broken import BrokenLevel
from ui.levels.tile import WIDTH, LevelTile
from ui.theme import GRID
from ui.widgets import Card, Icon, ScrollPage, button, label, notice, row
from ui.words import text, tr

if TYPE_CHECKING:
    from ui.shell import Shell

LEAST, MOST = 2, 4


class Others(ScrollPage):
    """Tiles in as many columns as there is room for, then what is broken and why."""

    def __init__(
        self,
        about: str,
        cards: Sequence[LevelCard],
        shell: "Shell",
        said: Message | None = None,
        drop: bool = False,
    ) -> None:
        super().__init__(width=320 * GRID)
        self._shell, self._columns = shell, 0
        self.body.addWidget(label(about, "label", tone="muted", wrap=True))
        if said:
            self.body.addWidget(notice(text(said)))
        self._tiles = [self._tile(card) for card in cards if not card.problems]
        self._grid = QGridLayout()
        self._grid.setSpacing(3 * GRID)
        self.body.addLayout(self._grid)
        for card in cards:
            if card.problems:
                self.body.addWidget(BrokenLevel(card))
        if drop:
            self.body.addWidget(self._drop_hint())
        self.body.addStretch(1)

    def append(self, widget: QWidget) -> None:
        """Something more beneath the tiles."""
        self.body.insertWidget(self.body.count() - 1, widget)

    def _drop_hint(self) -> Card:
        hint = Card(role="hint")
        read = button(tr("ui.levels.write"), "link", self._shell.open_authors)
        line = row(Icon("plus", "teal"), label(tr("ui.levels.drop"), tone="muted", wrap=True), read)
        line.setStretch(1, 1)
        hint.body.addLayout(line)
        return hint

    def _tile(self, card: LevelCard) -> LevelTile:
        tile = LevelTile(card)
        tile.pressed.connect(lambda: self._shell.open_briefing(card))
        return tile

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """As many columns as there is room for."""
        super().resizeEvent(event)
        most = min(MOST, max(LEAST, len(self._tiles)))
        columns = max(1, min(most, (self.width() - 8 * GRID) // (WIDTH + 3 * GRID)))
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(MOST):
            self._grid.setColumnStretch(column, int(column < columns))
