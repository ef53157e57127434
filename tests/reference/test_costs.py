"""Costs and lots: INV-01, 02, 05, 07, 09, 10, 11, 24, FIN-08, 10, 11 played, or worked out from what was drawn.

Continuous demand is met by a unit a day; a year has as many days as units are asked for in it.
"""

from math import erf, exp, pi, sqrt
from typing import Any

import numpy as np
import pytest

from game.coach.formulas import lead_days
from game.engine import opening
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.measures import MEASURES
from game.plant.build import build
from game.tape import make
from tests.engine.hand_played import flow, level, offer, play, posted
from tests.reference.stock_point import Table, a_period, simulate, stock_point

UNIT_A_DAY = {"demand": {"pattern": "constant", "units": 1}, "waits": True}


def lots(units: int, point: int, days: int, **offered: Any) -> History:
    """Orders of so many units at a point, whole cycles of turns of `days`; a unit is asked for every day."""
    pack = stock_point(
        loop={"policy": "reorder", "reorder_point": point, "order_quantity": units},
        offer={"lead_time_days": 1, **offered},
        stream=UNIT_A_DAY,
        item={"opening_stock": units},
        calendar={"turns": 6 * units // days, "days_per_turn": days},
    )
    return simulate(pack, 1, drop_turns=units // days)


def year_of(history: History, year: int, holding: float, shortage: float = 0.0) -> float:
    """8.00 an order, and what stock and customers who wait cost in a year."""
    lost = shortage * float(history.mean_level("backorders").mean())
    return 8 * year * a_period(history, "departures") + holding * float(history.mean_level("stock").mean()) + lost


def test_inv_01_economic_lot() -> None:
    """1,300 a year, .225 a unit and year: 304.0468 units cost 68.41053; smaller and larger lots cost more."""
    costs = {units: year_of(lots(units, 0, days), 1300, 0.225) for units, days in ((200, 50), (304, 76), (450, 90))}
    assert costs[304] == pytest.approx(68.41053, rel=0.01)
    assert costs[304] < min(costs[200], costs[450])


def test_inv_02_economic_lot_with_customers_who_wait() -> None:
    """5.00 a unit and year waited for: 310.8126 units, waiting in .0430622 of the time, cost 66.92136."""
    history = lots(310, -14, 62)
    assert year_of(history, 1300, 0.225, 5.0) == pytest.approx(66.92136, rel=0.01)
    assert float(history.total_flow("filled_at_once").sum() / history.total_flow("demand").sum()) == pytest.approx(
        1 - 0.0430622, abs=0.005
    )


def test_inv_05_price_breaks() -> None:
    """1,000 a year at 500, 475 from 200 and 450 from 500 on, stock at 20 % of its cost: 472,900 with lots of 500."""
    breaks = [{"from": 200, "price": 475}, {"from": 500, "price": 450}]
    history = lots(500, 0, 50, price=500, breaks=breaks)
    bought = float(history.total_posting("purchase").sum()) / 100 / float(history.total_flow("received").sum())
    assert bought == 450
    lots_a_year = 1000 * a_period(history, "departures")
    cost = 1000 * bought + 200 * lots_a_year + 0.2 * 450 * float(history.mean_level("stock").mean())
    assert cost == pytest.approx(472_900, rel=0.001)


def test_inv_07_wagner_whitin() -> None:
    """Demand 90, 120, 80, 70; 210 and 150 ordered the day before they are wanted: 2 * 500 + 2 * (120 + 70) = 1,380."""
    item = {
        "id": "a",
        "holding_cost": 2,
        "loop": {"policy": "manual"},
        "offer": [offer(lead_time_days=1, order_cost=500)],
    }
    plan = {0: {"a.quantity": 210}, 1: {"a.quantity": 0}, 2: {"a.quantity": 150}, 3: {"a.quantity": 0}}
    history = play(level([item]), [0, 90, 120, 80, 70], plan)
    assert sum(flow(history, "chain_cost")) + sum(posted(history, "order_cost")) == 138_000
    assert flow(history, "sold") == [0, 90, 120, 80, 70, 0]


def fresh(units: int, demand: Table) -> History:
    """Fresh goods every day: what is left in the evening is thrown away, who comes late goes elsewhere."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": units},
        offer={"lead_time_days": 1},
        stream={"demand": demand},
        item={"opening_stock": units, "shelf_life_days": 1},
        calendar={"turns": 20, "days_per_turn": 50},
    )
    return simulate(pack, 200, drop_turns=2)


def profit(units: float, price: float, cost: float, salvage: float, sd: float) -> float:
    """Margin of all demand less what is left and what is missed (Snyder and Shen 2019, Example 4.2)."""
    z = (units - 50) / sd
    missed = sd * (exp(-z * z / 2) / sqrt(2 * pi) - z * (1 - erf(z / sqrt(2))) / 2)
    return (price - cost) * 50 - (cost - salvage) * (units - 50 + missed) - (price - cost) * missed


NEWSVENDORS = [
    ("INV-09", 1, 0.3, 0.12, 8, 56.60395593, 33.00239481),
    ("INV-10", 7, 2.5, 1.5, 10, 59.08457869, 210.4768083),
]


@pytest.mark.parametrize(("case", "price", "cost", "salvage", "sd", "best", "expected"), NEWSVENDORS)
def test_inv_09_10_newsvendor_with_salvage(
    case: str, price: float, cost: float, salvage: float, sd: float, best: float, expected: float
) -> None:
    """The formula gives what was published; whole units played earn what the formula says, what expires being sold."""
    assert profit(best, price, cost, salvage, sd) == pytest.approx(expected, rel=1e-6)
    units = round(best)
    history = fresh(units, {"pattern": "normal", "mean": 50, "sd": sd})
    sold, received, expired = (a_period(history, name) for name in ("sold", "received", "expired"))
    played = price * sold - cost * received + salvage * expired
    assert played == pytest.approx(profit(units, price, cost, salvage, sd), rel=0.003), case


@pytest.mark.parametrize(
    ("mean", "units", "left", "missed", "cost"),
    [(50, 56, 0.18, 0.70, 1.797235212), (6, 8, 1, 4, 3.570106946), (6, 5, 1, 4, 6.590296025)],
)
def test_inv_11_newsvendor_poisson(mean: int, units: int, left: float, missed: float, cost: float) -> None:
    history = fresh(units, {"pattern": "poisson", "mean": mean})
    assert left * a_period(history, "expired") + missed * a_period(history, "lost") == pytest.approx(cost, rel=0.01)


def test_inv_24_demand_over_a_lead_time_that_varies() -> None:
    """Demand 50 and 10 a day, lead time 9 and 3 days: 450 and 152.97 over a lead time, as drawn."""
    pack = stock_point(
        loop={"policy": "order_up_to", "order_up_to": 700},
        offer={"lead_time_days": {"mean": 9, "cv": 1 / 3}},
        stream={"demand": {"pattern": "normal", "mean": 50, "sd": 10}},
        item={},
        calendar={"turns": 10, "days_per_turn": 50},
    )
    tape = make(build(pack), range(200))
    total = np.cumsum(tape.demand[0], axis=0)
    days, column = np.indices(total[:450].shape)
    over = total[np.minimum(days + tape.transit[0, :450], len(total) - 1), column] - total[:450]
    assert over.mean() == pytest.approx(450, rel=0.01)
    assert over.std() == pytest.approx(152.9706, rel=0.01)


def test_the_hints_lead_time_is_the_tables() -> None:
    """What the reorder point's hint takes: 9 days on the road, the daily truck and review."""
    table = level([{"id": "a", "loop": {"policy": "reorder"}, "offer": [offer(lead_time_days=9)]}])
    plant = build(LevelPack(level=Level.model_validate(table, strict=False), text=""))
    assert lead_days(plant, opening(plant).settings, 0) == 9 + 1


def test_fin_08_moving_average() -> None:
    """100 at 10, 100 at 12; 150 sold cost 1,650; 50 at 14; 60 sold cost 750; 500 is left."""
    offers = [offer(supplier=name, price=price, lead_time_days=1, share=share) for name, price, share in SELLERS]
    item = {"id": "a", "loop": {"policy": "manual"}, "offer": offers}
    suppliers = [{"id": name, "name": name} for name, _, _ in SELLERS]
    all_from = {name: {key: 100 * (key == name) for key, _, _ in SELLERS} for name, _, _ in SELLERS}
    plan: dict[int, dict[str, Any]] = {
        0: {"a.quantity": 100},
        1: {"a.shares": all_from["t"]},
        2: {"a.quantity": 0},
        3: {"a.quantity": 50, "a.shares": all_from["u"]},
        4: {"a.quantity": 0},
    }
    history = play(level([item], supplier=suppliers), [0, 0, 0, 150, 0, 60], plan)
    assert posted(history, "goods_raw") == [0, 0, 0, 165_000, 0, 75_000]
    assert int(history.closing("value")[0, 0]) == 50_000


SELLERS = (("s", 10, 100), ("t", 12, 0), ("u", 14, 0))


def test_fin_10_holding_a_unit_for_a_year() -> None:
    """Of 80.00: storage 4.00, insurance .80 paid; 5.60 obsolete, .40 lost written off; capital's 9.60 is not posted."""
    kept = [{"id": name, "opening_stock": 1000, "loop": {"policy": "manual"}, "offer": [offer(price=80)]}
            for name in "ab"]  # fmt: skip
    blow = {"name": "x", "at": [{"day": 366, "days": 1}], "share": 0.07}
    blows = [{**blow, "id": "old", "kind": "obsolescence", "items": ["a"]},
             {**blow, "id": "gone", "kind": "storage_loss", "items": ["b"], "share": 0.005}]  # fmt: skip
    money = {"opening_cash": 100_000, "storage_rate": 5, "insurance_rate": 1, "capital_rate": 12}
    calendar = {"start": "2026-01-05", "turns": 6, "days_per_turn": 61, "run_out_days": 0}
    history = play(level(kept, calendar=calendar, money=money, disruption=blows))
    paid = [sum(posted(history, kind)[:365]) for kind in ("storage", "insurance")]
    written_off = [sum(posted(history, "obsolete_raw")), sum(posted(history, "loss_raw", 1))]
    assert [cents / 100_000 for cents in (*paid, *written_off)] == pytest.approx([4.0, 0.8, 5.6, 0.4], rel=1e-5)
    terms = MEASURES["economic_profit"].parts(history, turns=slice(0, 1)).terms
    assert float(terms["rate"][0]) * 80 + 4.0 + 0.8 + 5.6 + 0.4 == pytest.approx(20.4)


@pytest.mark.parametrize(("made", "labour", "earned"), [(10_000, 6, 60_000), (15_000, 4, 80_000)])
def test_fin_11_making_more_than_is_sold_looks_like_profit(made: int, labour: int, earned: int) -> None:
    """10,000 sold at 20.00, 8.00 of material, 60,000 of wages in stock: 5,000 more made are 20,000 more profit."""
    raw = {
        "id": "raw",
        "opening_stock": 15_000,
        "loop": {"policy": "manual"},
        "offer": [offer(price=8)],
    }
    part = {"id": "part", "loop": {"policy": "manual", "quantity": made},
            "make": {"station": "shop", "minutes": 0, "labour": labour, "components": {"raw": 1}}}  # fmt: skip
    shop = {"id": "shop", "minutes_per_day": 480, "wage_per_day": 30_000}
    calendar = {"start": "2026-03-02", "turns": 2, "days_per_turn": 1, "run_out_days": 0}
    stream = {"id": "d", "name": "d", "item": "part", "price": 20, "demand": {"pattern": "constant", "units": 0}}
    table = level([raw, part], [shop], calendar=calendar, stream=[stream])
    history = play(table, [0, 10_000], {1: {"part.quantity": 0}})
    assert float(MEASURES["profit"].value(history)[0]) == earned * 100
