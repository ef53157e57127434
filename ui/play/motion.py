"""Plays turns back on the floor, one after another, at the pace the player has set; any key or click skips.

Time rules, not frames: a slow computer shows fewer of them, and the turn lasts no longer.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStyle

from game.playing.views import Playback
from ui.play.view import Floor

TICK = 15
SECONDS = {"off": 0.0, "slow": 6.0, "normal": 3.0, "fast": 1.2}
AT_ONCE = 2.5
"""Several turns in a row take so many times as long as one at most."""
SKIPS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


def system_moves() -> bool:
    """Whether the desktop wants anything to move."""
    return bool(QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))


class Motion(QObject):
    """The projector of one floor; `pace` tells how fast, one of the keys of `SECONDS`."""

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self._floor = floor
        self.pace: Callable[[], str] = lambda: "off"
        self._films: list[Playback] = []
        self._after: Callable[[], None] | None = None
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._seconds = 0.0

    @property
    def wanted(self) -> bool:
        """Whether turns are to be played back at all: the player's choice, and the desktop's."""
        return SECONDS[self.pace()] > 0 and system_moves()

    @property
    def running(self) -> bool:
        """Whether a turn is being played back."""
        return self._timer.isActive()

    def play(self, films: Sequence[Playback], after: Callable[[], None]) -> None:
        """Play turns back, then call `after`; at once when nothing may move or the floor is out of sight."""
        self._films = [film for film in films if film.periods > 0]
        if not self._films or not self.wanted or not self._floor.isVisible():
            after()
            return
        self._after = after
        one = SECONDS[self.pace()]
        self._seconds = min(one, AT_ONCE * one / len(self._films))
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._next()
        self._timer.start()

    def _next(self) -> None:
        self._floor.play(self._films[0])
        self._clock.start()

    def _tick(self) -> None:
        share = self._clock.elapsed() / 1000 / self._seconds
        self._floor.show_moment(min(1.0, share) * self._films[0].periods)
        if share >= 1:
            self._films.pop(0)
            if self._films:
                self._next()
            else:
                self.skip()

    def skip(self) -> None:
        """To the end at once."""
        self._timer.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._films = []
        self._floor.stop()
        after, self._after = self._after, None
        if after is not None:
            after()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Any key or click in the window skips, and does nothing else."""
        if not self.running:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() in SKIPS:
            self.skip()
            return True
        return super().eventFilter(watched, event)
