"""Luck or skill: what decisions bring on other luck, where the chances are known."""

import numpy as np
import pytest

from game.coach.fortune import OTHERS, fortune, quantiles
from game.coach.policies import play, scheduled
from game.jobs import Pool
from game.run import replay
from tests.coach.small import level, pack
from tests.run.small import DECISIONS
from tests.run.small import pack as lucky

INLINE = Pool(0)
COIN = pack(
    level(
        demand={"pattern": "poisson", "mean": 0.6931},
        calendar={"turns": 1, "days_per_turn": 1},
        loop={"order_up_to": 9},
        item={"opening_stock": 9},
        goal=[{"measure": "profit", "fail": 0, "bounds": [1, 2, 3]}],
    )
)
"""One day; a customer comes with the chance 0.5 and brings three stars, or none comes and brings none."""


def test_a_coin_is_all_luck() -> None:
    runs = [replay(COIN, seed, [()]) for seed in range(6)]
    found = [fortune(run, INLINE, 800) for run in runs]
    assert {one.here for one in found} == {0.0, 100.0}
    for one in found:
        assert one.reached[0].low < 0.5 < one.reached[0].high
        assert one.worth.low < 50 < one.worth.high
        assert one.quantiles == (0.0, 0.0, one.quantiles[2], 100.0, 100.0)
        assert one.poor_profit == one.profits.min() < one.profits.max()
        assert one.place == 0.0 if one.here == 0.0 else one.place >= 0.45
    assert found[0].worth == found[1].worth


def test_the_tapes_are_those_of_nobody_else() -> None:
    """The decisions of a run on each of the other tapes, one by one."""
    run = replay(lucky(), 1, DECISIONS)
    found = fortune(run, INLINE, 6)
    plan = scheduled({str(turn): {one.key: one.value for one in made} for turn, made in enumerate(DECISIONS, 1)})
    alone = [int(play(lucky(), OTHERS - k, plan).history.closing("cash")[0, 0]) for k in range(6)]
    assert len(set(alone)) == 6
    assert found.tapes == sum(found.stars) == 6
    assert found.profits.shape == (6,)


def test_quantiles_are_values_that_occur() -> None:
    assert quantiles(np.arange(100.0)[::-1], (0.05, 0.5, 0.95)) == (5.0, 50.0, 95.0)
    assert quantiles(np.array([7.0]), (0.05, 0.95)) == (7.0, 7.0)


def test_a_tenth_of_a_hundred_tapes_bring_less_than_the_poor_profit() -> None:
    found = fortune(replay(lucky(), 1, DECISIONS), INLINE, 100)
    assert (found.profits < found.poor_profit).sum() <= 10 < (found.profits <= found.poor_profit).sum() + 1


@pytest.mark.parametrize("tapes", [1, 50, 51, 700])
def test_as_many_tapes_as_asked_for(tapes: int) -> None:
    assert fortune(replay(COIN, 1, [()]), INLINE, tapes).tapes == tapes
