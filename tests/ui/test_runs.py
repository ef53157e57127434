"""Runs, replay, comparison, what-ifs, guide and help on real runs of the small level."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from game.playing import library
from game.playing.session import Session
from tests.playing.small import TEXT
from tests.ui.test_spoken import focusable, name_of
from ui import words
from ui.guide import STEPS, Guide
from ui.help import HelpPage
from ui.home import HomePage
from ui.levels.page import LevelsPage
from ui.play import PlayPage
from ui.preferences import Preferences
from ui.runs import RunsPage
from ui.runs.compare import ComparePage
from ui.runs.replay import ReplayPage
from ui.settings import SettingsPage
from ui.shell import Shell

FIRST = TEXT.replace('kind = "factory"', 'kind = "factory"\nchapter = 1\norder = 1', 1)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """A window on a real shelf that holds the small level as the first of the campaign."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "small.toml").write_text(FIRST, "utf-8")
    preferences = Preferences(tmp_path / "window.ini")
    preferences.language = "en"
    preferences.guided = True
    made = Shell(lambda language: library.open(tmp_path / "data", language, shipped), preferences)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def played(shell: Shell, turns: int = 4, cards: int = 6) -> int:
    session = shell.shelf.start(shell.shelf.levels()[0], 5)
    for turn in range(turns):
        session.decide("cards", "tube", cards - turn)
        session.run_turn()
    assert session.number is not None
    return session.number


def runs_page(shell: Shell) -> RunsPage:
    shell.open_runs()
    assert isinstance(shell.page, RunsPage)
    return shell.page


def test_a_deleted_run_comes_back(shell: Shell, qtbot: QtBot) -> None:
    first, second = played(shell), played(shell, 2)
    page = runs_page(shell)
    assert page.tree.order() == [second, first]
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    assert page.tree.order() == [first]
    qtbot.keyClick(page.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.tree.order() == [second, first]
    assert page.tree.current_run is not None
    assert page.tree.current_run.id == second
    page.delete(first)
    page.delete(second)
    assert page.tree.order() == []
    page.undo_button.click()
    assert page.tree.order() == [second]


def test_a_replay_goes_back_forward_and_to_events(shell: Shell, qtbot: QtBot) -> None:
    runs = runs_page(shell)
    number = played(shell)
    runs.fill()
    runs.detail.replay.click()
    page = shell.page
    assert isinstance(page, ReplayPage)
    assert page.turns.words.text() == "Before the first turn"
    assert "Decided for week 1" in page.decided.accessibleName()
    page.run_turn()
    page.run_turn()
    page.back()
    assert (page.past.turn, page.turns.slider.value()) == (1, 1)
    page.turns.slider.setValue(3)
    assert page.past.turn == 3
    page.latest()
    assert "last turn" in page.decided.accessibleName()
    assert page.decide("cards", "tube", 9) is not None
    page.first()
    page.run_on()
    lines = page.past.feed()
    assert page.past.finished or any(line.mood == "bad" for line in lines)
    assert [card.id for card in shell.shelf.runs()] == [number]


def test_what_if_opens_a_marked_branch_that_compares(shell: Shell) -> None:
    number = played(shell)
    shell.open_replay(number)
    page = shell.page
    assert isinstance(page, ReplayPage)
    page.go(2)
    page.bar_actions[-1].click()  # type: ignore[attr-defined]
    assert isinstance(shell.page, PlayPage)
    assert "Practice from week 3" in shell.page.context
    assert shell.page.playing.turn == 2
    branch = shell.page.playing.number
    shell.page.run_turn()
    runs = runs_page(shell)
    assert runs.tree.topLevelItemCount() == 1
    runs.tree.setCurrentItem(runs.tree.topLevelItem(0).child(0))  # type: ignore[union-attr]
    assert [one.id for one in runs.detail.others] == [number]
    runs.detail.compare.click()
    compared = shell.page
    assert isinstance(compared, ComparePage)
    assert any("what if from turn 3" in one.text() for one in compared.findChildren(QLabel))
    for place in range(compared.which.count()):
        compared.which.setCurrentIndex(place)
        compared.data.choose(place % 2)
    assert all(name_of(widget).strip() for widget in focusable(shell))
    assert branch is not None


def test_without_runs_the_page_leads_to_the_levels(shell: Shell) -> None:
    runs_page(shell).detail.begin.click()
    assert isinstance(shell.page, LevelsPage)


def test_w_on_the_floor_leaves_the_run_as_it_is(shell: Shell, qtbot: QtBot) -> None:
    number = played(shell, 1)
    shell.resume(number)
    page = shell.page
    assert isinstance(page, PlayPage)
    page.views.floor.setFocus()
    with qtbot.waitActive(shell):
        shell.activateWindow()
    qtbot.keyClick(page.views.floor, Qt.Key.Key_W)
    assert isinstance(shell.page, PlayPage)
    assert shell.page.playing.parent == (number, 1)


def test_another_language_keeps_undecided_changes_and_the_way_back(shell: Shell) -> None:
    shell.resume(played(shell, 1))
    page = shell.page
    assert isinstance(page, PlayPage)
    assert page.decide("cards", "tube", 2) is None
    shell.open_settings()
    shell.choose_language("de")
    assert isinstance(shell.page, SettingsPage)
    shell.go_back()
    assert isinstance(shell.page, PlayPage)
    playing = shell.page.playing
    assert isinstance(playing, Session)
    assert (playing.language, [entry.after for entry in playing.pending]) == ("de", [2])
    assert shell.page.title == "Klein"
    words.set_language("en")


def test_a_run_file_dropped_anywhere_lands_among_the_runs(shell: Shell, tmp_path: Path) -> None:
    shell.shelf.resume(played(shell)).export(tmp_path / "run.json")
    assert isinstance(shell.page, HomePage)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "run.json"))])
    none = Qt.KeyboardModifier.NoModifier
    shell.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none))
    assert isinstance(shell.page, RunsPage)
    assert len(shell.page.tree.order()) == 2


