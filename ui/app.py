"""Starts the window: `run(arguments)`. The caller has made sure that there is a display."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from game.message import languages
from game.playing import front
from ui import errors, theme
from ui.preferences import SCALES, Preferences
from ui.shell import Shell
from ui.theme import MODES, icons
from ui.warming import Warming

TITLE_BAR = 40
ROOMY, FINE = QSize(1800, 1000), 150
"""What a usual screen shows, in pixels; and the size from which a screen counts as very fine."""


def parser() -> argparse.ArgumentParser:
    """What the window understands on the command line."""
    made = argparse.ArgumentParser(prog="main.py")
    made.add_argument("--data", type=Path, default=None, metavar="FOLDER")
    made.add_argument("--theme", choices=MODES)
    made.add_argument("--language", choices=languages())
    made.add_argument("--quit-after-start", action="store_true")
    return made


def run(arguments: list[str]) -> int:
    """Show the window until it is closed; returns the exit code."""
    options = parser().parse_args(arguments)
    folder = options.data or front.default_folder()
    preferences = Preferences(folder / "window.ini")
    app = sized(preferences)
    errors.log_to(folder / "log")
    errors.install()
    if options.language:
        preferences.language = options.language
    theme.apply(app, options.theme or preferences.theme)
    shell = Shell(lambda language: front.open(folder, language), preferences)
    open_window(shell)
    when_painted(shell, shell.close if options.quit_after_start else Warming(shell).start)
    return app.exec()


def enlarge(percent: int) -> None:
    """Draw everything larger; Qt reads this before the application is made. A factor set from outside stays."""
    if percent != SCALES[0]:
        os.environ.setdefault("QT_SCALE_FACTOR", str(percent / 100))


def sized(preferences: Preferences) -> QApplication:
    """The application in the size chosen; before a choice in one that suits the screen, by starting once more."""
    enlarge(preferences.scale)
    app = application()
    if preferences.scale_chosen or "QT_SCALE_FACTOR" in os.environ:
        return app
    preferences.scale = fitting(app.primaryScreen().size())
    if preferences.scale != SCALES[0]:
        preferences.keep()
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  Qt reads it once a process
    return app


def fitting(screen: QSize) -> int:
    """The largest size at which a very fine screen still shows as much as a usual one; 100 on all others."""
    roomy = [percent for percent in SCALES if 100 * screen.width() >= ROOMY.width() * percent
             and 100 * screen.height() >= ROOMY.height() * percent]  # fmt: skip
    found = max(roomy, default=SCALES[0])
    return found if found >= FINE else SCALES[0]


def when_painted(shell: Shell, then: Callable[[], object]) -> None:
    """Do something once the window was painted and the event loop is idle again."""
    shell.installEventFilter(_Painted(shell, then))


class _Painted(QObject):
    """Waits for the first paint of a window."""

    def __init__(self, parent: QObject, then: Callable[[], object]) -> None:
        super().__init__(parent)
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go on after the events that are waiting now."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, watched, self._then)
        return False


def open_window(shell: Shell) -> None:
    """As it was left; at the first start in its own size, or filling a screen that is hardly larger."""
    room = shell.screen().availableSize() - QSize(0, TITLE_BAR)
    small = room.width() < shell.width() or room.height() < shell.height()
    if small and shell.preferences.geometry.isEmpty():
        shell.showMaximized()
    else:
        shell.show()


def application() -> QApplication:
    """The one application, with name and icon."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["milkrun"])
    app.setApplicationName("milkrun")
    app.setApplicationDisplayName("Milkrun")
    app.setWindowIcon(icons.icon("logo", theme.colors().amber, size=48))
    return app
