"""Replay, what-if, comparison, deletion: on the small level, by what was decided and what must stay equal."""

from pathlib import Path

import pytest

from game.levers import Refused
from game.message import Message
from game.playing.library import Library
from game.playing.session import Session
from game.playing.views import Changed


def played(shelf: Library, turns: int = 4, seed: int = 5) -> Session:
    session = shelf.start(shelf.levels()[0], seed)
    for turn in range(turns):
        session.decide("cards", "tube", 6 - turn)
        session.run_turn()
    return session


def number(session: Session) -> int:
    assert session.number is not None
    return session.number


def test_a_replay_shows_each_turn_as_it_was(shelf: Library) -> None:
    session = shelf.start(shelf.levels()[0], 5)
    seen = [(session.plant(), session.scoreboard())]
    for turn in range(4):
        session.decide("cards", "tube", 6 - turn)
        session.run_turn()
        seen.append((session.plant(), session.scoreboard()))
    past = shelf.replay(number(session))
    assert (past.turn, past.last) == (0, 4)
    for turn in (3, 0, 4, 1, 2):
        past.go(turn)
        assert (past.plant(), past.scoreboard()) == seen[turn]
        assert [entry.after for entry in past.pending] == ([6 - turn] if turn < 4 else [])


def test_a_replay_steps_forward_and_changes_nothing(shelf: Library) -> None:
    past = shelf.replay(number(played(shelf, turns=2)))
    with pytest.raises(Refused):
        past.decide("cards", "tube", 9)
    assert past.query("cards", "tube", 9) is not None
    assert past.undo() is Changed.NOTHING
    assert [past.run_turn() for _ in range(3)] == [Changed.TURN, Changed.TURN, Changed.NOTHING]
    assert (past.turn, past.finished) == (2, True)
    assert [(card.turn, card.finished) for card in shelf.runs()] == [(2, False)]


def test_nothing_can_be_set_in_a_replay(shelf: Library) -> None:
    past = shelf.replay(number(played(shelf)))
    levers = [lever for section in past.inspect("item", "tube").sections for lever in section.levers]
    levers += [lever for view in past.sourcing() for lever in view.levers]
    assert levers
    assert not any(lever.allowed for lever in levers)
    assert all(lever.past and lever.why and lever.why.key == "replay.past" for lever in levers)


def test_a_what_if_stays_practice_through_a_file(shelf: Library, tmp_path: Path) -> None:
    left = shelf.branch(played(shelf, turns=2), 2)
    while not left.finished:
        left.run_turn()
    file = tmp_path / "what-if.json"
    left.export(file)
    card = shelf.import_run(file)
    assert not isinstance(card, Message)
    assert (card.parent, card.parted) == (None, 2)
    assert shelf.levels()[0].stars is None, "practice does not count"
    shelf.resume(card.id).export(file)
    assert '"parted": 2' in file.read_text("utf-8"), "and so through another file"


def test_a_what_if_leaves_the_run_as_it_was(shelf: Library) -> None:
    session = played(shelf)
    left = shelf.branch(shelf.replay(number(session)), 2)
    assert left.parent == (session.number, 2)
    assert (left.turn, [entry.after for entry in left.pending]) == (2, [4])
    left.undo()
    while not left.finished:
        left.run_turn()
    cards = {card.id: card for card in shelf.runs()}
    assert (cards[number(left)].parent, cards[number(left)].parted) == (session.number, 2)
    assert cards[number(session)].parted is None
    again = shelf.resume(number(left))
    assert again.run.digest() == left.run.digest()
    assert again.parent == left.parent


def test_a_what_if_from_now_takes_the_undecided_changes_along(shelf: Library) -> None:
    session = played(shelf, turns=1)
    session.decide("cards", "tube", 3)
    left = shelf.branch(session, session.turn)
    assert [entry.after for entry in left.pending] == [3]
    assert [entry.after for entry in session.pending] == [3]


def test_what_ifs_bring_no_stars(shelf: Library) -> None:
    left = shelf.branch(played(shelf, turns=1), 0)
    while not left.finished:
        left.run_turn()
    assert shelf.levels()[0].stars is None


def test_two_runs_compare_turn_by_turn(shelf: Library) -> None:
    session = played(shelf)
    left = shelf.branch(session, 2)
    left.undo()
    left.decide("cards", "tube", 8)
    while not left.finished:
        left.run_turn()
    found = shelf.compare(number(session), number(left))
    assert (found.parted, found.same_level, found.same_luck, found.turns) == (2, True, True, 4)
    tube = next(curve for curve in found.curves if curve.item)
    assert tube.values[0][:2] == tube.values[1][:2]
    assert tube.values[0][2:] != tube.values[1][2:]
    assert [len(values) for values in tube.values] == [4, 4]
    assert [entry.turn for entry in found.decided] == [0, 1, 2, 3]
    assert found.decided[0].made[0] == found.decided[0].made[1]
    assert len(found.decided[3].made[1]) == 0
    stock = next(row for row in found.rows if row.measure == "stock_at_cost")
    assert stock.goal
    assert stock.values[0] is not None
    assert stock.values[1] is not None
    assert stock.better == (0 if stock.values[0] < stock.values[1] else 1)


def test_a_deleted_run_comes_back_with_all_it_had(shelf: Library) -> None:
    session = played(shelf)
    left = shelf.branch(session, 1)
    before = shelf.runs()
    removed = shelf.delete(number(session))
    assert [(card.id, card.parent, card.parted) for card in shelf.runs()] == [(left.number, None, 1)]
    shelf.restore(removed)
    assert shelf.runs() == before
    assert shelf.resume(number(session)).run.digest() == session.run.digest()


def test_another_language_keeps_what_waits(shelf: Library) -> None:
    session = played(shelf, turns=1)
    session.decide("cards", "tube", 3)
    shelf.speak("de")
    assert session.language == "de"
    assert [entry.after for entry in session.pending] == [3]
    assert shelf.levels()[0].title == "Klein"
