"""Asks the coach what lies ahead, anew with each change; the newest question wins and the window never waits."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from game.playing.door import Playing
from ui.jobs import Desk
from ui.play.ahead import AheadPanel
from ui.play.layout import Key

TOPIC = "ahead"
SETTLE = 60
"""Milliseconds after a change until the question is asked."""


class Outlook(QObject):
    """`changed` when there is a better answer, or none will come. Without a desk nothing is asked."""

    changed = Signal()

    def __init__(self, playing: Playing, desk: Desk | None, parent: QObject) -> None:
        super().__init__(parent)
        self._playing, self._desk = playing, desk
        self._found: Any = None
        self._failed = False
        self._turn = -1
        self._timer = QTimer(self, singleShot=True, interval=SETTLE)
        self._timer.timeout.connect(self._ask)

    def ask(self) -> None:
        """Ask with the settings as they are planned now; what was found for another turn is forgotten."""
        if self._desk is None or not self._playing.shows_ahead:
            self._found = None
            self._timer.stop()
            return
        if self._turn != self._playing.turn:
            self._turn, self._found = self._playing.turn, None
        self._failed = False
        self._timer.start()

    def _ask(self) -> None:
        """Once the change is on the screen, and only for the last of several that follow close upon each other."""
        assert self._desk is not None
        work = self._desk.ask(lambda coach: coach.ahead(self._playing), TOPIC, self)
        work.answered.connect(self._answered)
        work.failed.connect(self._broke)

    def _answered(self, found: object) -> None:
        self._found = found
        self.changed.emit()

    def _broke(self) -> None:
        self._failed = True
        self.changed.emit()

    def show_on(self, panel: AheadPanel, thing: Key) -> None:
        """Show a thing as far as it is known, or that it is being looked for."""
        if self._desk is None or not self._playing.shows_ahead:
            panel.hide()
        elif self._found is not None:
            panel.show_view(self._playing.ahead(self._found, *thing))
        else:
            panel.ask()
        if self._failed:
            panel.fail()
