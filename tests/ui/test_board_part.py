"""What the debrief says of the choices on the policy board."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from game.archive import Archive
from game.coach.fortune import fortune
from game.jobs import Pool
from game.message import render
from game.playing.coaching import Coach
from game.playing.session import Session
from game.run import start
from tests.coach.test_board import shop
from ui.debrief.board import BoardPart
from ui.jobs import Desk


@pytest.fixture
def played() -> Session:
    session = Session(start(shop(on_time=0.8), 1), Archive(None))
    session.choose("loaf", "jit", "unsure")
    session.decide("tolerance", "firm", "5")
    while not session.finished:
        session.run_turn()
    return session


def test_a_row_for_each_choice(qtbot: QtBot, played: Session) -> None:
    coach = Coach(Pool(0))
    desk = Desk(lambda: coach)
    part = BoardPart(played, coach, desk)
    qtbot.addWidget(part)
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    said = " ".join(one.text() for one in part.findChildren(QLabel))
    assert "Loaf" in said
    assert "Just in time" in said
    assert "“deliveries are unsure”: the figures bear it out. By rule of thumb: Large buffer." in said
    assert [name for name in ("With “Cards and buffer”", "With “Large buffer”") if name not in said] == []


def test_the_risk_taken_stands_beside_the_risk_that_could_be_borne(played: Session) -> None:
    """The level has no goal, so that no future earns a star: the risk is all of it."""
    view = Coach(Pool(0)).debrief(played).luck(fortune(played.run, Pool(0), 20))
    assert render(view.words[-2]).replace("\u00a0", " ") == (
        "Without a star in 100 % of them; you said 5 % could be borne. The plan is riskier than you wanted."
    )
