"""The large panel: floor, charts, books, suppliers, projects, policy board, one at a time; beneath, legend and tabs."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.playing.door import Playing
from ui.play.board import Board
from ui.play.books import Books
from ui.play.charts import Charts
from ui.play.legend import Legend
from ui.play.levers import Decide
from ui.play.projects import Projects
from ui.play.suppliers import Suppliers
from ui.play.table import PlantTable
from ui.play.things import thing_names
from ui.play.view import Floor
from ui.play.zoom import ZoomTools
from ui.theme import GRID
from ui.widgets import Card, Segments, button
from ui.words import tr

TABS = ("floor", "charts", "books", "suppliers", "projects")
PLANNED = (Suppliers, Projects, Board)
"""What shows settings that may change before the turn is run."""


class Views(Card):
    """The floor (or the same plant as a table) is kept up to date; the other tabs are made when they are opened.

    `picked(item, choice, reason)` asks for a choice of the policy board.
    """

    picked = Signal(str, str, str)

    def __init__(self, playing: Playing, chosen: Callable[[str, str], None], decide: Decide) -> None:
        super().__init__(role="floor")
        self._playing, self._chosen, self._decide = playing, chosen, decide
        self.floor = Floor(playing.level)
        self.table = PlantTable()
        self.floor.chosen.connect(chosen)
        self.table.chosen.connect(chosen)
        self.stack = QStackedWidget()
        self._late: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._choice: dict[str, str] = {}
        self._table_page = _padded(self.table)
        self._home: QWidget = self.floor
        for widget in (self.floor, self._table_page):
            self.stack.addWidget(widget)
        self.legend = Legend(playing.level.kind == "store")
        policy = self.legend.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.legend.setSizePolicy(policy)
        self.to_table = button("", "tab", self.toggle_table, "table", tr("play.tab.table"))
        self.to_floor = button("", "tab", self.toggle_table, "factory", tr("play.tab.as_floor"))
        for one in (self.to_table, self.to_floor):
            one.setToolTip(f"{one.accessibleName()} ({tr('play.tab.table_key')})")
        self.names = TABS if playing.board() is None else (*TABS, "board")
        self.tabs = Segments([tr(f"play.tab.{name}") for name in self.names], 0, "tab", tr("play.tab.name"))
        self.tabs.chosen.connect(self.open)
        self.zoom = ZoomTools(self.floor)
        self._build()
        self.to_floor.hide()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, 0, 0, 0)
        foot.setSpacing(2 * GRID)
        foot.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        for one in (self.to_table, self.to_floor):
            foot.addWidget(one, 0, Qt.AlignmentFlag.AlignBottom)
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
        if self.tabs.current:
            self.open(self.tabs.current)

    def replan(self) -> None:
        """Show the settings as they are planned now: at once on the tab that is seen, on others when they are."""
        self._stale = set(self._late)
        self._catch_up(self.names[self.tabs.current])

    def _catch_up(self, name: str) -> None:
        if name in self._stale:
            self._stale.remove(name)
            for one in self._late[name].findChildren(QWidget):
                if isinstance(one, PLANNED):
                    one.refresh()

    def _drop_late(self) -> None:
        for widget in self._late.values():
            self.stack.removeWidget(widget)
            widget.deleteLater()
        self._late, self._stale = {}, set()

    def toggle_table(self) -> None:
        """The plant as a table, or as the floor again."""
        self._home = self._table_page if self._home is self.floor else self.floor
        self.go_home()

    def go_home(self) -> None:
        """To the plant, with the keyboard."""
        self.tabs.choose(0)
        (self.floor if self._home is self.floor else self.table).setFocus()

    def open(self, index: int) -> None:
        """Open a tab by its place."""
        name = self.names[index]
        if index and name not in self._late:
            self._late[name] = _padded(self._made(name))
            self.stack.addWidget(self._late[name])
        self._catch_up(name)
        had_focus = self.stack.isAncestorOf(self.focusWidget() or self)
        self.stack.setCurrentWidget(self._late[name] if index else self._home)
        self.legend.setVisible(not index and self._home is self.floor)
        self.to_table.setVisible(not index and self._home is self.floor)
        self.to_floor.setVisible(not index and self._home is not self.floor)
        if had_focus and (target := self.tabs.focus_target) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, name: str) -> QWidget:
        match name:
            case "books":
                return Books(self._playing, self._chosen)
            case "suppliers":
                return Suppliers(self._playing, self._chosen, self._decide, thing_names(self._playing.plant()))
            case "projects":
                return Projects(self._playing, self._chosen, self._decide)
            case "board":
                return Board(self._playing, self.picked.emit, self._decide)
        return Charts(self._playing, self._choice)


def _padded(widget: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(3 * GRID, 3 * GRID, 0, 0)
    layout.addWidget(widget)
    return page
