"""A run looked back on: the play page, stepping through the turns instead of playing them."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from game.level import Level
from game.playing.door import Past
from game.playing.views import Changed
from ui.play import PlayPage
from ui.play.numbers import turn_key
from ui.theme import GRID
from ui.widgets import Card, Elided, button, label
from ui.words import text, tr

KEYS = {"Alt+Left": "back", "Alt+Right": "run_turn", "Ctrl+Home": "first", "Ctrl+End": "latest"}


def stand_text(level: Level, turn: int) -> str:
    """Where a replay stands, such as `After week 4 of 26`."""
    word = tr(turn_key(level, "word"))
    if not turn:
        return tr("ui.replay.start")
    return tr("ui.replay.after", word=word, turn=turn, turns=level.calendar.turns)


class Turns(QWidget):
    """Where the replay stands, and a slider over its turns."""

    def __init__(self, level: Level, last: int, go: Callable[[int], object]) -> None:
        super().__init__()
        self._level = level
        self.words = label("", "label", bold=True, tone="on_bar")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setProperty("role", "bar")
        self.slider.setRange(0, last)
        self.slider.setPageStep(4)
        self.slider.setFixedWidth(34 * GRID)
        self.slider.valueChanged.connect(go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self.words)
        layout.addWidget(self.slider)

    def show_turn(self, turn: int) -> None:
        """Stand at a turn, without moving anything else."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(turn)
        self.words.setText(stand_text(self._level, turn))
        self.slider.setAccessibleName(self.words.text())


class ReplayPage(PlayPage):
    """`what_if` gets the run and the turn before which it is to be left."""

    def __init__(self, past: Past, what_if: Callable[[Past, int], object]) -> None:
        super().__init__(past)
        self.past = past
        self.context = tr("ui.replay.title")
        self.turns = Turns(past.level, past.last, self.go)
        self.decided = Elided("")
        self._first = button("", "bar", self.first, "first", tr("ui.replay.first"))
        self._back = button(tr("ui.replay.back"), "bar", self.back, "undo")
        self._forward = button(tr("ui.replay.forward"), "bar", self.run_turn, "next")
        self._event = button(tr("ui.replay.event"), "bar", self.run_on, "forward")
        self._what_if = button(
            tr("ui.what_if.name"), "bar-primary", lambda: what_if(past, past.turn), "again", tr("ui.what_if.tip")
        )
        self.bar_middle = self.turns
        self.bar_actions = [self._first, self._back, self._forward, self._event, self._what_if]
        for one, key in ((self._back, "Alt+Left"), (self._forward, "F5"), (self._event, "Shift+F5")):
            one.setToolTip(f"{one.text()} ({key})")
        self._what_if.setToolTip(tr("ui.what_if.tip"))
        strip = Card(role="hint")
        strip.body.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        strip.body.addWidget(self.decided)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, strip)
        for keys, name in KEYS.items():
            self._key(keys, getattr(self, name))
        self._show_stand()

    def go(self, turn: int) -> None:
        """Stand after so many turns."""
        self.refresh(self.past.go(turn))
        self._announce()

    def first(self) -> None:
        """Before the first turn."""
        self.go(0)

    def latest(self) -> None:
        """After the last turn played."""
        self.go(self.past.last)

    def back(self) -> None:
        """One turn back."""
        self.go(self.past.turn - 1)

    def refresh(self, changed: Changed) -> None:
        """Show the plant as it stood."""
        super().refresh(changed)
        self.pending.hide()
        if hasattr(self, "turns"):
            self._show_stand()

    def _show_stand(self) -> None:
        past = self.past
        self.turns.show_turn(past.turn)
        self._first.setEnabled(past.turn > 0)
        self._back.setEnabled(past.turn > 0)
        self._forward.setEnabled(not past.finished)
        self._event.setEnabled(not past.finished)
        self._what_if.setEnabled(not past.finished)
        self.decided.set_text(self._decided())

    def _decided(self) -> str:
        past = self.past
        if past.finished:
            return tr("ui.replay.over")
        made = "; ".join(text(entry.message) for entry in past.pending)
        key = "ui.replay.decided" if made else "ui.replay.nothing"
        return tr(key, word=tr(turn_key(past.level, "word")), turn=past.turn + 1, made=made)

    def first_focus(self) -> QWidget:
        """The slider: its arrows go through the turns."""
        return self.turns.slider
