"""The row of a setting that is on or off."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from game.playing.views import LeverView
from ui.play.levers import Decide, LeverRow, lever_name
from ui.theme import GRID, floor
from ui.widgets import Button, set_property
from ui.words import text, tr


def word_of(value: int) -> str:
    """On or off."""
    return tr("play.switch.on" if value else "play.switch.off")


class Switch(LeverRow):
    """Two buttons, the one in force for the coming turn is down."""

    def __init__(self, lever: LeverView, decide: Decide) -> None:
        super().__init__(lever, decide)
        self.frame = QFrame()
        self.frame.setProperty("role", "segments")
        self.frame.setFixedWidth(floor.STEPPER)
        box = QHBoxLayout(self.frame)
        box.setContentsMargins(*(GRID // 2,) * 4)
        box.setSpacing(GRID // 2)
        self.buttons = [self._button(value) for value in (0, 1)]
        for made in self.buttons:
            box.addWidget(made)
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        line.addLayout(self.words(), 1)
        line.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.end()

    def _button(self, value: int) -> Button:
        made = Button(word_of(value), "choice", name=f"{lever_name(self.lever)}: {word_of(value)}")
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.toggled.connect(lambda: self._chosen(value))
        return made

    def show_lever(self, lever: LeverView) -> None:
        """Show what is chosen for the coming turn; a planned change stands out."""
        super().show_lever(lever)
        for value, made in enumerate(self.buttons):
            made.show_checked(value == lever.planned)
        self.frame.setEnabled(lever.allowed)
        set_property(self.frame, "changed", lever.planned != lever.value)
        self.hint.setText(text(lever.hint) if lever.hint else "")
        self.hint.setVisible(bool(self.hint.text()))

    def _chosen(self, value: int) -> None:
        if value != self.lever.planned:
            self.decide(value)
        self.show_lever(self.lever)
