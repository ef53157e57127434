"""Rule 10: how many containers leave the buffer; the arithmetic stands beside each case."""

from typing import Any

import pytest

from tests.engine.hand_played import Table, flow, level, level_of, offer, play, posted


def _line(container: int, per_unit: int, **loop: Any) -> Table:
    """A line that makes containers of `container` frames from `per_unit` tubes each; tubes come in tens."""
    tubes = {"policy": "kanban", "cards": 0, "container": 10, "release_cost": 3, **loop}
    tube = {"id": "tube", "loop": tubes, "opening_stock": 4, "offer": [offer(lead_time_days=30)]}
    make = {"station": "line", "minutes": 1, "components": {"tube": per_unit}}
    frame = {"id": "frame", "loop": {"cards": 2, "container": container}, "make": make}
    return level([tube, frame], [{"id": "line"}])


def test_as_many_containers_open_as_a_container_of_the_consumer_takes() -> None:
    # 5 frames of 4 tubes are 20. Day 0: 4 tubes are at hand, two containers make 24. Day 1 begins 5 of the 10
    # frames authorised: 4 tubes are left. Day 2: two containers again, then the other 5; the buffer is empty.
    history = play(_line(5, 4, buffer=40))
    assert flow(history, "released") == [20, 0, 20, 0, 0, 0]
    assert posted(history, "release") == [600, 0, 600, 0, 0, 0]
    assert flow(history, "begun", 1) == [0, 5, 5, 0, 0, 0]
    assert level_of(history, "buffer") == [20, 20, 0, 0, 0, 0]


@pytest.mark.parametrize(("container", "per_unit", "units"), [(2, 5, 10), (1, 3, 10), (11, 1, 10), (15, 1, 20)])
def test_the_larger_of_both_containers_counts(container: int, per_unit: int, units: int) -> None:
    # 4 are at hand. Up to 10: one container of ten; for 11 too (14); for 15 two.
    assert flow(play(_line(container, per_unit, buffer=40)), "released")[0] == units


def test_the_days_allowance_holds() -> None:
    # 20 are wanted, one container a day is allowed: 4, 14, 24; day 1 begins 5 frames and leaves 4.
    history = play(_line(5, 4, buffer=20, release_per_day=1))
    assert flow(history, "released") == [10, 10, 0, 0, 0, 0]
    assert posted(history, "release") == [300, 300, 0, 0, 0, 0]


def test_what_a_small_buffer_holds_comes_over() -> None:
    # 20 are wanted and the buffer was cut to 10: one container.
    assert flow(play(_line(5, 4, buffer=10)), "released")[:2] == [10, 0]
