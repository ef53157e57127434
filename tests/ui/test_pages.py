"""Every page: what it shows, that the keyboard reaches all of it, that nothing is cut or without a name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from game.message import Message
from game.playing.views import GoalView
from tests.cut import cut
from tests.ui import fake_data as data
from tests.ui.conftest import MakeShell
from tests.ui.fakes import FakePlaying, FakeShelf
from ui import theme
from ui.briefing import BriefingPage
from ui.debrief.page import DebriefPage
from ui.debrief.scale import place
from ui.debrief.tables import statement_table
from ui.home import HomePage
from ui.levels.page import LevelsPage
from ui.levels.stop import StopButton
from ui.play import PlayPage
from ui.settings import SettingsPage
from ui.shell import Shell

Go = Callable[[Shell], object]
PICKS = {"cards": (1, 2), "lots": (0, 0)}
PAGES: dict[str, Go] = {
    "home": lambda shell: shell.open_home(),
    "levels": lambda shell: shell.open_levels(),
    "lessons": lambda shell: shell.open_lessons(),
    "test": lambda shell: shell.open_test("before"),
    "comparison": lambda shell: (
        shell.shelf.keep_exam("after", {"cards": (1, 2), "lots": (0, 0)}),
        shell.open_comparison(),
    ),
    "briefing": lambda shell: shell.open_briefing(shell.shelf.levels()[2]),
    "debrief": lambda shell: shell.open_debrief(FakePlaying(turn=26, language=shell.preferences.language)),
    "settings": lambda shell: shell.open_settings(),
}


def texts(widget: QWidget) -> str:
    """All labels in sight, in one string."""
    QApplication.processEvents()
    return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def press(shell: Shell, text: str) -> None:
    """Click the button with this text."""
    QApplication.processEvents()
    next(b for b in shell.findChildren(QPushButton) if b.text() == text and b.isVisible()).click()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (1920, 1080)], ids="{0[0]}x{0[1]}".format)
def test_no_text_is_cut(make_shell: MakeShell, name: str, language: str, size: tuple[int, int], qtbot: QtBot) -> None:
    shell = make_shell(language, size)
    PAGES[name](shell)
    qtbot.wait(1)
    assert cut(shell) == []
    assert shell.width() == size[0]


@pytest.mark.parametrize("name", PAGES)
def test_everything_with_focus_has_a_name(make_shell: MakeShell, name: str) -> None:
    shell = make_shell()
    PAGES[name](shell)
    nameless = [
        widget
        for widget in shell.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert [(w.objectName(), type(w.parent()).__name__, w.focusPolicy()) for w in nameless] == []


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_every_control(make_shell: MakeShell, name: str, qtbot: QtBot) -> None:
    shell = make_shell()
    PAGES[name](shell)
    QApplication.processEvents()
    met = set()
    for _ in range(80):
        met.add(shell.focusWidget())
        shell.focusNextChild()
    buttons = [b for b in shell.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
    grouped = [b for b in buttons if b.group() is not None and not b.isChecked()]  # the arrow keys reach these
    assert [b.accessibleName() for b in buttons if b not in met and b not in grouped and b.focusPolicy()] == []


@pytest.mark.parametrize("mode", ["dark", "contrast", "light"])
def test_pages_follow_a_change_of_theme(make_shell: MakeShell, mode: str) -> None:
    shell = make_shell()
    shell.open_debrief(FakePlaying(turn=26))
    shell.choose_theme(mode)
    picture = shell.grab().toImage()
    assert picture.pixelColor(4, 400) == theme.THEMES[mode].paper


def test_sums_stay_readable_when_the_theme_changes(make_shell: MakeShell) -> None:
    shell = make_shell()
    table = statement_table(data.statements()[0], "EUR", "play.turn.week.word")
    shell.choose_theme("dark")
    assert table.item(2, 0).background().color() == theme.THEMES["dark"].sunken
    assert theme.contrast(theme.colors().ink, theme.colors().sunken) >= 4.5


def test_home_carries_on_with_the_latest_run(make_shell: MakeShell) -> None:
    shell = make_shell()
    assert "Pedal & Sons, bicycle works" in texts(shell)
    press(shell, "Continue")
    assert isinstance(shell.page, PlayPage)


def test_home_leads_a_newcomer_to_the_first_level(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell(fresh=True)
    assert "Start here" in texts(shell)
    assert shell.focusWidget().accessibleName() == "Read the briefing"
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(shell.page, BriefingPage)


def test_home_greets_by_name_and_says_when_nothing_can_be_kept(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.preferences.name = "  Ada "
    assert isinstance(shell.shelf, FakeShelf)
    shell.shelf.notice = data.SAY("Nothing can be kept.")
    shell.open_home()
    assert "Welcome back, Ada" in texts(shell)
    assert "Nothing can be kept." in texts(shell)


def test_levels_list_every_mistake_of_a_broken_file(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_levels()
    press(shell, "Own levels")
    said = texts(shell)
    assert "my-level.toml cannot be played: 3 mistakes" in said
    for place_, sentence in (
        ("line 58, column 3", "Did you mean lead_time_days?"),
        ("line 91, column 12", "goal[2].bounds"),
    ):
        assert place_ in said
        assert sentence in said
    assert len(shell.page.findChildren(StopButton)) == 3  # type: ignore[union-attr]


def test_a_level_is_opened_by_keyboard(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.open_levels()
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Space)
    assert isinstance(shell.page, BriefingPage)
    shell.go_back()
    assert isinstance(shell.page, LevelsPage)


def test_files_dropped_on_levels_are_added(make_shell: MakeShell, tmp_path: Path) -> None:
    shell = make_shell()
    shell.open_levels()
    page = shell.page
    assert isinstance(page, LevelsPage)
    for name, said in (
        ("mine.toml", "was added, but it cannot be played yet"),
        ("run.json", "is not a run of Milkrun"),
    ):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)), QUrl.fromLocalFile(str(tmp_path / "other.txt"))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        shell.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, buttons, keys))
        assert said in texts(page)


def test_a_level_that_cannot_be_copied_is_said(make_shell: MakeShell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = make_shell()
    shell.open_levels()

    def refuse(self: FakeShelf, path: Path) -> Message:
        return Message("own_level.unreadable", {"file": path.name, "error": "Permission denied"})

    monkeypatch.setattr(FakeShelf, "add_level", refuse)
    shell.page.add(Path("secret.toml"))  # type: ignore[union-attr]
    assert "secret.toml cannot be read: Permission denied" in texts(shell)


def test_a_finished_run_opens_its_debrief(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.resume(6)
    assert isinstance(shell.page, DebriefPage)


def test_briefing_shows_goals_and_explains_a_word(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_briefing(shell.shelf.levels()[2])
    said = texts(shell)
    assert "≥\u00a0€\u00a030,000" in said
    assert "A permission to fetch or make one container" in said
    press(shell, "buffer")
    assert "Stock behind a fence" in texts(shell)


@pytest.mark.parametrize("choice", [None, 1])
def test_start_keeps_the_prediction(make_shell: MakeShell, choice: int | None) -> None:
    shell = make_shell()
    shell.open_briefing(shell.shelf.levels()[2])
    if choice is not None:
        shell.findChildren(QRadioButton)[choice].click()
    press(shell, "Start")
    assert isinstance(shell.page, PlayPage)
    assert shell.page.playing.predicted == choice  # type: ignore[attr-defined]


def test_debrief_tells_stars_goals_and_lesson(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_debrief(FakePlaying(turn=26))
    said = texts(shell)
    assert shell.focusWidget().accessibleName() == "To the levels"
    for part in (
        "Two stars: 78 of 100",
        "92.4 %",
        "Stock hides trouble",
        "Which part ran out first, and in which week?",
    ):
        assert part in said


def test_debrief_charts_show_their_data(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_debrief(FakePlaying(turn=26))
    press(shell, "Cash")
    next(b for b in shell.findChildren(QPushButton) if b.accessibleName() == "Show data").click()
    table = next(t for t in shell.findChildren(QTableWidget) if t.isVisible() and t.accessibleName() == "Cash")
    assert table.rowCount() == 26 * 5
    assert table.item(0, 0).text() == "€\u00a045,000"


def test_next_level_follows_the_order_of_the_shelf(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_debrief(FakePlaying("store", turn=26))
    press(shell, "Next level")
    assert isinstance(shell.page, BriefingPage)
    shell.go_back()
    press(shell, "Play again")
    assert isinstance(shell.page, PlayPage)
    assert shell.page.playing.turn == 0


def test_statement_has_its_total_first_and_sums_bold() -> None:
    table = statement_table(data.statements()[0], "EUR", "play.turn.week.word")
    assert [table.horizontalHeaderItem(i).text() for i in range(2)] == ["Total", "Week 1"]
    assert table.item(0, 0).text() == "€\u00a051,600"  # 12,400 + 13,100 + 11,900 + 14,200
    assert table.item(2, 1).font().bold()
    assert not table.item(1, 1).font().bold()
    assert table.item(3, 0).text() == ""  # a heading has no amounts


@pytest.mark.parametrize(
    ("value", "where"),
    [(0.7, 0), (0.85, 1 / 3), (0.875, 0.5), (0.9, 2 / 3), (0.94, 1), (0.98, 1.12), (1.0, 1.12), (0.2, 0)],
)
def test_place_on_the_scale(value: float, where: float) -> None:
    """Thirds at the bounds, straight between them, one step beyond the last bound at the right end."""
    goal = data.GOALS[2]
    assert (goal.fail, goal.bounds) == (0.7, (0.85, 0.9, 0.94))
    assert place(goal, value) == pytest.approx(where)


def test_place_on_a_falling_scale() -> None:
    goal: GoalView = data.GOALS[4]
    assert (goal.fail, goal.bounds) == (0.2, (0.12, 0.08, 0.05))
    assert place(goal, 0.16) == pytest.approx(1 / 6)
    assert place(goal, 0.3) == 0
    assert place(goal, 0.065) == pytest.approx(5 / 6)


def test_settings_hold_at_once(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.open_settings()
    press(shell, "Dark")
    assert theme.mode() == "dark"
    field = shell.findChild(QLineEdit)
    qtbot.keyClicks(field, "Ada")
    press(shell, "Deutsch")
    assert isinstance(shell.page, SettingsPage)
    assert "Einstellungen" in shell.windowTitle()
    assert (shell.preferences.theme, shell.preferences.name, shell.preferences.language) == ("dark", "Ada", "de")
    shell.go_back()
    assert isinstance(shell.page, HomePage)
    assert "Willkommen zurück, Ada" in texts(shell)
