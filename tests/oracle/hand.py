"""What cases worked out by hand share: small levels, quiet luck, and how to look at a play."""

from typing import Any

import numpy as np

from game.levers import Decision
from tests.oracle.facts import Facts
from tests.oracle.handmade import quiet_tape
from tests.oracle.level_chance import Table
from tests.oracle.levels import pack_of
from tests.oracle.play import Period, play


def level(items: list[Table], stations: list[Table] | None = None, **changes: Any) -> Table:
    """A level of four days of one period from Monday, whose customers ask for the first item and wait."""
    return {
        "format": 1,
        "id": "hand",
        "title": "By hand",
        "kind": "factory",
        "calendar": {"start": "2026-03-02", "turns": 1, "days_per_turn": 6, "run_out_days": 0},
        "money": {"opening_cash": 1000},
        "supplier": [{"id": "s", "name": "s"}],
        "item": [{"name": item["id"], **item} for item in items],
        "station": stations or [],
        "stream": [stream(items[0]["id"])],
        **changes,
    }


def stream(item: str, **changes: Any) -> Table:
    demand = {"pattern": "constant", "units": 0}
    return {"id": "d", "name": "d", "item": item, "demand": demand, "waits": True, **changes}


def offer(**changes: Any) -> Table:
    return {"supplier": "s", "price": 1, "lead_time_days": 2, **changes}


Decided = dict[tuple[str, str], Any]


def played(
    table: Table, demand: int | list[int] = 0, decided: list[Decided] | None = None, **luck: int | list[int]
) -> list[Period]:
    """All periods; `decided` gives values by (target, lever) for each turn, `luck` what else is not quiet."""
    pack = pack_of(table)
    tape = quiet_tape(Facts(pack))
    tape.demand[0, :, 0] = demand
    for name, bits in luck.items():
        array = getattr(tape, name)
        array[...] = np.array(bits).reshape(-1, 1)
    turns = [[Decision(lever, target, value) for (target, lever), value in turn.items()] for turn in decided or ()]
    return [period for turn in play(pack, tape, turns) for period in turn]


def flow(periods: list[Period], name: str, owner: int = 0) -> list[int]:
    return [period.flows[name][owner] for period in periods]


def level_of(periods: list[Period], name: str, owner: int = 0) -> list[int]:
    return [period.levels[name][owner] for period in periods]


def posting(periods: list[Period], name: str, owner: int = 0) -> list[int]:
    return [period.postings[name][owner] for period in periods]