def test_the_guide_comes_once_and_can_be_asked_for_again(shell: Shell, qtbot: QtBot) -> None:
    shell.preferences.guided = False
    shell.start(shell.shelf.levels()[0])
    guide = shell.findChild(Guide)
    assert guide is not None
    seen = [guide.accessibleName()]
    for _ in STEPS[1:]:
        guide.go_on()
        seen.append(guide.accessibleName())
        assert shell.page.rect().contains(guide.geometry())  # type: ignore[union-attr]
    assert len(set(seen)) == len(STEPS) <= 5
    guide.go_on()
    assert not guide.isVisible()
    assert shell.preferences.guided
    shell.open_settings()
    assert isinstance(shell.page, SettingsPage)
    shell.page.guide.click()
    assert not shell.preferences.guided


def test_a_turn_run_beneath_the_guide_leads_to_its_last_bubble_and_the_next_ends_it(shell: Shell) -> None:
    shell.preferences.guided = False
    shell.preferences.pace = "off"
    shell.start(shell.shelf.levels()[0])
    guide = shell.findChild(Guide)
    assert guide is not None
    assert isinstance(shell.page, PlayPage)
    shell.page.run_turn()
    assert guide.step == len(STEPS) - 1
    shell.page.run_turn()
    assert not guide.isVisible()
    assert shell.preferences.guided


def test_escape_skips_the_guide_and_stays(shell: Shell, qtbot: QtBot) -> None:
    shell.preferences.guided = False
    shell.start(shell.shelf.levels()[0])
    with qtbot.waitActive(shell):
        shell.activateWindow()
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert isinstance(shell.page, PlayPage)
    assert shell.preferences.guided


def test_f1_goes_to_what_has_the_focus(shell: Shell, qtbot: QtBot) -> None:
    shell.resume(played(shell, 1))
    page = shell.page
    assert isinstance(page, PlayPage)
    with qtbot.waitActive(shell):
        shell.activateWindow()
    page.inspector.take_focus()
    assert QApplication.focusWidget() is not page.views.floor
    qtbot.keyClick(shell, Qt.Key.Key_F1)
    help_page = shell.page
    assert isinstance(help_page, HelpPage)
    assert help_page.tab == "glossary"
    assert help_page.list.currentItem().text() in ("Policy", "Cards")
    shell.help_here()
    assert shell.page is help_page


def test_a_replay_offers_nothing_to_set_and_all_of_it_has_names(shell: Shell) -> None:
    shell.open_replay(played(shell))
    page = shell.page
    assert isinstance(page, ReplayPage)
    page.choose("item", "tube")
    QApplication.processEvents()
    assert page.inspector.rows == [], "settings are told, not offered"
    assert not page.pending.isVisible()
    for tab in range(len(page.views.names)):
        page.views.tabs.choose(tab)
        QApplication.processEvents()
        assert [type(widget) for widget in focusable(shell) if not name_of(widget).strip()] == []
