"""A finite rate of making (INV-03), suppliers who fail (DIS-01, 03), early payment (FIN-06, 07)."""

from typing import Any

import numpy as np
import pytest

from game.level import Disruption
from tests.engine.hand_played import level, offer, play, posted
from tests.reference.factory import play as run
from tests.reference.stock_point import Table, a_period, cost_a_period, simulate, stock_point


def test_inv_03_lots_made_at_a_finite_rate() -> None:
    """1,300 asked for and 1,700 made a year, lots of 627: cost 33.18398, never more than 147.48 in stock."""
    made = {"station": "mill", "minutes": 1300, "components": {}}
    loop = {"policy": "reorder", "reorder_point": 0, "order_quantity": 627}
    content: Table = {
        "calendar": {"turns": 66, "days_per_turn": 57},
        "item": [{"id": "flour", "name": "Flour", "opening_stock": 1, "loop": loop, "make": made}],
        "station": [{"id": "mill", "name": "Mill", "minutes_per_day": 1700}],
        "stream": [{"id": "all", "name": "All", "item": "flour", "waits": True, "demand": UNIT_A_DAY}],
    }
    history = run(content, keep="periods", drop_turns=11)
    orders = float((history.flow("ordered")[:, 0, 0] > 0).mean())
    cost = 8 * 1300 * orders + 0.225 * float(history.level("stock").mean())
    assert cost == pytest.approx(33.18398, rel=0.01)
    assert int(history.level("stock").max()) == pytest.approx(147.4844, abs=2)


UNIT_A_DAY = {"pattern": "constant", "units": 1}


def fails(start: float, days: float) -> list[Table]:
    return [{"id": "strike", "name": "Strike", "kind": "supplier_outage", "supplier": "supplier",
             "chance": {"start": start, "mean_days": days}}]  # fmt: skip


def test_dis_01_lots_from_a_supplier_who_fails() -> None:
    """1.5 outages a year of 1/14 year, lots of 773, 5.00 a unit lost: 173.95 a year of 1,300 days."""
    content: Table = {
        "calendar": {"turns": 60, "days_per_turn": 91},
        "supplier": [{"id": "supplier", "name": "Supplier"}],
        "item": [{"id": "a", "name": "A", "opening_stock": 773,
                  "loop": {"policy": "reorder", "reorder_point": 1, "order_quantity": 773},
                  "offer": [{"supplier": "supplier", "price": 0.01, "lead_time_days": 1}]}],
        "stream": [{"id": "all", "name": "All", "item": "a", "demand": UNIT_A_DAY}],
        "disruption": fails(1.5 / 1300, 1300 / 14),
    }  # fmt: skip
    history = run(content, 300, drop_turns=10)
    years = 50 * 91 / 1300
    lost, ordered = (history.total_flow(name).sum(axis=0) / years for name in ("lost", "departures"))
    cost = 8 * ordered + 0.225 * history.mean_level("stock")[0] + 5 * lost
    error = float(cost.std(ddof=1) / np.sqrt(len(cost)))
    assert float(cost.mean()) == pytest.approx(173.95, abs=max(1.7, 3 * error))


@pytest.mark.parametrize(("stock", "cost"), [(80, 27.37069)])
def test_dis_03_base_stock_against_a_supplier_who_fails(stock: int, cost: float) -> None:
    """Hundredths of the case: 20 a period, down with .04, up again with .25; .25 a unit left, 3.00 a unit owed."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": stock},
        offer={"lead_time_days": 1},
        stream={"demand": {"pattern": "constant", "units": 20}, "waits": True},
        item={"opening_stock": stock, "holding_cost": 0.25, "backorder_cost": 3},
        calendar={"turns": 22, "days_per_turn": 50},
    )
    level_ = pack.level.model_copy(update={"disruption": _strikes()})
    history = simulate(type(pack)(level_, ""), 400, drop_turns=2)
    assert cost_a_period(history) == pytest.approx(cost, rel=0.02)
    assert a_period(history, "sold") == pytest.approx(20, rel=0.01)


def _strikes() -> tuple[Any, ...]:
    return tuple(Disruption.model_validate(one, strict=False) for one in fails(0.04, 4))


@pytest.mark.parametrize(
    ("case", "share", "early", "late", "rate"),
    [("FIN-06", 0.02, 10, 30, 0.3724489796), ("FIN-07", 0.03, 15, 60, 0.2508591065)],
)
def test_fin_06_07_what_paying_late_costs(case: str, share: float, early: int, late: int, rate: float) -> None:
    """A unit of 10,000.00 received on day 2, paid early and late: discount / paid * 365 / days between, a year."""
    terms = {"price": 10_000, "lead_time_days": 1, "payment_days": late, "discount": share, "discount_days": early}
    calendar = {"start": "2026-03-02", "turns": 70, "days_per_turn": 1, "run_out_days": 0}
    part = {"id": "a", "loop": {"policy": "manual", "quantity": 1}}
    found = []
    for soon in (False, True):
        table = level([{**part, "offer": [offer(**terms, pay_early=soon)]}], calendar=calendar)
        history = play(table, plan={1: {"a.quantity": 0}})
        paid = np.array(posted(history, "supplier_payment"))
        found.append((int(np.flatnonzero(paid)[0]), int(paid.sum()), sum(posted(history, "discount_taken"))))
    (day_late, full, _), (day_early, paid_early, kept) = found
    assert (day_early, day_late, full) == (1 + early, 1 + late, 1_000_000), case
    assert kept / paid_early * 365 / (day_late - day_early) == pytest.approx(rate, rel=1e-6)
    assert (1 + kept / paid_early) ** (365 / (late - early)) - 1 == pytest.approx(
        {0.02: 0.4458529, 0.03: 0.2802534}[share]
    )
