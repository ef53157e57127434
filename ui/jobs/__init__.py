"""Work in the background of the window: ask the coach, hear of progress and answers, cancel, end with the window.

    work = desk.ask(lambda coach: coach.fortune(playing), topic="fortune", owner=self)
    work.progressed.connect(bar.set_share)
    work.answered.connect(self.show_fortune)

Answers come in the window's own thread, a better one later if there is one. The newest question of a topic cancels the
one before; the end of the owner cancels too. The first error of a kind is shown, all are in the log.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui import errors

if TYPE_CHECKING:
    from game.playing.door import Asked, Coaching

    Question = Callable[[Coaching], Asked[Any]]

EVERY = 15
"""Milliseconds between two looks at the work under way."""


class Work(QObject):
    """A question under way. `progressed` gives its share from 0 to 1, `answered` the picture so far, `failed` the
    error; `ended` comes last, also after `cancel`.
    """

    progressed = Signal(float)
    answered = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, asked: "Asked[Any]", parent: QObject) -> None:
        super().__init__(parent)
        self._asked, self._share = asked, -1.0
        self.answer: Any = None
        self.error: BaseException | None = None
        self.over = False

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return max(0.0, self._share)

    @property
    def complete(self) -> bool:
        """Whether all of it was answered."""
        return self.over and self._asked.complete

    def cancel(self) -> None:
        """The answer is no longer wanted."""
        if not self.over:
            self._asked.cancel()
            self._end()

    def look(self) -> None:
        """Tell what is new."""
        if self.over:
            return
        if self._asked.share != self._share:
            self._share = self._asked.share
            self.progressed.emit(self._share)
        self._tell_answer()
        if self.error is None and self._asked.error is not None:
            self.error = self._asked.error
            self._asked.cancel()
            self.failed.emit(self.error)
        if self._asked.over:
            self._end()

    def _tell_answer(self) -> None:
        answer = self._asked.answer
        if answer is not None and answer is not self.answer:
            self.answer = answer
            self.answered.emit(answer)

    def _end(self) -> None:
        if not self.over:
            self.over = True
            self.ended.emit()
            self.deleteLater()


class Desk(QObject):
    """Takes questions for the coach of a shelf; looks after them with a timer that rests when nothing is asked."""

    def __init__(self, coach: "Callable[[], Coaching]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coach, self._works = coach, list[tuple[str, Work]]()
        self._shown: set[type[BaseException]] = set()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def warm(self) -> None:
        """Start the workers; to be called when the window stands."""
        self._coach().warm()
        self._coach().pump()

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._works)

    def ask(self, question: "Question", topic: str = "", owner: QObject | None = None) -> Work:
        """Ask; an older question of the same topic is cancelled, and this one when its owner goes."""
        if topic:
            self.cancel(topic)
        work = Work(question(self._coach()), self)
        work.failed.connect(self._failed)
        self._works.append((topic, work))
        if owner is not None:
            owner.destroyed.connect(work.cancel)
        self._timer.start()
        return work

    def cancel(self, topic: str) -> None:
        """No answer to this topic is wanted any more."""
        for name, work in self._works:
            if name == topic:
                work.cancel()

    def close(self) -> None:
        """Cancel all; the coach itself is ended by its shelf."""
        for _, work in self._works:
            work.cancel()
        self._works.clear()
        self._timer.stop()

    def _look(self) -> None:
        self._coach().pump()
        for _, work in list(self._works):
            work.look()
        self._works = [(topic, work) for topic, work in self._works if not work.over]
        if not self._works:
            self._timer.stop()

    def _failed(self, error: BaseException) -> None:
        """Show the first error of a kind, as errors of the window are shown."""
        if type(error) in self._shown:
            errors.LOG.error("in the background", exc_info=error)
            return
        self._shown.add(type(error))
        QTimer.singleShot(0, lambda: errors.Hooked()(type(error), error, error.__traceback__))
