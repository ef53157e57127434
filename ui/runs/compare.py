"""Two runs side by side: how they ended, goals and figures, a curve by turn, and who decided what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from game.message import Message, Number
from game.playing.compare import Comparison, Curve, Row, Side
from ui.debrief.tables import NumberTable
from ui.runs.curves import Curves, tone_of
from ui.theme import GRID
from ui.widgets import Card, Choices, ScrollPage, Segments, Stars, label, row
from ui.widgets.goals import measure_name
from ui.words import kind_text, text, tr

SIDES = ("ui.compare.first", "ui.compare.second")


class ComparePage(ScrollPage):
    """See the module."""

    def __init__(self, found: Comparison) -> None:
        super().__init__(tr("ui.compare.title"), _context(found), width=400 * GRID)
        self._found, self._currency = found, found.currency
        heads = QHBoxLayout()
        heads.setSpacing(3 * GRID)
        for place, side in enumerate(found.sides):
            heads.addWidget(self._head(side, place), 1)
        self.body.addLayout(heads)
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        both.addWidget(self._figures(), 4)
        both.addWidget(self._curves(), 6)
        self.body.addLayout(both)
        self.body.addWidget(self._decisions())
        self.body.addStretch(1)

    def _head(self, side: Side, place: int) -> QWidget:
        card = Card()
        name = tr(SIDES[place])
        card.setAccessibleName(f"{name}: {side.title}, {text(side.headline)}")
        line = row(_mark(place), label(name, bold=True, tone=tone_of(place)), None, Stars(side.stars, 5 * GRID))
        card.body.addLayout(line)
        card.body.addWidget(label(text(side.headline), "title", bold=True, wrap=True))
        about = tr("ui.compare.about", title=_side_name(side), turn=side.turn, turns=side.turns, seed=str(side.seed))
        card.body.addWidget(label(about, tone="muted", wrap=True))
        return card

    def _figures(self) -> QWidget:
        card = Card(tr("ui.compare.figures"), tr("ui.compare.figures_about"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(0, 1)
        for place, key in enumerate(SIDES):
            head = label(tr(key), "small", bold=True, tone=tone_of(place))
            grid.addWidget(head, 0, place + 1, Qt.AlignmentFlag.AlignRight)
        scores = (self._found.sides[0].score, self._found.sides[1].score)
        _line(grid, 1, tr("ui.compare.points"), [text(Number(score)) for score in scores], _higher(scores), True)
        for number, entry in enumerate(self._found.rows, 2):
            values = [kind_text(entry.kind, value, self._currency) for value in entry.values]
            _line(grid, number, _row_name(entry), values, entry.better, entry.goal)
        card.body.addLayout(grid)
        card.body.addStretch(1)
        return card

    def _curves(self) -> QWidget:
        card = Card(tr("ui.compare.curves"))
        self.curves = Curves(self._found.turns, self._currency, self._found.parted)
        self.which = Choices()
        self.which.setAccessibleName(tr("ui.compare.which"))
        self.which.addItems([_curve_name(curve) for curve in self._found.curves])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.curves)
        self.tables: dict[int, QWidget] = {}
        self.data = Segments([tr("ui.compare.as_curve"), tr("ui.compare.as_table")], 0, "tab", tr("ui.compare.curves"))
        line = QHBoxLayout()
        line.addWidget(self.which)
        line.addStretch(1)
        line.addWidget(self.data)
        card.body.addLayout(line)
        keys = [part for place in (0, 1) for part in (_mark(place), label(tr(SIDES[place]), "small", tone="muted"))]
        card.body.addLayout(row(*keys, None))
        card.body.addWidget(self.stack, 1)
        self.which.currentIndexChanged.connect(lambda index: self._show())
        self.data.chosen.connect(lambda index: self._show())
        self._show()
        return card

    def _show(self) -> None:
        place = self.which.currentIndex()
        curve = self._found.curves[place]
        self.curves.show_curve(curve, _curve_name(curve))
        if self.data.current == 0:
            self.stack.setCurrentIndex(0)
            return
        if place not in self.tables:
            self.tables[place] = self._table(curve)
            self.stack.addWidget(self.tables[place])
        self.stack.setCurrentWidget(self.tables[place])

    def _table(self, curve: Curve) -> NumberTable:
        rows = [str(turn + 1) for turn in range(self._found.turns)]
        table = NumberTable([tr(key) for key in SIDES], rows, _curve_name(curve))
        for place, values in enumerate(curve.values):
            for turn, value in enumerate(values):
                table.put(turn, place, kind_text(curve.kind, value, self._currency))
        return table

    def _decisions(self) -> QWidget:
        card = Card(tr("ui.compare.decided"), tr("ui.compare.decided_about"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, key in enumerate(SIDES):
            grid.addWidget(label(tr(key), "small", bold=True, tone=tone_of(place)), 0, place + 1)
        for line, entry in enumerate(self._found.decided, 1):
            same = entry.made[0] == entry.made[1]
            grid.addWidget(label(str(entry.turn + 1), bold=True), line, 0, Qt.AlignmentFlag.AlignTop)
            for place, made in enumerate(entry.made):
                grid.addWidget(label(_sentences(made), tone="muted" if same else "ink", wrap=True), line, place + 1,
                               Qt.AlignmentFlag.AlignTop)  # fmt: skip
        card.body.addLayout(grid)
        return card

    def first_focus(self) -> QWidget:
        """The choice of the curve."""
        return self.which


def _mark(place: int) -> QWidget:
    return label("\u25cf\u2501" if place == 0 else "\u25cb\u254d", "small", bold=True, tone=tone_of(place))


def _side_name(side: Side) -> str:
    if side.parted is None:
        return side.title
    return tr("ui.runs.title_what_if", title=side.title, turn=side.parted + 1)


def _context(found: Comparison) -> str:
    if not found.same_level:
        return tr("ui.compare.other_level")
    return tr("ui.compare.same_luck" if found.same_luck else "ui.compare.other_luck")


def _higher(values: tuple[float, float]) -> int | None:
    return None if values[0] == values[1] else int(values[1] > values[0])


def _line(grid: QGridLayout, line: int, name: str, values: list[str], better: int | None, bold: bool) -> None:
    grid.addWidget(label(name, bold=bold, wrap=True), line, 0)
    for place, value in enumerate(values):
        best = better == place
        shown = label(f"{value} \u2713" if best else value, bold=best, tone="green" if best else "ink")
        if best:
            shown.setAccessibleName(tr("ui.compare.better", value=value))
        grid.addWidget(shown, line, place + 1, Qt.AlignmentFlag.AlignRight)


def _row_name(entry: Row) -> str:
    name = measure_name(entry.measure)
    return tr("ui.goal.of_item", measure=name, item=entry.item) if entry.item else name


def _curve_name(curve: Curve) -> str:
    return tr("ui.compare.stock_of", item=curve.item) if curve.item else measure_name(curve.name)


def _sentences(made: tuple[Message, ...]) -> str:
    return "\n".join(text(message) for message in made) or tr("ui.compare.nothing")
