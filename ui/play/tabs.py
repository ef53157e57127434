"""The large panel: floor, table, charts and books, one at a time, with the legend and the tabs at its foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.playing.door import Playing
from ui.play.books import Books
from ui.play.charts import Charts
from ui.play.legend import Legend
from ui.play.table import PlantTable
from ui.play.view import Floor
from ui.play.zoom import ZoomTools
from ui.theme import GRID
from ui.widgets import Card, Segments
from ui.words import tr

TABS = ("floor", "table", "charts", "books")


class Views(Card):
    """Floor and table are kept up to date; charts and books are made when they are opened."""

    def __init__(self, playing: Playing, chosen: Callable[[str, str], None]) -> None:
        super().__init__(role="floor")
        self._playing, self._chosen = playing, chosen
        self.floor = Floor(playing.level)
        self.table = PlantTable()
        self.floor.chosen.connect(chosen)
        self.table.chosen.connect(chosen)
        self.stack = QStackedWidget()
        self._late: dict[str, QWidget] = {}
        self._choice: dict[str, str] = {}
        self._kept = (self.floor, _padded(self.table))
        for widget in self._kept:
            self.stack.addWidget(widget)
        self.legend = Legend(playing.level.kind == "store")
        policy = self.legend.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.legend.setSizePolicy(policy)
        self.tabs = Segments([tr(f"play.tab.{name}") for name in TABS], 0, "tab", tr("play.tab.name"))
        self.tabs.chosen.connect(self.open)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, 0, 0, 0)
        foot.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        self.zoom = ZoomTools(self.floor)
        foot.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.setContentsMargins(GRID, GRID, 3 * GRID, 3 * GRID)
        self.body.setSpacing(GRID)
        self.body.addWidget(self.stack, 1)
        self.body.addLayout(foot)

    def refresh(self) -> None:
        """Show the plant as it is now."""
        plant = self._playing.plant()
        self.floor.show_plant(plant, self._playing.turn * self._playing.level.calendar.days_per_turn)
        self.table.show_plant(plant)
        self._drop_late()
        if self.tabs.current > 1:
            self.open(self.tabs.current)

    def _drop_late(self) -> None:
        for widget in self._late.values():
            self.stack.removeWidget(widget)
            widget.deleteLater()
        self._late = {}

    def open(self, index: int) -> None:
        """Open a tab by its place."""
        name = TABS[index]
        if index > 1 and name not in self._late:
            self._late[name] = _padded(self._made(name))
            self.stack.addWidget(self._late[name])
        self.stack.setCurrentWidget(self._late[name] if index > 1 else self._kept[index])
        self.legend.setVisible(index == 0)

    def _made(self, name: str) -> QWidget:
        if name == "books":
            return Books(self._playing, self._chosen)
        return Charts(self._playing, self._choice)


def _padded(widget: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(3 * GRID, 3 * GRID, 0, 0)
    layout.addWidget(widget)
    return page
