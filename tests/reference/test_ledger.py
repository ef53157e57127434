"""FIN-01: twelve weeks of a small firm, every day's balance sheet to the cent (numbers of `ledger.csv`).

How its rules are said in ours:
- a turn is a day, so that weekly purchases (Mondays), the one early payment and the rest can be decided day by day;
- purchases come half a day after they are ordered; the express delivery of week 7 is a second offer, its truck 600;
- making, selling and the write-off fall into the first half of a day, so that both halves store the closing stock;
- labour is absorbed into stock at 15 a unit and paid as wages; the fixed 1,400 of every Friday are a lease;
- ten units destroyed on day 40 are a storage loss; the tenth of week 3's invoice that is never paid is a project in
  transition on day 64, the day on which it falls due; the principal of day 56 is the fixed part of the loan.
"""

import csv
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game import run
from game.books import Statement, statements
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.levers import Decision
from game.run import Run

DAYS, WEEK, FRIDAY = 84, 7, 4
LEVEL: dict[str, Any] = {
    "format": 1,
    "id": "ledger",
    "title": "Ledger",
    "kind": "factory",
    "calendar": {
        "start": "2026-03-02", "turns": DAYS, "days_per_turn": 1, "periods_per_day": 2, "run_out_days": 0,
        "open_days": ["mon", "tue", "wed", "thu", "fri"],
    },
    "money": {
        "opening_cash": 60_000.0, "loan": 73_000.0, "loan_rate": 6.0, "principal": 3_650.0, "principal_days": 56,
        "fixed_assets": 109_500.0, "depreciation_per_day": 60.0, "tax_rate": 25.0,
    },
    "supplier": [{"id": "usual", "name": "Usual"}, {"id": "express", "name": "Express"}],
    "item": [
        {
            "id": "part", "name": "Part", "opening_stock": 200, "loop": {"policy": "manual", "container": 100},
            "offer": [
                {
                    "supplier": "usual", "price": 40.0, "share": 100, "lead_time_days": 0.5, "payment_days": 30.0,
                    "discount": 0.02, "discount_days": 10.0,
                },
                {
                    "supplier": "express", "price": 40.0, "share": 0, "lead_time_days": 0.5, "payment_days": 30.0,
                    "cost_per_trip": 600.0,
                },
            ],
        },
        {
            "id": "good", "name": "Good", "opening_stock": 100, "opening_orders": [20, 0], "signal_delay_days": 0.5,
            "storage_cost": 0.05, "loop": {"policy": "manual", "quantity": 20},
            "make": {"station": "shop", "minutes": 12.0, "labour": 15.0, "components": {"part": 1}},
        },
    ],
    "station": [{"id": "shop", "name": "Shop", "minutes_per_day": 480.0, "wage_per_day": 300.0}],
    "lease": [{"id": "hall", "name": "Hall", "cost": 1_400.0}],
    "stream": [
        {
            "id": "shops", "name": "Shops", "item": "good", "price": 90.0, "payment_days": 45.0, "day_profile": [1, 0],
            "demand": {"pattern": "history", "file": "sales.csv", "item": "good"},
        },
    ],
    "disruption": [
        {
            "id": "water", "name": "Water", "kind": "storage_loss", "at": [{"day": 40, "days": 1}], "items": ["good"],
            "share": 0.076924,
        },
    ],
    "project": [
        {"id": "dispute", "name": "Dispute", "days": 1.0, "transition": [{"parameter": "bad_debt", "add": 0.1}]},
    ],
    "levers": ["quantity", "shares", "pay_early", "project"],
}  # fmt: skip


@cache
def played() -> Run:
    """The twelve weeks."""
    return run.replay(LevelPack(Level.model_validate_json(json.dumps(LEVEL)), "", {"sales.csv": _sales()}), 1, _plan())


def _sales() -> str:
    """95 units on every Friday."""
    first = date.fromisoformat(LEVEL["calendar"]["start"]).toordinal()
    dates = [date.fromordinal(first + day) for day in range(DAYS)]
    rows = [f"{day},good,{95 if day.weekday() == FRIDAY else 0}" for day in dates]
    return "\n".join(["date,item,units", *rows, ""])


