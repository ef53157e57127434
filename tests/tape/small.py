"""A small level that uses every kind of luck, and its plant."""

import datetime
from typing import Any

from game.level import Level
from game.level.pack import LevelPack
from game.plant import Plant
from game.plant.build import build

DATES = ({"day": 2, "days": 1.5}, {"day": 9, "days": 0.2})
CHANCE = {"start": 0.1, "mean_days": 2.0}


def table(**changes: Any) -> dict[str, Any]:
    """The level; top-level keys may be replaced."""
    return {
        "format": 1,
        "id": "luck",
        "title": "Luck",
        "kind": "factory",
        "calendar": {"start": datetime.date(2026, 3, 2), "turns": 5, "periods_per_day": 2, "run_out_days": 3},
        "money": {"opening_cash": 100.0},
        "supplier": ({"id": "near", "name": "Near"}, {"id": "far", "name": "Far", "region": "east"}),
        "item": (
            {
                "id": "part",
                "name": "Part",
                "offer": (
                    {"supplier": "near", "price": 1.0, "lead_time_days": 1.5},
                    {
                        "supplier": "far",
                        "price": 0.5,
                        "lead_time_days": {"mean": 4.0, "cv": 0.5},
                        "on_time": 0.9,
                        "defects": 0.02,
                    },
                ),
            },
            {
                "id": "product",
                "name": "Product",
                "make": {"station": "line", "minutes": 2.0, "scrap": 0.05, "components": {"part": 1}},
            },
        ),
        "station": (
            {"id": "line", "name": "Line", "failure_every_minutes": 300.0, "repair_minutes": 45.001},
            {"id": "pack", "name": "Packing"},
        ),
        "stream": (
            stream("shop", pattern="poisson", mean=9.0),
            stream("plain", pattern="constant", units=5),
        ),
        "disruption": (
            trouble("strike", kind="regional_event", region="east", extra_days=2.0, closed=True, chance=CHANCE),
            trouble("stop", kind="machine_failure", station="line", at=DATES),
        ),
        **changes,
    }


def stream(name: str, day_profile: tuple[float, ...] = (), **demand: Any) -> dict[str, Any]:
    """A customer stream for the product."""
    return {"id": name, "name": name, "item": "product", "demand": demand, "day_profile": day_profile}


def trouble(name: str, **keys: Any) -> dict[str, Any]:
    """A disruption."""
    return {"id": name, "name": name, **keys}


def plant(data: dict[str, str] | None = None, **changes: Any) -> Plant:
    """The plant of the level, with changes."""
    return build(LevelPack(Level.model_validate(table(**changes)), "", data or {}))
