"""Small levels played by hand: demand and luck are given, so that every figure can be worked out on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from game.engine import advance, opening
from game.history import History
from game.level import Level
from game.level.pack import LevelPack
from game.levers import parse
from game.plant.build import build
from game.tape import make

Table = dict[str, Any]
Plan = Mapping[int, Mapping[str, Any]]


def level(items: list[Table], stations: Sequence[Table] = (), **changes: Any) -> Table:
    """Six days of one period from a Monday, in turns of a day; customers ask for the last item and wait for ever."""
    demand = {"pattern": "constant", "units": 0}
    return {
        "format": 1,
        "id": "hand",
        "title": "By hand",
        "kind": "factory",
        "calendar": {"start": "2026-03-02", "turns": 6, "days_per_turn": 1, "run_out_days": 0},
        "money": {"opening_cash": 100_000},
        "supplier": [{"id": "s", "name": "s"}],
        "item": [{"name": item["id"], **item} for item in items],
        "station": [{"name": station["id"], **station} for station in stations],
        "stream": [{"id": "d", "name": "d", "item": items[-1]["id"], "demand": demand, "waits": True}],
        **changes,
    }


def offer(**changes: Any) -> Table:
    """A supplier at 1.00, two days away."""
    return {"supplier": "s", "price": 1, "lead_time_days": 2, **changes}


def play(table: Table, demand: Sequence[int] = (), plan: Plan | None = None, **luck: Any) -> History:
    """Play a level; `demand` by period, `plan` settings by turn from 0, `luck` rows of the tape by name."""
    plant = build(LevelPack(level=Level.model_validate(table, strict=False), text=""))
    tape = make(plant, [1])
    if demand:
        wanted = np.zeros_like(tape.demand)
        wanted[0, : len(demand), 0] = demand
        tape = replace(tape, demand=wanted)
    for name, values in luck.items():
        bits = np.zeros(getattr(tape, name).shape, dtype=np.int64)
        bits[..., 0] = values
        tape = replace(tape, **{name: bits})
    state = opening(plant)
    history = History(plant, state.levels.copy())
    for turn in range(plant.clock.turns):
        decided = [parse(key, value) for key, value in (plan or {}).get(turn, {}).items()]
        state, record = advance(plant, state, decided, tape, turn)
        history = history.append(record)
    return history


def flow(history: History, name: str, owner: int = 0) -> list[int]:
    """A flow of one owner by period."""
    return [int(units) for units in history.flow(name)[:, owner, 0]]


def posted(history: History, name: str, owner: int = 0) -> list[int]:
    """Cents posted of a kind for one owner by period."""
    return [int(cents) for cents in history.posting(name)[:, owner, 0]]


def level_of(history: History, name: str, owner: int = 0) -> list[int]:
    """A level of one owner after each period."""
    return [int(units) for units in history.level(name)[:, owner, 0]]
