"""Random small levels and decisions: every rule is met by some of them, and they are small enough to read.

`random_case(rng)` gives a pack with plays of it; `cases()` is the same as a hypothesis strategy.
Levels are written as tables, the way an author would, and parsed strictly.
"""

import json
from dataclasses import dataclass
from random import Random

import tomlkit
from hypothesis import strategies as st

from game.level import WEEKDAYS, Level
from game.level.pack import LevelPack
from tests.oracle.facts import Facts
from tests.oracle.level_chance import Table, maybe, often
from tests.oracle.level_decisions import Decisions, random_decisions
from tests.oracle.level_market import SALES, random_disruptions, random_stream, sales
from tests.oracle.level_market_terms import add_demand_terms
from tests.oracle.level_money_terms import add_money_terms
from tests.oracle.level_supply import random_item, random_station
from tests.oracle.level_terms import add_production_terms, add_supply_terms

THEMES = (add_supply_terms, add_production_terms, add_demand_terms, add_money_terms)
"""What levels may have beyond the plain network."""


def random_level(rng: Random) -> LevelPack:
    """A level of one to five items: valid in form, whether or not it makes sense."""
    count = rng.choice([1, 2, 3, 3, 4, 5])
    suppliers = [f"s{k}" for k in range(rng.choice([1, 2, 3, 3]))]
    stations = [f"w{k}" for k in range(rng.randint(1, 2))]
    items: list[Table] = []
    for k in range(count):
        items.append(random_item(rng, f"i{k}", [item["id"] for item in items], suppliers, stations))
    if maybe(rng, 0.3):
        rng.shuffle(items)
    used = {item["make"]["station"] for item in items if "make" in item}
    calendar = _calendar(rng)
    per_day = calendar["periods_per_day"]
    streams = [
        random_stream(rng, f"d{k}", rng.choice([*items, items[-1]])["id"], per_day) for k in range(rng.randint(1, 3))
    ]
    table: Table = {
        "format": 1,
        "id": "small",
        "title": "Small",
        "kind": "factory",
        "calendar": calendar,
        "money": _money(rng),
        "supplier": [{"id": s, "name": s, "region": rng.choice(["home", "far"])} for s in suppliers],
        "item": items,
        "station": [random_station(rng, name) for name in stations if name in used],
        "stream": streams,
    }
    table["disruption"] = random_disruptions(rng, table)
    for add_terms in THEMES:
        if maybe(rng, 0.5):
            add_terms(rng, table)
    return pack_of(table)


def pack_of(table: Table, data: dict[str, str] | None = None) -> LevelPack:
    """A level from tables, strictly parsed; with the sales history that random levels use."""
    level = Level.model_validate_json(json.dumps(table))
    written = {**table, "calendar": {**table["calendar"], "start": level.calendar.start}}
    return LevelPack(level, tomlkit.dumps(written), {SALES: sales()} if data is None else data)


def _calendar(rng: Random) -> Table:
    per_day = rng.choice([1, 1, 1, 2, 4])
    table: Table = {
        "start": f"2026-03-{rng.randint(1, 28):02d}",
        "turns": rng.randint(2, 4),
        "days_per_turn": rng.choice([3, 5, 7, 7, 9]) if per_day < 4 else rng.randint(1, 4),
        "periods_per_day": per_day,
    }
    if maybe(rng, 0.4):
        days = sorted(rng.sample(range(7), rng.choice([3, 5, 5, 6])))
        table["open_days"] = [WEEKDAYS[day] for day in days]
    often(rng, table, 0.5, "run_out_days", [0, 1, 3, 8])
    if maybe(rng, 0.03):
        table |= {"turns": 1, "days_per_turn": 80, "periods_per_day": 1}
    return table


def _money(rng: Random) -> Table:
    table: Table = {"opening_cash": rng.choice([0, 5_000, 50_000, 500_000])}
    often(rng, table, 0.9, "credit_limit", [200, 9_000, 1_000_000, 1_000_000])
    often(rng, table, 0.6, "credit_rate", [9, 12.5, 80])
    often(rng, table, 0.3, "loan", [1_000, 33_333.33])
    often(rng, table, 0.4, "loan_rate", [4, 7.25])
    often(rng, table, 0.6, "storage_rate", [14, 300])
    often(rng, table, 0.4, "overhead_per_day", [3, 40.55])
    often(rng, table, 0.4, "pay_day", list(WEEKDAYS))
    often(rng, table, 0.5, "interest_days", [1, 3, 7])
    often(rng, table, 0.4, "tax_rate", [25, 30.5])
    often(rng, table, 0.4, "fixed_assets", [10, 5_000])
    often(rng, table, 0.6, "depreciation_per_day", [1.37, 7])
    return table


@dataclass(frozen=True)
class Case:
    """A level and some plays of it: for each the decisions of its turns and a seed for its luck."""

    pack: LevelPack
    decisions: list[list[Decisions]]
    seeds: list[int]


def random_case(rng: Random) -> Case:
    """A level played by two."""
    pack = random_level(rng)
    facts = Facts(pack)
    return Case(pack, [random_decisions(rng, facts) for _ in range(2)], [rng.randrange(10**6) for _ in range(2)])


def cases() -> st.SearchStrategy[Case]:
    """The same for hypothesis."""
    return st.randoms(use_true_random=False).map(random_case)
