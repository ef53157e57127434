"""The row of something that is done once: a button that plans it for the coming turn, pressed again takes it back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from game.playing.views import LeverView
from ui.play.levers import Decide, LeverRow
from ui.theme import GRID, floor
from ui.widgets import Button
from ui.words import text, tr

ACTIONS = ("onboard", "project", "recall")
"""Levers that act at the start of the turn, by their names."""
SUPPLY = ("onboard", "recall")
"""Those for which there may be nothing to do."""


class Action(LeverRow):
    """Name and what it costs at the left, the button at the right."""

    def __init__(self, lever: LeverView, decide: Decide) -> None:
        super().__init__(lever, decide)
        self.button = Button("", "secondary")
        self.button.setCheckable(True)
        self.button.setMinimumWidth(floor.STEPPER)
        self.button.toggled.connect(self._pressed)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addLayout(self.words(), 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.end()

    def show_lever(self, lever: LeverView) -> None:
        """Open, planned for the coming turn, or done."""
        super().show_lever(lever)
        state = "done" if lever.value else "planned" if lever.planned else "open"
        self.button.setText(tr(f"play.action.{state}"))
        self.button.setAccessibleName(f"{self.title}: {self.button.text()}")
        self.button.show_checked(bool(lever.planned))
        something = lever.lever not in SUPPLY or lever.most > 0 or bool(lever.planned)
        self.button.setEnabled(lever.allowed and not lever.value and something)
        self.hint.setText(text(lever.hint) if lever.hint else "")
        self.hint.setVisible(bool(self.hint.text()))

    def _pressed(self) -> None:
        self.decide(0 if self.lever.planned else 1)
        self.show_lever(self.lever)
