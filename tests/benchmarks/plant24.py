"""A plant of 24 items, 6 stations, 10 suppliers and 8 customers, two periods a day, for the benchmarks.

It is six cells of two parts, a subassembly and a product; `cells` makes it smaller or larger.
"""

from typing import Any

from game.level import Level
from game.level.pack import LevelPack

Table = dict[str, Any]
CELLS = 6
WORKDAYS = ["mon", "tue", "wed", "thu", "fri"]


def plant24(turns: int = 30, cells: int = CELLS) -> LevelPack:
    """Parts, subassemblies and products; every part from one or two suppliers, every station two items."""
    subs, products = ([_made(k, kind, cells) for k in range(cells)] for kind in ("sub", "product"))
    content = {
        "format": 1,
        "id": f"plant-{4 * cells}",
        "title": f"Plant of {4 * cells}",
        "kind": "factory",
        "calendar": {"start": "2026-01-05", "turns": turns, "periods_per_day": 2, "open_days": WORKDAYS},
        "money": {"opening_cash": 400_000, "credit_limit": 200_000, "credit_rate": 9.0, "storage_rate": 15.0},
        "supplier": [{"id": f"s{k}", "name": f"Supplier {k}", "region": f"r{k % 3}"} for k in range(10)],
        "item": [_part(k) for k in range(2 * cells)] + subs + products,
        "station": [_station(k) for k in range(2 * _stations(cells))],
        "stream": [_stream(k, cells) for k in range(cells + cells // 3)],
        "disruption": [_port(), _outage()],
    }
    return LevelPack(Level.model_validate(content, strict=False), "")


def _stations(cells: int) -> int:
    """Stations for the subassemblies of so many cells, and as many for their products."""
    return (cells + 1) // 2


def _part(k: int) -> Table:
    near = {"supplier": f"s{k % 10}", "price": 4 + k, "lead_time_days": {"mean": 3, "cv": 0.2}, "on_time": 0.95}
    far = {"supplier": f"s{(k + 3) % 10}", "price": 3 + k, "lead_time_days": 9, "defects": 0.004, "minimum_order": 40}
    offers = [{**near, "share": 70}, {**far, "share": 30}] if k % 3 == 0 else [near]
    return {
        "id": f"part{k}",
        "name": f"Part {k}",
        "opening_stock": 200,
        "loop": {"policy": "kanban", "cards": 16, "container": 20, "buffer": 20 * (k % 2)},
        "offer": offers,
    }


def _made(k: int, kind: str, cells: int) -> Table:
    own, more = {f"part{2 * k}": 1, f"part{2 * k + 1}": 2}, {f"sub{k}": 1, f"part{5 * k % (2 * cells)}": 1}
    parts, station = (own, k // 2) if kind == "sub" else (more, k // 2 + _stations(cells))
    make = {"station": f"w{station}", "minutes": 10, "setup_minutes": 20, "lot": 2, "scrap": 0.01, "components": parts}
    loop = {"policy": "kanban", "cards": 8, "container": 10}
    return {"id": f"{kind}{k}", "name": f"{kind} {k}", "opening_stock": 50, "loop": loop, "make": make}


def _station(k: int) -> Table:
    failing = {"failure_every_minutes": 3000, "repair_minutes": 90}
    return {"id": f"w{k}", "name": f"Station {k}", "minutes_per_day": 520, "wage_per_day": 300, **failing}


def _stream(k: int, cells: int) -> Table:
    demand = {"pattern": "poisson", "mean": 14 if k < cells else 5, "weekdays": WORKDAYS}
    terms = {"price": 150, "payment_days": 30, "due_days": 2, "patience_days": 5, "late_penalty": 5}
    return {"id": f"d{k}", "name": f"Customer {k}", "item": f"product{k % cells}", "demand": demand, **terms}


def _port() -> Table:
    when = {"at": [{"day": 40, "days": 12}]}
    return {"id": "port", "name": "Port", "kind": "regional_event", "region": "r0", "closed": True, **when}


def _outage() -> Table:
    chance = {"start": 0.01, "mean_days": 3}
    return {"id": "out", "name": "Outage", "kind": "supplier_outage", "supplier": "s4", "chance": chance}
