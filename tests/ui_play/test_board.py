"""The tab of the policy board: picks wait as decisions, undo takes them off the board, and all of it has names."""

import pytest
from pytestqt.qtbot import QtBot

from game.archive import Archive
from game.playing.session import Session
from game.run import start
from tests.coach.test_board import shop
from ui.play.board import Board


@pytest.fixture
def session() -> Session:
    return Session(start(shop(on_time=0.8), 1), Archive(None))


@pytest.fixture
def board(qtbot: QtBot, session: Session) -> Board:
    def pick(item: str, choice: str, reason: str) -> None:
        session.choose(item, choice, reason)
        found.refresh()

    found = Board(session, pick, lambda lever, target, value: session.decide(lever, target, value) and None)
    qtbot.addWidget(found)
    found.resize(900, 500)
    found.show()
    return found


def test_a_pick_sets_what_it_says(board: Board, session: Session) -> None:
    (card,) = board.cards
    assert (card.choice.current, card.reason.isEnabled()) == (-1, False)
    card.choice.choose(1)
    assert card.sets.text() == "Cards 3, Buffer stock 20"
    assert [(one.lever, one.after) for one in session.pending] == [("board", "hybrid"), ("cards", 3), ("buffer", 20)]


def test_a_reason_goes_with_it(board: Board, session: Session) -> None:
    (card,) = board.cards
    card.choice.choose(2)
    card.reason.setCurrentIndex(card.reason.findData("unsure"))
    card.reason.activated.emit(card.reason.currentIndex())
    view = session.board()
    assert view is not None
    assert (view.cards[0].choice, view.cards[0].reason) == ("buffer", "unsure")


def test_taking_it_back_clears_the_board(board: Board, session: Session) -> None:
    (card,) = board.cards
    card.choice.choose(0)
    while session.can_undo:
        session.undo()
    board.refresh()
    assert (card.choice.current, card.sets.text()) == (-1, "Not picked yet.")


def test_the_risk_that_can_be_borne(board: Board, session: Session) -> None:
    assert board.tolerance is not None
    board.tolerance.choice.choose(2)
    assert [(one.lever, one.after) for one in session.pending] == [("tolerance", "10")]


def test_everything_has_a_name(board: Board) -> None:
    (card,) = board.cards
    assert card.accessibleName() == "Loaf"
    assert card.reason.accessibleName() == "Reason for Loaf"
