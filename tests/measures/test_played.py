"""Figures of levels played through the engine, against arithmetic by hand."""

import json
from typing import Any

import numpy as np
import pytest

from game import engine, tape
from game.books import statements
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.levers import Decision
from game.measures import MEASURES, score
from game.plant import Plant
from game.plant.build import build

START = "2026-03-02"  # a Monday

SHOP: dict[str, Any] = {
    "format": 1,
    "id": "shop",
    "title": "Shop",
    "kind": "store",
    "calendar": {"start": START, "turns": 2, "days_per_turn": 2, "run_out_days": 1},
    "money": {"opening_cash": 100.0},
    "supplier": [{"id": "mill", "name": "Mill"}],
    "item": [
        {
            "id": "bread",
            "name": "Bread",
            "opening_stock": 10,
            "loop": {"policy": "order_up_to", "order_up_to": 20},
            "offer": [{"supplier": "mill", "price": 2.0, "lead_time_days": 1.0, "payment_days": 2.0}],
        }
    ],
    "stream": [
        {
            "id": "street",
            "name": "Street",
            "item": "bread",
            "price": 3.0,
            "demand": {"pattern": "constant", "units": 10},
        }
    ],
}


def play(
    level: dict[str, Any],
    decisions: tuple[tuple[Decision, ...], ...] = (),
    replications: int = 1,
    keep: Any = "periods",
) -> History:
    """A level played to the end; `decisions` by turn."""
    plant: Plant = build(LevelPack(level=Level.model_validate_json(json.dumps(level)), text=""))
    luck = tape.make(plant, range(replications))
    state = engine.opening(plant, replications)
    history = History(plant, state.levels.copy())
    for turn in range(plant.clock.turns):
        made = decisions[turn] if turn < len(decisions) else ()
        state, record = engine.advance(plant, state, made, luck, turn, keep=keep)
        history = history.append(record)
    return history


def test_a_shop_of_five_days() -> None:
    """10 loaves a day at 3.00, bought at 2.00; up to 20 are ordered each evening, there the next morning.

    Evening stock 0, 10, 10, 10, 10. Received 0, 20, 10, 10, 10 loaves, paid two days later: 40.00 on day 3 and
    20.00 on day 4, so that 0, 40, 60, 40, 40 are owed in the evenings.
    """
    history = play(SHOP)
    expected = {
        "cash": 10_000 + 5 * 3000 - 6000,
        "net_cash_flow": 5 * 3000 - 6000,
        "profit": 5 * 3000 - 5 * 2000,
        "settled_cash": 19_000 + 2000 - 4000,
        "fill_rate": 1.0,
        "on_time_in_full": 1.0,
        "stock_at_cost": 4 * 2000 / 5,
        "stock_turns": 10_000 * 365 / (1600 * 5),
        "days_of_stock": 1600 / 10_000 * 5,
        "days_of_receivables": 0.0,
        "days_of_payables": 3600 / 10_000 * 5,
        "cash_cycle": 0.8 + 0.0 - 1.8,
        "waste": 0.0,
        "lost_sales": 0.0,
    }
    found = {name: float(MEASURES[name].value(history)[0]) for name in expected}
    assert found == pytest.approx(expected)


def test_the_shop_that_orders_nothing_loses_four_days() -> None:
    """Only the 10 loaves of the start are sold; the other days' lines fail."""
    item = {**SHOP["item"][0], "loop": {"policy": "manual"}}
    history = play({**SHOP, "item": [item]})
    found = {name: float(MEASURES[name].value(history)[0]) for name in ("fill_rate", "on_time_in_full", "lost_sales")}
    assert found == {"fill_rate": 0.2, "on_time_in_full": 0.2, "lost_sales": 40}


def test_moving_average_of_unequal_prices() -> None:
    """FIN-08: 100 at 10 and 100 at 12, sell 150 for a cost of 1,650; 50 at 14, sell 60 for 750; 500 are left."""
    offers = [
        {"supplier": name, "price": price, "lead_time_days": 1.0} for name, price in (("dear", 12.0), ("last", 14.0))
    ]
    item = {"id": "part", "name": "Part", "opening_stock": 100, "value": 10.0, "offer": offers}
    streams = [
        {"id": day, "name": day, "item": "part", "demand": {"pattern": "constant", "units": units, "weekdays": [day]}}
        for day, units in (("tue", 150), ("wed", 60))
    ]
    level = {
        **SHOP,
        "calendar": {"start": START, "turns": 3, "days_per_turn": 1, "run_out_days": 0},
        "supplier": [{"id": "dear", "name": "Dear"}, {"id": "last", "name": "Last"}],
        "item": [{**item, "loop": {"policy": "manual", "quantity": 100}}],
        "stream": streams,
    }
    second = (Decision("quantity", "part", 50), Decision("shares", "part", {"dear": 0, "last": 100}))
    history = play(level, ((), second, (Decision("quantity", "part", 0),)))
    goods = [int(history.total_posting("goods_raw", slice(turn, turn + 1))[0, 0]) for turn in range(3)]
    assert goods == [0, 165_000, 75_000]
    assert history.closing("raw")[0, 0] == 50_000
    assert history.total_posting("goods_raw").sum() + 50_000 == 290_000


