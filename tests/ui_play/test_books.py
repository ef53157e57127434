"""The books and charts tabs: cells open postings, measures their formula, charts their data; files are written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui_play.conftest import Open
from ui import words
from ui.debrief.tables import account_name
from ui.play import PlayPage
from ui.play.books import Books
from ui.play.books_paper import paper
from ui.play.charts import Charts
from ui.play.graph import dashes
from ui.words import money

KEY = Qt.Key


def opened(page: PlayPage, index: int, kind: type) -> object:
    page.views.tabs.choose(index)
    return page.views.stack.currentWidget().findChildren(kind)[0]


@pytest.fixture
def books(open_page: Open) -> Books:
    page = open_page()
    made = opened(page, 2, Books)
    assert isinstance(made, Books)
    made.page = page
    return made


def test_a_cell_opens_its_postings_by_keyboard(books: Books, qtbot: QtBot) -> None:
    table = books.tables[0]
    table.setFocus()
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, KEY.Key_Down)
    behind = books.behind.table
    assert behind is not None
    assert behind.rowCount() == 2
    assert "\u20ac\u00a070" in books.behind.words, "120 less 50"
    assert behind.accessibleName()
    assert behind.item(0, 1).text() == "City dealers"


def test_every_part_of_the_books_can_be_opened(books: Books) -> None:
    for part, table in enumerate(books.tables):
        books.tabs.choose(part)
        assert books.stack.currentWidget() is table
        assert books.behind.table is None
        assert books.behind.words
        assert table.accessibleName()


def test_a_measure_shows_its_formula_here_and_in_the_inspector(books: Books) -> None:
    last = len(books.tables) - 1
    books.tabs.choose(last)
    books.tables[last].setCurrentCell(0, 0)
    assert books.behind.words == "974 of 1,000 at once: 97.4\u00a0%."
    assert books.page.selected == ("goal", "fill_rate")


@pytest.fixture
def charts(open_page: Open) -> Charts:
    made = opened(open_page(), 1, Charts)
    assert isinstance(made, Charts)
    return made


def test_charts_are_read_by_keys_and_as_a_table(charts: Charts, qtbot: QtBot) -> None:
    qtbot.keyClick(charts.graph, KEY.Key_Home)
    qtbot.keyClick(charts.graph, KEY.Key_Right)
    assert "On hand 47" in charts.reading.text(), "40 + 7"
    assert charts.graph.accessibleDescription() == charts.reading.text()
    charts.data.click()
    assert charts.stack.currentWidget() is charts.table
    assert charts.table.item(1, 0).text() == "47"
    assert charts.table.rowCount() == 70


def test_a_chart_is_zoomed_by_keys_and_shown_whole_again(charts: Charts, qtbot: QtBot) -> None:
    def shown() -> float:
        low, high = charts.graph.getPlotItem().vb.viewRange()[0]
        return float(high - low)

    whole = shown()
    charts.graph.point(35)
    qtbot.keyClick(charts.graph, KEY.Key_Plus)
    assert shown() == pytest.approx(whole / 1.5)
    [(_, marks)] = charts.graph.getPlotItem().getAxis("bottom").tickValues(20.0, 50.0, 800)
    assert marks == [21, 28, 35, 42, 49], "weeks of seven periods that begin inside, also from nearer"
    charts._whole()
    assert shown() == pytest.approx(whole)


def test_lines_are_told_apart_without_colour(charts: Charts) -> None:
    for place in range(charts.which.count()):
        charts.which.setCurrentIndex(place)
        looks = [tuple(dashes(charts.diagram, one)) for one in charts.diagram.curves if one.look in ("line", "bound")]
        assert len(set(looks)) == len(looks)


def test_each_chart_opens_and_the_choice_outlives_a_turn(charts: Charts, qtbot: QtBot) -> None:
    seen = set()
    for place in range(charts.which.count()):
        charts.which.setCurrentIndex(place)
        seen.add(charts.diagram.name)
        charts.grab()
    assert seen == {"stock", "cash", "stations", "spend"}
    page = charts.window()
    while not isinstance(page, PlayPage):
        page = page.findChildren(PlayPage)[0]
    charts.which.setCurrentIndex(1)
    page.run_turn()
    again = page.views.stack.currentWidget().findChildren(Charts)[0]
    assert again is not charts
    assert again.diagram.name == "cash"


def test_values_and_picture_are_written(charts: Charts, tmp_path: Path) -> None:
    charts.which.setCurrentIndex(1)
    charts.save(tmp_path / "cash.csv")
    lines = (tmp_path / "cash.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert lines == [",'=Cash", "week 1,123.45", "week 2,", "week 3,-5"]
    charts.save(tmp_path / "cash.png")
    assert (tmp_path / "cash.png").read_bytes()[1:4] == b"PNG"
    words.set_language("de")
    charts.save(tmp_path / "kasse.csv")
    words.set_language("en")
    assert "week 1;123,45" in (tmp_path / "kasse.csv").read_text("utf-8-sig")
    charts.save(tmp_path / "missing" / "cash.csv")
    assert "could not be written" in charts.reading.text()


def test_before_the_first_turn_charts_say_when_they_come(open_page: Open) -> None:
    made = opened(open_page(turn=0), 1, Charts)
    assert isinstance(made, Charts)
    assert made.diagrams == ()


def test_the_books_on_paper_hold_every_figure_of_the_total(open_page: Open) -> None:
    page = open_page()
    statements = page.playing.statements()
    text = paper(statements, page.playing.level, "EUR").toPlainText().replace("\u00a0", " ")
    for statement in statements:
        place = statement.columns.index("total") if "total" in statement.columns else 0
        for key, _, amounts in statement.rows:
            assert account_name(key) in text
            if amounts:
                assert money(amounts[place], "EUR").replace("\u00a0", " ") in text
