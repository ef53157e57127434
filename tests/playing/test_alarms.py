"""An alarm is something to act on: goods out of season, made to order, and buffers still to be filled are quiet."""

import pytest

from game.coach.ahead import Question, look
from game.playing.floor_items import mood
from game.playing.plant_view import plant_view
from game.playing.scene import Scene
from game.playing.season import in_season
from game.run import Run, play_turn, start
from tests.coach.small import level, pack

JANUARY_ONLY = {
    "pattern": "seasonal",
    "month": [1.0] + 11 * [0.0],
    "weekday": 7 * [1.0],
    "base": {"pattern": "constant", "units": 10},
}
LATE = {"start": "2026-01-19"}
"""A Monday: two weeks of January to come, then February."""


def scene(run: Run) -> Scene:
    return Scene(run, run.state.settings)


def season(turns: int, **more: object) -> Run:
    """Ten a day in January, none afterwards, nothing in stock and nothing ordered."""
    rest = {"loop": {"order_up_to": 0, "policy": "kanban", "cards": 0, "container": 10}, "item": {"opening_stock": 0}}
    run = start(pack(level(demand=JANUARY_ONLY, calendar=LATE, **(rest | more))), 1)
    for _ in range(turns):
        run = play_turn(run)
    return run


@pytest.mark.parametrize(("day", "wanted"), [(0, True), (7, True), (12, True), (13, False), (14, False), (21, False)])
def test_a_season_ends_on_its_last_day(day: int, wanted: bool) -> None:
    """Days 0 to 12 are 19 to 31 January; the week from day 13 on is the first without a customer."""
    assert (0 in in_season(season(0).plant, day)) is wanted


def test_parts_of_what_is_out_of_season_are_so_too() -> None:
    from tests.playing import small

    plant = start(small.pack(), 1).plant
    assert in_season(plant, 0) == {0, 1}, "frames are sold and tubes go into them"


def test_an_empty_rack_alarms_only_in_season() -> None:
    """Lost sales in the week to 25 January; from 2 February on nobody asks."""
    assert mood(scene(season(0)), 0) == "bad"
    assert mood(scene(season(1)), 0) == "bad"
    assert mood(scene(season(2)), 0) == "good"


def test_made_to_order_alarms_with_its_customers() -> None:
    """Ordered up to 0 and there the next day: customers who wait three days get all of it in time.

    Customers who do not wait get nothing.
    """
    empty = {"loop": {"order_up_to": 0}, "item": {"opening_stock": 0}}
    patient = play_turn(start(pack(level(stream={"patience_days": 9, "due_days": 3}, **empty)), 1))
    found = plant_view(scene(patient)).items[0]
    assert (found.on_hand, found.to_order, found.mood) == (0, True, "good")
    assert found.backorders > 0
    hasty = play_turn(start(pack(level(**empty)), 1))
    assert plant_view(scene(hasty)).items[0].mood == "bad"


def test_a_buffer_alarms_by_what_it_once_held() -> None:
    """Of 20 set, 9 were there at most: 2 left are red (less than 3), 5 amber (less than 6), 6 fine; none ever: fine."""
    run = start(pack(level(levers=["buffer"], loop={"buffer": 20}, item={"opening_stock": 200})), 1)
    now = scene(run)
    for left, colour in ((2, "bad"), (5, "warn"), (6, "good")):
        now.__dict__["most_buffered"] = (9,)
        now.state.buffer[0] = left
        assert mood(now, 0) == colour
    now.state.buffer[0] = 0
    now.__dict__["most_buffered"] = (0,)
    assert mood(now, 0) == "good"


def test_futures_run_dry_only_where_somebody_asks() -> None:
    """From 26 January on six days still have customers: three weeks without stock are dry; from 2 February on, not."""
    assert look(Question.of(season(1)), 10).now.dry["loaf"].middle == 1.0
    assert look(Question.of(season(2)), 10).now.dry["loaf"].middle == 0.0
