# ruff: noqa: E402
"""A monkey at the window, by hand: `python tests/window/monkey.py --minutes 5 --seed 1`.

Clicks, keys, resizing, other themes and languages, also in the middle of a turn, on real levels in a folder that is
thrown away. Ends with 1 at the first unexpected error, or when a change that waits was lost by something that does
not play or take it back. Exporting and printing are left out: their dialogs belong to the desktop.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from game.playing import library
from game.playing.replay import Replay
from game.playing.session import Session
from ui import errors, theme
from ui.app import application
from ui.play import PlayPage
from ui.preferences import Preferences
from ui.shell import Shell

KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return,
        Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_1, Qt.Key.Key_W)  # fmt: skip
SIZES = ((1280, 800), (1024, 640), (1920, 1080), (2560, 1440))
MODIFIERS = (Qt.KeyboardModifier.NoModifier,) * 5 + (Qt.KeyboardModifier.ShiftModifier,)


class Monkey:
    """Does one thing after another, and keeps what it did last."""

    def __init__(self, shell: Shell, seed: int) -> None:
        self.shell, self.dice = shell, random.Random(seed)
        self.done: list[str] = []
        self.failures: list[str] = []
        self.acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self.press_button), (20, self.click), (25, self.key), (3, self.size), (3, self.theme),
            (3, self.language), (6, self.decide), (4, self.turn_interrupted), (3, self.wander),
        )  # fmt: skip

    def act(self) -> None:
        """One thing."""
        weights, acts = zip(*self.acts, strict=True)
        self.done.append(self.dice.choices(acts, weights)[0]())
        for _ in range(self.dice.choice((1, 1, 3))):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        close_dialogs()

    def press_button(self) -> str:
        """A button that is in sight."""
        found = [b for b in self.shell.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        chosen = self.dice.choice(found)
        name = chosen.accessibleName() or chosen.text()
        chosen.click()
        return f"button {name}"

    def click(self) -> str:
        """Somewhere."""
        spot = QPoint(self.dice.randrange(self.shell.width()), self.dice.randrange(self.shell.height()))
        target = self.shell.childAt(spot) or self.shell
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                         target.mapFrom(self.shell, spot))  # fmt: skip
        return f"click {spot.x()},{spot.y()}"

    def key(self) -> str:
        """A key to what has the focus."""
        pressed, held = self.dice.choice(KEYS), self.dice.choice(MODIFIERS)
        target: QWidget = QApplication.focusWidget() or self.shell
        QTest.keyClick(target, pressed, held)
        return f"key {pressed.name}"

    def size(self) -> str:
        """Another size of the window."""
        self.shell.resize(*self.dice.choice(SIZES))
        return "size"

    def theme(self) -> str:
        """Another theme, which must not lose a change that waits."""
        return self.keeping("theme", lambda: self.shell.choose_theme(self.dice.choice(theme.MODES[1:])))

    def language(self) -> str:
        """Another language, which must not lose a change that waits."""
        return self.keeping("language", lambda: self.shell.choose_language(self.dice.choice(("en", "de"))))

    def keeping(self, name: str, change: Callable[[], object]) -> str:
        """Do something that must leave what waits as it is."""
        playing = self.playing()
        before = None if playing is None else playing.waiting
        change()
        if playing is not None and playing.waiting != before:
            self.failures.append(f"{name} lost {before}")
        return name

    def playing(self) -> Session | None:
        """The run on the page, if one is being played."""
        found = self.shell.page.playing if isinstance(self.shell.page, PlayPage) else None
        return found if isinstance(found, Session) and not isinstance(found, Replay) else None

    def decide(self) -> str:
        """Cards of some item, where the level allows it."""
        playing = self.playing()
        page = self.shell.page
        if playing is None or not isinstance(page, PlayPage):
            return "nothing"
        item = self.dice.choice(playing.level.item).id
        cards = self.dice.randrange(1, 15)
        refused = page.decide("cards", item, cards)
        return f"{item}.cards = {cards}{'' if refused is None else ' refused'}"

    def turn_interrupted(self) -> str:
        """A turn, and at once something else."""
        page = self.shell.page
        if isinstance(page, PlayPage):
            page.run_turn()
            self.dice.choice((self.theme, self.size, self.key, self.language))()
        return "turn"

    def wander(self) -> str:
        """To a page that buttons reach seldom."""
        shell = self.shell
        cards = [card for card in shell.shelf.levels() if not card.problems]
        way = self.dice.choice((shell.open_runs, shell.open_levels, shell.open_help, shell.open_home,
                                lambda: shell.start(self.dice.choice(cards)) if len(shell.way) else None))  # fmt: skip
        way()
        return "wander"


def close_dialogs() -> None:
    """Nobody answers them."""
    for open_one in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if open_one is not None:
            open_one.close()


def main() -> int:
    """Let it loose."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    theme.apply(application(), "light")
    caught: list[str] = []
    sys.excepthook = lambda kind, error, trace: caught.append(errors.report(error.with_traceback(trace)))
    QFileDialog.getSaveFileName = staticmethod(lambda *given, **more: ("", ""))  # type: ignore[method-assign]
    QFileDialog.getOpenFileName = staticmethod(lambda *given, **more: ("", ""))  # type: ignore[method-assign]
    QFileDialog.getExistingDirectory = staticmethod(lambda *given, **more: "")  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        data = Path(folder)
        shell = Shell(lambda language: library.open(data, language), Preferences(data / "window.ini"))
        shell.show()
        monkey = Monkey(shell, asked.seed)
        closer = QTimer(shell, interval=50)
        closer.timeout.connect(close_dialogs)
        closer.start()
        end = time.monotonic() + 60 * asked.minutes
        while time.monotonic() < end and not caught and not monkey.failures:
            try:
                monkey.act()
            except Exception as error:
                caught.append(errors.report(error))
        shell.close()
    for line in monkey.done[-12:] if caught or monkey.failures else ():
        print(line)
    print("\n".join([*caught, *monkey.failures]) or f"{len(monkey.done)} acts, seed {asked.seed}: nothing broke")
    return int(bool(caught or monkey.failures))


if __name__ == "__main__":
    sys.exit(main())
