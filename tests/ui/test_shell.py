"""The window: the way back, what it remembers, errors that nobody expected, and the start from the command line."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from game.message import Message
from tests.ui.conftest import MakeShell
from tests.ui.fakes import FakePlaying
from ui import errors
from ui.app import enlarge, fitting
from ui.debrief.page import DebriefPage
from ui.home import HomePage
from ui.levels.page import LevelsPage
from ui.play import PlayPage
from ui.preferences import Preferences
from ui.settings import SettingsPage
from ui.shell import Shell
from ui.widgets import Page

ROOT = Path(__file__).resolve().parents[2]


def test_escape_goes_back_and_stays_on_the_first_page(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    with qtbot.waitActive(shell):
        shell.activateWindow()
    shell.open_levels()
    qtbot.keyClick(shell, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(shell.page, SettingsPage)
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert isinstance(shell.page, LevelsPage)
    for _ in range(3):
        qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert isinstance(shell.page, HomePage)


def test_a_run_that_ends_makes_room_for_its_debrief(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_play(FakePlaying(turn=25))
    page = shell.page
    assert isinstance(page, PlayPage)
    page.run_turn()
    assert isinstance(shell.page, DebriefPage)
    shell.go_back()
    assert isinstance(shell.page, HomePage)


def test_the_name_of_the_game_gives_way_to_where_the_player_is(make_shell: MakeShell) -> None:
    """A name of 70 letters needs more than half of 1024 pixels."""
    shell = make_shell(size=(1024, 640))
    page = Page("A very long name of a level that leaves no room for anything beside it")
    page.bar_actions = (QLineEdit(), QLineEdit(), QLineEdit())
    shell.go(lambda: page)
    QApplication.processEvents()
    assert "Milkrun" not in [one.text() for one in shell.findChildren(QLabel) if one.isVisible()]
    shell.resize(1920, 1080)
    QApplication.processEvents()
    assert "Milkrun" in [one.text() for one in shell.findChildren(QLabel) if one.isVisible()]


def test_qt_speaks_the_language_chosen(make_shell: MakeShell) -> None:
    shell = make_shell()
    found = []
    for language in ("de", "en"):
        shell.choose_language(language)
        found.append(QCoreApplication.translate("QMessageBox", "Show Details..."))
    assert found == ["Details einblenden...", "Show Details..."]


def test_leaving_a_run_goes_back(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_play(FakePlaying(turn=3))
    shell.page.left.emit()  # type: ignore[union-attr]
    assert isinstance(shell.page, HomePage)


def test_choices_and_geometry_are_remembered(make_shell: MakeShell, tmp_path: Path) -> None:
    shell = make_shell()
    shell.resize(1111, 777)
    shell.choose_theme("contrast")
    shell.preferences.folder = str(tmp_path)
    shell.close()
    again = Preferences(tmp_path / "window.ini")
    assert (again.theme, again.folder) == ("contrast", str(tmp_path))
    assert again.geometry.size() > 0
    assert make_shell(size=(1111, 777)).width() == 1111


def test_a_size_chosen_is_in_force_from_the_next_start_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.scale = 130
    monkeypatch.setenv("QT_SCALE_FACTOR", "")
    monkeypatch.delenv("QT_SCALE_FACTOR")
    enlarge(100)
    assert "QT_SCALE_FACTOR" not in os.environ
    enlarge(Preferences(tmp_path / "window.ini").scale)
    assert os.environ["QT_SCALE_FACTOR"] == "1.3"
    enlarge(150)
    assert os.environ["QT_SCALE_FACTOR"] == "1.3", "what is set from outside stays"


def test_preferences_survive_a_mangled_file(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    odd = ("theme=purple", "language=xx", "geometry=@Variant(nonsense)", 'name="a, b"', "scale=huge", "unlocked=maybe")
    path.write_text("\n".join(["[General]", *odd, ""]), "utf-8")
    found = Preferences(path)
    assert (found.theme, found.language) == ("system", "en")
    assert (found.scale, found.unlocked) == (100, False)
    assert isinstance(found.geometry, QByteArray)
    assert isinstance(found.name, str)


def test_an_unexpected_error_shows_one_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    handler = errors.log_to(tmp_path)
    seen: list[str] = []
    hook = errors.Hooked()

    def answer() -> None:
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
        seen.append(boxes[0].detailedText())
        hook(ValueError, ValueError("second"), None)  # comes while the first is shown
        assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]) == 1
        boxes[0].buttons()[0].click()

    QTimer.singleShot(50, answer)
    try:
        raise ValueError("first")
    except ValueError as error:
        hook(type(error), error, error.__traceback__)
    assert len(seen) == 1
    assert "ValueError: first" in seen[0]
    assert "Qt 6" in seen[0]
    log = (tmp_path / "milkrun.log").read_text("utf-8")
    assert "first" in log
    assert "second" in log
    assert (handler.maxBytes, handler.backupCount) == (256 * 1024, 2)
    errors.LOG.removeHandler(handler)
    handler.close()


def test_an_error_with_a_sentence_is_said_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class SpokenError(Exception):
        message = Message("ui.runs.none")

    said: list[Message] = []
    monkeypatch.setattr(errors, "say", said.append)
    logging.getLogger("milkrun")
    errors.Hooked()(SpokenError, SpokenError(), None)
    assert said == [Message("ui.runs.none")]


def test_a_run_that_cannot_be_resumed_leaves_the_page(make_shell: MakeShell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = make_shell()

    def refuse(run_id: int) -> None:
        raise LookupError(run_id)

    monkeypatch.setattr(shell.shelf, "resume", refuse)
    with pytest.raises(LookupError):
        shell.resume(7)
    assert isinstance(shell.page, HomePage)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_program_starts_and_ends(tmp_path: Path, theme: str) -> None:
    command = [sys.executable, "main.py", "--data", str(tmp_path), "--theme", theme, "--quit-after-start"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "window.ini").exists()


def test_pyqtgraph_waits_for_the_first_chart() -> None:
    code = "import sys, ui.app, ui.shell, ui.home, ui.levels, ui.briefing; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_window_title_names_the_page(make_shell: MakeShell) -> None:
    shell: Shell = make_shell()
    assert shell.windowTitle() == "Milkrun"
    shell.open_levels()
    assert shell.windowTitle() == "Levels \u2013 Milkrun"


@pytest.mark.parametrize(
    ("screen", "percent"),
    [((1280, 800), 100), ((1920, 1080), 100), ((2560, 1440), 100), ((3200, 1800), 175), ((3840, 2160), 200)],
)
def test_a_very_fine_screen_gets_a_larger_size(screen: tuple[int, int], percent: int) -> None:
    assert fitting(QSize(*screen)) == percent, "as long as 1800 by 1000 pixels are left"
