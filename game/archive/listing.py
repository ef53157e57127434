"""Runs as a list shows them."""

import json
from dataclasses import dataclass
from typing import Any

from game.message import Text


@dataclass(frozen=True)
class RunRow:
    """A run in the list: `turn` of `turns` are decided; `stars` and `score` are None until it is finished.

    A what-if tells by `parent_turn` before which turn it left its run, and by `parent_run` which one, while it is kept.
    """

    id: int
    level_id: str
    level_hash: str
    title: Text
    seed: int
    rules: int
    turn: int
    turns: int
    finished: bool
    insolvent: bool
    stars: int | None
    score: float | None
    started_at: str
    played_at: str
    parent_run: int | None = None
    parent_turn: int | None = None


LIST = """
select runs.id, levels.id as level_id, runs.level as level_hash, levels.title, seed, rules, turn, turns, finished,
    insolvent, stars, score, started_at, played_at, parent_run, parent_turn
from runs join levels on levels.hash = runs.level
"""
BEST = "where levels.id = ? and finished and parent_turn is null order by stars desc, score desc, runs.id limit 1"


def run_row(row: dict[str, Any]) -> RunRow:
    """A row of `LIST` as a `RunRow`."""
    yes = {"finished": bool(row["finished"]), "insolvent": bool(row["insolvent"])}
    return RunRow(**{**row, "title": json.loads(row["title"]), **yes})
