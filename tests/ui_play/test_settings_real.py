"""The inspector of every kind of thing, and the tabs with settings, on real runs: nothing is cut, nothing is faint."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from game.level import Level
from game.playing import library
from tests.contrast import faint
from tests.cut import cut
from tests.screen_states import settle
from ui import theme, words
from ui.play import PlayPage
from ui.play.suppliers import Suppliers

LEVELS = {"pedal-and-sons": 8, "growing-pains": 6, "last-season": 3, "two-of-everything": 2, "sandbox-store": 3}
SETTINGS = ("suppliers", "projects", "board")


@pytest.fixture(params=["en-light", "de-dark", "de-contrast"])
def looks(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """A language and a theme; English and light are put back afterwards."""
    language, name = request.param.split("-")
    words.set_language(language)
    theme.apply(qapp, name)
    yield language
    words.set_language("en")
    theme.apply(qapp, "light")


def things(level: Level) -> list[tuple[str, str]]:
    """One of each kind, of items, suppliers and stations some."""
    offers = [f"{item.id}/{offer.supplier}" for item in level.item for offer in item.offer][:2]
    found = [("item", item.id) for item in (*level.item[:3], *level.item[-2:])]
    found += [
        (kind, one.id) for kind in ("supplier", "station", "stream", "project") for one in getattr(level, kind)[:2]
    ]
    found += [(kind, offer) for kind in ("price", "route") for offer in offers]
    return [*found, *(("goal", goal.measure) for goal in level.goal), ("goal", "cash"), ("goal", "cash_cycle")]


def whole(area: QScrollArea) -> QWidget:
    """All that scrolls, so that what is out of sight is looked at too."""
    found = area.widget()
    assert found is not None
    return found


def columns_hold_their_words(suppliers: Suppliers) -> None:
    """Each column has the room that it needs, and all columns that of the table."""
    for table in (block.table for block in suppliers.blocks):
        widths = [table.columnWidth(column) for column in range(table.columnCount())]
        assert all(width >= table.needed(column) for column, width in enumerate(widths))
        assert sum(widths) <= table.viewport().width()
        assert table.verticalHeader().width() >= table.names_width()


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_is_cut_or_faint(level: str, looks: str, tmp_path: Path, qtbot: QtBot) -> None:
    shelf = library.open(tmp_path, looks, workers=0)
    playing = shelf.start(next(card for card in shelf.levels() if card.id == level), 7)
    for _ in range(LEVELS[level]):
        playing.run_turn()
    page = PlayPage(playing)
    qtbot.addWidget(page)
    page.resize(1280, 748)
    page.show()
    for kind, target in things(playing.level):
        page.choose(kind, target)
        page.inspector.cards.finish()
        settle()
        assert cut(page.inspector) == [], (kind, target)
        assert faint(whole(page.inspector.area)) + faint(page.pending) == [], (kind, target)
        assert whole(page.inspector.area).width() <= page.inspector.area.viewport().width(), (kind, target)
    for name in set(SETTINGS) & set(page.views.names):
        page.views.tabs.choose(page.views.names.index(name))
        settle()
        for area in page.views.stack.currentWidget().findChildren(QScrollArea):
            if area.widget() is not None:
                assert [words for words in cut(whole(area)) if ", column" not in words] == [], name
                assert faint(whole(area)) == [], name
                assert whole(area).width() <= area.viewport().width(), name
        for suppliers in page.views.stack.currentWidget().findChildren(Suppliers):
            columns_hold_their_words(suppliers)
    shelf.close()
