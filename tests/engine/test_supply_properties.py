"""Whatever suppliers offer and players ask for: units and worth are conserved, a batch equals its single runs."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import pytest

from game import tape
from game.engine import advance, opening
from game.history import History
from game.levers import Decision, parse
from game.plant import Plant
from game.state import State
from tests.engine import holding
from tests.engine.supply_hand import item, level

SEEDS = range(40)
TURNS = 6
POLICIES = ("kanban", "reorder", "min_max", "order_up_to", "manual")


def _offer(rng: Random, supplier: str) -> dict[str, Any]:
    terms: dict[str, Any] = {"payment_days": rng.choice([0, 3, 30]), "price": rng.choice([0.07, 2.5, 4])}
    if rng.random() < 0.4:
        terms |= {"route": "tour"}
    else:
        terms |= {
            "lead_time_days": rng.choice([1, 5, [1, 2, 6], {"mean": 4, "cv": 0.6}]),
            "on_time": rng.choice([1, 0.7]),
            "may_overtake": rng.random() < 0.5,
            "departures": rng.choice([{}, {"every_days": 2}]),
            "truck_capacity": rng.choice([None, 7]),
            "cost_per_trip": 20,
        }
    extras: dict[str, Any] = {
        "breaks": [{"from": 12, "price": 0.06}],
        "steady_price": 0.05,
        "capacity_per_day": 9,
        "minimum_order": 8,
        "defects": 0.3,
        "inspect": 60,
        "per": 3,
    }
    terms |= {key: value for key, value in extras.items() if rng.random() < 0.4}
    if rng.random() < 0.6:
        terms |= {"expedite_days": 1, "expedite_cost": 5, "rush_when_red": rng.choice([0, 10])}
    return {"supplier": supplier, **terms}


def _level(rng: Random) -> Plant:
    entries = []
    for name in ("a", "b"):
        offers = [_offer(rng, supplier) for supplier in rng.sample("stuv", rng.randint(1, 3))]
        if len(offers) > 1 and rng.random() < 0.5:
            offers[-1]["qualified"] = False
        loop = {
            "policy": rng.choice(POLICIES), "cards": 4, "container": rng.choice([1, 5]), "buffer": rng.choice([0, 20]),
            "reorder_point": 15, "order_quantity": 20, "order_up_to": 40, "quantity": 25,
        }  # fmt: skip
        more = {"failover": rng.random() < 0.5, "share_commitment": rng.choice([0, 2]), "share_change_cost": 3.33}
        delay = rng.choice([0, 1])
        entries.append(item(name, *offers, loop=loop, signal_delay_days=delay, opening_orders=[4, 0, 9], **more))
    hit = {"name": "x", "chance": {"start": 0.1, "mean_days": 3}}
    troubles = [
        {**hit, "id": "out", "kind": "supplier_outage", "supplier": offers[0]["supplier"]},
        {**hit, "id": "port", "kind": "regional_event", "region": "home", "extra_days": 1, "closed": True},
    ]
    route = {
        "id": "tour", "name": "x", "lead_time_days": {"mean": 3, "cv": 0.5}, "on_time": 0.8, "truck_capacity": 20,
        "departures": {"every_days": rng.choice([1, 3])}, "may_overtake": rng.random() < 0.5,
    }  # fmt: skip
    open_days = rng.choice([["mon", "tue", "wed", "thu", "fri"], ["mon", "wed", "sat", "sun"]])
    calendar = {
        "start": "2026-03-02",
        "turns": TURNS * 2,
        "days_per_turn": 2,
        "run_out_days": 3,
        "open_days": open_days,
    }
    money = {"opening_cash": 1e6}
    used = any(terms.get("route") for entry in entries for terms in entry["offer"])
    return level(
        *entries,
        route=[route] if used else [],
        disruption=troubles,
        calendar=calendar,
        money=money,
        relationship=rng.random() < 0.5,
    )


def _asked(rng: Random, plant: Plant) -> list[Decision]:
    found: dict[str, Any] = {}
    for source in plant.bought_sources:
        name = plant.source_name(source)
        if source in plant.supply.standby:
            found[f"{name}.onboard"] = rng.choice([0, 1])
        if source in plant.supply.hurried:
            found[f"{name}.rush"] = rng.choice([0, 3, 100])
        found[f"{name}.recall"] = rng.choice([0, 0, 1])
    for i in plant.supply.shared:
        names = [plant.source_name(s).partition("/")[2] for s in plant.sources_of[i]]
        found[f"{plant.items[i].id}.shares"] = {names[0]: 60, names[1]: 40} if rng.random() < 0.5 else {names[-1]: 100}
    return [parse(key, value) for key, value in found.items() if rng.random() < 0.5]


@dataclass
class Game:
    plant: Plant
    states: list[State]
    history: History


@cache
def _played(seed: int) -> tuple[Game, Game, Game]:
    """Two replications at once, and each alone."""
    rng = Random(seed)
    plant = _level(rng)
    asked = [[_asked(rng, plant) for _ in range(TURNS * 2)] for _ in range(2)]
    tapes = [tape.make(plant, seeds) for seeds in ((1, 2), (1,), (2,))]
    games = []
    for drawn, who in zip(tapes, ((0, 1), (0,), (1,)), strict=True):
        states = [opening(plant, len(who))]
        history = History(plant, states[0].levels)
        for turn in range(plant.clock.turns):
            own = [asked[r][turn] if turn < len(asked[r]) else [] for r in who]
            state, record = advance(plant, states[-1], (), drawn, turn, per_replication=own)
            states.append(state)
            history = history.append(record)
        games.append(Game(plant, states, history))
    return games[0], games[1], games[2]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_on_order_is_somewhere(seed: int) -> None:
    game = _played(seed)[0]
    for state in game.states:
        holding.what_is_on_order_is_somewhere(game.plant, state)
        for name in ("on_order", "refill_on_order", "backlog", "ready", "arrivals", "worth", "stock", "buffer", "bad"):
            assert (getattr(state, name) >= 0).all(), name
        if len(state.worth):
            assert ((state.worth > 0) == (state.arrivals > 0)).all()
        for name in ("onboard", "recall", "rush"):
            assert game.states[0] is state or not state.settings[name].any()


@pytest.mark.parametrize("seed", SEEDS)
def test_stock_and_books_are_the_sum_of_what_happened(seed: int) -> None:
    game = _played(seed)[0]
    holding.stock_follows_flows(game.history)
    ordered, recalled, arrived = (game.history.total_flow(name) for name in ("ordered", "recalled", "arrived"))
    last, first = game.states[-1], game.states[0]
    waits = last.on_order + last.refill_on_order - last.collecting
    assert (first.on_order + ordered - recalled - arrived == waits).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_batch_equals_its_single_runs(seed: int) -> None:
    both, *alone = _played(seed)
    for r, game in enumerate(alone):
        for one, other in zip(both.history.records, game.history.records, strict=True):
            for name in ("flows", "postings", "levels"):
                assert (getattr(one, name)[..., r] == getattr(other, name)[..., 0]).all()


def test_everything_is_met() -> None:
    met = dict.fromkeys(("inspected", "returned", "recalled", "rushed", "dearer", "onboardings", "trucks"), 0)
    for seed in SEEDS:
        history = _played(seed)[0].history
        for name in met:
            met[name] += int(history.total_flow(name).sum())
    assert all(met.values()), met
