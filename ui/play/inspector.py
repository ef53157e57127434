"""The inspector: all about one thing in sections, with every setting of it; it may scroll, the page does not."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from game.playing.views import Inspection, Section
from ui.play import facts
from ui.play.ahead import AheadPanel
from ui.play.cardbars import CardsPanel
from ui.play.levers import Decide, LeverRow, Stepper
from ui.play.rows import lever_row
from ui.play.share_row import Shares
from ui.theme import GRID
from ui.widgets import Card, Flow, button, caption, label
from ui.words import known, text, tr

Signature = tuple[object, ...]


class Inspector(Card):
    """Shows an `Inspection`; rows stay in place while only their values change, so that the focus stays too."""

    chosen = Signal(str, str)
    abandoned = Signal()
    """What had the keyboard is gone."""

    def __init__(self, decide: Decide, currency: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("play.inspector.name"))
        self._decide = decide
        self._signature: Signature = ()
        self._rows: list[LeverRow] = []
        self._currency = currency
        self.ahead = AheadPanel(currency)
        self.cards = CardsPanel(currency)
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
        self._thing = ""

    @property
    def rows(self) -> list[LeverRow]:
        """The settings shown, from top to bottom."""
        return self._rows

    def show_thing(self, view: Inspection, names: Mapping[str, str]) -> None:
        """Show a thing; `names` of suppliers and items by id."""
        self._shown = (view, names)
        self.heading.setText(view.name)
        self.summary.setText(text(view.summary) if view.summary else "")
        self.summary.setVisible(view.summary is not None)
        levers = [lever for section in view.sections for lever in section.levers if lever.allowed]
        signature = _signature(view)
        if signature == self._signature and self._built_for == self._room():
            for row, lever in zip(self._rows, levers, strict=True):
                row.show_lever(lever)
            return
        self._signature, self._built_for = signature, self._room()
        self._build(view, names)

    def take_focus(self) -> None:
        """Give the keyboard to the first setting, where there is one."""
        for row in self._rows:
            usable = _controls(row)
            if usable and isinstance(row, Stepper | Shares):
                usable[0].setFocus(Qt.FocusReason.TabFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the new width; rows that fold must be made anew."""
        super().resizeEvent(event)
        if self._shown is not None and self._built_for != self._room():
            self.show_thing(*self._shown)

    def _held(self) -> tuple[str, str, int] | None:
        """Which control has the keyboard: lever, target, and its place in the row."""
        focus = QApplication.focusWidget()
        found = ((row.lever, _controls(row)) for row in self._rows)
        places = ((lever.lever, lever.target, controls.index(focus)) for lever, controls in found if focus in controls)
        return next(places, None)

    def _hand_back(self, held: tuple[str, str, int] | None) -> None:
        """Give the keyboard to the control that had it before rows were made anew; without one the floor takes it."""
        for row in self._rows:
            controls = _controls(row)
            if held is not None and (row.lever.lever, row.lever.target) == held[:2] and held[2] < len(controls):
                controls[held[2]].setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.abandoned.emit()

    def _build(self, view: Inspection, names: Mapping[str, str]) -> None:
        focus, held = QApplication.focusWidget(), self._held()
        had_keyboard = focus is not None and self.area.isAncestorOf(focus)
        self._thing = view.thing[1]
        page = QWidget()
        page.setProperty("role", "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 2 * GRID, 0)
        layout.setSpacing(2 * GRID)
        self._rows = []
        self.ahead.setParent(None)
        self.cards.setParent(None)
        first = int(bool(view.sections and view.sections[0].levers))
        for section in view.sections[:first]:
            self._section(layout, section, names)
        layout.addWidget(self.cards)
        layout.addWidget(self.ahead)
        for section in view.sections[first:]:
            self._section(layout, section, names)
        if len(view.history) > 1:
            layout.addSpacing(GRID)
            layout.addWidget(caption(tr(_history_key(view.thing[0])), wrap=True))
            layout.addWidget(facts.history(view.history, view.history_kind, self._currency))
        self._links(layout, view)
        layout.addStretch(1)
        if (old := self.area.takeWidget()) is not None:  # a row may be in the middle of its own click
            old.deleteLater()
        self.area.setWidget(page)
        if had_keyboard:
            self._hand_back(held)

    def _section(self, layout: QVBoxLayout, section: Section, names: Mapping[str, str]) -> None:
        first = section.levers[0] if section.levers else None
        if first is None or not (first.allowed and first.choices):
            layout.addSpacing(GRID)
            layout.addWidget(caption(facts.word("section", section.name), wrap=True))
        for lever in section.levers:
            if lever.allowed:
                row = lever_row(lever, self._decide, names, self._thing, self._room())
                self._rows.append(row)
                layout.addWidget(row)
        for lever in section.levers:
            if not lever.allowed:
                for line in facts.fixed(lever, names, self._thing):
                    layout.addWidget(line)
        if section.table:
            layout.addLayout(facts.table(section, self._room()))
        for at, fact in enumerate(section.facts):
            repeated = at > 0 and section.facts[at - 1].name == fact.name
            layout.addWidget(facts.fact(fact, repeated))

    def _links(self, layout: QVBoxLayout, view: Inspection) -> None:
        """What hangs together with the thing, one press away."""
        if not view.links:
            return
        layout.addSpacing(GRID)
        layout.addWidget(caption(tr("play.inspector.see_also"), wrap=True))
        holder, flow = QWidget(), Flow(1)
        for one in view.links:
            key = f"play.inspector.link_{one.kind}"
            words = tr(key, name=one.name) if known(key) else one.name
            flow.addWidget(button(words, "chip", partial(self.chosen.emit, one.kind, one.target)))
        holder.setLayout(flow)
        layout.addWidget(holder)

    def _room(self) -> int:
        """Width of the rows: that of the panel less margins and the scroll bar."""
        return max(self.width(), self.minimumWidth()) - 14 * GRID


def _controls(row: LeverRow) -> list[QWidget]:
    """What of a row takes the keyboard."""
    fields = [*row.findChildren(QLineEdit), *row.findChildren(QAbstractButton), *row.findChildren(QSlider)]
    return [field for field in fields if field.isEnabled() and field.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _signature(view: Inspection) -> Signature:
    """What must be equal for rows to stay: the thing, its settings, its facts and tables, its history."""
    sections = tuple(
        (section.name, tuple((lever.lever, lever.target, lever.choices, lever.allowed) for lever in section.levers),
         tuple((fact.name, text(fact.value)) for fact in section.facts),
         tuple(tuple(text(cell) for cell in row) for row in section.table))
        for section in view.sections
    )  # fmt: skip
    return (view.thing, sections, view.history, view.links)


def _history_key(kind: str) -> str:
    key = f"play.inspector.history_{kind}"
    return key if known(key) else "play.inspector.history"
