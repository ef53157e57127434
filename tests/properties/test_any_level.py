"""Whatever stands in a level file: it is refused with a sentence, or it is played to its end with balanced books."""

from random import Random
from typing import Any

import pytest

from game import levelfile
from game.coach.policies import POLICIES
from game.coach.sight import of_run
from game.level.pack import LevelPack
from game.message import languages, render
from game.run import Run, play_turn, start
from tests.engine import holding
from tests.properties.documents import FILES, anything_changed, data_beside, numbers_changed, table_of, text_of

SEEDS, MANY = range(120), range(120, 3000)


def judged(table: dict[str, Any], data: dict[str, str], rng: Random) -> bool:
    """Whether it was accepted; then it was played to its end."""
    found = levelfile.loads(text_of(table), "changed.toml", data)
    if isinstance(found, LevelPack):
        holds(played(found, rng))
        return True
    assert found
    for problem in found:
        for language in languages():
            said = render(problem.message, language)
            assert said.strip()
            assert not said.startswith("problem.")
    return False


def played(pack: LevelPack, rng: Random) -> Run:
    """By one of the reference policies, run-out included."""
    policy = POLICIES[rng.choice(sorted(POLICIES))]
    run = start(pack, rng.randrange(1000))
    while not run.finished:
        run = play_turn(run, policy(of_run(run)))
    return run


def holds(run: Run) -> None:
    """Nothing is missing at the end: turns, units, cents."""
    assert run.history.turns == run.plant.clock.turns
    holding.books_balance(run.history)
    holding.books_show_what_is_there(run.history, run.state)
    holding.stock_follows_flows(run.history)
    holding.parts_become_products(run.history)
    holding.nothing_is_negative(run.history, run.state)
    holding.what_is_on_order_is_somewhere(run.plant, run.state)


def with_other_numbers(seed: int) -> bool:
    """Whether a level with some numbers changed within their bounds was accepted."""
    rng, file = Random(seed), FILES[seed % len(FILES)]
    return judged(numbers_changed(rng, table_of(file), rng.choice((1, 2, 3))), data_beside(file), rng)


def with_anything(seed: int) -> bool:
    """Whether a level with something odd in it was accepted."""
    rng, file = Random(seed), FILES[seed % len(FILES)]
    return judged(anything_changed(rng, table_of(file), rng.choice((1, 1, 3))), data_beside(file), rng)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_numbers(seed: int) -> None:
    with_other_numbers(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_anything_anywhere(seed: int) -> None:
    with_anything(seed)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_more() -> None:
    assert sum(map(with_other_numbers, MANY)) > len(MANY) // 10
    assert sum(map(with_anything, MANY)) > len(MANY) // 50
