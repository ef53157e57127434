"""Little's law on whatever is played (FL-08), cards and throughput (FL-03), a queue at a station (FL-16), INV-32."""

from typing import Any

import numpy as np
import pytest

from game.measures import MEASURES
from tests.engine.hand_played import flow, level, level_of, offer, play
from tests.engine.playing import played
from tests.reference.factory import play as run
from tests.reference.stock_point import cost_a_period, mean, simulate, stock_point

SERVICE = 16
"""Periods of one unit at the station of FL-16, two days of eight."""


@pytest.mark.parametrize("seed", range(40))
def test_fl_08_what_is_under_way_is_what_came_in_less_what_went_out(seed: int) -> None:
    """In every random game, for every made or fetched item: its level changes by units in less units out."""
    history = played(2000 + seed).history
    plant, alive = history.plant, history.level("insolvent")[:, 0, 0] == 0
    for item, sources in enumerate(plant.sources_of):
        if not plant.bought(item):
            out = (history.flow("made") + history.flow("moved_in"))[:, item, 0]
            level = history.level("under_way")[:, item, 0]
            change = np.diff(level, prepend=history.opening("under_way")[item, 0])
            assert (change == history.flow("begun")[:, sources[0], 0] - out)[alive].all()


def test_fl_08_little_on_a_run_that_empties() -> None:
    """Twenty orders of customers who wait: mean waiting = units a day * mean days, each unit followed by hand."""
    item = {"id": "a", "opening_stock": 3, "loop": {"policy": "order_up_to", "order_up_to": 3}, "offer": [offer()]}
    calendar = {"start": "2026-03-02", "turns": 20, "days_per_turn": 1, "run_out_days": 0}
    history = play(level([item], calendar=calendar), [5, 0, 2, 9, 1, 0, 0, 3] + [0] * 12)
    came, left = (np.repeat(np.arange(20), flow(history, name)) for name in ("demand", "delivered"))
    assert level_of(history, "waiting")[-1] == 0
    assert len(came) == len(left) == 20
    days_of_each = float((left - came).mean())
    assert float(np.mean(level_of(history, "waiting"))) == pytest.approx(20 / 20 * days_of_each, rel=1e-9)
    assert MEASURES["order_lead_time"].value(history)[0] == pytest.approx(days_of_each, rel=1e-9)


@pytest.mark.parametrize(("cards", "units"), [(1, 4.0), (2, 8.0), (3, 10.0), (4, 10.0)])
def test_fl_03_cards_and_throughput(cards: int, units: float) -> None:
    """Throughput = min(D, N * C / L): 10 a period, a loop of 5. A card of 20 that comes back by units is 20 of one."""
    pack = stock_point(
        loop={"policy": "kanban", "cards": 20 * cards},
        offer={"lead_time_days": 5},
        stream={"demand": {"pattern": "constant", "units": 10}},
        item={"opening_stock": 20 * cards},
        calendar={"turns": 20, "days_per_turn": 5},
    )
    history = simulate(pack, 1, drop_turns=4)
    assert float(history.total_flow("sold").sum()) / 80 == units


def test_fl_16_poisson_orders_before_a_steady_station() -> None:
    """M/D/1 with load .8: 2.4 units in the system, 3 units of time each. Orders come 16 periods' work apart at .8."""
    part = {
        "id": "part",
        "name": "Part",
        "loop": {"policy": "order_up_to", "order_up_to": 0},
        "make": {"station": "machine", "minutes": 60.0 * SERVICE},
    }
    demand = {"pattern": "poisson", "mean": 0.8 * 8 / SERVICE}
    content: dict[str, Any] = {
        "calendar": {"turns": 20, "days_per_turn": 50, "periods_per_day": 8},
        "item": [part],
        "station": [{"id": "machine", "name": "Machine", "minutes_per_day": 480}],
        "stream": [{"id": "orders", "name": "Orders", "item": "part", "demand": demand, "waits": True}],
    }
    history = run(content, 200, drop_turns=4)
    waiting = mean(history, "waiting")
    assert waiting == pytest.approx(2.4, rel=0.03)
    assert float(history.total_flow("running").sum()) / 200 / (16 * 50 * 480_000) == pytest.approx(0.8, rel=0.01)


def test_inv_32_no_base_stock_beats_the_best_of_all_policies() -> None:
    """Lost sales, Poisson 5, lead time 1 (ordered first: 2 here), 9 a unit lost: 5.4382 is the least there can be."""
    for units in (11, 13, 15):
        pack = stock_point(
            loop={"policy": "order_up_to", "order_up_to": units},
            offer={"lead_time_days": 2},
            stream={"demand": {"pattern": "poisson", "mean": 5}},
            item={"opening_stock": units, "holding_cost": 1},
            calendar={"turns": 20, "days_per_turn": 50},
        )
        history = simulate(pack, 60, drop_turns=2)
        assert cost_a_period(history) + 9 * float(history.total_flow("lost").mean()) / 900 > 5.4382
