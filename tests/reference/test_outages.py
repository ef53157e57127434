"""Supply that fails: DIS-06 (two states), DIS-12 (time to survive), DIS-13 (a supplier who misses one in ten)."""

import pytest

from game.plant.build import build
from game.tape import make
from tests.reference.factory import SUPPLIER, bought, constant, play
from tests.reference.stock_point import Table, stock_point


def test_dis_06_availability_and_lengths() -> None:
    """Start .04 and end .25 a day: up .8621, outages of 4 days, .0345 in their first day and .0194 in their third."""
    pack = stock_point(
        loop={},
        offer={"lead_time_days": 1},
        stream={"demand": {"pattern": "constant", "units": 0}},
        item={},
        calendar={"turns": 100, "days_per_turn": 50},
    )
    outage = _outage(chance={"start": 0.04, "mean_days": 4})
    level = pack.level.model_validate({**pack.level.model_dump(by_alias=True), "disruption": [outage]}, strict=False)
    down = make(build(type(pack)(level, "")), range(1, 201)).active[0][500:]
    first = down[1:] & ~down[:-1]
    third = down[3:] & down[2:-1] & down[1:-2] & ~down[:-3]
    assert 1 - float(down.mean()) == pytest.approx(0.8620689655, abs=0.002)
    assert float(first.mean()) == pytest.approx(0.03448275862, rel=0.01)
    assert float(third.mean()) == pytest.approx(0.01939655172, rel=0.02)
    assert float(down.sum() / first.sum()) == pytest.approx(4.0, rel=0.01)


def test_dis_12_time_to_survive() -> None:
    """900 in stock and 300 on the road last 15 days at 80 a day; goods come again on day 19: 3 days, 240 units lost.

    The supplier is out for 17 days, so that what leaves on day 18 arrives on day 19.
    """
    content = {
        "calendar": {"turns": 30, "days_per_turn": 1},
        **SUPPLIER,
        "item": [bought("part", 900, opening_orders=[300], loop={"policy": "kanban", "cards": 1200})],
        "stream": [constant("part", 80, waits=False)],
        "disruption": [_outage(at=[{"day": 1, "days": 17}])],
    }
    lost = play(content, keep="periods").flow("lost")[:, 0, 0].tolist()
    assert lost[:15] == [0] * 15
    assert lost[15:18] == [80] * 3
    assert sum(lost) == 240


def test_dis_13_a_supplier_who_misses_one_day_in_ten() -> None:
    """d = 10, h = 1, p = 19: the best base stock is 20 and costs 11.11."""
    costs = {level: _bernoulli(level) for level in (10, 20, 30)}
    assert costs[20] == pytest.approx(11.11111111, rel=0.02)
    assert costs[20] < min(costs[10], costs[30])


def _bernoulli(level: int) -> float:
    item = bought("part", level, holding_cost=1, backorder_cost=19)
    content = {
        "calendar": {"turns": 20, "days_per_turn": 50},
        **SUPPLIER,
        "item": [{**item, "loop": {"policy": "order_up_to", "order_up_to": level}}],
        "stream": [constant("part", 10)],
        "disruption": [_outage(chance={"start": 0.1, "mean_days": 1 / 0.9})],
    }
    history = play(content, 300, drop_turns=2)
    return float(history.total_flow("chain_cost").mean()) / 100 / (18 * 50)


def _outage(**when: object) -> Table:
    return {"id": "out", "name": "Outage", "kind": "supplier_outage", "supplier": "supplier", **when}
