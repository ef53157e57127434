"""Fixtures: the application in the light theme, and a page on a fake run, shown."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakePlaying
from ui import theme, words
from ui.play import PlayPage

Open = Callable[..., PlayPage]


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Opens a page of a size in a language; English and light are put back afterwards."""

    def opened(kind: str = "factory", turn: int = 11, language: str = "en", size: tuple[int, int] = (1280, 748),
               plant: Callable[[], object] | None = None, turns: int = 26) -> PlayPage:  # fmt: skip
        words.set_language(language)
        theme.apply(qapp, "light")
        playing = FakePlaying(kind, turn, language, turns)
        if plant is not None:
            playing.plant = plant  # type: ignore[method-assign,assignment]
        page = PlayPage(playing)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        page.first_focus().setFocus()
        return page

    yield opened
    words.set_language("en")
