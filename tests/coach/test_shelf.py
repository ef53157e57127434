"""Other numbers of cards on the turns played: the same as runs played with them, and hand arithmetic."""

import pytest

from game.coach.shelf import Trial
from game.levers import Decision
from game.measures import MEASURES
from game.run import Run, play_turn, start
from tests.coach.small import level, pack

BAKERY = {
    "loop": {"policy": "kanban", "cards": 3, "container": 5},
    "item": {"opening_stock": 15, "shelf_life_days": 2},
    "demand": {"pattern": "negative_binomial", "mean": 10, "sd": 5},
    "levers": ["cards"],
}


def played(run: Run, turns: int, *first: Decision, later: tuple[Decision, ...] = ()) -> Run:
    for turn in range(turns):
        run = play_turn(run, first if turn == 0 else later if turn == 1 else ())
    return run


@pytest.mark.parametrize("seed", [1, 2])
def test_a_trial_is_what_a_run_with_these_cards_would_have_been(seed: int) -> None:
    """What the player decided about the cards in the second week is left out."""
    bakery = pack(level(**BAKERY))
    run = played(start(bakery, seed), 3, later=(Decision("cards", "loaf", 9),))
    trial = Trial(run, 0, (1, 3, 6))
    while not trial.over:
        trial.step()
    for one in trial.found():
        other = played(start(bakery, seed), 3, Decision("cards", "loaf", one.cards)).history
        lost, waste = other.total_flow("lost")[0, 0], other.total_posting("spoilage_finished")[0, 0]
        assert (one.missed, one.waste) == (500 * lost, waste + other.total_posting("spoilage_raw")[0, 0])
        assert one.profit == int(MEASURES["profit"].value(other)[0])
    few, _, many = trial.found()
    assert few.missed > many.missed
    assert few.waste < many.waste


def test_a_card_too_few_is_worth_the_customers_it_turns_away() -> None:
    """Ten a day, back the day after: two cards of five hold ten, one holds five, so that five a day go without.

    Of the first of seven days the opening stock of ten serves all: six days times five at 5.00 are 150.00.
    """
    steady = BAKERY | {"demand": {"pattern": "constant", "units": 10}, "item": {"opening_stock": 10}}
    run = played(start(pack(level(**steady)), 1), 1)
    trial = Trial(run, 0, (1, 2))
    trial.step()
    assert trial.over
    assert [one.missed for one in trial.found()] == [15_000, 0]
