"""The tabs of suppliers and projects on real runs: what they show, what may be set there, nothing cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from game.playing import library
from game.playing.library import Library
from ui import theme, words
from ui.play import PlayPage
from ui.play.projects import Projects
from ui.play.suppliers import COLUMNS, Suppliers

SUPPLIERS, PROJECTS = 3, 4


@pytest.fixture(params=["en", "de"])
def shelf(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    words.set_language(request.param)
    found = library.open(tmp_path, request.param, workers=0)
    yield found
    found.close()
    words.set_language("en")


def opened(qtbot: QtBot, qapp: QApplication, shelf: Library, level: str, turns: int) -> PlayPage:
    theme.apply(qapp, "light")
    playing = shelf.start(next(card for card in shelf.levels() if card.id == level), 7)
    for _ in range(turns):
        playing.run_turn()
    page = PlayPage(playing)
    qtbot.addWidget(page)
    page.resize(1280, 748)
    page.show()
    return page


def cut(page: PlayPage) -> list[str]:
    """Labels and buttons of the open tab that lack the room they need."""
    short = []
    for one in page.views.stack.currentWidget().findChildren(QLabel):
        need = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
        wide = 0 if one.wordWrap() else one.sizeHint().width()
        if one.isVisible() and one.text() and (need > one.height() or wide > one.width()):
            short.append(one.text())
    for button in page.views.stack.currentWidget().findChildren(QPushButton):
        if button.isVisible() and button.fontMetrics().horizontalAdvance(button.text()) > button.width():
            short.append(button.text())
    return short


def test_suppliers_stand_side_by_side_with_their_levers(qtbot: QtBot, qapp: QApplication, shelf: Library) -> None:
    page = opened(qtbot, qapp, shelf, "pedal-and-sons", 10)
    page.views.tabs.choose(SUPPLIERS)
    page.grab()
    [tab] = page.views.stack.currentWidget().findChildren(Suppliers)
    gears = tab.blocks[1]
    assert [block.table.rowCount() for block in tab.blocks] == [1, 2, 1]
    assert cut(page) == []
    for block in tab.blocks:
        whole = sum(block.table.columnWidth(column) for column in range(len(COLUMNS)))
        assert whole <= block.table.viewport().width(), "no column is out of sight"
    gears.table.cellClicked.emit(1, 2)
    assert page.selected == ("supplier", "shenzhen")
    [shares] = [row for row in gears.rows if row.lever.lever == "shares"]
    shares.decide({"ostrava": 60, "shenzhen": 40})
    column = COLUMNS.index("share")
    assert [gears.table.item(line, column).text()[:2] for line in (0, 1)] == ["60", "40"]  # type: ignore[union-attr]
    assert page.playing.pending


def test_a_project_begins_from_its_card(qtbot: QtBot, qapp: QApplication, shelf: Library) -> None:
    page = opened(qtbot, qapp, shelf, "growing-pains", 0)
    page.views.tabs.choose(PROJECTS)
    page.grab()
    [tab] = page.views.stack.currentWidget().findChildren(Projects)
    assert cut(page) == []
    card = tab.cards[0]
    before = card.state.text()
    assert card.action is not None
    qtbot.mouseClick(card.action.button, Qt.MouseButton.LeftButton)
    assert card.state.text() != before
    assert [entry.lever for entry in page.playing.pending] == ["project"]


def test_a_level_without_projects_says_so(qtbot: QtBot, qapp: QApplication, shelf: Library) -> None:
    page = opened(qtbot, qapp, shelf, "first-cards", 0)
    page.views.tabs.choose(PROJECTS)
    assert any(one.text() for one in page.views.stack.currentWidget().findChildren(QLabel))
    assert cut(page) == []
