"""Rules P4 to P6: maintenance, overtime and strain; the arithmetic stands beside each case."""

from typing import Any

import pytest

from game.levers import Refused
from tests.engine.hand_played import Table, flow, level, level_of, offer, play, posted


def _line(make: Table | None = None, **station: Any) -> Table:
    """Frames by the tens at ten minutes each, asked for without end; a day has 100 minutes and a wage of 80.00."""
    tube = {"id": "tube", "loop": {"cards": 90, "container": 10}, "opening_stock": 900, "offer": [offer()]}
    made = {"station": "line", "minutes": 10, "components": {"tube": 1}, **(make or {})}
    frame = {"id": "frame", "loop": {"cards": 30, "container": 10}, "make": made}
    return level([tube, frame], [{"id": "line", "minutes_per_day": 100, "wage_per_day": 80, **station}])


FAILS = {"failure_every_minutes": 200, "repair_minutes": 20}
UPKEEP = {"maintenance_cost": 12.5, "maintenance_minutes": 10}


def test_maintenance_halves_the_chance_of_a_failure() -> None:
    # 100 minutes ran, 200 between failures: a failure below 1/2 of 2**24; maintained below 90 / 400.
    for share, usual, maintained in ((0.2, 1, 1), (0.3, 1, 0), (0.6, 0, 0)):
        bits = int(share * 2**24)
        plan = {0: {"line.maintenance": 1}}
        assert flow(play(_line(**FAILS, **UPKEEP), (), None, failure_bits=bits), "failures")[2] == usual
        assert flow(play(_line(**FAILS, **UPKEEP), (), plan, failure_bits=bits), "failures")[2] == maintained


def test_maintenance_takes_minutes_and_money_on_open_days() -> None:
    table = _line(**FAILS, **UPKEEP)
    table["calendar"] |= {"open_days": ["mon", "wed", "thu", "fri", "sat"]}
    history = play(table, (), {0: {"line.maintenance": 1}, 3: {"line.maintenance": 0}}, failure_bits=2**24 - 1)
    # Tuesday is closed; 90 minutes are left on Wednesday, then 100.
    assert flow(history, "maintained") == [10_000, 0, 10_000, 0, 0, 0]
    assert flow(history, "down") == [10_000, 0, 10_000, 0, 0, 0]
    assert flow(history, "running") == [0, 0, 90_000, 100_000, 100_000, 100_000]
    assert posted(history, "maintenance") == [1250, 0, 1250, 0, 0, 0]


def test_overtime_adds_minutes_and_costs_the_wage_and_a_premium() -> None:
    # 60 minutes at 0.80 a minute and a half more: 72.00.
    history = play(_line(overtime_limit=120, overtime_premium=50), (), {2: {"line.overtime": 60}})
    assert flow(history, "overtime") == [0, 0, 60_000, 60_000, 60_000, 60_000]
    assert flow(history, "running") == [0, 100_000, 160_000, 160_000, 160_000, 160_000]
    assert posted(history, "overtime") == [0, 0, 7200, 7200, 7200, 7200]
    # Monday to Thursday and Friday's own are paid on Friday: five wages and three days of overtime.
    assert posted(history, "pay_day") == [0, 0, 0, 0, 5 * 8000 + 3 * 7200, 0]


@pytest.mark.parametrize("minutes", [45, 150, -30])
def test_overtime_goes_by_the_half_hour_up_to_the_limit(minutes: int) -> None:
    with pytest.raises(Refused):
        play(_line(overtime_limit=120), (), {0: {"line.overtime": minutes}})


def test_strain_rises_with_overtime_and_slows_the_work() -> None:
    # 120 minutes of overtime: 4 a day. Day 2 begins with 8: a unit takes 10 * 208 / 200 = 10.4 minutes. Of the
    # 220 minutes of a day, day 1 (strain 4, 10.2 a unit) makes 21 and works 5.8 on the next.
    history = play(_line(strain=True, overtime_limit=120), (), {0: {"line.overtime": 120}, 3: {"line.overtime": 0}})
    assert level_of(history, "strain") == [4, 8, 12, 2, 0, 0]
    assert flow(history, "made", 1)[:2] == [0, 21]
    # 220 minutes at strain 4: 220,000 * 4 // 204.
    assert flow(history, "slowed")[:2] == [0, 4313]


def test_units_begun_keep_their_minutes() -> None:
    # Day 1 at strain 4 begins 30 (three containers): 306 minutes of work, 220 done, 86 left; at strain 8 they go on
    # at 10.2: 9 are left of which the first is nearly done. Day 2: 86 of 220 minutes finish them; 134 are left for
    # 20 new ones at 10.4 = 208 minutes: 12 made (124.8), the 13th begun.
    history = play(_line(strain=True, overtime_limit=120), (), {0: {"line.overtime": 120}})
    assert flow(history, "begun", 1)[:3] == [0, 30, 20]
    assert flow(history, "made", 1)[:3] == [0, 21, 9 + 12]


def test_failures_and_stops_are_stoppages() -> None:
    # A failure on day 2 (100 minutes ran on day 1), none later: repairs stop the running. Strain: 0, 0, then 5.
    fails = _line(**FAILS, strain=True)
    history = play(
        fails,
        (),
        None,
        failure_bits=[[2**24 - 1, 2**24 - 1, 0, 2**24 - 1, 2**24 - 1, 2**24 - 1]],
        repair=[[20_000] * 6],
    )
    assert level_of(history, "strain") == [0, 0, 5, 0, 0, 0]
    # Every day from the first stops for bad units: 5 a day, however many.
    stops = _line({"defects": 0.5}, strain=True, stop_the_line=True, stop_minutes=1)
    assert level_of(play(stops), "strain")[:4] == [0, 5, 10, 15]


def test_strain_raises_scrap_and_ends_at_a_hundred() -> None:
    # 720 minutes of overtime are 24 points a day: 24, 48, 72, 96, 100. Scrap of a fifth on day 1 (strain 24):
    # 200,000 * 224 / 200 = 224,000 ppm; 10 units take 10 * 224,000 / 776,000 = 2.88, so 2 more begin.
    made = {"scrap": 0.2, "minutes": 80}
    history = play(_line(made, strain=True, overtime_minutes=720), scrap_bits=0)
    assert level_of(history, "strain") == [24, 48, 72, 96, 100, 100]
    assert flow(history, "scrapped_in_process", 1)[1] == 2
