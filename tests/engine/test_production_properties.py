"""Whatever crews, machines and records do: units and minutes are conserved, a batch equals its single runs."""

import json
from dataclasses import dataclass, fields, replace
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest

from game.engine import advance, opening
from game.history import History, Record
from game.level import Level
from game.level.pack import LevelPack
from game.levers import LEVERS, Decision
from game.levers.numbers import NumberLever
from game.levers.production import PRODUCTION
from game.plant import Plant
from game.plant.build import build
from game.state import State
from game.tape import Tape, make
from tests.engine import holding
from tests.oracle.levels import random_case

SEEDS = range(40)


def _item(rng: Random, item: dict[str, Any]) -> None:
    loop = item.setdefault("loop", {})
    if rng.random() < 0.5:
        loop |= {"smoothing_days": rng.choice([0.5, 1, 3, 9]), "cover_days": rng.choice([0, 2, 5]), "safety": 7}
        loop["policy"] = rng.choice(["forecast", "forecast", loop.get("policy", "kanban")])
    if rng.random() < 0.5:
        item |= {"record_error": rng.choice([0.03, 0.5, 1]), "count_cost": 3.33, "count_every_days": rng.choice([0, 2])}
    if item.get("make") and rng.random() < 0.6:
        item["make"]["defects"] = rng.choice([0.1, 0.5, 1])


def _station(rng: Random, station: dict[str, Any]) -> None:
    station |= {"stop_the_line": rng.random() < 0.5, "stop_minutes": rng.choice([0, 3.5, 400])}
    station |= {
        "maintenance": rng.random() < 0.5,
        "maintenance_cost": 5,
        "maintenance_minutes": rng.choice([0, 30, 900]),
    }
    station |= {"overtime_limit": 240, "overtime_minutes": rng.choice([0, 30]), "strain": rng.random() < 0.7}


def _level(rng: Random, seed: int) -> LevelPack:
    table = json.loads(random_case(Random(seed)).pack.level.model_dump_json(by_alias=True))
    for item in table["item"]:
        _item(rng, item)
    for station in table["station"]:
        _station(rng, station)
    return LevelPack(Level.model_validate_json(json.dumps(table)), "", random_case(Random(seed)).pack.data)


def _decided(rng: Random, plant: Plant) -> tuple[Decision, ...]:
    found = []
    for lever in PRODUCTION:
        for name, index in plant.index[lever.owner].items():
            if lever.applies(plant, index) and rng.random() < 0.3:
                high = min(lever.maximum(plant, index), lever.minimum + 8 * lever.by)
                found.append(Decision(lever.name, name, rng.randrange(lever.minimum, high + 1, lever.by)))
    return tuple(found)


@dataclass
class Game:
    plant: Plant
    tape: Tape
    decided: list[list[tuple[Decision, ...]]]
    state: State
    records: list[Record]
    history: History


@cache
def played(seed: int) -> Game:
    """A random level with random terms of production, three replications with luck and decisions of their own."""
    rng = Random(seed)
    plant = build(_level(rng, 5000 + seed))
    tape = make(plant, [seed, seed + 1, seed])
    decided = [[_decided(rng, plant) for _ in range(3)] for _ in range(plant.clock.play_turns)]
    state = opening(plant, 3)
    history, records = History(plant, state.levels.copy()), []
    for turn in range(plant.clock.turns):
        own = decided[turn] if turn < len(decided) else ()
        state, record = advance(plant, state, (), tape, turn, per_replication=own)
        history = history.append(record)
        records.append(record)
    return Game(plant, tape, decided, state, records, history)


@pytest.fixture(params=SEEDS)
def game(request: pytest.FixtureRequest) -> Game:
    return played(request.param)


def test_stock_changes_by_the_signed_flows(game: Game) -> None:
    holding.stock_follows_flows(game.history)


def test_minutes_are_spent_once(game: Game) -> None:
    holding.minutes_are_spent_once(game.history, game.plant.minutes)


def test_bad_units_are_among_the_others(game: Game) -> None:
    state = game.state
    assert ((state.bad >= 0) & (state.bad <= state.lots)).all()
    for item, row in game.plant.production.bad_row.items():
        source = game.plant.sources_of[item][0]
        assert (state.bad_arrivals[row] <= state.arrivals[source]).all()
        assert (state.lots[game.plant.lot_of[item]].sum(axis=0) == state.stock[item]).all()
    strain = game.history.level("strain")
    assert ((strain >= 0) & (strain <= 100)).all()


def test_a_batch_is_its_single_runs(game: Game) -> None:
    for r in range(3):
        alone = replace(game.tape, **{f.name: getattr(game.tape, f.name)[..., [r]] for f in fields(Tape)})
        state = opening(game.plant)
        for turn in range(game.plant.clock.turns):
            own = game.decided[turn][r] if turn < len(game.decided) else ()
            state, record = advance(game.plant, state, own, alone, turn)
            for sheet in ("flows", "postings", "levels"):
                assert np.array_equal(getattr(record, sheet)[..., 0], getattr(game.records[turn], sheet)[..., r])


def test_all_of_it_is_met() -> None:
    met: set[str] = set()
    names = ("defective", "corrected", "stops", "stopped", "maintained", "overtime", "slowed")
    for seed in SEEDS:
        met |= {name for name in names if played(seed).history.total_flow(name).any()}
    assert met == set(names)
    assert all(isinstance(LEVERS[lever.name], NumberLever) for lever in PRODUCTION)
