"""Random small levels and decisions: every rule is met by some of them, and they are small enough to read.

`random_level(rng)` gives a pack, `random_decisions(rng, pack)` the decisions of each turn; `cases()` is the same
as a hypothesis strategy. Levels are written as tables, the way an author would, and parsed strictly.
"""

import json
from random import Random
from typing import Any

import tomlkit
from hypothesis import strategies as st

from game.level import WEEKDAYS, Level
from game.level.pack import LevelPack
from game.levers import Decision
from tests.oracle.facts import Facts

Table = dict[str, Any]
POLICIES = ("kanban", "reorder", "min_max", "order_up_to", "manual")
SALES = "data/sales.csv"


def random_level(rng: Random) -> LevelPack:
    """A valid level of one to five items."""
    count = rng.randint(1, 5)
    suppliers = [f"s{k}" for k in range(rng.randint(1, 3))]
    stations = [f"w{k}" for k in range(rng.randint(1, 2))]
    items: list[Table] = []
    for k in range(count):
        items.append(_item(rng, f"i{k}", [item["id"] for item in items], suppliers, stations))
    if _maybe(rng, 0.3):
        rng.shuffle(items)
    used = {item["make"]["station"] for item in items if "make" in item}
    streams = [_stream(rng, f"d{k}", rng.choice(items)["id"]) for k in range(rng.randint(1, 3))]
    table: Table = {
        "format": 1,
        "id": "small",
        "title": "Small",
        "kind": "factory",
        "calendar": _calendar(rng),
        "money": _money(rng),
        "supplier": [{"id": s, "name": s, "region": rng.choice(["home", "far"])} for s in suppliers],
        "item": items,
        "station": [_station(rng, name) for name in stations if name in used],
        "stream": streams,
    }
    table["disruption"] = _disruptions(rng, table)
    return pack_of(table)


def pack_of(table: Table, data: dict[str, str] | None = None) -> LevelPack:
    """A level from tables, strictly parsed; with the sales history that random levels use."""
    level = Level.model_validate_json(json.dumps(table))
    return LevelPack(level, tomlkit.dumps(table), {SALES: _sales()} if data is None else data)


def _maybe(rng: Random, chance: float) -> bool:
    return rng.random() < chance


def _often(rng: Random, table: Table, chance: float, key: str, values: list[Any]) -> None:
    """Set a key now and then, so that defaults are met too."""
    if _maybe(rng, chance):
        table[key] = rng.choice(values)


def _calendar(rng: Random) -> Table:
    per_day = rng.choice([1, 1, 1, 2, 4])
    table: Table = {
        "start": f"2026-03-{rng.randint(1, 28):02d}",
        "turns": rng.randint(1, 4),
        "days_per_turn": rng.choice([1, 3, 5, 7, 7]) if per_day < 4 else rng.randint(1, 4),
        "periods_per_day": per_day,
    }
    if _maybe(rng, 0.4):
        days = sorted(rng.sample(range(7), rng.choice([3, 5, 5, 6])))
        table["open_days"] = [WEEKDAYS[day] for day in days]
    _often(rng, table, 0.5, "run_out_days", [0, 1, 3, 8])
    return table


def _money(rng: Random) -> Table:
    table: Table = {"opening_cash": rng.choice([0, 50, 2_000, 20_000])}
    _often(rng, table, 0.7, "credit_limit", [0, 100, 5_000, 100_000])
    _often(rng, table, 0.6, "credit_rate", [9, 12.5, 80])
    _often(rng, table, 0.3, "loan", [1_000, 33_333.33])
    _often(rng, table, 0.4, "loan_rate", [4, 7.25])
    _often(rng, table, 0.6, "storage_rate", [14, 300])
    _often(rng, table, 0.4, "overhead_per_day", [3, 40.55])
    _often(rng, table, 0.4, "pay_day", list(WEEKDAYS))
    _often(rng, table, 0.5, "interest_days", [1, 3, 7])
    _often(rng, table, 0.4, "tax_rate", [25, 30.5])
    _often(rng, table, 0.4, "fixed_assets", [10, 5_000])
    _often(rng, table, 0.6, "depreciation_per_day", [1.37, 7])
    return table


