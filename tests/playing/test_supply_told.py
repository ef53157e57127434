"""Supply as the player sees it: levers in reach with their hints, and what the feed tells."""

from typing import Any

import pytest

from game.levers import parse
from game.message import languages, render, show
from game.playing.feed import feed
from game.playing.inspector import inspect
from game.playing.scene import Scene
from game.playing.views import LeverView
from game.run import Run, play_turn, start
from tests.engine.supply_hand import item, level, offer

REACH = ["shares", "failover", "rush", "rush_when_red", "recall", "onboard", "inspect", "quantity", "buffer"]
EXPRESS = offer(lead_time_days=10, expedite_days=2, expedite_cost=100.0, expedite_unit_cost=2.0, defects=0.1)
NEWCOMER = offer("z", qualified=False, onboarding_cost=500.0, onboarding_days=4)


def _run(entry: dict[str, Any], decisions: dict[int, dict[str, Any]], turns: int, **changes: Any) -> Run:
    plant = level(entry, **{"days": 2, "turns": 30, "levers": REACH, **changes})
    run = start(plant.pack, 1)
    for turn in range(turns):
        run = play_turn(run, [parse(key, value) for key, value in decisions.get(turn, {}).items()])
    return run


def _told(run: Run) -> list[str]:
    keys = []
    for line in feed(Scene(run, run.state.settings)):
        keys.append(line.message.key)
        for language in languages():
            assert "supply." not in render(line.message, language)
    return keys


def _levers(run: Run, planned: dict[str, int] | None = None) -> dict[str, LeverView]:
    settings = {name: array.copy() for name, array in run.state.settings.items()}
    for name, value in (planned or {}).items():
        settings[name][0] = value
    sections = inspect(Scene(run, settings), "item", "a").sections
    return {f"{view.lever}{view.target[1:]}": view for section in sections for view in section.levers}


def test_what_is_in_reach_is_shown_with_its_hint() -> None:
    views = _levers(_run(item("a", EXPRESS, NEWCOMER, share_commitment=3), {0: {"a.quantity": 30}}, 1))
    wanted = {"rush/s", "rush_when_red/s", "recall/s", "recall/z", "onboard/z", "inspect/s", "failover", "shares"}
    assert wanted <= set(views)
    assert all(views[name].allowed for name in wanted)
    hints = {name: views[name].hint for name in wanted - {"failover"}}
    for message in hints.values():
        assert message is not None
        assert "supply." not in render(message, "de")
    assert render(hints["rush/s"], "en") == "up to 30 here in 2 d; all of them: €\u00a0160"  # type: ignore[arg-type]
    assert render(hints["onboard/z"], "en") == "€\u00a0500; can have a share after 4 days"  # type: ignore[arg-type]


def test_the_price_of_a_planned_rush_is_told() -> None:
    run = _run(item("a", EXPRESS), {0: {"a.quantity": 30}}, 1)
    hint = _levers(run, {"rush": 5})["rush/s"].hint
    assert hint is not None
    assert render(hint, "en") == "5 here in 2 d for €\u00a0110"  # 100 + 5 * 2


def test_what_is_not_in_reach_is_left_out() -> None:
    views = _levers(_run(item("a", EXPRESS, NEWCOMER), {}, 0, levers=["shares"]))
    assert not {name.partition("/")[0] for name in views} & {"rush", "recall", "onboard", "failover", "inspect"}


def test_rush_recall_and_onboarding_are_told() -> None:
    decisions: dict[int, dict[str, Any]] = {
        0: {"a.quantity": 30, "a/z.onboard": 1},
        1: {"a/s.rush": 5, "a.quantity": 0},
    }
    entry = item("a", EXPRESS, NEWCOMER)
    assert "supply.feed.onboarding" in _told(_run(entry, decisions, 1))
    second = _told(_run(entry, decisions, 2))
    assert "supply.feed.rushed" in second
    assert "supply.feed.qualified" in second
    slow = item("a", offer(capacity_per_day=10))
    assert "supply.feed.recalled" in _told(_run(slow, {0: {"a.quantity": 90}, 1: {"a/s.recall": 1}}, 2))


def test_failover_and_returns_are_told() -> None:
    outage = {"id": "fire", "name": "Fire", "kind": "supplier_outage", "supplier": "s", "at": [{"day": 2, "days": 3}]}
    entry = item("a", offer(capacity_per_day=10), offer("z", defects=0.5, inspect=100), failover=True)
    run = _run(entry, {0: {"a.quantity": 90}, 1: {"a.quantity": 0}}, 1, disruption=[outage])
    assert "supply.feed.moved" in _told(run)
    assert "supply.feed.returned" in _told(play_turn(run, []))


@pytest.mark.parametrize(
    ("orders", "key"),
    [
        ([10] * 8, "steady"),
        ([0, 20] * 4, "wild"),
        ([0] + [10] * 8 + [99], "no_longer"),
        ([0, 20] * 4 + [10] * 5, "tame"),
    ],
)
def test_suppliers_say_what_they_think(orders: list[int], key: str) -> None:
    entry = item("a", offer(steady_price=3.5))
    decisions = {turn: {"a.quantity": units} for turn, units in enumerate(orders)}
    assert f"supply.feed.{key}" in _told(_run(entry, decisions, len(orders), relationship=True))


def test_dependence_is_told() -> None:
    assert "supply.feed.dearer" in _told(_run(item("a", offer(), offer("z")), {}, 12, relationship=True))


def test_offers_show_their_breaks_and_the_price_asked_now() -> None:
    breaks = [{"from": 50, "price": 3.8}, {"from": 100, "price": 3.6}]
    run = _run(item("a", offer(steady_price=3.9, breaks=breaks)), {0: {"a.quantity": 10}}, 8, relationship=True)
    section = next(s for s in inspect(Scene(run, run.state.settings), "item", "a").sections if s.name == "sources")
    told = dict(zip(section.head, section.table[0], strict=True))
    shown = {name: show(told[name], "en") for name in ("price", "breaks")}
    assert shown == {"price": "€\u00a03.90", "breaks": "from 50: €\u00a03.80, from 100: €\u00a03.60"}


def test_the_fee_of_a_rush_is_told_by_cause() -> None:
    """Five of thirty units by express: 100 + 5 * 2."""
    found = _run(item("a", EXPRESS), {0: {"a.quantity": 30}, 1: {"a/s.rush": 5, "a.quantity": 0}}, 2)
    (section,) = [
        one for one in inspect(Scene(found, found.state.settings), "item", "a").sections if one.name == "rushed"
    ]
    assert sum(row[1].minor for row in section.table) == 11_000  # type: ignore[union-attr]
