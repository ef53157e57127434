"""The row of score tiles: figures with trend and goal, the cash cycle, the stars."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from game.playing.views import Scoreboard, Tile
from ui.play.cycle import CycleTile
from ui.play.tiles import FigureTile, StarsTile
from ui.theme import GRID


class Scores(QWidget):
    """All tiles; `chosen(measure)` asks for a measure in the inspector."""

    chosen = Signal(str)

    def __init__(self, currency: str, turn_text: str) -> None:
        super().__init__()
        self._currency, self._turn_text = currency, turn_text
        self._tiles: list[FigureTile] = []
        self.cycle = CycleTile()
        self.stars = StarsTile()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2 * GRID)
        self._layout.addWidget(self.cycle, 5)
        self._layout.addWidget(self.stars, 4)
        self.cycle.clicked.connect(lambda: self.chosen.emit("cash_cycle"))

    @property
    def tiles(self) -> list[FigureTile]:
        """The tiles of figures."""
        return self._tiles

    @property
    def spoken(self) -> str:
        """The figures that goals ask for (all, where none does), with their goals, in words."""
        asked = [tile for tile in self._tiles if tile.has_goal] or self._tiles
        return ". ".join(tile.accessibleName() for tile in asked)

    def show_score(self, board: Scoreboard) -> None:
        """Show a scoreboard; tiles are made once and filled anew."""
        for place, tile in enumerate(board.tiles):
            if place == len(self._tiles):
                self._add(tile)
            self._tiles[place].show_tile(tile)
        self.cycle.show_cycle(board.cycle)
        self.stars.show_stars(board.stars, board.hint)

    def _add(self, tile: Tile) -> None:
        made = FigureTile(self._currency, self._turn_text)
        made.clicked.connect(lambda: self.chosen.emit(tile.figure.measure))
        self._layout.insertWidget(len(self._tiles), made, 4)
        if self._tiles:
            QWidget.setTabOrder(self._tiles[-1], made)
        self._tiles.append(made)
        QWidget.setTabOrder(made, self.cycle)

    def select(self, measure: str | None) -> None:
        """Mark the tile whose measure the inspector shows."""
        for tile in self._tiles:
            tile.set_selected(tile.measure == measure)
        self.cycle.set_selected(measure == "cash_cycle")
