"""What the play page puts into the window's bar: which turn it is, run, run on, undo and redo."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from game.level import Level
from ui.play.numbers import turn_word
from ui.theme import GRID
from ui.widgets import Button, Progress, button, label
from ui.words import tr


class TurnLabel(QWidget):
    """`Week 3 of 26` and a bar."""

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3 * GRID)
        self.words = label("", "label", bold=True, tone="on_bar")
        self._bar = Progress(0, 1, dark=True)
        self._layout.addWidget(self.words)
        self._layout.addWidget(self._bar)

    def show_turn(self, turn: int) -> None:
        """The turn that is decided now; `turn` were played."""
        turns = self._level.calendar.turns
        now = min(turn + 1, turns)
        self.words.setText(turn_word(self._level, "title", turn=now, turns=turns))
        bar = Progress(turn, turns, dark=True)
        bar.setFixedWidth(28 * GRID)
        self._layout.replaceWidget(self._bar, bar)
        self._bar.hide()
        self._bar.deleteLater()
        self._bar = bar
        self.setAccessibleName(self.words.text())


class Actions:
    """The buttons of the bar."""

    def __init__(
        self, level: Level, run: Callable[[], object], run_on: Callable[[], object],
        undo: Callable[[], object], redo: Callable[[], object],
    ) -> None:  # fmt: skip
        self.undo = button("", "bar", undo, "undo", tr("play.bar.undo"))
        self.redo = button("", "bar", redo, "redo", tr("play.bar.redo"))
        self.run_on = button(tr("play.bar.event"), "bar", run_on, "forward")
        words = turn_word(level, "run")
        self.run = button(f"{words}  F5", "bar-primary", run, "play", words)
        self.undo.setToolTip(tr("play.bar.undo_tip"))
        self.redo.setToolTip(tr("play.bar.redo_tip"))
        self.run_on.setToolTip(tr("play.bar.event_tip"))
        self.run.setToolTip(tr("play.bar.run_tip"))

    @property
    def all(self) -> list[Button]:
        """From left to right."""
        return [self.undo, self.redo, self.run_on, self.run]

    def enable(self, undo: bool, redo: bool, run: bool) -> None:
        """Grey out what would do nothing."""
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
        self.run.setEnabled(run)
        self.run_on.setEnabled(run)