def _item(rng: Random, name: str, before: list[str], suppliers: list[str], stations: list[str]) -> Table:
    table: Table = {"id": name, "name": name, "loop": _loop(rng)}
    _often(rng, table, 0.7, "opening_stock", [0, 4, 10, 25, 60])
    if _maybe(rng, 0.3):
        table["opening_orders"] = [rng.randint(0, 9) for _ in range(rng.randint(1, 4))]
    _often(rng, table, 0.2, "shelf_life_days", [0, 1, 2, 3, 7])
    _often(rng, table, 0.3, "signal_delay_days", [0.5, 1, 2])
    _often(rng, table, 0.2, "value", [0.01, 2.5, 17])
    _often(rng, table, 0.1, "resale", [1])
    _often(rng, table, 0.2, "storage_rate", [0, 77])
    _often(rng, table, 0.2, "buffer_storage_rate", [500])
    _often(rng, table, 0.2, "storage_cost", [0.01, 0.25])
    _often(rng, table, 0.3, "holding_cost", [0.5, 1])
    _often(rng, table, 0.3, "backorder_cost", [1, 2.25])
    source = rng.choice(["offer", "make", "make", "transfer"]) if before else rng.choice(["offer"] * 4 + ["make"])
    if source == "offer":
        table["offer"] = _offers(rng, suppliers)
    elif source == "make":
        table["make"] = _make(rng, before, stations)
    else:
        table["transfer"] = {"from": rng.choice(before), "days": rng.choice([0, 0.5, 1, 2])}
    return table


def _loop(rng: Random) -> Table:
    container = rng.choice([1, 2, 3, 5, 10])
    table: Table = {"policy": rng.choice([*POLICIES, "kanban"]), "container": container}
    _often(rng, table, 0.9, "cards", [0, 1, 2, 4, 8])
    if _maybe(rng, 0.35):
        table["buffer"] = container * rng.randint(1, 4)
        _often(rng, table, 0.4, "release_per_day", [1, 2])
        _often(rng, table, 0.4, "release_cost", [3.5])
        _often(rng, table, 0.4, "refill_per_turn", [1, 2])
    _often(rng, table, 0.8, "reorder_point", [-2, 0, 5, 12, 30])
    _often(rng, table, 0.8, "order_quantity", [1, 4, 10, 25])
    _often(rng, table, 0.8, "order_up_to", [0, 10, 20, 45])
    _often(rng, table, 0.8, "quantity", [3, 20])
    _often(rng, table, 0.3, "review_days", [1, 2, 3, 7])
    return table


def _offers(rng: Random, suppliers: list[str]) -> list[Table]:
    chosen = rng.sample(suppliers, rng.randint(1, len(suppliers)))
    offers = [_offer(rng, supplier) for supplier in chosen]
    if _maybe(rng, 0.7):
        for offer, share in zip(offers, random_shares(rng, len(offers)), strict=True):
            offer["share"] = share
    return offers


def random_shares(rng: Random, count: int) -> list[int]:
    """Percent each, 0 or at least 10, 100 together."""
    shares = rng.choice([[100, 0, 0], [60, 40, 0], [50, 30, 20], [34, 33, 33], [10, 90, 0]])[:count]
    shares[0] += 100 - sum(shares)
    rng.shuffle(shares)
    return shares


def _offer(rng: Random, supplier: str) -> Table:
    lead = rng.choice([0, 0.5, 1, 2, 3.5])
    table: Table = {"supplier": supplier, "price": rng.choice([0.07, 1, 3.33, 12.5]), "lead_time_days": lead}
    if _maybe(rng, 0.4):
        table["lead_time_days"] = {"mean": rng.choice([0.5, 1.5, 3]), "cv": rng.choice([0, 0.3, 1])}
    _often(rng, table, 0.2, "per", [10, 7])
    _often(rng, table, 0.4, "on_time", [0.5, 0.9, 0])
    _often(rng, table, 0.4, "late_by_days", [0, 1, 1.5])
    _often(rng, table, 0.3, "may_overtake", [True])
    _often(rng, table, 0.4, "departures", [_departures(rng)])
    _often(rng, table, 0.3, "capacity_per_day", [1, 5, 13])
    _often(rng, table, 0.4, "minimum_order", [5, 12, 40])
    _often(rng, table, 0.3, "order_cost", [4.5])
    _often(rng, table, 0.4, "cost_per_trip", [20, 0.99])
    _often(rng, table, 0.3, "truck_capacity", [4, 30])
    _often(rng, table, 0.25, "defects", [0.05, 0.3, 1])
    _often(rng, table, 0.7, "payment_days", [0, 0.5, 2, 5])
    return table


def _departures(rng: Random) -> Table:
    if _maybe(rng, 0.5):
        return {"every_days": rng.choice([0.5, 1, 2, 3, 7])}
    table: Table = {"weekdays": rng.sample(WEEKDAYS, rng.randint(1, 3))}
    _often(rng, table, 0.3, "periods", [[0]])
    return table


