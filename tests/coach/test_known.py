"""What is known leaks nothing: neither the future of the tape, nor what of the past nobody was told."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game import engine, tape
from game.coach.batch import plant_of
from game.coach.futures import Futures, sample
from game.coach.known import Known, believed, known
from game.history import History
from game.level.pack import LevelPack
from game.run import Run, play_turn, start
from game.state import State
from game.tape import Tape
from tests.coach.small import level, pack
from tests.playing.small import pack as road_works
from tests.run.small import pack as lucky

COUNT = 40


def _from(now: int, first: Tape, then: Tape) -> Tape:
    """The one tape up to a period, the other from it on."""
    parts = {
        field.name: np.concatenate([getattr(first, field.name)[:, :now], getattr(then, field.name)[:, now:]], axis=1)
        for field in fields(Tape)
    }
    return Tape(**parts)


def _played(pack: LevelPack, luck: Tape, turns: int) -> Run:
    plant = plant_of(pack)
    state = engine.opening(plant, 1)
    run = Run(plant, luck, state, History(plant, state.levels.copy()), 1)
    for _ in range(turns):
        run = play_turn(run)
    return run


def _same(first: State, second: State) -> bool:
    settings = all(np.array_equal(first.settings[name], second.settings[name]) for name in first.settings)
    names = [field.name for field in fields(State) if field.name != "settings"]
    return settings and all(np.array_equal(getattr(first, name), getattr(second, name)) for name in names)


def _futures(what: Known) -> Futures:
    return sample(what, COUNT)


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("seed", range(2, 8))
def test_tapes_that_are_equal_until_now_give_equal_futures(seed: int, turns: int) -> None:
    plant = plant_of(lucky())
    one, other = tape.make(plant, [1]), tape.make(plant, [seed])
    now = plant.clock.turn_starts[turns]
    first, second = (known(_played(lucky(), luck, turns)) for luck in (one, _from(now, one, other)))
    assert _same(first.state, second.state)
    assert (first.road, first.trouble) == (second.road, second.trouble)
    assert _same(_futures(first).state, _futures(second).state)
    assert _futures(first).tape.digest() == _futures(second).tape.digest()


def test_when_trucks_on_the_road_will_come_is_not_known() -> None:
    """Whatever the tape says of trucks that left on Friday and have not come by Monday, the knowledge is the same."""
    plant = plant_of(lucky())
    luck, monday = tape.make(plant, [1]), plant.clock.turn_starts[1]
    friday = slice(monday - 6, monday - 4)
    runs = []
    for days in (3, 7):
        transit = luck.transit.copy()
        transit[:, friday] = 2 * days
        runs.append(_played(lucky(), replace(luck, transit=transit), 1))
    first, second = (known(run) for run in runs)
    assert not np.array_equal(runs[0].state.arrivals, runs[1].state.arrivals)
    assert _same(first.state, second.state)
    assert first.road == second.road


def test_when_a_repair_ends_is_not_known() -> None:
    plant = plant_of(lucky())
    run = _played(lucky(), tape.make(plant, [1]), 1)
    for left in (1000, 70_000):
        state = run.state.copy()
        state.repair_left[:] = left
        assert known(replace(run, state=state)).state.repair_left.tolist() == [[1]]


def test_bad_units_in_stock_are_not_told_from_good_ones() -> None:
    plant = plant_of(lucky())
    run = _played(lucky(), tape.make(plant, [1]), 2)
    state = run.state.copy()
    state.bad[:] = state.lots // 2
    found = [_futures(known(replace(run, state=some))) for some in (run.state, state)]
    assert _same(found[0].state, found[1].state)
    assert found[0].state.bad.any()
    assert (found[0].state.bad <= found[0].state.lots).all()


def test_the_stock_is_what_the_records_say() -> None:
    """Three tubes fewer than recorded, or five more: nobody knows before somebody counts."""
    run = _played(lucky(), tape.make(plant_of(lucky()), [1]), 1)
    recorded = int(run.state.stock[0, 0])
    found = []
    for error in (-5, 0, 3):
        state = run.state.copy()
        state.record_error[0] = error
        state.stock[0] -= error
        state.lots[0, 0] -= error
        found.append(known(replace(run, state=state)).state)
    assert [int(state.stock[0, 0]) for state in found] == [recorded] * 3
    assert [int(state.lots[0].sum()) for state in found] == [recorded] * 3
    assert not any(state.record_error.any() for state in found)


def test_how_long_a_disruption_lasts_is_drawn_anew() -> None:
    """The road is closed from day 9 to 11: after day 7 that was announced, its end was not, and before nothing."""
    plant = plant_of(road_works())
    run = _played(road_works(), tape.make(plant, [1]), 1)
    assert known(run).trouble == ((0, 8, True),)
    active = _futures(known(run)).tape.active[0]
    assert not active[:8].any()
    assert active[8].all()
    lasts = active.sum(axis=0)
    assert len(set(lasts.tolist())) > 5
    assert known(start(road_works(), 1)).trouble == ()
    assert not _futures(known(start(road_works(), 1))).tape.active.any()


def test_loads_come_where_they_were_promised_and_none_is_lost() -> None:
    """Two days on the road: what left on Saturday and Sunday (days 5 and 6) is due on days 7 and 8."""
    run = _played(road_works(), tape.make(plant_of(road_works()), [1]), 1)
    found = known(run)
    assert {due.promised for due in found.road} == {7, 8}
    assert found.state.arrivals.sum() == run.state.arrivals.sum()
    assert np.array_equal(_futures(found).state.arrivals, np.repeat(found.state.arrivals, COUNT, axis=-1))


def test_a_step_of_demand_is_not_known_before_it_came() -> None:
    """4 a day, 8 from day 9 on: before day 9 it looks as if it were 4 for ever."""
    step = pack(level(demand={"pattern": "step", "units": 4, "then": 8, "day": 9}))
    plant = plant_of(step)
    assert set(tape.make(believed(plant, 7), [1]).demand.ravel().tolist()) == {4}
    assert set(tape.make(believed(plant, 8), [1]).demand[:, 8:].ravel().tolist()) == {8}
