"""A batch of replications comes out as the same runs one by one."""

import numpy as np
import pytest

from game import run, tape
from game.coach.batch import joined, outcome, plant_of, play_plans, play_policy
from game.coach.policies import for_level, play
from game.coach.sight import Policy, Sight
from game.levers import Decision
from game.measures import MEASURES, score
from game.run import Decisions, RunError
from tests.run.small import DECISIONS, pack

SEEDS = (3, 1, 4, 15)


def _card_for_card(sight: Sight) -> Decisions:
    """One card more after a week of more than 140 frames asked for, one less after another."""
    change = 1 if sight.flow("demand").sum() > 140 else -1
    return (Decision("cards", "frame", int(sight.settings["cards"][1, 0]) + change),)


POLICIES = {**for_level(pack()), "reacts": Policy(_card_for_card, reacts=True)}


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_a_batch_is_the_same_runs_one_by_one(name: str) -> None:
    plant = plant_of(pack())
    together = play_policy(plant, POLICIES[name], SEEDS)
    found = outcome(together)
    for r, seed in enumerate(SEEDS):
        alone = play(pack(), seed, POLICIES[name])
        expected = score(alone.history)
        assert found.profit[r] == MEASURES["profit"].value(alone.history)[0]
        assert (found.stars[r], found.score[r]) == (expected.stars[0], expected.score[0])
        assert np.array_equal(together.closing("cash")[:, r], alone.history.closing("cash")[:, 0])
        *before, last = (record.flows[:, :, 0].sum(axis=0) for record in alone.history.records)
        for record, flows in zip(together.records, (sum(before), last), strict=True):
            assert np.array_equal(record.flows[0, :, r], flows)


def test_a_policy_that_reacts_decides_differently_on_different_luck() -> None:
    assert len({play(pack(), seed, POLICIES["reacts"]).decisions for seed in range(8)}) > 1


def test_plans_side_by_side_are_the_same_runs() -> None:
    plans = [DECISIONS, (), ((Decision("cards", "tube", 5),),)]
    together = outcome(play_plans(plant_of(pack()), plans, tape.make(plant_of(pack()), [7])))
    for r, plan in enumerate(plans):
        alone = run.replay(pack(), 7, [*plan, *[()] * (4 - len(plan))])
        assert together.profit[r] == MEASURES["profit"].value(alone.history)[0]


def test_parts_of_a_batch_join_to_the_whole() -> None:
    plant, policy = plant_of(pack()), POLICIES["leaner"]
    whole = outcome(play_policy(plant, policy, SEEDS))
    parts = joined([outcome(play_policy(plant, policy, SEEDS[:1])), outcome(play_policy(plant, policy, SEEDS[1:]))])
    assert np.array_equal(parts.profit, whole.profit)
    assert np.array_equal(parts.goals, whole.goals)


def test_what_the_player_may_not_decide_is_refused_in_a_batch_too() -> None:
    cheat = Policy(lambda _sight: (Decision("cards", "tube", -1),))
    with pytest.raises(RunError):
        play_policy(plant_of(pack()), cheat, SEEDS)


def test_nobody_sees_when_a_truck_will_come() -> None:
    with pytest.raises(KeyError):
        Sight(plant_of(pack()), 0, {}, np.zeros(0), np.zeros(0)).flow("arrival_period")
