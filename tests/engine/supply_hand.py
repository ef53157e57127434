"""Small supply levels played with luck set by hand, for tests whose arithmetic stands beside them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from game import levers, tape
from game.engine import advance, opening
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.levers import parse
from game.message import Message
from game.plant import Plant
from game.plant.build import build
from game.state import State

Table = dict[str, Any]
LATE_NEVER = 2**20 - 1


def offer(supplier: str = "s", **changes: Any) -> Table:
    return {"supplier": supplier, "price": 4.0, "lead_time_days": 2, **changes}


def item(name: str = "a", *offers: Table, **changes: Any) -> Table:
    loop = {"policy": "manual", **changes.pop("loop", {})}
    return {"id": name, "name": name, "loop": loop, "offer": list(offers or [offer()]), **changes}


def level(*items: Table, days: int = 6, turns: int = 1, **changes: Any) -> Plant:
    """Days of one period from a Monday; a customer of each item who waits."""
    suppliers = sorted({one["supplier"] for entry in items for one in entry["offer"]})
    table = {
        "format": 1,
        "id": "hand",
        "title": "By hand",
        "kind": "store",
        "calendar": {"start": "2026-03-02", "turns": turns, "days_per_turn": days, "run_out_days": 0},
        "money": {"opening_cash": 100_000.0},
        "supplier": [{"id": name, "name": name} for name in suppliers],
        "item": items,
        "stream": [
            {
                "id": f"of-{entry['id']}",
                "name": "x",
                "item": entry["id"],
                "waits": True,
                "demand": {"pattern": "constant"},
            }
            for entry in items
        ],
        **changes,
    }
    for stream in table["stream"]:
        stream["demand"]["units"] = 1
    return build(LevelPack(level=Level.model_validate_json(json.dumps(table)), text=""))


@dataclass
class Played:
    """A run of one replication."""

    plant: Plant
    history: History
    states: list[State]

    def flow(self, name: str, owner: int = 0) -> list[int]:
        return self.history.flow(name)[:, owner, 0].tolist()

    def posting(self, name: str, owner: int = 0) -> list[int]:
        return self.history.posting(name)[:, owner, 0].tolist()

    def level(self, name: str, owner: int = 0) -> list[int]:
        return self.history.level(name)[:, owner, 0].tolist()

    def query(self, key: str, value: Any, turn: int) -> Message | None:
        """Before a turn, whatever the level lets the player set."""
        state, decision = self.states[turn], parse(key, value)
        assert levers.refusal(self.plant, state.settings, decision) is None
        found = levers.query(self.plant, state.settings, decision, state=state)
        return None if found is not None and found.key == "refused.reach" else found

    def cost(self, key: str, value: Any, turn: int) -> int:
        return levers.cost(self.plant, self.states[turn], parse(key, value))


def play(
    plant: Plant, decisions: Mapping[int, Mapping[str, Any]] | None = None, demand: Sequence[int] | int = 0, **luck: Any
) -> Played:
    """Turns with decisions by turn; `demand` of the first stream by period, other luck as arrays of the tape."""
    drawn = tape.make(plant, [1])
    wanted = np.zeros_like(drawn.demand)
    wanted[0, :, 0] = demand
    arrays = {"late_bits": LATE_NEVER, **luck}
    quiet = {name: np.zeros_like(getattr(drawn, name)) + np.asarray(value) for name, value in arrays.items()}
    drawn = replace(drawn, demand=wanted, **quiet)
    states = [opening(plant)]
    history = History(plant, states[0].levels)
    for turn in range(plant.clock.turns):
        asked = [parse(key, value) for key, value in (decisions or {}).get(turn, {}).items()]
        state, record = advance(plant, states[-1], asked, drawn, turn)
        states.append(state)
        history = history.append(record)
    return Played(plant, history, states)
