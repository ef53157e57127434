"""Every term that screens use has an entry, in both languages."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from game.kinds import ACCOUNTS
from game.level import in_language
from game.levers import LEVERS
from game.measures import MEASURES
from game.playing import library
from game.playing.library import read
from game.state import POLICIES
from tests.ui.conftest import MakeShell
from ui import words
from ui.help import HelpPage, help_text
from ui.help.entries import best_match, entries
from ui.help.paper import Paper
from ui.widgets import plain

LEVELS = [found.level for path in sorted(library.SHIPPED.glob("*.toml")) if not isinstance(found := read(path), tuple)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_measure_account_lever_and_policy_is_explained(language: str) -> None:
    words.set_language(language)
    found = {id_: entry for entry in entries() for id_ in entry.ids}
    wanted = [f"measure.{name}" for name in MEASURES] + [f"lever.{name}" for name in LEVERS]
    wanted += [f"policy.{name}" for name in POLICIES] + [f"account.{name}" for name in ACCOUNTS]
    assert [name for name in wanted if name not in found] == []
    assert [name for name in wanted if not found[name].meaning] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_words_of_the_levels_are_explained(language: str) -> None:
    words.set_language(language)
    terms = [
        (in_language(term.term, language), in_language(term.meaning, language), level.id)
        for level in LEVELS
        for term in level.glossary
    ]
    names = {entry.name.casefold() for entry in entries(terms)}
    assert terms
    assert [term for term, _, _ in terms if term.casefold() not in names] == []


@pytest.mark.parametrize("name", ["rules", "keys"])
def test_both_languages_have_the_same_chapters(qtbot: object, name: str) -> None:
    counts = []
    for language in ("en", "de"):
        words.set_language(language)
        paper = Paper("text")
        paper.show_text(help_text(name))
        counts.append(len(paper.headings()))
    assert counts[0] == counts[1] > 3


def test_a_new_text_leaves_nothing_of_the_old_behind(qtbot: QtBot) -> None:
    paper = Paper("text")
    qtbot.addWidget(paper)
    for name in ("rules", "keys", "rules"):
        paper.show_text(help_text(name))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(paper.findChildren(QTextDocument)) == 1


def test_markup_in_the_words_of_a_level_does_nothing(qtbot: QtBot) -> None:
    paper = Paper("text")
    qtbot.addWidget(paper)
    paper.show_text("A <b>bold</b> word, <img src='file:///etc/passwd'> and ![picture](file:///etc/passwd)")
    assert "<b>bold</b>" in paper.toPlainText()
    assert paper.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/passwd")) is None


def test_a_tool_tip_shows_markup_as_it_stands() -> None:
    assert plain("Less than a week") == "Less than a week"
    assert plain("<img src='x'>\n& more") == "<qt>&lt;img src=&#x27;x&#x27;&gt;<br>&amp; more</qt>"


def test_a_term_is_found_by_its_letters(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_help()
    page = shell.page
    assert isinstance(page, HelpPage)
    page.tabs.choose(1)
    page.search.setText("fenc")
    assert [page.list.item(row).text() for row in range(page.list.count())] == ["Fence"]
    assert "Keeps the buffer apart." in page.paper.toPlainText()
    page.search.setText("xyz")
    assert page.nothing.isVisible()
    page.open_entry("measure.fill_rate")
    assert page.paper.toPlainText().startswith("Fill rate")


def test_the_longest_name_wins() -> None:
    every = entries()
    assert best_match("Stock turns: 20.7", every) == "measure.stock_turns"
    assert best_match("nothing of it", every) == ""
