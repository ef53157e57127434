"""A level that uses every pattern, term and disruption of customers' side loads and plays with balanced books."""

from pathlib import Path

import numpy as np

from game import demand, disruptions, levelfile, tape
from game.engine import advance, opening
from game.history import History
from game.level.pack import LevelPack
from game.levers import parse
from game.plant.build import build


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


def test_it_plays_and_the_books_balance() -> None:
    plant = build(loaded())
    drawn = tape.make(plant, range(4))
    state = opening(plant, 4)
    history = History(plant, state.levels)
    plan = plant.level.plan["taught"]
    for turn in range(plant.clock.turns):
        asked = [parse(key, value) for key, value in plan.get(str(turn + 1), {}).items()]
        state, record = advance(plant, state, asked, drawn, turn)
        history = history.append(record)
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
