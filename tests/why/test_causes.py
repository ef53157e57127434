"""Causes add up to every loss exactly, on random levels; and hand-made cases find the cause that a planner would."""

from typing import Any

import pytest
from hypothesis import given, settings

from game import run
from game.level.pack import LevelPack
from game.message import languages, render
from game.playing.inspector import inspect
from game.playing.scene import Scene
from game.run import Run
from game.why import Seen
from game.why.causes import Cause, Loss, _charged, _spread, losses, told
from game.why.tracing import Held
from tests.oracle.levels import Case, cases, pack_of

REASONS = (
    "setting", "demand", "scrapped", "expired", "destroyed", "late_truck", "disruption", "supplier_capacity", "down",
    "setup", "capacity", "component", "no_card", "no_work",
)  # fmt: skip


def seen(played: Run) -> Seen:
    """What the player of a run has seen."""
    return Seen(played.plant, played.tape, played.history, played.turn)


def totals(found: tuple[Loss, ...], kind: str) -> dict[str, int]:
    """Amounts of a kind by thing."""
    return {loss.thing[1]: loss.amount for loss in found if loss.kind == kind}


def causes_add_up(played: Run) -> None:
    """Causes of the last turn are its losses, minutes and fees, no more and no less."""
    view, level = seen(played), played.pack.level
    found = losses(view, played.state.settings)
    for loss in found:
        assert sum(cause.amount for cause in loss.causes) == loss.amount > 0
        assert all(cause.amount > 0 for cause in loss.causes)
    for kind in ("lost", "late"):
        flows = dict(zip((stream.id for stream in level.stream), view.total(kind).tolist(), strict=True))
        assert totals(found, kind) == {name: units for name, units in flows.items() if units}
    stood = sum(view.total(name) for name in ("starved", "blocked", "idle", "down"))
    minutes = dict(zip((station.id for station in level.station), list(stood), strict=True))
    assert totals(found, "stood") == {name: int(time) for name, time in minutes.items() if time}
    assert sum(loss.amount for loss in found if loss.kind == "rushed") == int(view.posted("expediting").sum())


@given(cases())
@settings(max_examples=60, deadline=None)
def test_causes_add_up_to_every_loss(case: Case) -> None:
    played = run.start(case.pack, case.seeds[0])
    while not played.finished:
        played = run.play_turn(played)
        causes_add_up(played)


def test_a_setting_is_charged_before_any_event() -> None:
    """30 lost: the setting is 20 too low; a truck held back 40, but only 10 are left to charge."""
    found = (Held("setting", ("item", "a"), 0, 20), Held("late_truck", ("supplier", "s"), 5, 40))
    assert _charged(30, found, in_order=False) == (
        Cause("setting", ("item", "a"), 20),
        Cause("late_truck", ("supplier", "s"), 10),
    )


def test_late_units_are_charged_in_the_order_of_events() -> None:
    """12 late: the truck of period 3 held back 8, the breakdown of period 6 the next 4."""
    found = (Held("late_truck", None, 3, 8), Held("down", None, 6, 9))
    assert _charged(12, found, in_order=True) == (Cause("late_truck", None, 8), Cause("down", None, 4))


def test_the_remainder_goes_to_the_largest() -> None:
    """10 by 1 : 2 : 4 is 1.4, 2.9, 5.7: rounded down 1, 2, 5; the 2 left over go to the largest."""
    found = tuple(Held(reason, None, 0, units) for reason, units in (("setup", 1), ("down", 2), ("demand", 4)))
    assert [cause.amount for cause in _spread(10, found)] == [1, 2, 7]


def test_what_nothing_explains_is_shown() -> None:
    """9 lost, a truck held back 4: 5 unexplained."""
    assert _charged(9, (Held("late_truck", None, 0, 4),), in_order=False)[-1] == Cause("unexplained", None, 5)
    assert _charged(9, (), in_order=True) == (Cause("unexplained", None, 9),)


def shop(cards: int, **further: Any) -> LevelPack:
    """Ten a day from a shelf, kanban with containers of 10; goods come two days after they are ordered."""
    return pack_of(
        {
            "format": 1,
            "id": "shop",
            "title": "Shop",
            "kind": "store",
            "calendar": {"start": "2026-03-02", "turns": 4, "days_per_turn": 7, "run_out_days": 0},
            "money": {"opening_cash": 10_000},
            "supplier": [{"id": "mill", "name": "Mill"}],
            "item": [
                {
                    "id": "bread",
                    "name": "Bread",
                    "opening_stock": 10 * cards,
                    "loop": {"policy": "kanban", "cards": cards, "container": 10},
                    "offer": [{"supplier": "mill", "price": 1, "lead_time_days": 2}],
                }
            ],
            "stream": [
                {"id": "folk", "name": "Folk", "item": "bread", "demand": {"pattern": "constant", "units": 10}},
            ],
            **further,
        }
    )


def lost_in(pack: LevelPack, turn: int) -> tuple[Cause, ...]:
    """Causes of the sales lost in a turn (1 is the first)."""
    played = run.start(pack, 1)
    for _ in range(turn):
        played = run.play_turn(played)
    (loss,) = [loss for loss in losses(seen(played), played.state.settings) if loss.kind == "lost"]
    return loss.causes


def test_too_few_cards_are_the_cause() -> None:
    """One card holds 10; ten a day need 20 in the two days until more comes: every second day is lost, 4 of 7."""
    assert lost_in(shop(cards=1), turn=2) == (Cause("setting", ("item", "bread"), 40),)


def test_a_supplier_that_is_out_is_the_cause() -> None:
    """Three cards carry ten a day for ever, 10 on the shelf each evening. The mill stands still on days 8 to 11.

    Loads of days 6 and 7 still come; the shelf is empty after day 10, what leaves on day 12 comes on day 14: 30 lost.
    """
    at = [{"day": 8, "days": 4}]
    outage = {"id": "fire", "name": "Fire", "kind": "supplier_outage", "supplier": "mill", "at": at}
    causes = lost_in(shop(cards=3, disruption=[outage]), turn=2)
    assert causes == (Cause("disruption", ("disruption", "fire"), 30),)


@pytest.mark.parametrize("language", languages())
def test_every_reason_has_a_sentence(language: str) -> None:
    played = run.play_turn(run.start(shop(cards=1), 1))
    (loss,) = [loss for loss in losses(seen(played), played.state.settings) if loss.kind == "lost"]
    for reason in REASONS:
        said = render(told(seen(played), Cause(reason, ("item", "bread"), 1)), language)
        assert "cause." not in said
    assert render(told(seen(played), Cause("unexplained", None, 1)), "en") == "Unexplained"
    assert loss.thing == ("stream", "folk")


def test_the_inspector_lists_them() -> None:
    """One card: 40 lost in the second turn, all for the setting."""
    played = run.start(shop(cards=1), 1)
    for _ in range(2):
        played = run.play_turn(played)
    sections = inspect(Scene(played, played.state.settings), "stream", "folk").sections
    (causes,) = [section for section in sections if section.name == "causes"]
    ((cause, lost, late),) = causes.table
    assert render(cause, "en") == "Bread: set below what a lead time needs"
    assert (lost, late) == (40, 0)
