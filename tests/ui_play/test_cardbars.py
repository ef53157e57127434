"""One card more, one card less: open on the terms of the formula, for a perishable on cards, and told in words."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from game.playing import library
from ui import theme
from ui.play import PlayPage


@pytest.mark.parametrize("predicted", [False, True])
def test_it_is_open_after_a_prediction(tmp_path: Path, qtbot: QtBot, qapp: QApplication, predicted: bool) -> None:
    theme.apply(qapp, "light")
    shelf = library.open(tmp_path, "en", workers=0)
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "corner-bakery"), 7)
    if predicted:
        playing.predict(0)
    playing.run_turn()
    page = PlayPage(playing)
    qtbot.addWidget(page)
    page.show()
    page.choose("item", "rye")
    panel = page.inspector.cards
    panel.finish()
    assert panel.isVisible() is predicted
    if predicted:
        now = playing.run.state.settings["cards"][playing.run.plant.item_index("rye"), 0]
        told = panel.bars.accessibleDescription()
        assert f"{now} cards: " in told
        assert f"{now - 3} cards: " in told
        assert panel.words.text() in told
        page.choose("stream", playing.level.stream[0].id)
        assert not panel.isVisible()
    shelf.close()
