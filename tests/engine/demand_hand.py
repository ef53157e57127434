"""A shop with one item and one customer who can be given any terms, for tests whose arithmetic stands beside them."""

import json
from typing import Any

from game.level import Level
from game.level.pack import LevelPack
from game.plant import Plant
from game.plant.build import build
from tests.engine.supply_hand import Played, play

__all__ = ["Played", "play", "shop", "trouble"]

Table = dict[str, Any]


def shop(
    days: int = 6,
    turns: int = 1,
    item: Table | None = None,
    stream: Table | None = None,
    offer: Table | None = None,
    streams: list[Table] | None = None,
    **changes: Any,
) -> Plant:
    """Days of one period from a Monday; units cost 4.00 and sell for 10.00, ten a day on average."""
    sold = {
        "id": "bread",
        "name": "Bread",
        "loop": {"policy": "manual"},
        "offer": [{"supplier": "mill", "price": 4.0, "lead_time_days": 1, "payment_days": 0, **(offer or {})}],
        **(item or {}),
    }
    guests = {
        "id": "guests",
        "name": "Guests",
        "item": "bread",
        "price": 10.0,
        "demand": {"pattern": "constant", "units": 10},
        **(stream or {}),
    }
    table = {
        "format": 1,
        "id": "shop",
        "title": "Shop",
        "kind": "store",
        "calendar": {"start": "2026-03-02", "turns": turns, "days_per_turn": days, "run_out_days": 0},
        "money": {"opening_cash": 100_000.0},
        "supplier": [{"id": "mill", "name": "Mill"}],
        "item": [sold],
        "stream": streams or [guests],
        **changes,
    }
    return build(LevelPack(level=Level.model_validate_json(json.dumps(table)), text=""))


def trouble(kind: str, *days: tuple[int, int], **keys: Any) -> Table:
    """A disruption at fixed dates: (first day, days), counted from 1."""
    dates = [{"day": day, "days": lasts} for day, lasts in days]
    return {"id": kind.replace("_", "-"), "name": kind, "kind": kind, "at": dates, **keys}
