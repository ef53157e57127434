"""Opens every page in telling states, without a screen, and writes PNGs: `python tests/screens.py DIR`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import FakePlaying, FakeShelf
from ui import theme
from ui.app import application
from ui.preferences import Preferences
from ui.shell import Shell

State = tuple[str, Callable[[Shell], object]]


def states(language: str) -> Iterator[State]:
    """Names of the pictures, and how to get there from the first page."""

    def shelf(shell: Shell, **options: bool) -> FakeShelf:
        shell.shelf = FakeShelf(language, **options)
        return shell.shelf

    def home_fresh(shell: Shell) -> None:
        shelf(shell, fresh=True, broken=False)
        shell.open_home()

    def levels(shell: Shell, broken: bool = False) -> None:
        shelf(shell, broken=broken)
        shell.open_levels()

    def lost(shell: Shell) -> None:
        playing = FakePlaying(turn=26, language=language)
        playing.lost = True
        shell.open_debrief(playing)

    yield "home", lambda shell: shell.open_home()
    yield "home-fresh", home_fresh
    yield "levels", levels
    yield "levels-broken", lambda shell: levels(shell, broken=True)
    yield "briefing", lambda shell: shell.open_briefing(shell.shelf.levels()[2])
    yield "briefing-store", lambda shell: shell.open_briefing(shell.shelf.levels()[1])
    yield "play-fresh", lambda shell: shell.open_play(FakePlaying(language=language))
    yield "play-crisis", lambda shell: shell.open_play(FakePlaying(turn=11, language=language))
    yield "play-store", lambda shell: shell.open_play(FakePlaying("store", turn=9, language=language))
    yield "debrief", lambda shell: shell.open_debrief(FakePlaying(turn=26, language=language))
    yield "debrief-lost", lost
    yield "settings", lambda shell: shell.open_settings()


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--language", default="en")
    parser.add_argument("--only", default="", help="pictures whose name begins like this")
    return parser.parse_args()


def settle(app: QApplication) -> None:
    """Let layouts, deletions and repaints happen."""
    for _ in range(4):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> int:
    """Write all pictures; returns the exit code."""
    asked = options()
    width, height = map(int, asked.size.split("x"))
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = application()
    theme.apply(app, asked.theme)
    with tempfile.TemporaryDirectory() as folder:
        for name, go in states(asked.language):
            if not name.startswith(asked.only):
                continue
            preferences = Preferences(Path(folder) / f"{name}.ini")
            preferences.language, preferences.theme, preferences.name = asked.language, asked.theme, ""
            shell = Shell(FakeShelf, preferences)
            shell.resize(width, height)
            shell.show()
            if name.startswith("play") and not Path("ui/play/__init__.py").exists():
                continue
            go(shell)
            settle(app)
            path = asked.folder / f"{name}.png"
            shell.grab().save(str(path))
            print(path)
            shell.close()
            shell.deleteLater()
            settle(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
