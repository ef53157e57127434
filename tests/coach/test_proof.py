"""Verdicts by their numbers, on levels made for each; a coin-flip level is luck."""

from pathlib import Path

import numpy as np
import pytest

from game.coach.batch import Outcome
from game.coach.judging import judge
from game.coach.proof import IDLE_STARS, MASTERED, PULL_RULE, REACHED, RULES, Proof, prove, spreads
from game.jobs import Pool
from game.level.pack import LevelPack
from tests.coach.small import Table, level, pack

INLINE = Pool(0)
FILL: Table = {"measure": "fill_rate", "fail": 0.0, "bounds": [0.5, 0.8, 1.0]}
LEAN: Table = {"measure": "stock_at_cost", "fail": 1000, "bounds": [60, 40, 20]}


def goals(*found: Table, **content: object) -> LevelPack:
    return pack(level(goal=list(found), **content))  # type: ignore[arg-type]


def verdict(pack: LevelPack, tapes: int = 40) -> Proof:
    return prove(pack, tapes, INLINE)


def test_trivial_where_nothing_has_to_be_done() -> None:
    """Twenty ordered up to serve ten a day without fail."""
    found = verdict(goals(FILL))
    assert found.verdict == "trivial"
    assert found.standings[0].stars == (0, 0, 0, 40)
    assert (found.luck, found.rules[0].policy, found.rules[0].kept) == (0.0, "do_nothing", False)


def test_fair_where_a_plan_is_needed() -> None:
    """Five ordered up to serve half of the demand; the plan of ten serves all, twenty cost no star."""
    plan = {"taught": {"1": {"loaf.order_up_to": 20}}, "tempting": {"1": {"loaf.order_up_to": 6}}}
    found = verdict(goals(FILL, loop={"order_up_to": 2}, item={"opening_stock": 0}, calendar={"turns": 4}, plan=plan))
    assert found.verdict == "hard"  # the first day goes unserved, so that 27 of 28 days are the most
    plan_stars = {one.name: one.stars for one in found.standings}
    assert plan_stars["taught"] == (0, 0, 40, 0)
    assert plan_stars["do_nothing"] == (40, 0, 0, 0)
    easier = {**FILL, "bounds": [0.5, 0.8, 0.96]}
    assert verdict(goals(easier, loop={"order_up_to": 2}, item={"opening_stock": 0}, plan=plan)).verdict == "fair"


def test_impossible_where_no_policy_reaches_a_star() -> None:
    found = verdict(goals({**FILL, "bounds": [0.999, 0.9995, 1.0]}, item={"opening_stock": 0}))
    assert found.verdict == "impossible"


def test_lucky_where_a_coin_decides() -> None:
    """One day; the customer comes or does not, poisson with mean 0.69, and nothing can be sold to nobody.

    Points are 100 with the chance 0.5 and 0 otherwise: a spread of 50, and no policy can do anything about it.
    """
    coin = {"pattern": "poisson", "mean": 0.6931}
    sold: Table = {"measure": "profit", "fail": 0, "bounds": [1, 2, 3]}
    one_day = {"turns": 1, "days_per_turn": 1}
    found = verdict(goals(sold, demand=coin, calendar=one_day, loop={"order_up_to": 9}, item={"opening_stock": 9}), 200)
    assert found.verdict == "lucky"
    assert found.luck == pytest.approx(50, abs=3)
    assert found.skill == 0.0
    three = found.standings[0].at_least(3)
    assert three.low < 0.5 < three.high


def test_no_verdict_without_goals() -> None:
    assert verdict(pack(level())).verdict == "none"


def test_policies_that_decide_alike_count_once() -> None:
    """Two policies at 0 and 100 points, one of them twice: a spread of 70.7, not 57.7."""

    def always(points: float) -> Outcome:
        rows = np.full(4, points)
        none = np.zeros(4, dtype=np.int64)
        return Outcome(none, rows, rows[None, :], none, none, none > 0)

    luck, skill = spreads({"a": always(0.0), "b": always(100.0), "c": always(100.0)})
    assert (luck, skill) == (0.0, pytest.approx(5000**0.5))


def test_a_plan_that_the_level_does_not_allow_is_named() -> None:
    bad = {"tempting": {"1": {"loaf.cards": 3}}}
    found = verdict(goals(FILL, plan=bad), 3)
    refused = {one.name for one in found.standings if one.refused is not None}
    assert refused == {"tempting"}
    assert "tempting" not in {rule.policy for rule in found.rules}


def test_the_same_digits_in_one_process_and_in_two() -> None:
    """230 tapes are two blocks."""
    some = goals(FILL, demand={"pattern": "poisson", "mean": 18}, calendar={"turns": 2})
    with Pool(2) as pool:
        shared = judge(some, {"idle": "do_nothing"}, range(1, 231), pool)["idle"]
        assert prove(some, 230, pool) == prove(some, 230, INLINE)
    alone = judge(some, {"idle": "do_nothing"}, range(1, 231), INLINE)["idle"]
    assert isinstance(alone, Outcome)
    assert isinstance(shared, Outcome)
    assert len(set(alone.score.tolist())) > 50
    assert (alone.score.tolist(), alone.profit.tolist()) == (shared.score.tolist(), shared.profit.tolist())


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_manual_says_the_numbers_of_the_code(language: str) -> None:
    """Bounds of the verdicts in their order, then the shares of the rules."""
    text = (Path(__file__).parents[2] / "assets" / "help" / language / "proof.md").read_text("utf-8")
    percents = [
        int(word.strip("*")) for word in text.replace("\u00a0", " ").split(" %")[:-1] for word in word.split()[-1:]
    ]
    assert percents == [REACHED * 100, MASTERED * 100, *(rule[3] * 100 for rule in (*RULES[1:], PULL_RULE))]
    assert IDLE_STARS == 2
    assert ("two stars or more" if language == "en" else "zwei Sterne oder mehr") in text
