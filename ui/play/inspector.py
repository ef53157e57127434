"""The inspector: all about one thing in sections, with every setting of it; it may scroll, the page does not."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from game.playing.views import Fact, Inspection, LeverView, Section
from ui.play.choice import Choice
from ui.play.levers import Decide, LeverRow, Stepper
from ui.play.share_row import Shares
from ui.theme import GRID
from ui.widgets import Card, Sparkline, StatLine, caption, label
from ui.words import known, text, tr

Signature = tuple[object, ...]
TONES = {"good": "green", "warn": "amber_line", "bad": "red", "info": "ink"}


class Inspector(Card):
    """Shows an `Inspection`; rows stay in place while only their values change, so that the focus stays too."""

    def __init__(self, decide: Decide) -> None:
        super().__init__()
        self.setAccessibleName(tr("play.inspector.name"))
        self._decide = decide
        self._signature: Signature = ()
        self._rows: list[LeverRow] = []
        self.heading = label("", "title", bold=True, wrap=True)
        self.summary = label("", "small", tone="muted", wrap=True)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setSpacing(GRID)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.summary)
        self.body.addSpacing(GRID)
        self.body.addWidget(self.area, 1)
        self._shown: tuple[Inspection, Mapping[str, str]] | None = None
        self._built_for = 0

    @property
    def rows(self) -> list[LeverRow]:
        """The settings shown, from top to bottom."""
        return self._rows

    def show_thing(self, view: Inspection, names: Mapping[str, str]) -> None:
        """Show a thing; `names` of suppliers by id."""
        self._shown = (view, names)
        self.heading.setText(view.name)
        self.summary.setText(text(view.summary) if view.summary else "")
        self.summary.setVisible(view.summary is not None)
        levers = [lever for section in view.sections for lever in section.levers]
        signature = _signature(view)
        if signature == self._signature and self._built_for == self._room():
            for row, lever in zip(self._rows, levers, strict=True):
                row.show_lever(lever)  # type: ignore[attr-defined]
            return
        self._signature, self._built_for = signature, self._room()
        self._build(view, names)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the new width; rows that fold must be made anew."""
        super().resizeEvent(event)
        if self._shown is not None and self._built_for != self._room():
            self.show_thing(*self._shown)

    def _build(self, view: Inspection, names: Mapping[str, str]) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 2 * GRID, 0)
        layout.setSpacing(2 * GRID)
        self._rows = []
        for section in view.sections:
            self._section(layout, section, names)
        if len(view.history) > 1:
            layout.addWidget(caption(tr(_history_key(view.thing[0]))))
            layout.addWidget(_history(view.history))
        layout.addStretch(1)
        self.area.setWidget(page)

    def _section(self, layout: QVBoxLayout, section: Section, names: Mapping[str, str]) -> None:
        policy = len(section.levers) and section.levers[0].lever == "policy"
        if not policy:
            layout.addSpacing(GRID)
            layout.addWidget(caption(word("section", section.name)))
        for lever in section.levers:
            row = self._row(lever, names)
            self._rows.append(row)
            layout.addWidget(row)
        if section.table:
            layout.addLayout(_table(section))
        for fact in section.facts:
            layout.addWidget(_fact(fact))

    def _room(self) -> int:
        """Width of the rows: that of the panel less margins and the scroll bar."""
        return max(self.width(), self.minimumWidth()) - 14 * GRID

    def _row(self, lever: LeverView, names: Mapping[str, str]) -> LeverRow:
        if lever.choices:
            return Choice(lever, self._decide, self._room())
        if lever.parts:
            return Shares(lever, self._decide, names)
        return Stepper(lever, self._decide)


def word(group: str, name: str) -> str:
    """The text of a name in a group, or the name itself when the catalogue lacks it."""
    key = f"{group}.{name}"
    return tr(key) if known(key) else name


def _signature(view: Inspection) -> Signature:
    """What must be equal for rows to stay: the thing, its settings, its facts and tables, its history."""
    sections = tuple(
        (section.name, tuple((lever.lever, lever.target, lever.choices) for lever in section.levers),
         tuple((fact.name, text(fact.value)) for fact in section.facts),
         tuple(tuple(text(cell) for cell in row) for row in section.table))
        for section in view.sections
    )  # fmt: skip
    return (view.thing, sections, view.history)


def _history_key(kind: str) -> str:
    key = f"play.inspector.history_{kind}"
    return key if known(key) else "play.inspector.history"


def _fact(fact: Fact) -> StatLine:
    return StatLine(word("fact", fact.name), text(fact.value), TONES[fact.mood] if fact.mood else "ink")


def _history(values: tuple[float, ...]) -> QFrame:
    well = QFrame()
    well.setProperty("role", "well")
    layout = QVBoxLayout(well)
    layout.setContentsMargins(GRID, GRID, GRID, GRID)
    line = Sparkline(values, "blue")
    line.setFixedHeight(14 * GRID)
    line.setAccessibleName(", ".join(text(value) for value in values[-10:]))
    layout.addWidget(line)
    return well


def _table(section: Section) -> QGridLayout:
    """Rows whose first cell is a name: it stands above the other cells, so that a narrow panel holds them."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    for column, name in enumerate(section.head[1:]):
        grid.addWidget(label(word("fact", name), "small", tone="muted", wrap=True), 0, column)
        grid.setColumnStretch(column, 1)
    for at, row in enumerate(section.table):
        grid.addWidget(label(text(row[0]), bold=True, wrap=True), 2 * at + 1, 0, 1, max(1, len(row) - 1))
        for column, cell in enumerate(row[1:]):
            grid.addWidget(label(text(cell), tone="muted", wrap=True), 2 * at + 2, column)
    return grid
