"""Prices as the player sees them: levers in reach with what they come to, and goodwill among a customer's terms."""

from typing import Any

from game.levers import parse
from game.message import Percent, languages, render
from game.playing.inspector import inspect
from game.playing.scene import Scene
from game.playing.views import LeverView
from game.run import play_turn, start
from tests.engine.demand_hand import shop

REACH = ["price", "bread.markdown", "markdown_after_days"]
TERMS = {"elasticity": 2.0, "goodwill": {"loss": 0.1, "recovery": 0.02}}


def _scene(**planned: int) -> Scene:
    item = {"shelf_life_days": 4, "opening_stock": 5}
    plant = shop(2, 3, item, TERMS, levers=REACH)
    run = play_turn(start(plant.pack, 1), [parse("guests.price", 110)])
    settings = {name: array.copy() for name, array in run.state.settings.items()}
    for name, value in planned.items():
        settings[name][0] = value
    return Scene(run, settings)


def _levers(scene: Scene, *thing: Any) -> dict[str, LeverView]:
    return {view.lever: view for section in inspect(scene, *thing).sections for view in section.levers}


def _hint(view: LeverView) -> str:
    assert view.hint is not None
    for language in languages():
        assert "market." not in render(view.hint, language)
    return render(view.hint, "en")


def test_a_customers_price_is_set_at_the_customer() -> None:
    """At 90 %: 9.00 a unit, and 1 + 2 * 0.1 of the demand."""
    view = _levers(_scene(price=90), "stream", "guests")["price"]
    assert (view.target, view.value, view.planned, view.minimum, view.maximum) == ("guests", 110, 90, 80, 120)
    assert view.allowed
    assert _hint(view) == "\u20ac\u00a09 a unit; brings 120 % of the demand at list price"


def test_a_markdown_is_set_at_the_item() -> None:
    """40 % off 11.00 (the price stays at 110 %) is 6.60; 2 * 0.4 of the customers."""
    views = _levers(_scene(markdown=40), "item", "bread")
    assert _hint(views["markdown"]) == "old goods at \u20ac\u00a06.60; tempts 80 % more buyers while they last"
    assert (views["markdown_after_days"].minimum, views["markdown_after_days"].maximum) == (0, 4)
    assert _hint(_levers(_scene(), "item", "bread")["markdown"]) == "old goods cost what fresh ones do"


def test_goodwill_is_a_term_of_the_customer() -> None:
    """Day 0: demand 8, 5 sold, 3 lost: 0.97. Day 1: 10 * 0.97 * 0.8 = 7.76 + 0.5: 8 lost, 0.89."""
    sections = inspect(_scene(), "stream", "guests").sections
    facts = {fact.name: fact.value for section in sections for fact in section.facts}
    assert facts["goodwill"] == Percent(0.89, 0)
