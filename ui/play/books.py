"""The tab of the books: statements, what is owed and how old it is, measures; beside, what a cell is made of."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from game.message import to_add
from game.playing.door import Playing
from game.playing.views import Entries, MeasureView, Statement
from ui.debrief.tables import TOTAL, NumberTable, account_name, column_name, statement_table
from ui.play.books_paper import paper
from ui.play.numbers import day_long, turn_key, turn_word
from ui.theme import GRID
from ui.widgets import Segments, button, label
from ui.words import figure_text, money, text, tied, tr

MOST = 400
"""Lines shown behind a cell; the largest come first where there are more."""


class Books(QWidget):
    """`chosen(kind, target)` is called for a measure, so that the inspector shows it as well."""

    def __init__(self, playing: Playing, chosen: Callable[[str, str], None]) -> None:
        super().__init__()
        self._playing, self._chosen = playing, chosen
        self._currency, self._turn_key = playing.level.money.currency, turn_key(playing.level, "word")
        self.tables: list[NumberTable] = []
        self._statements = (*playing.statements(), *playing.ageing())
        self._measures = playing.measures()
        names = [tr(f"play.books.{one.name}") for one in self._statements]
        self.tabs = Segments([*names, tr("play.books.measures")], 0, "tab", tr("ui.debrief.books"))
        self.stack, self.behind = QStackedWidget(), _Behind(playing)
        for statement in self._statements:
            self._add(statement_table(statement, self._currency, self._turn_key), partial(self._cell, statement))
        self._add(_measure_table(self._measures, playing, self._currency), self._measure)
        self.tabs.chosen.connect(self._show)
        self._build()
        self._show(0)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.tabs)
        line.addStretch(1)
        line.addWidget(button(tr("play.books.print"), "secondary", self.print_all, name=tr("play.books.print_name")))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(4 * GRID)
        for widget in (self.stack, self.behind):
            self.split.addWidget(widget)
        self.split.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addLayout(line)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.behind.said)

    def print_all(self) -> None:
        """All statements on paper, by the desktop's own dialog."""
        from ui.printing import print_document

        print_document(paper(self._statements, self._playing.level, self._currency), self)

    def _add(self, table: NumberTable, on: Callable[[int, int], None]) -> None:
        self.tables.append(table)
        self.stack.addWidget(table)
        table.currentCellChanged.connect(lambda row, column, *_: on(row, column))
        table.cellClicked.connect(on)

    def _show(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.behind.show_words(tr("play.books.hint" if index < len(self._statements) else "play.books.hint_measures"))

    def _cell(self, statement: Statement, line: int, column: int) -> None:
        if not 0 <= line < len(statement.rows) or column < 0:
            return
        place = sorted(range(len(statement.columns)), key=lambda at: statement.columns[at] != TOTAL)[column]
        key, name = statement.rows[line][0], statement.columns[place]
        found = self._playing.entries(statement.name, key, name)
        if found is None or not (found.entries or found.before):
            self.behind.show_words(tr("play.books.nothing"))
            return
        self.behind.show_entries(f"{account_name(key)}, {column_name(name, self._turn_key)}", found)
        self._share_out()
        table = self.tables[self.stack.currentIndex()]
        table.scrollTo(table.model().index(line, column))

    def _share_out(self) -> None:
        """Room for the postings, as long as the figure they explain stays in sight; measures beside their formula."""
        table, whole = self.tables[self.stack.currentIndex()], self.split.width() - self.split.handleWidth()
        if table is self.tables[-1]:
            left = table.whole_width
        else:
            left = whole - min(self.behind.wanted, whole - table.width_with(max(0, table.currentColumn())))
        self.split.setSizes([left, whole - left])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share out the new width."""
        super().resizeEvent(event)
        self._share_out()

    def _measure(self, line: int, column: int) -> None:
        if 0 <= line < len(self._measures):
            view = self._measures[line]
            self.behind.show_formula(tr(f"measure.{view.name}"), text(view.how))
            self._share_out()
            self._chosen("goal", view.name)


class _Behind(QWidget):
    """What a cell is made of, as a table beside the books; or `said`, a sentence beneath them."""

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing
        self.said = label("", bold=True, wrap=True)
        self._head, self._formula = label("", bold=True, wrap=True), label("", wrap=True)
        self.table: NumberTable | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self._formula)
        self._layout.addStretch(0)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence, the line above the table, or the formula."""
        if self.isHidden():
            return self.said.text()
        return self._formula.text() if self.table is None else self._head.text()

    @property
    def wanted(self) -> int:
        """The width at which nothing scrolls sideways."""
        return 0 if self.table is None else self.table.whole_width

    def show_words(self, words: str) -> None:
        """A sentence, and no table."""
        self._clear()
        self.said.setText(words)
        self.said.setVisible(True)
        self.hide()

    def show_formula(self, title: str, words: str) -> None:
        """How a measure is computed, with its figures."""
        self._clear()
        self.said.hide()
        self._head.setText(title)
        self._formula.setText(tied(words))
        self._formula.show()
        self.show()

    def _clear(self) -> None:
        self._formula.hide()
        if self.table is not None:
            self._layout.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = None

    def show_entries(self, title: str, found: Entries) -> None:
        """All postings of a cell, and their sum in the heading."""
        self._clear()
        self.said.hide()
        currency, level, count = self._playing.level.money.currency, self._playing.level, len(found.entries)
        digits = to_add((found.before, *(one.amount for one in found.entries)))
        self._head.setText(tr("play.books.sum", title=title, money=money(found.total, currency, digits), count=count))
        entries = found.entries
        if len(entries) > MOST:
            entries = tuple(sorted(entries, key=lambda entry: -abs(entry.amount))[:MOST])
        lines = [(day_long(level, one.day), text(one.kind), one.owner, one.amount) for one in entries]
        if found.before:
            lines.insert(0, (tr("play.books.before"), "", "", found.before))
        columns = [tr(f"play.books.{name}") for name in ("amount", "whose", "what")]
        table = NumberTable(columns, [line[0] for line in lines], title)
        for at, (_, kind, owner, amount) in enumerate(lines):
            table.put(at, 0, money(amount, currency, digits), bold=True)
            for column, words in enumerate((owner, kind), 1):
                table.put(at, column, words, left=True)
        table.resizeColumnsToContents()
        self.table = table
        self._layout.insertWidget(1, table, 1)
        self.show()


def _measure_table(measures: tuple[MeasureView, ...], playing: Playing, currency: str) -> NumberTable:
    columns = [tr("statement.total"), turn_word(playing.level, "feed")]
    table = NumberTable(columns, [tr(f"measure.{view.name}") for view in measures], tr("play.books.measures"))
    for line, view in enumerate(measures):
        table.put(line, 0, figure_text(view.whole, currency), bold=True)
        table.put(line, 1, figure_text(view.last, currency))
    table.resizeColumnsToContents()
    return table
