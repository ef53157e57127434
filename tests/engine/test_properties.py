"""What must hold in every game: units and money are conserved, cards bound stock, a turn is a pure function."""

from dataclasses import fields

import numpy as np
import pytest

from game.engine import advance, opening
from game.levers import Decision
from game.plant.build import build
from game.state import KANBAN, State
from game.tape import make
from tests.engine import holding
from tests.engine.playing import Game, dealt, played

SEEDS = range(60)


@pytest.fixture(params=SEEDS)
def game(request: pytest.FixtureRequest) -> Game:
    return played(1000 + request.param)


def test_stock_changes_by_the_signed_flows_of_each_item_and_period(game: Game) -> None:
    holding.stock_follows_flows(game.history)
    holding.parts_become_products(game.history)


def test_the_books_balance_after_every_period(game: Game) -> None:
    holding.books_balance(game.history)


def test_the_books_show_what_is_there(game: Game) -> None:
    holding.books_show_what_is_there(game.history, game.states[-1])


def test_nothing_is_negative(game: Game) -> None:
    holding.nothing_is_negative(game.history, game.states[-1])


def test_units_on_order_are_somewhere(game: Game) -> None:
    holding.what_is_on_order_is_somewhere(game.plant, game.states[-1])


def test_cards_bound_what_is_on_hand_and_on_order() -> None:
    """Under kanban less than a container is missing, and no more than K * C is ever asked for."""
    checked = 0
    for seed in SEEDS:
        game = played(seed)
        state, plant = game.states[-1], game.plant
        for item in range(len(plant.items)):
            units = int(state.settings["container"][item, 0])
            limit = int(state.settings["cards"][item, 0]) * units
            working = int(holding.position_of(plant, state, item)[0])
            acts = plant.review[item] == 1 and bool(plant.clock.open[plant.clock.end - 1])
            if state.settings["policy"][item, 0] == KANBAN and acts:
                assert limit - working < units
                checked += 1
    assert checked > 20


@pytest.mark.parametrize("seed", range(30))
def test_a_batch_is_its_single_runs(seed: int) -> None:
    """Replications with luck and decisions of their own do not touch each other."""
    pack, decisions, luck = dealt(2000 + seed)
    plant = build(pack)
    lucks = [luck, luck + 1, luck, luck + 2]
    own = [[decisions[t] if r % 2 == 0 else () for r in range(4)] for t in range(plant.clock.play_turns)]
    batch, tape = opening(plant, 4), make(plant, lucks)
    singles = [opening(plant) for _ in lucks]
    tapes = [make(plant, [one]) for one in lucks]
    for turn in range(plant.clock.turns):
        decided = own[turn] if turn < len(own) else [(), (), (), ()]
        batch, record = advance(plant, batch, (), tape, turn, per_replication=decided)
        for r in range(4):
            singles[r], alone = advance(plant, singles[r], decided[r], tapes[r], turn)
            for sheet in ("flows", "postings", "levels"):
                assert np.array_equal(getattr(record, sheet)[:, :, r : r + 1], getattr(alone, sheet)), (turn, r, sheet)


@pytest.mark.parametrize("seed", range(20))
def test_sums_are_the_sums_of_the_periods(seed: int) -> None:
    pack, decisions, luck = dealt(3000 + seed)
    plant = build(pack)
    tape, state = make(plant, [luck]), opening(plant)
    _, whole = advance(plant, state, decisions[0], tape, 0)
    _, sums = advance(plant, state, decisions[0], tape, 0, keep="sums")
    for sheet in ("flows", "postings", "levels"):
        assert np.array_equal(getattr(whole, sheet).sum(axis=0), getattr(sums, sheet)[0])
    assert np.array_equal(whole.closing, sums.closing)


@pytest.mark.parametrize("seed", range(20))
def test_a_turn_leaves_the_state_before_it_alone(seed: int) -> None:
    """Undo and what-if rest on this: the same turn from the same state gives the same again."""
    pack, decisions, luck = dealt(4000 + seed)
    plant = build(pack)
    tape, state = make(plant, [luck]), opening(plant)
    before = state.copy()
    advance(plant, state, decisions[0], tape, 0)
    assert _equal(state, before)


@pytest.mark.parametrize("seed", range(20))
def test_decisions_do_not_change_luck(seed: int) -> None:
    """The tape stays, and so does what customers ask for who look at no price and forget all."""
    pack, decisions, luck = dealt(5000 + seed)
    plant = build(pack)
    aloof = [d for d, stream in enumerate(pack.level.stream) if not (stream.elasticity or stream.goodwill)]
    aloof = [] if pack.level.project else aloof
    tape = make(plant, [luck])
    digest = tape.digest()
    demands = []
    for decided in (decisions[0], ()):
        _, record = advance(plant, opening(plant), decided, tape, 0)
        demands.append(plant.flow_rows.view(record.flows[0], "demand")[aloof])
    assert np.array_equal(*demands)
    assert tape.digest() == digest == make(plant, [luck]).digest()


@pytest.mark.parametrize("seed", range(20))
def test_nobody_orders_without_a_loop_that_asks(seed: int) -> None:
    pack, _, luck = dealt(6000 + seed)
    plant = build(pack)
    quiet = [Decision("policy", item.id, "manual") for item in plant.items]
    quiet += [Decision("quantity", item.id, 0) for item in plant.items]
    quiet += [Decision("buffer", item.id, 0) for item in plant.items]
    _, record = advance(plant, opening(plant), quiet, make(plant, [luck]), 0)
    assert not np.any(plant.flow_rows.view(record.flows.sum(axis=0), "ordered"))


def _equal(one: State, other: State) -> bool:
    for field in fields(State):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if isinstance(mine, dict):
            if not all(np.array_equal(mine[name], theirs[name]) for name in mine):
                return False
        elif not np.array_equal(mine, theirs):
            return False
    return True
