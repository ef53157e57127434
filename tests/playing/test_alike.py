"""The same for others: who is offered, what is planned for them, who is refused, and one undo for all."""

from pathlib import Path

import pytest

from game.message import render
from game.playing import library
from game.playing.session import Session
from game.playing.views import Alike

STYLES = ("trench", "cardigan", "denim", "sundress", "linen", "bermuda")
MINHO = {"minho": 100, "gazipur": 0}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Last season: six styles, each with two suppliers; what is open are shares and cards."""
    return opened(tmp_path, "last-season")


def opened(folder: Path, level: str) -> Session:
    shelf = library.open(folder, "en")
    return shelf.start(next(card for card in shelf.levels() if card.id == level), 7)


def alike(session: Session, item: str, lever: str) -> tuple[Alike, ...]:
    shown = [view for part in session.inspect("item", item).sections for view in part.levers if view.lever == lever]
    return shown[0].alike


def planned(session: Session, lever: str) -> dict[str, object]:
    return {one.target: one.after for one in session.pending if one.lever == lever}


def test_nothing_is_offered_before_a_change(session: Session) -> None:
    assert alike(session, "trench", "cards") == ()


def test_all_others_are_offered_and_set_in_one_step(session: Session) -> None:
    session.decide("shares", "trench", MINHO)
    (group,) = alike(session, "trench", "shares")
    assert group.targets == STYLES[1:]
    assert render(group.words) == "Same for all 5 others"
    assert "Cardigans, Denim jackets" in render(group.sentence)
    _, refused = session.spread("shares", "trench", group.targets)
    assert refused is None
    assert planned(session, "shares") == dict.fromkeys(STYLES, MINHO)
    assert alike(session, "trench", "shares") == ()
    session.undo()
    assert planned(session, "shares") == {"trench": MINHO}
    session.redo()
    assert planned(session, "shares") == dict.fromkeys(STYLES, MINHO)
    session.undo()
    session.undo()
    assert not session.can_undo


def test_those_that_were_set_alike_are_offered_first(session: Session) -> None:
    for style in STYLES[3:]:
        session.decide("cards", style, 5)
    session.run_turn()
    session.decide("cards", "linen", 8)
    like, every = alike(session, "linen", "cards")
    assert like.targets == ("sundress", "bermuda")
    assert render(like.words) == "Same for 2 more that had 5"
    assert set(every.targets) == set(STYLES) - {"linen"}


def test_a_single_other_is_called_by_its_name(session: Session) -> None:
    session.decide("cards", "trench", 18)
    session.spread("cards", "trench", STYLES[1:5])
    (group,) = alike(session, "trench", "cards")
    assert render(group.words) == "Same for Bermudas"


def test_what_is_refused_is_told_and_the_rest_is_set(tmp_path: Path) -> None:
    """A buffer of whole containers: 24 is one of gear sets and two of city frames, and none of 40 tubes."""
    session = opened(tmp_path, "pedal-and-sons")
    session.decide("buffer", "gears", 24)
    _, refused = session.spread("buffer", "gears", ("tube", "city-frame"))
    assert refused is not None
    assert render(refused) == "Not for Steel tube: 24 is not a whole number of containers of 40."
    assert planned(session, "buffer") == {"gears": 24, "city-frame": 24}


def test_what_was_set_for_others_survives_a_return(session: Session, tmp_path: Path) -> None:
    session.decide("cards", "trench", 18)
    session.spread("cards", "trench", STYLES[1:])
    assert session.number is not None
    again = library.open(tmp_path, "en").resume(session.number)
    assert {one.target: one.after for one in again.pending} == dict.fromkeys(STYLES, 18)
