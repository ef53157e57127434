"""First cards played to its debrief by keyboard alone, through the real window, rules and records."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from game.playing import library
from ui.briefing import BriefingPage
from ui.debrief.page import DebriefPage
from ui.play import PlayPage
from ui.preferences import Preferences
from ui.shell import Shell

KEY = Qt.Key


class Keys:
    """Presses keys wherever the focus is."""

    def __init__(self, qtbot: QtBot, shell: Shell) -> None:
        self.qtbot, self.shell = qtbot, shell

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.shell

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focus, key)

    def tab_to(self, kind: type[QWidget]) -> None:
        """Tab until the focus is on something of a kind."""
        for _ in range(60):
            if isinstance(self.focus, kind):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not reach {kind.__name__}")

    def set_first(self, loop: Qt.Key, number: str) -> None:
        """Open a loop on the floor and type a number into its first setting."""
        assert isinstance(self.shell.page, PlayPage)
        self.shell.page.first_focus().setFocus()
        self.press(loop, KEY.Key_Return)
        assert isinstance(self.focus, QLineEdit)
        self.focus.selectAll()
        self.qtbot.keyClicks(self.focus, number)
        self.press(KEY.Key_Return)


def test_first_cards_by_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.pace = "off"
    shell = Shell(lambda language: library.open(tmp_path / "data", language), preferences)
    qtbot.addWidget(shell)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    keys = Keys(qtbot, shell)
    keys.press(KEY.Key_Return)
    assert isinstance(shell.page, BriefingPage)
    keys.tab_to(QRadioButton)
    keys.press(KEY.Key_Space)
    shell.page.first_focus().setFocus()
    keys.press(KEY.Key_Return)
    assert isinstance(shell.page, PlayPage)
    keys.press(KEY.Key_Escape)
    keys.set_first(KEY.Key_1, "8")
    keys.set_first(KEY.Key_2, "5")
    for _ in range(60):
        if isinstance(shell.page, DebriefPage):
            break
        keys.press(KEY.Key_F5)
        qtbot.wait(20)
    assert isinstance(shell.page, DebriefPage)
    kept = shell.shelf.runs()[0]
    assert kept.finished
    assert kept.stars is not None
    assert kept.stars >= 1
