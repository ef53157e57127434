"""A themed application, and a shell on fakes, for the tests of pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakeShelf
from ui import theme, words
from ui.preferences import Preferences
from ui.shell import Shell

MakeShell = Callable[..., Shell]


@pytest.fixture(autouse=True)
def _plain(qapp: QApplication) -> Iterator[None]:
    """Every test begins in the light theme and in English."""
    theme.apply(qapp, "light")
    words.set_language("en")
    yield
    words.set_language("en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def make_shell(qtbot: QtBot, tmp_path: Path) -> MakeShell:
    """A shown window on a fake shelf: `make_shell(language="de", fresh=True)`."""

    def make(language: str = "en", size: tuple[int, int] = (1280, 800), **options: bool) -> Shell:
        preferences = Preferences(tmp_path / "window.ini")
        preferences.language, preferences.pace = language, "off"
        shell = Shell(lambda spoken: FakeShelf(spoken, **options), preferences)
        qtbot.addWidget(shell)
        shell.resize(*size)
        with qtbot.waitExposed(shell):
            shell.show()
        return shell

    return make
