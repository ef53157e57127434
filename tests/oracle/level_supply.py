"""Random items with their sources and loops, and stations."""

from random import Random

from game.level import WEEKDAYS
from tests.oracle.level_chance import Table, maybe, often

POLICIES = ("kanban", "reorder", "min_max", "order_up_to", "manual")


def random_item(rng: Random, name: str, before: list[str], suppliers: list[str], stations: list[str]) -> Table:
    table: Table = {"id": name, "name": name, "loop": _loop(rng)}
    often(rng, table, 0.8, "opening_stock", [4, 10, 25, 60, 150])
    if maybe(rng, 0.3):
        table["opening_orders"] = [rng.randint(0, 9) for _ in range(rng.randint(1, 4))]
    often(rng, table, 0.2, "shelf_life_days", [0, 1, 2, 3, 7])
    often(rng, table, 0.3, "signal_delay_days", [0.5, 1, 2])
    often(rng, table, 0.2, "value", [0.01, 2.5, 17])
    often(rng, table, 0.1, "resale", [1])
    often(rng, table, 0.2, "storage_rate", [0, 77])
    often(rng, table, 0.2, "buffer_storage_rate", [500])
    often(rng, table, 0.2, "storage_cost", [0.01, 0.25])
    often(rng, table, 0.3, "holding_cost", [0.5, 1])
    often(rng, table, 0.3, "backorder_cost", [1, 2.25])
    source = (
        rng.choice(["offer", "make", "make", "make", "transfer"]) if before else rng.choice(["offer"] * 4 + ["make"])
    )
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
    often(rng, table, 0.9, "cards", [0, 1, 3, 6, 15])
    if maybe(rng, 0.35):
        table["buffer"] = container * rng.randint(1, 4)
        often(rng, table, 0.4, "release_per_day", [1, 2])
        often(rng, table, 0.4, "release_cost", [3.5])
        often(rng, table, 0.4, "refill_per_turn", [1, 2])
    often(rng, table, 0.8, "reorder_point", [-2, 0, 9, 20, 50])
    often(rng, table, 0.8, "order_quantity", [1, 4, 10, 25])
    often(rng, table, 0.8, "order_up_to", [0, 10, 30, 90])
    often(rng, table, 0.8, "quantity", [3, 20, 60])
    often(rng, table, 0.3, "review_days", [1, 2, 3, 7])
    return table


def _offers(rng: Random, suppliers: list[str]) -> list[Table]:
    chosen = rng.sample(suppliers, min(len(suppliers), rng.choice([1, 2, 2, 3])))
    offers = [_offer(rng, supplier) for supplier in chosen]
    if maybe(rng, 0.7):
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
    if maybe(rng, 0.4):
        table["lead_time_days"] = {"mean": rng.choice([0.5, 1.5, 3]), "cv": rng.choice([0, 0.3, 1])}
    often(rng, table, 0.2, "per", [10, 7])
    often(rng, table, 0.4, "on_time", [0.5, 0.9, 0])
    often(rng, table, 0.4, "late_by_days", [0, 1, 1.5])
    often(rng, table, 0.3, "may_overtake", [True])
    often(rng, table, 0.4, "departures", [_departures(rng)])
    often(rng, table, 0.3, "capacity_per_day", [1, 5, 13])
    often(rng, table, 0.4, "minimum_order", [5, 12, 40])
    often(rng, table, 0.3, "order_cost", [4.5])
    often(rng, table, 0.4, "cost_per_trip", [20, 0.99])
    often(rng, table, 0.3, "truck_capacity", [4, 30])
    often(rng, table, 0.25, "defects", [0.05, 0.3, 1])
    often(rng, table, 0.7, "payment_days", [0, 0.5, 2, 5])
    return table


def _departures(rng: Random) -> Table:
    if maybe(rng, 0.5):
        return {"every_days": rng.choice([0.5, 1, 2, 3, 7])}
    table: Table = {"weekdays": rng.sample(WEEKDAYS, rng.randint(1, 3))}
    often(rng, table, 0.3, "periods", [[0]])
    return table


def _make(rng: Random, before: list[str], stations: list[str]) -> Table:
    table: Table = {"station": rng.choice(stations), "minutes": rng.choice([0, 0.5, 3, 10.125, 25])}
    parts = rng.sample(before, min(len(before), rng.choice([0, 1, 1, 1, 2, 2, 3])))
    table["components"] = {part: rng.choice([1, 1, 2, 3]) for part in parts}
    often(rng, table, 0.5, "setup_minutes", [1, 12.5, 60])
    often(rng, table, 0.4, "setup_cost", [5])
    often(rng, table, 0.3, "lot", [2, 3])
    often(rng, table, 0.4, "scrap", [0.02, 0.25, 0.8])
    often(rng, table, 0.4, "process_days", [0.5, 1, 2])
    return table


def random_station(rng: Random, name: str) -> Table:
    table: Table = {"id": name, "name": name, "minutes_per_day": rng.choice([0, 31, 100, 480, 480, 480])}
    if maybe(rng, 0.5):
        table["failure_every_minutes"] = rng.choice([1, 5, 60, 600])
        table["repair_minutes"] = rng.choice([0, 15, 200])
    often(rng, table, 0.5, "wage_per_day", [25, 101.01])
    return table
