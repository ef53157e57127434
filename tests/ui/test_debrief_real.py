"""The debrief of real runs of a small level: the coach's own answers, a branch to try, a replay to look at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from game.playing import library
from game.playing.session import Session
from tests.cut import cut
from tests.playing.small import TEXT, shelf_of
from ui import words
from ui.debrief.drawing import widest
from ui.debrief.money import MoneyPicture
from ui.debrief.page import DebriefPage
from ui.play import PlayPage
from ui.preferences import Preferences
from ui.runs.replay import ReplayPage
from ui.shell import Shell
from ui.theme import GRID

Debriefed = Callable[[dict[int, list[tuple[str, str, object]]]], DebriefPage]
SOON = 60_000


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """A window on a real shelf whose coach works within the window."""
    preferences = Preferences(tmp_path / "window.ini")
    preferences.pace = "off"
    shipped = shelf_of(tmp_path)
    made = Shell(lambda language: library.open(tmp_path / "data", language, shipped, workers=0), preferences)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def debriefed(shell: Shell, qtbot: QtBot) -> Debriefed:
    def opened(decisions: dict[int, list[tuple[str, str, object]]]) -> DebriefPage:
        playing = shell.shelf.start(shell.shelf.levels()[0], 5)
        while not playing.finished:
            for decision in decisions.get(playing.turn, ()):
                playing.decide(*decision)
            playing.run_turn()
        shell.open_debrief(playing)
        qtbot.waitUntil(lambda: not shell.desk.busy, timeout=SOON)
        assert isinstance(shell.page, DebriefPage)
        return shell.page

    return opened


def test_all_parts_of_a_real_run(debriefed: Debriefed) -> None:
    """Ten cards for the tubes fall to one in the second week, which costs sales."""
    page = debriefed({1: [("cards", "tube", 1)]})
    assert page.stand.view is not None
    assert page.money.view is not None
    assert page.luck.view is not None
    assert page.helped.view is not None
    assert page.money.view.levels[-1] == page.money.view.end == page.stand.view.you.profit
    assert page.luck.view.tapes == 1000
    assert [one.status.words for one in (page.stand, page.money, page.luck, page.helped)] == [""] * 4
    assert page.helped.view.changes[0].profit > 0
    assert page.shock.view.begins == 8  # day 9, counted from 0
    assert page.shock.view.lasted == 3


def test_a_change_is_tried_in_a_branch(shell: Shell, debriefed: Debriefed) -> None:
    page = debriefed({1: [("cards", "tube", 1)]})
    assert page.helped.view is not None
    change = page.helped.view.changes[0]
    shell.attempt(page._playing, change)
    assert isinstance(shell.page, PlayPage)
    tried = shell.page.playing
    assert isinstance(tried, Session)
    assert tried.parent is not None
    assert (tried.turn, tried.parent[1]) == (change.turn, change.turn)
    assert (change.lever, change.target, change.value) in [(one.lever, one.target, one.value) for one in tried.waiting]


def test_a_moment_opens_the_replay_before_its_turn(shell: Shell, debriefed: Debriefed) -> None:
    page = debriefed({1: [("cards", "tube", 1)]})
    page._look(2)
    assert isinstance(shell.page, ReplayPage)
    assert shell.page.past.turn == 2


def test_answers_are_remembered_when_the_page_is_made_anew(shell: Shell, debriefed: Debriefed) -> None:
    page = debriefed({})
    first = page.luck.view
    shell.choose_language("de")
    fresh = shell.page
    assert isinstance(fresh, DebriefPage)
    assert fresh.luck.status.words == "Der Coach rechnet noch."
    shell.desk._look()
    assert fresh.luck.view == first
    assert fresh.luck.status.words == ""


def test_a_firm_that_failed_has_a_debrief(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    """With 300 in the bank and a credit of 100, forty cards of 100 tubes at 2.00 each cannot be paid."""
    poor = TEXT.replace('id = "small"', 'id = "poor"').replace("opening_cash = 5_000", "opening_cash = 300")
    poor = poor.replace("credit_limit = 2_000", "credit_limit = 100")
    (tmp_path / "shipped" / "poor.toml").write_text(poor, encoding="utf-8", newline="\n")
    card = next(card for card in shell.shelf.levels() if card.id == "poor")
    playing = shell.shelf.start(card, 5)
    for lever, value in (("container", 100), ("cards", 40)):
        playing.decide(lever, "tube", value)
    while not playing.finished:
        playing.run_turn()
    assert playing.result().insolvent
    shell.open_debrief(playing)
    qtbot.waitUntil(lambda: not shell.desk.busy, timeout=SOON)
    page = shell.page
    assert isinstance(page, DebriefPage)
    assert [one.status.words for one in (page.stand, page.money, page.luck, page.helped)] == [""] * 4
    assert page.money.view is not None
    assert page.money.view.levels[-1] == page.money.view.end
    assert page.helped.view is not None
    assert page.helped.view.changes


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_in_a_debrief_is_cut(shell: Shell, debriefed: Debriefed, language: str) -> None:
    """Words, tables, and the names painted in pictures, at the least size."""
    words.set_language(language)
    shell.resize(1280, 800)
    page = debriefed({1: [("cards", "tube", 1)]})
    page.grab()
    assert cut(page) == []
    picture = page.money.picture
    assert isinstance(picture, MoneyPicture)
    names = [text for text in picture._names if widest([text], bold=True) > picture._room.left() - 2 * GRID]
    assert names == []
    for part in (page.stand, page.money, page.luck):
        part.data.click()
    page.grab()
    assert cut(page) == []
    for part in (page.stand, page.money, page.luck):
        assert part.stack.width() <= part.width()
    words.set_language("en")
