"""A store of the player's own sales: a few questions, a table picked from the disk, and what was found in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from game.message import Message
from game.playing.door import Shelf
from game.playing.wish import MODES, Wish
from ui import files
from ui.theme import GRID
from ui.widgets import Card, Choices, button, label, notice, row
from ui.widgets.page import into_view
from ui.words import language, text, tr

if TYPE_CHECKING:
    from ui.shell import Shell

FIELD = 44 * GRID
MOST, MOST_DAYS = 1_000_000.0, 365.0


class Amount(QLineEdit):
    """A number as the language writes it, from 0 to `most`."""

    def __init__(self, value: float, most: float, decimals: int = 2) -> None:
        super().__init__()
        self._locale = QLocale(language())
        self._locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self._most = most
        checked = QDoubleValidator(0.0, most, decimals, self)
        checked.setLocale(self._locale)
        checked.setNotation(QDoubleValidator.Notation.StandardNotation)
        self.setValidator(checked)
        self.setText(self._locale.toString(float(value), "f", decimals))

    def value(self) -> float:
        """The number; 0 when none was typed."""
        number, _ = self._locale.toDouble(self.text())
        return min(number, self._most)


class OwnStoreCard(Card):
    """What a store needs beside the table, the button that asks for the table, and the answer."""

    def __init__(self, shelf: Shelf, shell: "Shell") -> None:
        super().__init__()
        self.setAccessibleName(tr("own_store.card"))
        self._shelf, self._shell = shelf, shell
        self._picker = files.Picker(self, shell.preferences, self.make)
        usual = Wish()
        self.title, self.mode = QLineEdit(), Choices()
        for mode in MODES:
            self.mode.addItem(tr(f"own_store.{mode}"), mode)
        self.cost, self.price = Amount(usual.cost, MOST), Amount(usual.price, MOST)
        self.lead, self.keeps = Amount(usual.lead_days, MOST_DAYS), Amount(usual.keeps, MOST_DAYS, 0)
        self.body.addWidget(label(tr("own_store.card"), "label", bold=True))
        self.body.addWidget(label(tr("own_store.card_about"), tone="muted", wrap=True))
        self.body.addLayout(self._questions())
        self.pick = button(tr("own_store.pick"), "primary", self._picker.sales, "plus")
        self.body.addLayout(row(self.pick, None))
        self._answer: QWidget | None = None

    def _questions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        asked = {"title": self.title, "mode": self.mode, "cost": self.cost, "price": self.price, "lead": self.lead,
                 "keeps": self.keeps}  # fmt: skip
        for place, (name, field) in enumerate(asked.items()):
            words = tr(f"own_store.{name}_short")
            field.setAccessibleName(words)
            field.setMinimumWidth(FIELD)
            line, column = divmod(place, 2)
            grid.addWidget(label(words), line, 2 * column)
            grid.addWidget(field, line, 2 * column + 1)
        grid.setColumnStretch(4, 1)
        return grid

    @property
    def wish(self) -> Wish:
        """What was answered."""
        return Wish(
            mode=str(self.mode.currentData()),
            cost=self.cost.value(),
            price=self.price.value(),
            lead_days=self.lead.value(),
            keeps=round(self.keeps.value()),
            title=self.title.text().strip(),
        )

    def make(self, path: Path) -> None:
        """Make the store and say what was found, or why it cannot be made."""
        made = self._shelf.add_store(path, self.wish)
        if isinstance(made, Message):
            self._say(notice(text(made)))
            return
        card, report = made
        said = Card(role="hint")
        said.body.addWidget(label(tr("own_store.added", title=card.title, file=path.name), bold=True, wrap=True))
        said.body.addWidget(label("\n".join(text(sentence) for sentence in report), wrap=True))
        said.body.addLayout(row(button(tr("own_store.play"), "primary", lambda: self._shell.open_briefing(card)), None))
        self._say(said)

    def _say(self, answer: QWidget) -> None:
        if self._answer is not None:
            self._answer.deleteLater()
        self._answer = answer
        self.body.addWidget(answer)
        QTimer.singleShot(0, answer, lambda: into_view(answer))  # it has its place by then
