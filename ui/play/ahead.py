"""The part of the inspector that looks ahead: the fan of what is shown, chances in words, and how many futures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from game.playing.views import AheadView, Chance
from ui.play.facts import TONES
from ui.play.fan import FanChart
from ui.theme import GRID
from ui.widgets import caption, label, set_tone
from ui.words import text, tr


class AheadPanel(QWidget):
    """Keeps its place while a better answer comes; before the first it says that it is looking."""

    def __init__(self, currency: str) -> None:
        super().__init__()
        self.title = caption("", wrap=True)
        self.fan = FanChart(currency)
        self.note = label("", "small", tone="muted", wrap=True)
        self.lines: list[QLabel] = []
        self._words = QGridLayout()
        self._words.setHorizontalSpacing(2 * GRID)
        self._words.setVerticalSpacing(GRID)
        self._words.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.title)
        layout.addWidget(self.fan)
        layout.addLayout(self._words)
        layout.addWidget(self.note)
        self.hide()

    def ask(self) -> None:
        """An answer is on its way; what was seen stays until it comes."""
        self.show()
        self.title.setVisible(bool(self.title.text()))
        if not self.title.text():
            self.note.setText(tr("ahead.asking"))
            self.fan.hide()

    def fail(self) -> None:
        """No answer will come."""
        self.note.setText(tr("ahead.none"))

    def show_view(self, view: AheadView) -> None:
        """Show what was found so far."""
        self.show()
        self.fan.show()
        self.title.setText(text(view.title))
        self.title.show()
        self.fan.show_view(view)
        self.note.setText(tr("ahead.futures", count=view.futures))
        self._tell(view.chances)
        told = ". ".join(_sentence(chance) for chance in view.chances)
        self.fan.setAccessibleName(tr("ahead.name", title=view.title, chances=told))

    def _tell(self, chances: tuple[Chance, ...]) -> None:
        while len(self.lines) < 2 * len(chances):
            made = label("", "small", bold=True, wrap=True)
            column = len(self.lines) % 2
            self._words.addWidget(made, len(self.lines) // 2, column)
            made.setAlignment(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
            self.lines.append(made)
        self._words.setColumnStretch(1, int(any(one.changed for one in chances)))
        told = [
            (part, mood) for one in chances for part, mood in ((one.words, one.mood), (one.changed, one.changed_mood))
        ]
        for at, line in enumerate(self.lines):
            words, mood = told[at] if at < len(told) else (None, None)
            line.setText(text(words) if words else "")
            line.setVisible(words is not None)
            set_tone(line, TONES[mood] if mood else "ink" if at % 2 else "muted")


def _sentence(chance: Chance) -> str:
    return text(chance.words) + (f", {text(chance.changed)}" if chance.changed is not None else "")
