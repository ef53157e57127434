"""The smallest level: one item, one supplier, one customer, a day a period; tables may be replaced."""

from typing import Any

from game.level import Level
from game.level.pack import LevelPack

Table = dict[str, Any]


def level(
    demand: Table | None = None,
    item: Table | None = None,
    offer: Table | None = None,
    stream: Table | None = None,
    loop: Table | None = None,
    calendar: Table | None = None,
    **top: Any,
) -> Table:
    """Ten units a day, bought for 2 and sold for 5, delivered the next day, ordered up to 20."""
    offered = {"supplier": "mill", "price": 2.0, "lead_time_days": 1, "payment_days": 0, **(offer or {})}
    stocked = {"id": "loaf", "name": "Loaf", "opening_stock": 20, "offer": [offered], **(item or {})}
    stocked["loop"] = {"policy": "order_up_to", "order_up_to": 20, **(loop or {})}
    wanted = demand or {"pattern": "constant", "units": 10}
    sold = {"id": "town", "name": "Town", "item": "loaf", "price": 5.0, "demand": wanted, **(stream or {})}
    return {
        "format": 1,
        "id": "smallest",
        "title": "Smallest",
        "kind": "store",
        "calendar": {"start": "2026-01-05", "turns": 4, "days_per_turn": 7, "run_out_days": 0, **(calendar or {})},
        "money": {"opening_cash": 1_000_000},
        "supplier": [{"id": "mill", "name": "Mill"}],
        "item": [stocked],
        "stream": [sold],
        "levers": ["order_up_to"],
        **top,
    }


def pack(content: Table) -> LevelPack:
    """The level of a table."""
    return LevelPack(Level.model_validate(content, strict=False), "")
