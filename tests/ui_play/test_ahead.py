"""The look ahead in the inspector: asked anew with each change, shown as it gets sharper, never in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from game.playing import library
from game.playing.library import Library
from ui import theme
from ui.jobs import Desk
from ui.play import PlayPage
from ui.words import text


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    found = library.open(tmp_path, workers=0)
    yield found
    found.close()


def opened(qtbot: QtBot, qapp: QApplication, shelf: Library, predicted: bool) -> PlayPage:
    theme.apply(qapp, "light")
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "first-cards"), 7)
    if predicted:
        playing.predict(1)
    page = PlayPage(playing, Desk(lambda: shelf.coach))
    qtbot.addWidget(page)
    page.resize(1280, 748)
    page.show()
    return page


def test_nothing_is_asked_before_a_prediction(qtbot: QtBot, qapp: QApplication, shelf: Library) -> None:
    page = opened(qtbot, qapp, shelf, predicted=False)
    assert page.inspector.ahead.isHidden()
    assert "coach" not in vars(shelf), "no worker was started"


def test_the_fan_comes_gets_sharper_and_follows_a_change(qtbot: QtBot, qapp: QApplication, shelf: Library) -> None:
    page = opened(qtbot, qapp, shelf, predicted=True)
    panel = page.inspector.ahead
    assert panel.isVisible()
    assert panel.fan.isHidden(), "nothing is known yet, and the window stands already"
    qtbot.waitUntil(panel.fan.isVisible, timeout=20_000)
    first = panel.note.text()
    qtbot.waitUntil(lambda: "1,000" in panel.note.text(), timeout=60_000)
    assert first != panel.note.text(), "the first answer came from fewer futures"
    assert not [line for line in panel.lines if "changed" in line.text()]
    row = next(row for row in page.inspector.rows if row.lever.lever == "cards")
    page.decide("cards", row.lever.target, row.lever.planned + 2)
    assert panel.fan.isVisible(), "the old answer stays until there is a new one"
    qtbot.waitUntil(lambda: any("changed" in line.text() for line in panel.lines), timeout=20_000)


def test_the_values_are_read_by_keys(qtbot: QtBot, qapp: QApplication, shelf: Library) -> None:
    page = opened(qtbot, qapp, shelf, predicted=True)
    fan = page.inspector.ahead.fan
    qtbot.waitUntil(fan.isVisible, timeout=20_000)
    assert fan.accessibleName()
    qtbot.keyClick(fan, Qt.Key.Key_Right)
    qtbot.keyClick(fan, Qt.Key.Key_Right)
    view = fan.shown
    assert view is not None
    assert fan.accessibleDescription() == fan.reading
    assert fan.reading.startswith(text(view.steps[1]))
