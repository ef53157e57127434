"""Reference policies by hand: ten loaves a day, there the day after they were ordered, so 20 in the lead time."""

import pytest

from game.coach.batch import plant_of
from game.coach.policies import POLICIES
from game.coach.risk import risky, variability
from game.coach.sight import of_run
from game.levers import Decision
from game.run import play_turn, start
from tests.coach.small import Table, level, pack

KANBAN: Table = {"policy": "kanban", "cards": 9, "container": 8, "buffer": 0}
ALL = ["cards", "buffer", "order_up_to", "policy"]


def decided(name: str, turn: int = 0, **content: object) -> dict[str, object]:
    run = start(pack(level(levers=ALL, **content)), 1)  # type: ignore[arg-type]
    for _ in range(turn):
        run = play_turn(run)
    return {decision.lever: decision.value for decision in POLICIES[name](of_run(run))}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("do_nothing", {}),
        ("kanban_formula", {"cards": 4}),  # 20 * 1.25 = 25 units in containers of 8
        ("big_buffers", {"cards": 8, "buffer": 40}),  # 20 * 3 = 60 in the loop, 20 * 2 behind the fence
        ("bare_jit", {"cards": 3, "buffer": 0}),  # 20 units
        ("hybrid", {"cards": 4, "buffer": 0}),  # steady demand, a supplier that is on time
        ("forecast_push", {}),  # the loop gives no days of smoothing
    ],
)
def test_decisions_before_the_first_turn(name: str, expected: dict[str, object]) -> None:
    assert decided(name, loop=KANBAN) == expected
    assert decided(name, turn=1, loop=KANBAN) == {}


def test_other_loops_are_sized_in_units() -> None:
    assert decided("bare_jit") == {"order_up_to": 20, "buffer": 0}
    assert decided("hybrid") == {"order_up_to": 25, "buffer": 0}


def test_what_is_risky_gets_a_buffer_of_one_lead_time() -> None:
    """Late one time in five by two days: 0.4 days more of lead time, 24 units, three containers of 8."""
    late = {"on_time": 0.8, "late_by_days": 2}
    assert decided("hybrid", loop=KANBAN, offer=late)["buffer"] == 24
    varied = {"pattern": "normal", "mean": 10, "sd": 5}
    assert decided("hybrid", loop=KANBAN, demand=varied)["buffer"] == 24  # 20 units, a little more after rounding


def test_variability_is_that_of_the_demand() -> None:
    """Poisson with mean 25 varies by a fifth; a constant demand not at all."""
    assert variability(plant_of(pack(level(demand={"pattern": "poisson", "mean": 25}))), 0) == pytest.approx(
        0.2, abs=0.01
    )
    assert variability(plant_of(pack(level())), 0) == 0.0
    assert not risky(plant_of(pack(level())), 0)


def test_a_disruption_that_may_hit_makes_an_item_risky() -> None:
    strike = {"id": "strike", "name": "Strike", "kind": "supplier_outage", "supplier": "mill"}
    assert risky(plant_of(pack(level(disruption=[{**strike, "chance": {"start": 0.01, "mean_days": 3}}]))), 0)


def test_push_by_forecast_where_it_is_open() -> None:
    loop = {"cover_days": 2, "smoothing_days": 7}
    assert decided("forecast_push", loop=loop) == {"policy": "forecast"}


def test_what_is_out_of_reach_is_left_alone() -> None:
    run = start(pack(level(loop=KANBAN, levers=["buffer"])), 1)
    assert POLICIES["big_buffers"](of_run(run)) == (Decision("buffer", "loaf", 40),)
