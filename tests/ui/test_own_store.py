"""A store of the player's own sales from the window: from the table to the briefing, and what no table can be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from game.playing import library
from tests.playing.test_own_store import week
from ui import words
from ui.briefing import BriefingPage
from ui.levels.own_store import Amount, OwnStoreCard
from ui.preferences import Preferences
from ui.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    preferences = Preferences(tmp_path / "window.ini")
    made = Shell(lambda language: library.open(tmp_path / "data", language, workers=0), preferences)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def sales(tmp_path: Path) -> Path:
    path = tmp_path / "sales.csv"
    path.write_text(week(6, bread=(40, 30, 30, 35, 60, 80, 0)), "utf-8")
    return path


def card_of(shell: Shell) -> OwnStoreCard:
    shell.open_levels()
    return next(iter(shell.page.findChildren(OwnStoreCard)))


def said(card: OwnStoreCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel))


def test_a_table_becomes_a_store_that_can_be_played(shell: Shell, sales: Path) -> None:
    card = card_of(shell)
    card.title.setText("Our shop")
    card.price.setText("7.50")
    card.make(sales)
    assert "“Our shop” was made of sales.csv" in said(card)
    assert "bread: 45.8 on an open day, most on Saturday" in said(card)
    next(one for one in card.findChildren(QPushButton) if one.text() == "Read the briefing").click()
    assert isinstance(shell.page, BriefingPage)
    own = [one for one in shell.shelf.levels() if one.own]
    assert [(one.id, one.title) for one in own] == [("our-shop", "Our shop")]
    assert "price = 7.5" in (Path(shell.shelf._own) / "our-shop.toml").read_text("utf-8")  # type: ignore[attr-defined]


def test_the_answer_comes_into_sight(shell: Shell, sales: Path, qtbot: QtBot) -> None:
    shell.resize(1024, 640)
    card = card_of(shell)
    shell.page.parts.choose(1)  # type: ignore[union-attr]
    card.make(sales)
    play = next(one for one in card.findChildren(QPushButton) if one.text() == "Read the briefing")
    qtbot.waitUntil(lambda: not play.visibleRegion().isEmpty())


def test_two_stores_of_one_name_do_not_share_their_sales(shell: Shell, sales: Path) -> None:
    card = card_of(shell)
    for _ in range(2):
        card.title.setText("Our shop")
        card.make(sales)
    assert sorted(one.id for one in shell.shelf.levels() if one.own) == ["our-shop", "our-shop-2"]


def test_what_is_no_history_is_said(shell: Shell, tmp_path: Path) -> None:
    card = card_of(shell)
    odd = tmp_path / "odd.csv"
    odd.write_text("day,what\n1,2", "utf-8")
    card.make(odd)
    assert "date" in said(card)
    assert not [one for one in shell.shelf.levels() if one.own]


def test_numbers_are_written_as_the_language_writes_them(qtbot: QtBot) -> None:
    words.set_language("de")
    field = Amount(3.5, 100.0)
    qtbot.addWidget(field)
    assert (field.text(), field.value()) == ("3,50", 3.5)
    field.setText("12,75")
    assert field.value() == 12.75
    field.setText("")
    assert field.value() == 0


def test_every_field_has_a_name(shell: Shell) -> None:
    card = card_of(shell)
    fields = (card.title, card.mode, card.cost, card.price, card.lead, card.keeps)
    assert all(one.accessibleName() for one in fields)