def _make(rng: Random, before: list[str], stations: list[str]) -> Table:
    table: Table = {"station": rng.choice(stations), "minutes": rng.choice([0, 0.5, 3, 10.125, 40])}
    parts = rng.sample(before, rng.randint(0, min(3, len(before))))
    table["components"] = {part: rng.choice([1, 1, 2, 3]) for part in parts}
    _often(rng, table, 0.5, "setup_minutes", [1, 12.5, 60])
    _often(rng, table, 0.4, "setup_cost", [5])
    _often(rng, table, 0.3, "lot", [2, 3])
    _often(rng, table, 0.4, "scrap", [0.02, 0.25, 0.8])
    _often(rng, table, 0.4, "process_days", [0.5, 1, 2])
    return table


def _station(rng: Random, name: str) -> Table:
    table: Table = {"id": name, "name": name, "minutes_per_day": rng.choice([0, 31, 100, 480])}
    if _maybe(rng, 0.4):
        table["failure_every_minutes"] = rng.choice([5, 20, 100, 600])
        table["repair_minutes"] = rng.choice([0, 15, 200])
    _often(rng, table, 0.5, "wage_per_day", [25, 101.01])
    return table


def _stream(rng: Random, name: str, item: str) -> Table:
    table: Table = {"id": name, "name": name, "item": item, "demand": _demand(rng)}
    _often(rng, table, 0.8, "price", [5, 9.99, 30])
    _often(rng, table, 0.5, "payment_days", [0.5, 1, 4])
    _often(rng, table, 0.4, "due_days", [0.5, 1, 2])
    _often(rng, table, 0.4, "patience_days", [0.5, 1, 3])
    _often(rng, table, 0.3, "waits", [True])
    _often(rng, table, 0.3, "late_penalty", [0.75])
    _often(rng, table, 0.3, "lost_sale_cost", [1.1])
    _often(rng, table, 0.4, "priority", [1, 2])
    return table


def _demand(rng: Random) -> Table:
    return rng.choice([{"pattern": "constant", "mean": rng.randint(0, 12)}])


def _disruptions(rng: Random, table: Table) -> list[Table]:
    return []


def _sales() -> str:
    lines = ["date,item,units"]
    for day in range(1, 29):
        lines += [f"2025-02-{day:02d},bread,{(7 * day) % 11}", f"2025-02-{day:02d},cake,{day % 5}"]
    return "\n".join(lines) + "\n"


def random_decisions(rng: Random, pack: LevelPack) -> list[tuple[Decision, ...]]:
    """What a restless player decides, turn by turn."""
    facts = Facts(pack)
    containers = [item.loop.container for item in facts.items]
    return [_of_turn(rng, facts, containers) for _ in range(pack.level.calendar.turns)]


def _of_turn(rng: Random, facts: Facts, containers: list[int]) -> tuple[Decision, ...]:
    return tuple(_decision(rng, facts, containers) for _ in range(rng.choice([0, 0, 1, 2, 4])))


def _decision(rng: Random, facts: Facts, containers: list[int]) -> Decision:
    i = rng.randrange(len(facts.items))
    item = facts.items[i]
    levers = ["policy", "cards", "container", "buffer", "reorder_point", "order_quantity", "order_up_to", "quantity"]
    trips = [offer.supplier for offer in item.offer if not offer.departures.weekdays]
    levers += ["lot"] if item.make else []
    levers += ["shares"] if len(item.offer) > 1 else []
    levers += ["trip_every"] if trips else []
    lever = rng.choice(levers)
    if lever == "trip_every":
        return Decision(lever, f"{item.id}/{rng.choice(trips)}", rng.randint(1, 6))
    if lever == "shares":
        suppliers = [offer.supplier for offer in item.offer]
        return Decision(lever, item.id, dict(zip(suppliers, random_shares(rng, len(suppliers)), strict=True)))
    if lever == "policy":
        return Decision(lever, item.id, rng.choice(POLICIES))
    if lever == "container":
        containers[i] = rng.choice([1, 2, 4, 7])
        return Decision(lever, item.id, containers[i])
    if lever == "buffer":
        return Decision(lever, item.id, containers[i] * rng.randint(0, 4))
    lowest = {"reorder_point": -3, "order_quantity": 1, "lot": 1}.get(lever, 0)
    highest = {"cards": 12, "lot": 4}.get(lever, 40)
    return Decision(lever, item.id, rng.randint(lowest, highest))


Case = tuple[LevelPack, list[tuple[Decision, ...]], int]


def random_case(rng: Random) -> Case:
    """A level, decisions, and a seed for its luck."""
    pack = random_level(rng)
    return pack, random_decisions(rng, pack), rng.randrange(10**6)


def cases() -> st.SearchStrategy[Case]:
    """The same for hypothesis."""
    return st.randoms(use_true_random=False).map(random_case)