def test_an_insolvent_firm_has_no_star_and_its_missed_days_count() -> None:
    """Overhead of 90.00 a day paid on Monday, the first day, breaks a firm with 50.00: 10 of 50 loaves are sold."""
    money = {"opening_cash": 50.0, "overhead_per_day": 90.0, "pay_day": "mon", "credit_limit": 5.0}
    goal = {"measure": "fill_rate", "fail": 0.0, "bounds": [0.1, 0.2, 0.3]}
    history = play({**SHOP, "money": money, "goal": [goal]})
    assert MEASURES["fill_rate"].value(history)[0] == 0.2
    assert MEASURES["on_time_in_full"].value(history)[0] == 0.2
    found = score(history)
    assert found.goals[0].stars[0] == 2
    assert found.stars[0] == 0


FACTORY: dict[str, Any] = {
    **SHOP,
    "kind": "factory",
    "calendar": {"start": START, "turns": 4, "days_per_turn": 7, "open_days": ["mon", "tue", "wed", "thu", "fri"]},
    "money": {
        "opening_cash": 500.0, "credit_limit": 20_000.0, "credit_rate": 9.0, "loan": 1000.0, "loan_rate": 5.0,
        "storage_rate": 14.0, "overhead_per_day": 40.0, "fixed_assets": 9000.0, "depreciation_per_day": 3.0,
        "tax_rate": 25.0, "interest_days": 7,
    },
    "item": [
        {
            "id": "tube", "name": "Tube", "opening_stock": 80, "shelf_life_days": 9.0, "storage_cost": 0.01,
            "loop": {"policy": "kanban", "cards": 6, "container": 30, "buffer": 30},
            "offer": [
                {
                    "supplier": "mill", "price": 1.37, "lead_time_days": {"mean": 2.0, "cv": 0.5}, "defects": 0.05,
                    "order_cost": 4.0, "cost_per_trip": 9.0, "payment_days": 10.0,
                }
            ],
        },
        {
            "id": "frame", "name": "Frame", "opening_stock": 25, "holding_cost": 0.5, "backorder_cost": 1.0,
            "loop": {"policy": "kanban", "cards": 5, "container": 10},
            "make": {
                "station": "saw", "minutes": 9.0, "scrap": 0.1, "setup_cost": 5.0, "process_days": 1.0,
                "components": {"tube": 2},
            },
        },
    ],
    "station": [{"id": "saw", "name": "Saw", "wage_per_day": 90.0}],
    "stream": [
        {
            "id": "dealers", "name": "Dealers", "item": "frame", "price": 19.99, "payment_days": 12.0,
            "due_days": 1.0, "patience_days": 2.0, "late_penalty": 1.0, "lost_sale_cost": 2.0,
            "demand": {"pattern": "poisson", "mean": 18.0},
        }
    ],
    "goal": [
        {"measure": "fill_rate", "fail": 0.5, "bounds": [0.8, 0.9, 0.99]},
        {"measure": "settled_cash", "fail": 0.0, "bounds": [1000.0, 2000.0, 4000.0], "weight": 2.0},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def batch() -> History:
    """Four futures of the factory in one batch."""
    return play(FACTORY, replications=4)


def test_the_statements_of_a_factory_tie(batch: History) -> None:
    for replication in range(4):
        _, balance, cash = statements(batch, replication)
        rows = {key: amounts for key, _, amounts in balance.rows}
        assert rows["statement.total_assets"] == rows["statement.liabilities_and_equity"]
        direct, indirect = [amounts for key, _, amounts in cash.rows if key == "statement.cash_operations"]
        assert direct == indirect
        [closing] = [amounts for key, _, amounts in cash.rows if key == "statement.closing_cash"]
        assert closing[:-1] == rows["account.cash"][1:]


def test_the_balance_sheet_is_the_levels_that_the_engine_noted(batch: History) -> None:
    _, balance, _ = statements(batch, 2)
    for key, style, amounts in balance.rows:
        if style == "line" and key.startswith("account."):
            noted = [batch.opening(key[8:])] + [batch.closing(key[8:], turn) for turn in range(batch.turns)]
            assert list(amounts) == [abs(int(level[0, 2])) for level in noted]


def test_stock_in_the_books_is_the_value_of_the_items(batch: History) -> None:
    tube, frame = batch.level("value")[:, 0], batch.level("value")[:, 1]
    np.testing.assert_array_equal(batch.level("raw")[:, 0], tube)
    np.testing.assert_array_equal(batch.level("finished")[:, 0], frame)


@pytest.mark.parametrize("name", [name for name, measure in MEASURES.items() if not measure.by_period])
def test_sums_of_a_batch_give_the_figures_of_whole_histories(batch: History, name: str) -> None:
    sums = play(FACTORY, replications=4, keep="sums")
    np.testing.assert_array_equal(MEASURES[name].value(batch), MEASURES[name].value(sums))
    assert np.isfinite(MEASURES[name].value(batch)).all()


def test_profit_and_settled_cash_agree_with_equity(batch: History) -> None:
    """Equity = capital + profit; cash after settling = equity - fixed assets - stock beyond the cover."""
    capital = -batch.closing("capital")[0]
    equity = capital + MEASURES["profit"].value(batch)
    terms = MEASURES["settled_cash"].parts(batch).terms
    booked = sum(batch.closing(name)[0] for name in ("raw", "in_process", "finished"))
    unsold = booked - terms["stock"]
    expected = equity - batch.closing("fixed_assets")[0] - unsold
    np.testing.assert_array_equal(MEASURES["settled_cash"].value(batch), expected)


def test_scores_of_a_batch_lie_between_their_goals(batch: History) -> None:
    found = score(batch)
    fill, money = found.goals
    np.testing.assert_allclose(found.score, (fill.points + 2 * money.points) / 3)
    np.testing.assert_array_equal(found.stars, np.minimum(fill.stars, money.stars))
