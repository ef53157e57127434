"""The coach asked in the background gives the answers that it gives at once."""

from collections.abc import Iterator
from dataclasses import fields
from time import monotonic

import numpy as np
import pytest

from game.archive import Archive
from game.coach.ahead import Question, look
from game.coach.bridge import bridge
from game.coach.fortune import fortune
from game.coach.helped import helped
from game.coach.policies import for_level, play
from game.coach.standing import spots
from game.jobs import Pool
from game.levers import Decision
from game.playing.coaching import Asked, Coach
from game.playing.session import Session
from game.run import Run, start
from tests.run.small import pack

SOON = 60.0
INLINE = Pool(0)


@pytest.fixture(params=[0, 2])
def coach(request: pytest.FixtureRequest) -> Iterator[Coach]:
    made = Coach(Pool(request.param))
    made.warm()
    yield made
    made.close()


def over(run: Run) -> Session:
    return Session(run, Archive(None))


def finished() -> Run:
    return play(pack(), 5, for_level(pack())["do_nothing"])


def wait(coach: Coach, asked: Asked[object]) -> list[object]:
    """All pictures on the way."""
    end, seen = monotonic() + SOON, list[object]()
    while not asked.over:
        assert monotonic() < end
        coach.pump()
        if asked.answer is not None and (not seen or asked.answer is not seen[-1]):
            seen.append(asked.answer)
    assert asked.error is None
    assert asked.share == 1.0
    return [*seen, asked.answer]


def test_luck_sharpens_to_what_it_is_at_once(coach: Coach) -> None:
    run = finished()
    seen = wait(coach, coach.fortune(over(run), 120))
    expected = fortune(run, INLINE, 120)
    assert len(seen) >= 2
    for field in fields(expected):
        got, wanted = (getattr(one, field.name) for one in (seen[-1], expected))
        assert np.array_equal(got, wanted), field.name


def test_a_look_ahead_compares_what_waits(coach: Coach) -> None:
    session = over(start(pack(), 5))
    session.decide("cards", session.level.item[0].id, 1)
    run, waiting = session.run, session.waiting
    assert wait(coach, coach.ahead(session, 80))[-1] == look(Question.of(run, waiting), 80)


def test_changes_moments_and_money(coach: Coach) -> None:
    run = finished()
    found, told = wait(coach, coach.helped(over(run), 3))[-1]  # type: ignore[misc]
    assert found == helped(run, INLINE, 3)
    assert {moment.kind for moment in told} <= {"loss", "overreaction", "save"}
    money = wait(coach, coach.bridge(over(run), "big_buffers"))[-1]
    assert money == bridge(play(pack(), 5, for_level(pack())["big_buffers"]), run)


def test_where_it_stands(coach: Coach) -> None:
    """Doing nothing stands where a run in which nothing was done stands."""
    run = finished()
    stands = wait(coach, coach.standing(over(run)))[-1]
    idle = next(stand for stand in stands if stand.name == "do_nothing")  # type: ignore[attr-defined]
    assert (idle.here,) == spots(run.history)
    assert len({spot.profit for spot in idle.elsewhere}) > 1


def test_a_cancelled_question_makes_room(coach: Coach) -> None:
    first = coach.fortune(over(finished()), 1000)
    coach.pump()
    first.cancel()
    assert first.over
    assert first.error is None
    wait(coach, coach.fortune(over(finished()), 50))


def test_decisions_that_the_level_forbids_are_an_error_not_an_answer() -> None:
    coach, run = Coach(Pool(0)), finished()
    object.__setattr__(run, "decisions", ((Decision("cards", "nothing", 3),), *run.decisions[1:]))
    asked = coach.bridge(over(run), "do_nothing")
    coach.pump()
    assert asked.over
    assert asked.error is not None
    assert asked.answer is None
