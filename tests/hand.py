"""Histories written by hand: a small plant, and a pen that notes flows, postings and levels period by period.

Account balances follow from the postings, so a test states what happened and asks for figures.
"""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from game.history import History, Record
from game.kinds import ACCOUNTS, POSTINGS
from game.level import Level
from game.level.pack import LevelPack
from game.plant import Plant
from game.plant.build import build

Amounts = Mapping[str, int | list[int]]

LEVEL: dict[str, Any] = {
    "format": 1,
    "id": "hand",
    "title": "By hand",
    "kind": "factory",
    "calendar": {"start": "2026-03-02", "turns": 2, "days_per_turn": 2, "run_out_days": 2},
    "money": {"opening_cash": 1000.0},
    "supplier": [{"id": "rhein", "name": "Rhein"}],
    "item": [
        {"id": "tube", "name": "Tube", "offer": [{"supplier": "rhein", "price": 4.0, "lead_time_days": 1.0}]},
        {"id": "frame", "name": "Frame", "make": {"station": "shop", "minutes": 5.0, "components": {"tube": 2}}},
    ],
    "station": [{"id": "shop", "name": "Shop"}],
    "stream": [
        {"id": "dealers", "name": "Dealers", "item": "frame", "demand": {"pattern": "constant", "units": 10}},
        {"id": "spares", "name": "Spares", "item": "tube", "demand": {"pattern": "constant", "units": 3}},
    ],
    "lease": [{"id": "hall", "name": "Hall", "cost": 100.0}],
    "project": [{"id": "smed", "name": "Quick setups", "cost": 900.0}],
}


def plant(**changes: Any) -> Plant:
    """The plant of the level above, some of its top-level tables replaced."""
    level = Level.model_validate_json(json.dumps({**LEVEL, **changes}))
    return build(LevelPack(level=level, text=""))


class Pen:
    """Notes a history. Amounts are by kind: one number for the first owner, or a list by owner.

    Levels that are not given stay as they are; accounts move with the postings.
    """

    def __init__(self, plant: Plant, opening: Mapping[str, int], replications: int = 1) -> None:
        self.plant = plant
        self.replications = replications
        self.now = np.zeros((plant.level_rows.length, replications), dtype=np.int64)
        for account, amount in opening.items():
            self._set(self.now, plant.level_rows.blocks[account], amount)
        self._balance()
        self.history = History(plant, self.now.copy())
        self.sheets: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def period(self, postings: Amounts | None = None, flows: Amounts | None = None, **levels: Any) -> "Pen":
        """Note one period."""
        flow = np.zeros((self.plant.flow_rows.length, self.replications), dtype=np.int64)
        post = np.zeros((self.plant.posting_rows.length, self.replications), dtype=np.int64)
        for name, amount in (flows or {}).items():
            self._set(flow, self.plant.flow_rows.blocks[name], amount)
        for name, amount in (postings or {}).items():
            block = self.plant.posting_rows.blocks[name]
            self._set(post, block, amount)
            total = post[block].sum(axis=0)
            self.now[self.plant.level_rows.blocks[POSTINGS[name].debit]] += total
            self.now[self.plant.level_rows.blocks[POSTINGS[name].credit]] -= total
        for name, amount in levels.items():
            self._set(self.now, self.plant.level_rows.blocks[name], amount)
        self.sheets.append((flow, post, self.now.copy()))
        return self

    def turn(self, keep: str = "periods") -> "Pen":
        """End a turn after the periods noted since the last one."""
        flows, postings, levels = (np.stack(sheet) for sheet in zip(*self.sheets, strict=True))
        if keep == "sums":
            flows, postings, levels = (sheet.sum(axis=0, keepdims=True) for sheet in (flows, postings, levels))
        first = self.history.records[-1].last if self.history.records else 0
        turn, last = self.history.turns, first + len(self.sheets)
        record = Record(turn, first, last, flows, postings, levels, self.now.copy())
        self.history, self.sheets = self.history.append(record), []
        return self

    def _set(self, sheet: np.ndarray, block: slice, amount: Any) -> None:
        values = np.array([amount] if np.ndim(amount) == 0 else amount, dtype=np.int64)
        sheet[block.start : block.start + len(values)] = values.reshape(len(values), -1)

    def _balance(self) -> None:
        rows = [self.plant.level_rows.blocks[name] for name in ACCOUNTS]
        capital = self.plant.level_rows.blocks["capital"]
        self.now[capital] -= sum(self.now[row] for row in rows)
