"""The card formula by hand, and policies that see no more than a player."""

import pytest

from game import run
from game.coach.formulas import CardFormula
from game.coach.formulas import card_formula as formula
from game.coach.formulas import lead_days as days
from game.coach.policies import for_level, play, scheduled
from game.coach.reference import kanban_formula as by_formula
from game.coach.sight import of_run
from game.levers import Decision
from tests.run.small import TEXT, pack

TUBE, FRAME = 0, 1


def lead_days(started: run.Run, item: int) -> float:
    return days(started.plant, started.state.settings, item)


def card_formula(started: run.Run, item: int) -> CardFormula:
    return formula(started.plant, started.state.settings, item)


def kanban_formula(started: run.Run) -> run.Decisions:
    return by_formula(of_run(started))


@pytest.mark.parametrize(
    ("demand", "days", "safety", "container", "cards"),
    [
        (20.0, 3.0, 0.25, 25, 3),  # 75 units are exactly three containers
        (20.0, 3.0, 0.26, 25, 4),  # 75.6 units
        (0.1, 3.0, 0.1, 11, 1),
        (0.0, 3.0, 0.1, 10, 1),  # no demand still leaves a card
        (0.07, 100.0, 0.0, 7, 1),  # 7.000000000000001 units are one container
    ],
)
def test_cards(demand: float, days: float, safety: float, container: int, cards: int) -> None:
    assert CardFormula(demand, days, safety, container).cards == cards


def test_lead_time_of_a_bought_item() -> None:
    """Half a day to the next review; by shares 60 % of 2 + 10 % * 2 days and 40 % of 3 + 20 % * 2 days."""
    assert lead_days(run.start(pack(), 1), TUBE) == pytest.approx(0.5 + 0.6 * 2.2 + 0.4 * 3.4)


def test_lead_time_of_a_made_item_until_its_lot_is_asked_for() -> None:
    """Half a day to the review; customers take half a day to ask for a lot of 10 at 20 a day."""
    assert lead_days(run.start(pack(), 1), FRAME) == pytest.approx(0.5 + 10 / 20)


def test_lead_time_of_a_made_item_until_its_station_has_the_time() -> None:
    """100 minutes of setup + 10 * 8 minutes; 480 minutes on five days of seven, less 90 of 990 in repair."""
    slow = pack(TEXT.replace("setup_minutes = 10", "setup_minutes = 100"))
    assert lead_days(run.start(slow, 1), FRAME) == pytest.approx(0.5 + 180 / (480 * 5 / 7 * 900 / 990))


def test_demand_reaches_components_with_scrap() -> None:
    """Each of 20 frames a day takes 2 tubes, and 3 % of what is begun is lost."""
    fresh = run.start(pack(), 1)
    assert card_formula(fresh, FRAME).demand == pytest.approx(20)
    assert card_formula(fresh, TUBE).demand == pytest.approx(20 * 2 / 0.97)


def test_the_formula_sets_cards_before_the_first_turn_only() -> None:
    """41.24 * 3.18 * 1.25 / 20 = 8.2 cards of tubes; 20 * 1 * 1.25 / 10 = 2.5 of frames."""
    fresh = run.start(pack(), 1)
    assert kanban_formula(fresh) == (Decision("cards", "tube", 9), Decision("cards", "frame", 3))
    assert kanban_formula(run.play_turn(fresh)) == ()


def test_rare_trips_lengthen_the_lead_time() -> None:
    """A period of half a day is counted already: every 2 days adds 1.5, twice a week adds 3."""
    offer = 'supplier = "rhein"\n  share = 60'
    rare = pack(TEXT.replace(offer, offer + "\n  departures = { every_days = 2 }"))
    twice = pack(TEXT.replace(offer, offer + '\n  departures = { weekdays = ["mon"], periods = [0, 1] }'))
    usual = lead_days(run.start(pack(), 1), TUBE)
    assert lead_days(run.start(rare, 1), TUBE) == pytest.approx(usual + 0.6 * 1.5)
    assert lead_days(run.start(twice, 1), TUBE) == pytest.approx(usual + 0.6 * 3.0)


def test_what_may_not_be_set_is_left_alone() -> None:
    fixed = pack(TEXT.replace('levers = ["cards", "shares", "buffer"]', 'levers = ["frame.cards"]').split("[plan")[0])
    assert [decision.target for decision in kanban_formula(run.start(fixed, 1))] == ["frame"]
    bought = pack(TEXT.replace("loop = { cards = 12,", 'loop = { policy = "order_up_to", order_up_to = 240,'))
    assert [decision.target for decision in kanban_formula(run.start(bought, 1))] == ["frame"]


def test_no_policy_sees_the_tape() -> None:
    for policy in for_level(pack()).values():
        first, second = (play(pack(), seed, policy) for seed in (1, 2))
        assert first.decisions == second.decisions
        assert first.digest() != second.digest()


def test_a_plan_decides_from_its_turns_on() -> None:
    played = play(pack(), 1, for_level(pack())["leaner"])
    cards = Decision("cards", "tube", 10)
    assert played.decisions == ((cards,), (), (Decision("cards", "tube", 9), Decision("cards", "frame", 5)), ())
    assert scheduled({})(of_run(run.start(pack(), 1))) == ()
