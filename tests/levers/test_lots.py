"""A loop with fewer cards than its lot is refused at the player's door, by hand: lot 3, four cards of 10 units."""

import pytest

from game import engine, levers
from game.levers import Decision
from game.message import render
from game.plant import Plant
from game.state import State
from tests.hand import LEVEL, plant

FRAME, TUBE = LEVEL["item"][1], LEVEL["item"][0]
LOOP = {"policy": "kanban", "cards": 4, "container": 10}
MAKE = {**FRAME["make"], "lot": 3}


def opened(*, shared: bool = True) -> tuple[Plant, State]:
    rack = {**FRAME, "id": "rack", "name": "Rack", "make": {**MAKE, "lot": 1}, "loop": LOOP}
    items = [TUBE, {**FRAME, "make": MAKE, "loop": LOOP}, *([rack] if shared else [])]
    made = plant(item=items, levers=["cards", "lot", "policy", "buffer"])
    return made, engine.opening(made, 1)


def why(lever: str, value: int | str, **given: bool) -> str | None:
    made, state = opened(**given)
    found = levers.query(made, state.settings, Decision(lever, "frame", value))
    return None if found is None else render(found)


@pytest.mark.parametrize(("lever", "value"), [("cards", 3), ("cards", 12), ("lot", 4), ("buffer", 20)])
def test_a_lot_that_fills_is_allowed(lever: str, value: int) -> None:
    assert why(lever, value) is None


def test_fewer_cards_than_the_lot_are_refused_with_the_reason() -> None:
    assert why("cards", 2) == (
        "A lot is 3 containers, and the cards would ask for no more than 2. "
        "The station would wait for the rest for good. Make the lot smaller first, or keep more cards."
    )


def test_a_lot_above_the_cards_is_refused() -> None:
    assert "A lot is 5 containers" in str(why("lot", 5))


def test_refills_of_a_buffer_help_to_fill_the_lot() -> None:
    made, state = opened()
    levers.apply(made, state.settings, Decision("buffer", "frame", 20))
    assert levers.query(made, state.settings, Decision("lot", "frame", 6)) is None
    assert levers.query(made, state.settings, Decision("lot", "frame", 7)) is not None
    levers.apply(made, state.settings, Decision("lot", "frame", 6))
    assert levers.query(made, state.settings, Decision("buffer", "frame", 10)) is not None


def test_a_station_with_one_item_needs_no_lot() -> None:
    assert why("lot", 9, shared=False) is None


def test_other_policies_fill_any_lot_in_time() -> None:
    made, state = opened()
    levers.apply(made, state.settings, Decision("policy", "frame", "manual"))
    assert levers.query(made, state.settings, Decision("lot", "frame", 9)) is None
    levers.apply(made, state.settings, Decision("lot", "frame", 9))
    assert levers.query(made, state.settings, Decision("policy", "frame", "kanban")) is not None


def test_plans_may_ask_for_it_all_the_same() -> None:
    made, state = opened()
    levers.apply(made, state.settings, Decision("cards", "frame", 2))
    assert int(state.settings["cards"][1, 0]) == 2
