"""Rule P3: bad units made stop the line or travel; the arithmetic stands beside each case."""

from typing import Any

import pytest

from game.levers import Refused
from tests.engine.hand_played import Table, flow, level, level_of, offer, play, posted

HALF = 2**19


def _line(make: Table | None = None, **station: Any) -> Table:
    """Frames by the tens at ten minutes each, a fifth of them bad; a day has 100 minutes."""
    tube = {"id": "tube", "loop": {"cards": 9, "container": 10}, "opening_stock": 90, "offer": [offer()]}
    made = {"station": "line", "minutes": 10, "components": {"tube": 1}, "defects": 0.2, **(make or {})}
    frame = {"id": "frame", "loop": {"cards": 2, "container": 10}, "make": made}
    return level([tube, frame], [{"id": "line", "minutes_per_day": 100, "stop_minutes": 15, **station}])


def test_bad_units_travel_and_come_to_light_when_issued() -> None:
    # Day 1 makes 10 frames, 10 * 0.2 + 0.5 = 2.5: 2 of them bad. Day 2 another 10. Day 3 sells 12: the first lot is
    # searched (2 scrapped at 1.00) and gives 8, the second gives 4 and 2 more come to light.
    # 4 are left, so one card is free and day 4 makes 10.
    history = play(_line(), [0, 0, 0, 12], made_bits=HALF)
    assert flow(history, "made", 1) == [0, 10, 10, 0, 10, 0]
    assert flow(history, "defective", 1) == [0, 2, 2, 0, 2, 0]
    assert flow(history, "scrapped", 1) == [0, 0, 0, 4, 0, 0]
    assert posted(history, "scrap_finished", 1) == [0, 0, 0, 400, 0, 0]
    assert level_of(history, "stock", 1)[:4] == [0, 10, 20, 4]
    assert sum(flow(history, "stops")) == sum(flow(history, "stopped")) == 0


def test_the_line_stops_and_all_are_good() -> None:
    # Day 1: 100 minutes make 10, 2 bad ones add 30 minutes for the next day. Day 2: 30 stopped, 70 left make 7 of
    # the 10 begun, 7 * 0.2 + 0.5 = 1.9: one bad, 15 minutes. Day 3: 15 stopped, then 30 finish the 3 (1.1: one bad,
    # 15 more), and 40 are left without a card.
    history = play(_line(stop_the_line=True), made_bits=HALF)
    assert flow(history, "stops") == [0, 2, 1, 1, 0, 0]
    assert flow(history, "made", 1) == [0, 10, 7, 3, 0, 0]
    assert flow(history, "stopped") == [0, 0, 30_000, 30_000, 0, 0]
    assert flow(history, "down") == [0, 0, 30_000, 30_000, 0, 0]
    assert flow(history, "running") == [0, 100_000, 70_000, 30_000, 0, 0]
    assert flow(history, "blocked")[3] == 40_000
    assert flow(history, "defective", 1) == [0, 2, 1, 1, 0, 0]
    assert sum(flow(history, "scrapped", 1)) == 0


def test_what_is_under_way_keeps_its_bad_units() -> None:
    # Two days of process time; the line begins to stop on day 2. The 10 of day 1 come on day 3 with 2 bad ones,
    # those of day 2 on day 4 without. Days 3 and 4 sell 8 and 10, all that is good.
    table = _line({"process_days": 2})
    history = play(table, [0, 0, 0, 8, 10], {2: {"line.stop_the_line": 1}}, made_bits=HALF)
    assert flow(history, "made", 1)[:5] == [0, 0, 0, 10, 10]
    assert flow(history, "delivered")[:5] == [0, 0, 0, 8, 10]
    assert flow(history, "scrapped", 1)[:5] == [0, 0, 0, 2, 0]


def test_the_switch_is_there_only_for_stations_that_make_bad_units() -> None:
    with pytest.raises(Refused):
        play(_line({"defects": 0.0}), (), {0: {"line.stop_the_line": 1}})
