"""Plays a case with the engine and with the oracle and tells the first difference."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game import engine, tape
from game.history import Record
from game.kinds import ACCOUNTS, FLOWS, LEVELS, POSTINGS, Owner
from game.plant import Plant
from game.plant.build import build
from game.plant.rows import Rows
from tests.oracle.levels import Case
from tests.oracle.play import Period, play

LEVEL_OWNERS: dict[str, Owner] = {**LEVELS, **dict.fromkeys(ACCOUNTS, "firm")}


@dataclass(frozen=True)
class Difference:
    """Where the two disagree first."""

    replication: int
    turn: int
    period: int
    name: str
    owner: str
    engine: int
    oracle: int


def first_difference(case: Case) -> str:
    """Empty when engine and oracle agree, else the difference with level and decisions.

    The engine plays all replications at once, the oracle one after the other.
    """
    plant = build(case.pack)
    luck = tape.make(plant, case.seeds)
    expected = [play(case.pack, luck, decisions, r) for r, decisions in enumerate(case.decisions)]
    assert [len(turn) for turn in expected[0]] == list(np.diff(plant.clock.turn_starts))
    state = engine.opening(plant, len(case.seeds))
    for turn in range(plant.clock.turns):
        decided = [decisions[turn] if turn < len(decisions) else () for decisions in case.decisions]
        state, record = engine.advance(plant, state, (), luck, turn, per_replication=decided)
        for r, turns in enumerate(expected):
            for difference in _differences(plant, r, turns[turn], record):
                return _told(case, difference)
    return ""


def _differences(plant: Plant, r: int, periods: list[Period], record: Record) -> Iterator[Difference]:
    for k, period in enumerate(periods):
        sheets = (
            (period.flows, record.flows, plant.flow_rows, {name: flow.owner for name, flow in FLOWS.items()}),
            (period.postings, record.postings, plant.posting_rows, {n: p.owner for n, p in POSTINGS.items()}),
            (period.levels, record.levels, plant.level_rows, LEVEL_OWNERS),
        )
        for expected, found, rows, owners in sheets:
            for name, index, ours, theirs in _unequal(expected, found[k, :, r], rows):
                yield Difference(r, record.turn, period.t, name, _owner(plant, owners[name], index), theirs, ours)


def _unequal(expected: dict[str, list[int]], found: np.ndarray, rows: Rows) -> Iterator[tuple[str, int, int, int]]:
    for name, values in expected.items():
        got = [int(value) for value in rows.view(found, name)]
        assert len(got) == len(values)
        yield from (
            (name, k, ours, theirs) for k, (ours, theirs) in enumerate(zip(values, got, strict=True)) if ours != theirs
        )


def _owner(plant: Plant, kind: Owner, index: int) -> str:
    if kind == "firm":
        return "firm"
    return next(name for name, k in plant.index[kind].items() if k == index)


def _told(case: Case, found: Difference) -> str:
    lines = [case.pack.text, f"seed {case.seeds[found.replication]} ({found.replication} of {case.seeds})"]
    for turn, decided in enumerate(case.decisions[found.replication]):
        lines += [f"turn {turn}: {one.key} = {one.value}" for one in decided]
    lines.append(
        f"turn {found.turn}, period {found.period}: {found.name} of {found.owner} is {found.engine} in the engine, "
        f"{found.oracle} in the oracle"
    )
    return "\n".join(lines)
