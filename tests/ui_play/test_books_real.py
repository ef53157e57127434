"""Books and charts on a real run: nothing is cut, and the sums of what is shown are the sums of the books."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from game.playing import library
from game.playing.library import Session
from game.playing.views import Statement
from tests.cut import cut
from ui import theme, words
from ui.play import PlayPage
from ui.play.books import Books
from ui.play.charts import Charts

CHARTS, BOOKS, TURNS = 1, 2, 10


@pytest.fixture(params=["en", "de"])
def page(tmp_path: Path, request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[PlayPage]:
    words.set_language(request.param)
    theme.apply(qapp, "light")
    shelf = library.open(tmp_path, request.param, workers=0)
    made = PlayPage(_played(shelf, "pedal-and-sons", TURNS))
    qtbot.addWidget(made)
    made.resize(1280, 748)
    made.show()
    yield made
    shelf.close()
    words.set_language("en")


def _played(shelf: library.Library, level: str, turns: int) -> Session:
    playing = shelf.start(next(card for card in shelf.levels() if card.id == level), 7)
    for _ in range(turns):
        playing.run_turn()
    return playing


def test_no_chart_and_no_table_behind_one_is_cut(page: PlayPage) -> None:
    page.views.tabs.choose(CHARTS)
    [charts] = page.views.stack.currentWidget().findChildren(Charts)
    for name, subject in itertools.product(range(charts.which.count()), range(2)):
        charts.which.setCurrentIndex(name)
        charts.subject.setCurrentIndex(min(subject, charts.subject.count() - 1))
        for shown in (False, True):
            charts.data.setChecked(shown)
            charts.graph.point(2)
            page.grab()
            assert cut(charts) == [], charts.diagram.name


def test_every_tone_of_a_chart_stands_out(page: PlayPage) -> None:
    """Amber is the exception that is always outlined."""
    tones = {curve.tone for one in page.playing.diagrams() for curve in one.curves} - {"amber", "ink"}
    assert {(tone, "surface") for tone in tones} <= set(theme.SHAPE_PAIRS)


def test_no_part_of_the_books_is_cut(page: PlayPage) -> None:
    page.views.tabs.choose(BOOKS)
    [books] = page.views.stack.currentWidget().findChildren(Books)
    for part, table in enumerate(books.tables):
        books.tabs.choose(part)
        page.grab()
        assert cut(books) == []
        for line in range(table.rowCount()):
            table.setCurrentCell(line, table.columnCount() - 1)
            page.grab()
            assert cut(books) == []
            if books.behind.table is not None:
                assert table.columnViewportPosition(table.columnCount() - 1) >= 0, "the figure stays in sight"
                assert books.behind.table.columnWidth(0) <= books.behind.table.viewport().width(), "amounts too"


def _rows(statement: Statement, key: str) -> list[tuple[int, ...]]:
    return [amounts for one, _, amounts in statement.rows if one == key]


def test_the_postings_of_each_cell_add_up_to_it(page: PlayPage) -> None:
    """Each turn and the total of every row of the three statements, to the cent."""
    playing, checked = page.playing, 0
    for statement in playing.statements():
        for (key, _, amounts), (place, column) in itertools.product(statement.rows, enumerate(statement.columns)):
            found = playing.entries(statement.name, key, column) if amounts else None
            if found is not None:
                assert found.before + sum(one.amount for one in found.entries) == amounts[place], (key, column)
                checked += 1
    assert checked > 30 * TURNS


def test_profit_becomes_equity_and_both_ways_to_cash_agree(page: PlayPage) -> None:
    """Profit so far is what was kept; assets are what is owed and owned; directly, indirectly, and between the ends."""
    income, balance, cash = page.playing.statements()
    [profit] = _rows(income, "statement.net_profit")
    [kept] = _rows(balance, "statement.retained")
    [[assets], [owed], [money], [after]] = (
        _rows(balance, "statement.total_assets"), _rows(balance, "statement.liabilities_and_equity"),
        _rows(balance, "account.cash"), _rows(cash, "statement.closing_cash"),
    )  # fmt: skip
    direct, indirect = _rows(cash, "statement.cash_operations")
    assert list(itertools.accumulate(profit[:-1])) == list(kept[1:])
    assert profit[-1] == kept[-1]
    assert assets == owed
    assert direct == indirect
    assert after[:-1] == money[1:]
    assert [b - a for a, b in itertools.pairwise(money)] == list(direct[:-1]), "this firm has no bank"
