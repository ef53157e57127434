"""A part of the debrief that fills in: it asks the coach, shows how far it is, may be stopped and started again."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.debrief.drawing import Picture
from ui.debrief.tables import NumberTable
from ui.jobs import Desk, Work
from ui.theme import GRID
from ui.widgets import Button, Card, Progress, button, label, set_tone
from ui.words import tied, tr

if TYPE_CHECKING:
    from ui.jobs import Question

SMALL_BAR = 25 * GRID


class Status(QWidget):
    """The line at the foot of a part: how far the coach is, and a button to stop or to start."""

    def __init__(self, title: str, stop: Callable[[], object], start: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._bar = label("", "small", tone="muted", wrap=True), Progress(0, 1)
        self._bar.setMaximumWidth(SMALL_BAR)
        self._stop = button(tr("debrief.stop"), "link", stop)
        self._start = button(tr("debrief.start"), "link", start)
        for button_ in (self._stop, self._start):
            button_.setAccessibleName(f"{button_.text()}: {title}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._words, 1)
        for one in (self._bar, self._stop, self._start):
            layout.addWidget(one)

    @property
    def words(self) -> str:
        """What it says."""
        return "" if self.isHidden() else self._words.text()

    def show_state(self, state: str, share: float = 0.0) -> None:
        """`working`, `stopped`, `failed`, or `done`, which hides it."""
        self.setVisible(state != "done")
        if state != "done":
            self._words.setText(tr(f"debrief.{state}"))
        for one in (self._bar, self._stop):
            one.setVisible(state == "working")
        self._start.setVisible(state in ("stopped", "failed"))
        self._bar.set_share(share)


class Part(Card):
    """A card with a title; `show_answer` draws what is known so far. Put what it shows into `content`."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.title = title
        self.head = QHBoxLayout()
        self.head.setSpacing(2 * GRID)
        self.head.addWidget(label(title, "label", bold=True))
        self.head.addStretch(1)
        self.body.addLayout(self.head)
        self.note = label(note, "small", tone="muted", wrap=True)
        self.note.setVisible(bool(note))
        self.body.addWidget(self.note)
        self.content = QVBoxLayout()
        self.content.setSpacing(2 * GRID)
        self.body.addLayout(self.content, 1)
        self.status = Status(title, self.stop, self.start)
        self.body.addWidget(self.status)
        self.status.hide()
        self._work: Work | None = None
        self._ask: Callable[[], Work] | None = None

    def ask(self, desk: Desk, question: "Question", topic: str) -> None:
        """Ask the coach, now and whenever it is started again."""
        self._ask = lambda: desk.ask(question, f"debrief.{topic}", self)
        self.start()

    def start(self) -> None:
        """Ask, or ask again."""
        if self._ask is None:
            return
        work = self._work = self._ask()
        self.status.show_state("working")
        work.progressed.connect(lambda share: self.status.show_state("working", share))
        work.answered.connect(self.show_answer)
        work.ended.connect(lambda: self._ended(work))

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1; 1 when nothing is under way."""
        return 1.0 if self._work is None or self._work.over else min(self._work.share, 0.99)

    def stop(self) -> None:
        """No more of it; what is there stays."""
        if self._work is not None:
            self._work.cancel()

    def _ended(self, work: Work) -> None:
        if work is self._work:
            state = "failed" if work.error is not None else "done" if work.complete else "stopped"
            self.status.show_state(state)

    def show_answer(self, answer: Any) -> None:
        """Show what is known so far."""
        raise NotImplementedError


class ChartPart(Part):
    """A part with a picture, the data behind it as a table, and sentences beneath."""

    def __init__(self, title: str, note: str, picture: Picture) -> None:
        super().__init__(title, note)
        self._note = note
        self.picture = picture
        picture.setAccessibleName(title)
        picture.reads.connect(self._read)
        self.stack = QStackedWidget()
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.stack.addWidget(picture)
        self.data = Button(tr("debrief.data"), "link", name=tr("debrief.data_of", title=title))
        self.data.setToolTip("")
        self.data.setCheckable(True)
        policy = self.data.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.data.setSizePolicy(policy)
        self.data.setVisible(False)
        self.data.toggled.connect(self._switch)
        self.head.addWidget(self.data)
        self.content.addWidget(self.stack, 1)
        self._sentences: list[QLabel] = []

    def table(self) -> NumberTable:
        """The data behind the picture."""
        raise NotImplementedError

    def set_note(self, note: str) -> None:
        """What stands beneath the title while nothing is read."""
        self._note = note
        self._read("")

    def _read(self, words: str) -> None:
        """What is read stands in place of the note."""
        self.note.setText(words or self._note)
        set_tone(self.note, "ink" if words else "muted")

    def _switch(self, on: bool) -> None:
        self.data.setText(tr("debrief.chart" if on else "debrief.data"))
        self.show_table(self.table() if on else None)

    def show_table(self, table: QWidget | None) -> None:
        """A table in the place of the picture, or the picture again."""
        while (old := self.stack.widget(1)) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        if table is not None:
            self.stack.addWidget(table)
        self.stack.setCurrentIndex(int(table is not None))

    def filled(self) -> None:
        """Data have come or changed."""
        self.data.setVisible(True)
        if self.data.isChecked():
            self.show_table(self.table())
        self.picture.update()

    def say(self, sentences: list[tuple[str, str]]) -> None:
        """Sentences beneath the picture, each with its tone: first in ink what matters, then small what explains it."""
        for _, tone in sentences[len(self._sentences) :]:
            made = label("", "body" if tone == "ink" else "small", wrap=True)
            self.content.addWidget(made)
            self._sentences.append(made)
        for place, made in enumerate(self._sentences):
            words, tone = sentences[place] if place < len(sentences) else ("", "muted")
            made.setText(tied(words))
            made.setVisible(bool(words))
            set_tone(made, tone)
