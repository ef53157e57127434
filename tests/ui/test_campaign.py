"""The campaign page: what is open, what a stop says, ready paths; the test before and after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeShell
from ui.briefing import BriefingPage
from ui.exam.comparison import ComparisonPage
from ui.exam.page import ExamPage
from ui.help import HelpPage
from ui.levels.lessons import LessonsPage
from ui.levels.own_store import OwnStoreCard
from ui.levels.page import LevelsPage
from ui.levels.road import _places
from ui.play import PlayPage
from ui.shell import Shell


def page_of(shell: Shell) -> LevelsPage:
    shell.open_levels()
    assert isinstance(shell.page, LevelsPage)
    return shell.page


def said(shell: Shell) -> str:
    QApplication.processEvents()
    return "\n".join(found.text() for found in shell.findChildren(QLabel) if found.isVisible())


def press(shell: Shell, text: str) -> None:
    QApplication.processEvents()
    next(b for b in shell.findChildren(QAbstractButton) if b.text() == text and b.isVisible()).click()


def test_the_road_has_four_stops_then_one_in_the_bend_and_three_on_each_straight() -> None:
    rows = [row for row, _ in _places(14)]
    assert rows == [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3]
    assert [index for index, (_, place) in enumerate(_places(14)) if place == 3] == [4, 8, 12]


def test_a_newcomer_finds_one_stop_open(make_shell: MakeShell) -> None:
    shell = make_shell(fresh=True)
    road = page_of(shell).road
    assert [button.stop.open for button in road.buttons] == [True, False, False]
    assert road.buttons[1].accessibleDescription() == "Opens with a star in “First cards”."
    road.buttons[2].click()
    assert "Opens with a star in “The corner bakery”." in said(shell)
    road.buttons[2].click()
    assert isinstance(shell.page, LevelsPage), "what is shut is not opened"


def test_everything_can_be_unlocked_here_and_in_settings(make_shell: MakeShell) -> None:
    shell = make_shell(fresh=True)
    page_of(shell)
    press(shell, "Unlock everything")
    assert shell.preferences.unlocked
    assert all(button.stop.open for button in page_of(shell).road.buttons)
    shell.open_settings()
    press(shell, "Unlock everything")
    assert not page_of(shell).road.buttons[1].stop.open


def test_the_next_stop_is_spoken_of_and_opened_by_one_key(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    page_of(shell)
    assert "Next stop · level 3 · Factory" in said(shell)
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    assert "Level 2 · Store" in said(shell)
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(shell.page, BriefingPage)


def test_stars_are_counted_in_the_bar(make_shell: MakeShell) -> None:
    """Three and one stars of three levels with three each."""
    shell = make_shell()
    assert page_of(shell).context == "4 of 9 stars"


def test_an_old_run_is_replayed_for_practice(make_shell: MakeShell) -> None:
    shell = make_shell()
    page_of(shell).road.buttons[1].click()
    press(shell, "or an old run again, for practice")
    assert isinstance(shell.page, PlayPage)
    assert shell.page.playing.parent == (7, 0)


def test_a_ready_path_leads_to_its_plan(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    page = page_of(shell)
    tile = next(tile for tile in page.paths.tiles if tile.accessibleName().startswith("A week of homework"))
    assert tile.accessibleName() == "A week of homework: levels 1, 2, 3, 2 times up to 35 minutes"
    tile.setFocus()
    assert [button.stop.number for button in page.road.buttons if button.marked] == [1, 2, 3]
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert isinstance(shell.page, LessonsPage)
    assert "35 minutes, 15 of them play" in said(shell)  # (5 + 10) + (10 + 10)
    assert "Aim: a card limits stock." in said(shell)


@pytest.mark.parametrize(("size", "beside"), [((1280, 800), False), ((1920, 1080), True), ((1280, 1080), False)])
def test_paths_stand_beside_the_road_where_there_is_room(
    make_shell: MakeShell, size: tuple[int, int], beside: bool
) -> None:
    shell = make_shell(size=(1440, 960))
    page = page_of(shell)
    shell.resize(*size)
    QApplication.processEvents()
    assert (page.paths.mapTo(page, page.paths.rect().topLeft()).x() > page.road.width()) == beside
    assert [tile.isVisible() for tile in page.paths.tiles] == [True] * len(page.paths.tiles)


@pytest.mark.parametrize("lessons", [False, True])
def test_how_hard_the_levels_are_is_one_click_away(make_shell: MakeShell, lessons: bool) -> None:
    shell = make_shell()
    shell.open_lessons() if lessons else page_of(shell)
    press(shell, "How hard?")
    QApplication.processEvents()
    assert isinstance(shell.page, HelpPage)
    assert shell.page.list.currentItem().text() == "The shipped levels, proved"


def test_half_a_day_in_a_company_asks_for_its_sales(make_shell: MakeShell) -> None:
    shell = make_shell()
    tile = page_of(shell).paths.tiles[-1]
    assert tile.accessibleName().startswith(
        "Half a day in a company: levels 1, your own sales, 95 minutes with debrief"
    )
    tile.pressed.emit()
    assert "60 minutes, 20 of them play" in said(shell)
    assert isinstance(shell.page, LessonsPage)
    assert shell.page.findChild(OwnStoreCard).pick.text() == "Choose the sales history…"


def answer(shell: Shell, choice: int, sure: str) -> None:
    shell.findChildren(QRadioButton)[-4 + choice].click()
    next(b for b in shell.findChildren(QPushButton) if b.text() == sure and b.isVisible()).click()


@pytest.mark.parametrize("form", ["before", "after"])
def test_the_test_is_taken_kept_and_compared(make_shell: MakeShell, form: str) -> None:
    shell = make_shell()
    page_of(shell)
    press(shell, form.capitalize())
    assert isinstance(shell.page, ExamPage)
    for question in range(8):
        assert not shell.page.next.isEnabled(), "an answer and how sure are wanted"
        answer(shell, 1, "sure")
        press(shell, "Finish" if question == 7 else "Next")
        QApplication.sendPostedEvents(None, 0)
    assert isinstance(shell.page, ComparisonPage)
    kept = shell.shelf.exam(form)  # type: ignore[arg-type]
    assert kept is not None
    assert {answer.choice for answer in kept.answers} == {1}
    assert kept.confidence == 1.0
    assert f"{kept.right} of 8 right" in said(shell)
    assert ("50 litres" in said(shell)) == (form == "after"), "explained once the second form is in"


def test_leaving_the_test_keeps_nothing(make_shell: MakeShell) -> None:
    shell = make_shell()
    page_of(shell)
    press(shell, "Before")
    answer(shell, 1, "sure")
    press(shell, "Leave")
    assert isinstance(shell.page, LevelsPage)
    assert shell.shelf.exam("before") is None
