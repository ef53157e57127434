"""The policy board: for each part what is known of it, three ways to hold it, and why; the risk that can be borne."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from game.playing.door import Playing
from game.playing.views import BoardCard, BoardView
from ui.play.levers import Decide
from ui.theme import GRID
from ui.widgets import Card, Choices, Segments, caption, label, row
from ui.widgets.page import scrolling
from ui.words import text, tr

Pick = Callable[[str, str, str], object]
OPEN = "open"
COLUMNS = 2


class Board(QWidget):
    """Cards in two columns; a choice and its reason wait for the coming turn like any other decision."""

    def __init__(self, playing: Playing, pick: Pick, decide: Decide) -> None:
        super().__init__()
        self.setAccessibleName(tr("board.title"))
        self._playing = playing
        view = self._view()
        self.cards = [_PartCard(card, view, pick) for card in view.cards]
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 3 * GRID, 0)
        grid.setSpacing(3 * GRID)
        grid.addWidget(label(tr("board.note"), tone="muted", wrap=True), 0, 0, 1, COLUMNS)
        self.tolerance = _Tolerance(view, decide) if view.tolerance is not None else None
        if self.tolerance is not None:
            grid.addWidget(self.tolerance, 1, 0, 1, COLUMNS)
        for at, card in enumerate(self.cards):
            grid.addWidget(card, 2 + at // COLUMNS, at % COLUMNS)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(2 + len(self.cards), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(page))

    def _view(self) -> BoardView:
        view = self._playing.board()
        assert view is not None
        return view

    def refresh(self) -> None:
        """Show what is planned now."""
        view = self._view()
        for made, card in zip(self.cards, view.cards, strict=True):
            made.show_card(card)
        if self.tolerance is not None:
            self.tolerance.show_view(view)


class _PartCard(Card):
    def __init__(self, card: BoardCard, view: BoardView, pick: Pick) -> None:
        super().__init__()
        self.setAccessibleName(card.name)
        self._card, self._view, self._pick = card, view, pick
        self.body.addWidget(label(card.name, "label", bold=True))
        self._facts()
        names = [tr(f"board.{choice}") for choice in view.choices]
        self.choice = _track(names, _place(view.choices, card.choice), card.name)
        self.choice.chosen.connect(lambda place: self._picked(view.choices[place]))
        self.body.addWidget(self.choice)
        self.sets = label("", "small", tone="muted", wrap=True)
        self.body.addWidget(self.sets)
        self.reason = Choices()
        self.reason.setAccessibleName(tr("board.why_of", name=card.name))
        for word in (OPEN, *view.reasons):
            self.reason.addItem(tr("board.pick_reason") if word == OPEN else tr(f"board.{word}"), word)
        self.reason.activated.connect(self._reasoned)
        self.body.addLayout(row(caption(tr("board.why")), self.reason, None))
        self.body.addStretch(1)
        self.show_card(card)

    def _facts(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        for at, fact in enumerate(self._card.facts):
            tone = "amber_line" if fact.mood == "warn" else ""
            grid.addWidget(label(tr(f"fact.{fact.name}"), tone="muted"), at, 0)
            grid.addWidget(label(text(fact.value), bold=True, tone=tone), at, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)

    def show_card(self, card: BoardCard) -> None:
        """Show what is picked and what it sets."""
        self._card = card
        picked = card.choice in self._view.choices
        if picked and self.choice.current != _place(self._view.choices, card.choice):
            self.choice.check(_place(self._view.choices, card.choice))
        elif not picked:
            self.choice.check(-1)
        self.reason.setCurrentIndex(max(0, self.reason.findData(card.reason)))
        self.choice.setEnabled(not self._view.past)
        self.reason.setEnabled(picked and not self._view.past)
        self.sets.setText(text(card.sets[card.choice]) if picked else tr("board.open_note"))

    def _picked(self, choice: str) -> None:
        self._pick(self._card.item, choice, self._card.reason)

    def _reasoned(self) -> None:
        self._pick(self._card.item, self._card.choice, str(self.reason.currentData()))


class _Tolerance(Card):
    def __init__(self, view: BoardView, decide: Decide) -> None:
        super().__init__()
        self.setAccessibleName(tr("lever.tolerance.name"))
        self._view = view
        self.body.addWidget(label(tr("board.tolerance"), wrap=True))
        names = [tr("board.chance", percent=percent) for percent in view.tolerances]
        self.choice = _track(names, _place(view.tolerances, view.tolerance), tr("lever.tolerance.name"))
        self.choice.chosen.connect(lambda place: decide("tolerance", "firm", view.tolerances[place]))
        self.body.addWidget(self.choice)
        self.show_view(view)

    def show_view(self, view: BoardView) -> None:
        """Show what is said."""
        self.choice.setEnabled(not view.past)
        self.choice.check(_place(view.tolerances, view.tolerance))


def _track(names: Sequence[str], current: int, name: str) -> Segments:
    """Words to choose from in a sunken track, so that the one in force stands out on a card."""
    made = Segments(names, current, "choice", name)
    made.setProperty("role", "segments")
    layout = made.layout()
    assert layout is not None
    layout.setContentsMargins(*(GRID // 2,) * 4)
    layout.setSpacing(GRID // 2)
    return made


def _place(words: Sequence[str], word: str | None) -> int:
    return words.index(word) if word in words else -1
