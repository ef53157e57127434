"""What has the keyboard keeps it when the inspector is made anew or a turn is run."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui_play.conftest import Open
from tests.ui_play.test_page import stepper
from ui.widgets import button


def _anew(page: object) -> None:
    page.inspector._signature = ()  # type: ignore[attr-defined]


def test_a_number_keeps_it_over_a_turn(open_page: Open) -> None:
    page = open_page(turn=3)
    page.choose("item", "gears")
    stepper(page, "cards").edit.setFocus()
    before = stepper(page, "cards").edit
    _anew(page)
    page.run_turn()
    after = stepper(page, "cards").edit
    assert after is not before
    assert QApplication.focusWidget() is after


def test_a_setting_clicked_keeps_it_though_its_row_is_made_anew(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    more = stepper(page, "cards").more
    more.setFocus()
    _anew(page)
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert stepper(page, "cards").more is not more
    assert QApplication.focusWidget() is stepper(page, "cards").more


def test_the_floor_takes_it_when_the_thing_is_left(open_page: Open) -> None:
    page = open_page()
    page.choose("item", "gears")
    stepper(page, "cards").edit.setFocus()
    page.choose("supplier", "rhein")
    assert QApplication.focusWidget() is page.views.floor


def test_the_button_that_ran_the_turn_keeps_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(turn=3)
    bar = QHBoxLayout()
    page.layout().addLayout(bar)  # type: ignore[union-attr]
    back: QPushButton = button("back", "bar", page.close)
    for one in (back, *page.actions_.all):
        bar.addWidget(one)
        one.show()
    page.actions_.run.setFocus()
    qtbot.keyClick(page.actions_.run, Qt.Key.Key_Space)
    assert page.playing.turn == 4
    assert QApplication.focusWidget() is page.actions_.run
