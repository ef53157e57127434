"""What strikes at one stroke is told with its figures; a hidden fault is told when it is found."""

from typing import Any

from game import run as runs
from game.disruptions import hidden
from game.message import render
from game.why import Event, Seen, events
from tests.engine.demand_hand import shop, trouble


def told(turns: int, **changes: Any) -> list[list[Event]]:
    """Events of each turn of two days."""
    plant = shop(2, turns, **changes)
    run = runs.start(plant.pack, 1)
    found = []
    for _ in range(turns):
        settings = run.state.settings
        run = runs.play_turn(run, ())
        found.append(list(events(Seen(run.plant, run.tape, run.history, run.turn), settings)))
    return found


def texts(found: list[Event], key: str) -> list[str]:
    return [render(event.message) for event in found if event.message.key == f"feed.{key}"]


def test_a_fire() -> None:
    """Day 2 leaves 11 of 41 units; half of them are 5, worth 44.00 * 5 // 11 = 20.00."""
    fire = trouble("storage_loss", (3, 1), items=["bread"], share=0.5)
    first, second = told(2, item={"opening_stock": 41}, disruption=[fire])
    assert not texts(first, "destroyed")
    [text] = texts(second, "destroyed")
    assert text == "Bread: 5 lost (storage_loss), \u20ac\u00a020 written off."


def test_a_fashion_that_ends() -> None:
    fashion = trouble("obsolescence", (1, 1), items=["bread"], share=0.5)
    [found] = told(1, item={"opening_stock": 30}, disruption=[fashion])
    assert texts(found, "obsolete") == ["Bread: \u20ac\u00a040 less in the books (obsolescence)."]


def test_a_customer_who_fails() -> None:
    """Two days of ten units at 10.00 are owed on the third day."""
    fails = trouble("customer_default", (3, 2), streams=["guests"], share=0.4)
    found = told(2, item={"opening_stock": 90}, stream={"payment_days": 30}, disruption=[fails])
    assert texts(found[1], "unpaid") == ["Guests will not pay \u20ac\u00a080 (customer_default)."]


def test_goodwill_that_falls_and_comes_back() -> None:
    """Nothing to sell on the first two days: 10 and 9 units lost, 0.9 and 0.81; later a tenth a day comes back."""
    memory = {"goodwill": {"loss": 0.1, "recovery": 0.1}}
    item = {"opening_orders": [0, 300], "signal_delay_days": 2}
    found = told(3, item=item, stream=memory)
    assert texts(found[0], "goodwill_fell") == ["Guests: goodwill is down to 81 %, and so are orders."]
    assert texts(found[1], "goodwill_back") == ["Guests: goodwill is full again."]
    assert not texts(found[2], "goodwill_back")


def test_a_hidden_fault_is_told_only_when_it_is_found() -> None:
    """Base stock 10 over a day of 10: from day 2 on half of what comes is bad and found on the day it comes."""
    escape = trouble("quality_escape", (3, 6), suppliers=["mill"], defects=0.5)
    loop = {"policy": "order_up_to", "order_up_to": 30}
    found = told(4, item={"opening_stock": 30, "loop": loop}, disruption=[escape])
    keys = [{event.message.key for event in turn} for turn in found]
    assert not any(
        key in turn for turn in keys for key in ("feed.began", "feed.announced", "feed.passed", "feed.ended")
    )
    assert [("feed.found_out" in turn) for turn in keys].count(True) == 1


def test_escapes_are_hidden_and_fires_are_not() -> None:
    troubles = [
        trouble("quality_escape", (1, 1), suppliers=["mill"], defects=0.1),
        trouble("storage_loss", (1, 1), items=["bread"], share=0.1),
    ]
    assert [hidden(one) for one in shop(disruption=troubles).level.disruption] == [True, False]
