"""The Beer Game as a level: four stock points, order slips of 1 + 1 weeks, shipping of 2, a factory of 3."""

from game.level import Level
from game.level.pack import LevelPack

STAGES = ("retailer", "wholesaler", "distributor", "factory")


def beer_game(demand: dict[str, object], quantity: int = 4) -> LevelPack:
    """A day is a week; every stage orders `quantity` by hand until its policy changes."""
    items = [_stage(place, quantity) for place in range(len(STAGES))]
    content = {
        "format": 1,
        "id": "beer-game-reference",
        "title": "Beer Game",
        "kind": "factory",
        "calendar": {"start": "2026-01-05", "turns": 36, "days_per_turn": 1, "run_out_days": 0},
        "money": {"opening_cash": 1_000_000},
        "supplier": [{"id": "brewery", "name": "Brewery"}],
        "item": items,
        "stream": [{"id": "drinkers", "name": "Drinkers", "item": "retailer", "demand": demand, "waits": True}],
    }
    return LevelPack(Level.model_validate(content, strict=False), "")


def _stage(place: int, quantity: int) -> dict[str, object]:
    factory = STAGES[place] == "factory"
    source: dict[str, object] = (
        {"offer": [{"supplier": "brewery", "price": 1.0, "lead_time_days": 3}]}
        if factory
        else {"transfer": {"from": STAGES[place + 1], "days": 2}}
    )
    return {
        "id": STAGES[place],
        "name": STAGES[place].title(),
        "opening_stock": 12,
        "opening_orders": [4, 4, 4] if factory else [4, 4, 4, 4],
        "signal_delay_days": 0 if factory else 1,
        "holding_cost": 0.5,
        "backorder_cost": 1.0,
        "loop": {"policy": "manual", "quantity": quantity, "order_up_to": 0},
        **source,
    }
