"""The policy board: what a choice sets, which reasons are true, and how choices fared, against runs of their own."""

import pytest

from game.coach.board import CHOICES, advised, cards, fared, follow, holds, settings_of
from game.coach.policies import decided, play
from game.coach.sight import of_run
from game.level.pack import LevelPack
from game.levers import Decision
from game.measures import MEASURES
from game.run import Run, start
from tests.coach.small import level, pack

LEVERS = ["cards", "buffer", "board", "tolerance"]
LOOP = {"policy": "kanban", "cards": 5, "container": 10}


def shop(on_time: float = 1.0, **demand: object) -> LevelPack:
    wanted = demand or {"pattern": "constant", "units": 10}
    money = {"opening_cash": 1000, "storage_rate": 36.5}
    content = level(wanted, {"id": "loaf"}, {"on_time": on_time}, money=money, levers=LEVERS)
    content["item"][0]["loop"] = LOOP
    return pack(content)


def test_a_choice_sets_cards_by_the_formula_and_its_buffer() -> None:
    """A day to the next review and a day on the road: 10 x 2 x 1.25 / 10 = 2.5, so 3 cards; 20 units are asked for
    meanwhile, of which hybrid keeps half behind the fence and buffer one and a half times.
    """
    sight = of_run(start(shop(), 1))
    found = {choice: {one.lever: one.value for one in follow(sight, 0, choice)} for choice in CHOICES}
    assert found == {
        "jit": {"cards": 3, "buffer": 0},
        "hybrid": {"cards": 3, "buffer": 10},
        "buffer": {"cards": 3, "buffer": 30},
    }


def test_what_a_card_shows() -> None:
    run = start(shop(on_time=0.8, pattern="poisson", mean=4), 1)
    (card,) = cards(run.plant, run.state.settings)
    assert card.variability == pytest.approx(0.5, abs=0.02)  # Poisson: 1 / sqrt(4)
    assert (card.on_time, card.unit_cost, card.outage) == (0.8, 200.0, 4 * 500)
    assert card.lead_days == pytest.approx(2 + 0.2 * 2)  # two days, and two more for one load in five
    assert {reason for reason in ("steady", "swings", "sure", "unsure") if holds(reason, card, (card,))} == {
        "swings",
        "unsure",
    }
    assert advised(card, (card,)) == "buffer"


def test_what_is_steady_and_sure_needs_cards_alone() -> None:
    run = start(shop(), 1)
    (card,) = cards(run.plant, run.state.settings)
    assert (card.variability, advised(card, (card,))) == (0, "jit")


def played(choice: str, reason: str = "unsure") -> Run:
    first = settings_of(of_run(start(shop(), 3)), 0, choice, reason)
    return play(shop(), 3, decided((first,)))


def test_other_choices_on_the_same_luck_are_runs_of_their_own() -> None:
    profit = {choice: int(MEASURES["profit"].value(played(choice).history)[0]) for choice in CHOICES}
    (one,) = fared(played("buffer"))
    assert (one.choice, one.reason, one.held, one.advised) == ("buffer", "unsure", False, "jit")
    assert one.profit == {"jit": profit["jit"] - profit["buffer"], "hybrid": profit["hybrid"] - profit["buffer"]}
    assert profit["jit"] > profit["hybrid"] > profit["buffer"]


def test_what_was_not_said_is_not_judged() -> None:
    assert fared(play(shop(), 3, decided(()))) == ()


def test_what_is_said_changes_no_figure() -> None:
    said = (Decision("board", "loaf", "jit"), Decision("reason", "loaf", "dear"), Decision("tolerance", "firm", "10"))
    assert play(shop(), 3, decided((said,))).digest() == play(shop(), 3, decided(())).digest()
