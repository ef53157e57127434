"""INV-30: Clark and Scarf's serial system of three stock points, in hundredths of a unit."""

from game.level import Level
from game.level.pack import LevelPack

TRANSIT = 30.0
"""Cost of what is on its way between stock points a period: 5 units each at 2 and 4, which the level moves at once."""


def serial(periods: int) -> LevelPack:
    """Stages 3 (outside supply, lead time 2), 2 and 1 (transfers of 0); demand N(5, 1) a day, holding 2, 4, 7."""
    stages = [_stage("3", 2.0, 0.0), _stage("2", 4.0, 0.0, "3"), _stage("1", 7.0, 37.12, "2")]
    content = {
        "format": 1,
        "id": "serial",
        "title": "Serial",
        "kind": "factory",
        "calendar": {"start": "2026-01-05", "turns": periods // 10, "days_per_turn": 10, "run_out_days": 0},
        "money": {"opening_cash": 100_000_000},
        "supplier": [{"id": "mine", "name": "Mine"}],
        "item": stages,
        "stream": [
            {
                "id": "market",
                "name": "Market",
                "item": "s1",
                "waits": True,
                "demand": {"pattern": "normal", "mean": 500, "sd": 100},
            }
        ],
        "levers": ["order_up_to"],
    }
    return LevelPack(Level.model_validate(content, strict=False), "")


def _stage(number: str, holding: float, backorder: float, upstream: str = "") -> dict[str, object]:
    source: dict[str, object] = (
        {"transfer": {"from": f"s{upstream}", "days": 0}}
        if upstream
        else {"offer": [{"supplier": "mine", "price": 0.01, "lead_time_days": 2}]}
    )
    return {
        "id": f"s{number}",
        "name": f"Stage {number}",
        "opening_stock": 600,
        "holding_cost": holding,
        "backorder_cost": backorder,
        "loop": {"policy": "order_up_to", "order_up_to": 600},
        **source,
    }
