"""The policy board through the door: what it shows, what a choice sets, how it is undone, kept and judged."""

from pathlib import Path

import pytest

from game.archive import Archive
from game.jobs import Pool
from game.levers import Refused
from game.message import render
from game.playing.coaching import Coach
from game.playing.session import Session
from game.run import start
from tests.coach.small import level, pack
from tests.coach.test_board import shop


@pytest.fixture
def session() -> Session:
    return Session(start(shop(on_time=0.8), 1), Archive(None))


def test_cards_show_facts_and_what_each_choice_sets(session: Session) -> None:
    """Two days and 2 x 0.2 for lateness: 24 units are asked for meanwhile, x 1.25 = 30, three cards of ten."""
    view = session.board()
    assert view is not None
    (card,) = view.cards
    assert (card.item, card.choice, card.reason) == ("loaf", "open", "open")
    assert {choice: render(words) for choice, words in card.sets.items()} == {
        "jit": "Cards 3, Buffer stock 0",
        "hybrid": "Cards 3, Buffer stock 20",
        "buffer": "Cards 3, Buffer stock 40",
    }
    assert [fact.mood for fact in card.facts if fact.name == "board_on_time"] == ["warn"]
    assert (view.tolerance, view.tolerances) == ("open", ("1", "5", "10", "20", "35"))


def test_a_choice_waits_and_can_be_taken_back(session: Session) -> None:
    session.choose("loaf", "hybrid", "unsure")
    view = session.board()
    assert view is not None
    assert (view.cards[0].choice, view.cards[0].reason) == ("hybrid", "unsure")
    words = [render(one.message) for one in session.pending]
    assert any("Policy board" in one and "Cards and buffer" in one for one in words)
    for _ in range(len(session.pending)):
        session.undo()
    assert not session.pending


def test_what_is_no_choice_is_refused_and_sets_nothing(session: Session) -> None:
    with pytest.raises(Refused) as why:
        session.choose("loaf", "jit", "whim")
    assert "cannot be chosen here" in render(why.value.message)
    assert not session.pending


def test_a_level_without_a_board_has_none() -> None:
    assert Session(start(pack(level()), 1), Archive(None)).board() is None


def test_choices_are_kept_and_judged(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "runs.sqlite")
    session = Session(start(shop(on_time=0.8), 1), archive)
    session.choose("loaf", "jit", "steady")
    session.decide("tolerance", "firm", "10")
    while not session.finished:
        session.run_turn()
    assert session.number is not None
    assert ("loaf.board", "jit") in archive.load(session.number).decisions[0]
    coach = Coach(Pool(0))
    asked = coach.board(session)
    while not asked.over:
        coach.pump()
    assert asked.answer is not None
    (fared,) = coach.debrief(session).board(asked.answer)
    assert (fared.name, fared.choice, fared.agrees) == ("Loaf", "jit", False)
    assert render(fared.reason) == "“demand is steady”: the figures bear it out."
    assert render(fared.advice) == "By rule of thumb: Large buffer."
    assert [other for other, _, _ in fared.others] == ["hybrid", "buffer"]
