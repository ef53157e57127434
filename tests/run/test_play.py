"""Runs are values: turns, refusals, the end, and the same digest for the same decisions."""

import numpy as np
import pytest

from game import run
from game.levers import Decision
from game.message import render
from tests.run.small import DECISIONS, TEXT, pack


def test_a_run_starts_before_its_first_turn() -> None:
    fresh = run.start(pack(), 7)
    assert (fresh.turn, fresh.history.turns, fresh.finished, fresh.insolvent) == (0, 0, False, False)


def test_a_turn_leaves_the_run_before_it_as_it_was() -> None:
    fresh = run.start(pack(), 7)
    before, cards = fresh.digest(), fresh.state.settings["cards"].copy()
    played = run.play_turn(fresh, DECISIONS[0])
    assert fresh.digest() == before
    assert np.array_equal(fresh.state.settings["cards"], cards)
    assert (played.turn, played.decisions) == (1, (DECISIONS[0],))


def test_the_last_turn_plays_the_run_out_too() -> None:
    played = run.replay(pack(), 7, DECISIONS)
    assert played.finished
    assert played.turn == 4
    assert played.history.turns == 5
    assert played.state.period == (4 * 7 + 7) * 2


def test_no_turn_is_played_after_the_end() -> None:
    played = run.replay(pack(), 7, DECISIONS)
    with pytest.raises(run.RunError) as refused:
        run.play_turn(played)
    assert render(refused.value.message) == "This run is over; no turn is left to play."


def test_a_refused_decision_changes_nothing_and_names_turn_and_setting() -> None:
    fresh = run.start(pack(), 7)
    with pytest.raises(run.RunError) as refused:
        run.play_turn(fresh, [Decision("cards", "tube", 10), Decision("lot", "frame", 2)])
    assert render(refused.value.message) == "Turn 1, frame.lot: Lot is fixed in this level."
    assert fresh.turn == 0


def test_decisions_of_a_turn_are_checked_one_after_another() -> None:
    """A buffer must be whole containers of the size that the same turn sets."""
    level = pack(TEXT.replace('levers = ["cards",', 'levers = ["container", "cards",'))
    both = [Decision("container", "frame", 8), Decision("buffer", "frame", 24)]
    assert run.play_turn(run.start(level, 7), both).turn == 1
    with pytest.raises(run.RunError):
        run.play_turn(run.start(level, 7), both[::-1])


def test_equal_decisions_give_equal_digests_and_others_do_not() -> None:
    played = run.replay(pack(), 7, DECISIONS)
    assert played.digest() == run.replay(pack(), 7, DECISIONS).digest()
    assert played.digest() != run.replay(pack(), 8, DECISIONS).digest()
    assert played.digest() != run.replay(pack(), 7, [(), *DECISIONS[1:]]).digest()


def test_an_insolvent_run_is_over_at_once_and_counts_to_the_end() -> None:
    """20,000 pay five days of 3,000 and the wages of the first Friday, not seven days more before a customer pays."""
    poor = pack(TEXT.replace("overhead_per_day = 40", "overhead_per_day = 3_000").replace("credit_limit = 5_000", ""))
    first = run.play_turn(run.start(poor, 7))
    assert (first.insolvent, first.finished) == (False, False)
    failed = run.play_turn(first)
    assert (failed.insolvent, failed.finished, failed.turn) == (True, True, 2)
    assert failed.history.turns == 5
