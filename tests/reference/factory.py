"""Small factories for cases of flow and disruption: a level from its tables, played over many tapes."""

from game.engine import advance, opening
from game.history import History, Keep
from game.level import Level
from game.level.pack import LevelPack
from game.plant.build import build
from game.tape import make
from tests.reference.stock_point import Table


def play(content: Table, replications: int = 1, *, keep: Keep = "sums", drop_turns: int = 0) -> History:
    """The history of a level on standing settings without its first turns."""
    calendar = {"start": "2026-01-05", "run_out_days": 0, **content["calendar"]}
    frame = {"format": 1, "id": "case", "title": "Case", "kind": "factory", "money": {"opening_cash": 1_000_000_000}}
    level = Level.model_validate({**frame, **content, "calendar": calendar}, strict=False)
    plant = build(LevelPack(level, ""))
    tape, state = make(plant, range(1, replications + 1)), opening(plant, replications)
    history = History(plant, state.levels)
    for turn in range(plant.clock.turns):
        state, record = advance(plant, state, (), tape, turn, keep=keep)
        history = history.append(record) if turn >= drop_turns else history
    return history


def bought(name: str, stock: int, **terms: object) -> Table:
    """An item from the one supplier, a day away, with cards for twice the opening stock."""
    offer = {"supplier": "supplier", "price": 1, "lead_time_days": 1}
    loop = {"policy": "kanban", "cards": 100, "container": max(1, stock // 50)}
    return {"id": name, "name": name, "opening_stock": stock, "loop": loop, "offer": [offer], **terms}


SUPPLIER = {"supplier": [{"id": "supplier", "name": "Supplier"}]}


def constant(item: str, units: int, **terms: object) -> Table:
    """A customer who asks for the same every day and waits."""
    demand = {"pattern": "constant", "units": units}
    return {"id": f"of-{item}", "name": item, "item": item, "demand": demand, "waits": True, **terms}
