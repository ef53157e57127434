"""A level that uses every pattern, term and disruption of customers' side loads and plays with balanced books."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from game import demand, disruptions, levelfile, tape
from game.engine import advance, opening
from game.history import History
from game.level.pack import LevelPack
from game.levers import parse
from game.plant.build import build
from game.state import State


def loaded() -> LevelPack:
    pack = levelfile.load(Path(__file__).parent / "good" / "market.toml")
    assert isinstance(pack, LevelPack), pack
    return pack


def test_nothing_is_left_out() -> None:
    """With `full.toml` and `supply.toml` all patterns and kinds are used."""
    pack = loaded()
    left_out = {name for name in demand.PATTERNS if f'pattern = "{name}"' not in pack.text}
    assert left_out == {"constant", "step", "normal", "history"}
    kinds = {one.kind for one in pack.level.disruption}
    known = {"supplier_outage", "regional_event", "transport_delay", "demand_spike", "machine_failure"}
    assert set(disruptions.KINDS) - kinds == known


def played(seeds: Sequence[int]) -> tuple[State, History]:
    plant = build(loaded())
    drawn, state = tape.make(plant, seeds), opening(plant, len(seeds))
    history = History(plant, state.levels)
    for turn in range(plant.clock.turns):
        plan = plant.level.plan["taught"].get(str(turn + 1), {})
        state, record = advance(plant, state, [parse(key, value) for key, value in plan.items()], drawn, turn)
        history = history.append(record)
    return state, history


def test_it_plays_and_the_books_balance() -> None:
    state, history = played(range(4))
    assert (state.accounts.sum(axis=0) == 0).all()
    for name in ("market", "bargains", "marked_down", "destroyed", "expired", "demand"):
        assert history.flow(name).any(), name
    for name in ("loss_raw", "obsolete_finished", "bad_debt", "interest_loan"):
        assert history.posting(name).any(), name
    assert (state.stock >= 0).all()
    assert (state.value >= 0).all()
    goodwill = history.level("goodwill")[:, 1]
    assert ((goodwill >= 400_000) & (goodwill <= 1_000_000)).all()
    assert np.array_equal(history.level("goodwill")[:, 0], np.zeros_like(goodwill))


def test_a_batch_is_its_runs_one_by_one() -> None:
    """Each replication has goodwill, rests, prices and finds of its own."""
    _, batch = played([3, 7, 11])
    for place, seed in enumerate([3, 7, 11]):
        _, single = played([seed])
        for together, alone in zip(batch.records, single.records, strict=True):
            for name in ("flows", "postings", "levels"):
                assert np.array_equal(getattr(together, name)[..., place], getattr(alone, name)[..., 0]), name