def _plan() -> list[list[Decision]]:
    """A hundred parts on Mondays, none in week 6, two hundred in week 7; week 2's invoice is paid early."""
    days: list[list[Decision]] = [[] for _ in range(DAYS)]
    for week in range(DAYS // WEEK):
        monday = WEEK * week
        days[monday].append(Decision("quantity", "part", {5: 0, 6: 200}.get(week, 100)))
        days[monday + 1].append(Decision("quantity", "part", 0))
    days[WEEK].append(Decision("pay_early", "part/usual", 1))
    days[WEEK + 1].append(Decision("pay_early", "part/usual", 0))
    days[6 * WEEK].append(Decision("shares", "part", {"usual": 50, "express": 50}))
    days[6 * WEEK + 1].append(Decision("shares", "part", {"usual": 100, "express": 0}))
    days[63].append(Decision("project", "dispute", 1))
    return days


def expected() -> list[dict[str, int]]:
    """The 84 rows, cents and units."""
    with (Path(__file__).parent / "ledger.csv").open(encoding="utf-8") as file:
        return [{name: int(value) for name, value in row.items()} for row in csv.DictReader(file)]


ACCOUNTS = {
    "cash": "cash", "ar": "receivables", "rm": "raw", "fg": "finished", "ppe_net": "fixed_assets", "ap": "payables",
    "wages": "wages_payable", "int_pay": "accrued_interest", "tax": "tax_payable", "loan": "loan", "sales": "revenue",
    "cogs": "cost_of_goods",
}  # fmt: skip
OWED = ("ap", "wages", "int_pay", "tax", "loan")


def day_of(history: History, day: int) -> dict[str, int]:
    """Our books after a day, in the ledger's words."""
    row = {name: abs(int(history.closing(account, day - 1)[0, 0])) for name, account in ACCOUNTS.items()}
    row["assets"] = sum(row[name] for name in ("cash", "ar", "rm", "fg", "ppe_net"))
    row["equity"] = row["assets"] - sum(row[name] for name in OWED)
    row["net_income"] = row["equity"] - 11_000_000
    row["rm_u"], row["fg_u"] = (int(units) for units in history.closing("stock", day - 1)[:, 0])
    return {"day": day, **row}


@pytest.mark.parametrize("day", range(1, DAYS + 1))
def test_every_day_to_the_cent(day: int) -> None:
    assert day_of(played().history, day) == expected()[day - 1]


def test_income_statement_of_the_twelve_weeks() -> None:
    income = statements(played().history)[0]
    total = {key: amounts[-1] for key, style, amounts in income.rows if style != "head"}
    assert total["account.revenue"] == 10_260_000
    assert total["account.cost_of_goods"] == -6_270_000
    assert total["statement.gross_margin"] == 3_990_000
    assert total["account.freight"] == -60_000
    assert total["account.storage"] == -64_200
    assert total["account.leases"] == -1_680_000
    assert total["account.depreciation"] == -504_000
    assert total["account.losses"] == -55_000
    assert total["account.bad_debt"] == -85_500
    assert total["account.discounts"] == 8_000
    assert "account.wages" not in total
    assert total["statement.operating_profit"] == 1_549_300
    assert total["account.interest"] == -99_120
    assert total["statement.profit_before_tax"] == 1_450_180
    assert total["account.tax"] == -362_545
    assert total["statement.net_profit"] == 1_087_635


def test_cash_flow_of_the_twelve_weeks() -> None:
    cash = statements(played().history)[2]
    assert amounts_of(cash, "statement.cash_operations") == [-2_705_820, -2_705_820]
    assert amounts_of(cash, "statement.financing") == [-365_000]
    assert amounts_of(cash, "statement.closing_cash") == [2_929_180]


def test_statements_by_day() -> None:
    income, balance, cash = statements(played().history, by_day=True)
    rows = expected()
    assert income.columns == (*[str(day) for day in range(1, DAYS + 1)], "total")
    assert len(balance.columns) == len(cash.columns) == DAYS + 1
    (owned,) = [amounts for key, _, amounts in balance.rows if key == "statement.total_assets"]
    assert list(owned[1:]) == [row["assets"] for row in rows]
    (closing,) = [amounts for key, _, amounts in cash.rows if key == "statement.closing_cash"]
    assert list(closing[:-1]) == [row["cash"] for row in rows]
    (earned,) = [amounts for key, _, amounts in income.rows if key == "statement.net_profit"]
    assert [sum(earned[: day + 1]) for day in range(DAYS)] == [row["net_income"] for row in rows]


def amounts_of(statement: Statement, key: str) -> list[int]:
    """The last amount of each line of that name."""
    return [amounts[-1] for name, _, amounts in statement.rows if name == key]
