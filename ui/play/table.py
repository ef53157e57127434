"""The plant as a table: the same things as on the floor, in words, for screen readers and for those who like tables."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from game.playing.views import ItemView, PlantView, StationView, StreamView, SupplierView
from ui import theme
from ui.play.numbers import percent
from ui.play.tips import Thing, state
from ui.theme import GRID
from ui.words import text, tr

KIND = {SupplierView: "supplier", ItemView: "item", StationView: "station", StreamView: "stream"}
KEY = Qt.ItemDataRole.UserRole
COLUMNS = ("kind", "thing", "figure", "state")


class PlantTable(QTableWidget):
    """One row a thing; Enter or a double click opens it."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(0, len(COLUMNS))
        self.setHorizontalHeaderLabels([tr(f"play.table.{name}") for name in COLUMNS])
        self.setAccessibleName(tr("play.table.name"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.cellActivated.connect(self._open)
        self.cellClicked.connect(self._open)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As much as the floor."""
        return QSize(200 * GRID, 120 * GRID)

    def show_plant(self, plant: PlantView) -> None:
        """Fill the table; the row that was current stays current."""
        things: list[Thing] = [*plant.suppliers, *plant.items, *plant.stations, *plant.streams]
        row = self.currentRow()
        self.setRowCount(len(things))
        for at, thing in enumerate(things):
            kind = KIND[type(thing)]
            words = (tr(f"play.table.{kind}"), thing.name, _figure(thing), state(thing, plant))
            for column, cell in enumerate(words):
                item = QTableWidgetItem(cell)
                item.setData(KEY, (kind, thing.id))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, cell or tr("ui.column.empty"))
                item.setFont(theme.font("body", bold=column == 1))
                self.setItem(at, column, item)
        if 0 <= row < len(things):
            self.setCurrentCell(row, 1)

    def _open(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None:
            self.chosen.emit(*item.data(KEY))


def _figure(thing: Thing) -> str:
    match thing:
        case SupplierView():
            return percent(thing.share / 100)
        case ItemView():
            return text(thing.on_hand)
        case StationView():
            return percent(thing.split.get("running", 0.0))
        case StreamView():
            return text(thing.demand[-1]) if thing.demand else ""
