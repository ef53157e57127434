"""Tables of numbers: the three statements, and the data behind a chart."""

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from game.message import to_read
from game.playing.views import Chart, Statement
from ui import theme
from ui.theme import GRID
from ui.words import kind_text, known, money, tr

ROW = 6 * GRID
TOTAL = "total"


class NumberTable(QTableWidget):
    """Read-only, numbers at the right, names of the rows standing still while the columns scroll."""

    def __init__(self, columns: Sequence[str], rows: Sequence[str], name: str) -> None:
        super().__init__(len(rows), len(columns))
        self.setAccessibleName(name)
        self._set_off: list[QTableWidgetItem] = []
        theme.signals.changed.connect(self._paint_grounds)
        self.setHorizontalHeaderLabels(list(columns))
        self.setVerticalHeaderLabels(list(rows))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFont(theme.font())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW)
        down.setHighlightSections(False)

    @property
    def whole_height(self) -> int:
        """The height at which nothing scrolls up or down."""
        return ROW * (self.rowCount() + 1) + self.horizontalHeader().sizeHint().height()

    @property
    def whole_width(self) -> int:
        """The width at which nothing scrolls sideways."""
        return self._around + self.horizontalHeader().length()

    def width_with(self, column: int) -> int:
        """The width at which one column stands whole beside the names of the rows."""
        return self._around + self.columnWidth(column)

    @property
    def _around(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        return self.verticalHeader().sizeHint().width() + bar + 2 * self.frameWidth()

    def put(
        self, line: int, column: int, text: str, bold: bool = False, ground: bool = False, left: bool = False
    ) -> None:
        """Fill a cell; `ground` sets it off; words stand at the `left`, beneath their heading."""
        cell = QTableWidgetItem(text)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, text or tr("ui.column.empty"))
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cell.setFont(theme.font(bold=bold))
        if ground:
            self._set_off.append(cell)
            cell.setBackground(theme.colors().sunken)
        if left:
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            cell.setTextAlignment(side)
            if (heading := self.horizontalHeaderItem(column)) is not None:
                heading.setTextAlignment(side)
        self.setItem(line, column, cell)

    def _paint_grounds(self) -> None:
        for cell in self._set_off:
            cell.setBackground(theme.colors().sunken)

    def fill(self, rows: Iterable[Sequence[str]]) -> None:
        """Fill all cells, row by row."""
        for line, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.put(line, column, text)
        self.resizeColumnsToContents()

    def head(self, line: int, bold: bool) -> None:
        """Make the name of a row bold."""
        found = self.verticalHeaderItem(line)
        if found is not None:
            found.setFont(theme.font("body", bold=bold))


def statement_table(statement: Statement, currency: str, turn_key: str) -> NumberTable:
    """A statement by turn, the total first; sums are bold, headings stand alone."""
    order = _order(statement.columns)
    names = [account_name(key) for key, _, _ in statement.rows]
    columns = [column_name(statement.columns[place], turn_key) for place in order]
    digits = to_read(amount for _, _, amounts in statement.rows for amount in amounts)
    table = NumberTable(columns, names, tr(f"ui.debrief.{statement.name}"))
    for line, (_, style, amounts) in enumerate(statement.rows):
        table.head(line, style != "line")
        for column, place in enumerate(order):
            bold = style == "sum" or statement.columns[place] == TOTAL
            said = money(amounts[place], currency, digits) if amounts else ""
            table.put(line, column, said, bold, ground=style == "sum")
    table.resizeColumnsToContents()
    return table


def _order(columns: Sequence[str]) -> list[int]:
    """Places of the columns as shown: the total before the turns."""
    places = range(len(columns))
    return sorted(places, key=lambda place: columns[place] != TOTAL)


def column_name(name: str, turn_key: str) -> str:
    """The heading of a column of a statement: Week 3, Total."""
    word = tr(turn_key)
    return f"{word[:1].upper()}{word[1:]} {name}" if name.isdigit() else tr(f"statement.{name}")


def account_name(key: str) -> str:
    """The name of a row; a key without a text is shown in plain words."""
    return tr(key) if known(key) else key.rpartition(".")[2].replace("_", " ").capitalize()


def chart_table(chart: Chart, names: Sequence[str], currency: str) -> NumberTable:
    """The values of a chart, a row for each period."""
    count = max((len(series.values) for series in chart.series), default=0)
    per_turn = max(1, chart.periods_per_turn)
    rows = [tr("ui.chart.period", turn=i // per_turn + 1, period=i % per_turn + 1) for i in range(count)]
    table = NumberTable(names, rows, tr(f"ui.chart.{chart.name}"))
    for column, series in enumerate(chart.series):
        for line, value in enumerate(series.values):
            table.put(line, column, kind_text(chart.kind, None if math.isnan(value) else value, currency))
    table.resizeColumnsToContents()
    return table
