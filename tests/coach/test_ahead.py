"""The look ahead: futures that can be worked out by hand, sharper with more of them, cancelled by newer questions."""

import pickle

import pytest

from game.coach.ahead import Looking, Question, band, blocks, look
from game.jobs import Pool
from game.levers import Decision
from game.run import play_turn, start
from tests.coach.small import level, pack
from tests.run.small import pack as lucky

DRAINED = (Decision("order_up_to", "loaf", 0),)


def test_without_luck_all_futures_are_the_same() -> None:
    """Ten a day, ordered up to 20 and there the next day: 10 are left every evening.

    Ordered up to 0, the 10 of Sunday evening and the 10 on the road go out on Monday and Tuesday.
    """
    run = play_turn(start(pack(level()), 1))
    found = look(Question.of(run, DRAINED), 80)
    assert found.now.stock["loaf"].low == (10.0,) * 21
    assert found.planned.stock["loaf"].high == (10.0, *[0.0] * 20)
    assert found.now.service.middle == (1.0, 1.0, 1.0)
    assert found.planned.service.middle == (20 / 70, 0.0, 0.0)
    assert (found.now.dry["loaf"].middle, found.planned.dry["loaf"].middle) == (0.0, 1.0)
    assert found.now.days == tuple(range(7, 28))
    assert found.now.insolvent.middle == 0.0


def test_cash_and_the_cost_of_keeping() -> None:
    """A day brings 50 and costs 20. Ten loaves worth 2 each at 36.5 % a year cost 2 cents a day."""
    kept = pack(level(money={"opening_cash": 1000, "storage_rate": 36.5}, item={"value": 2.0}))
    run = play_turn(start(kept, 1))
    found = look(Question.of(run), 10).now
    start_cash = int(run.history.closing("cash")[0, 0])
    assert found.cash.middle[0] == start_cash + 5000 - 2000 - 2
    assert found.holding.middle == 21 * 2


def test_a_coin_may_fall_either_way() -> None:
    """Demand is poisson with mean 0.69, so that a day without a customer has the chance 0.5016."""
    coin = pack(level(demand={"pattern": "poisson", "mean": 0.69}, loop={"order_up_to": 0}, item={"opening_stock": 1}))
    run = start(coin, 1)
    found = look(Question.of(run), 1000).now
    assert found.futures == 1000
    assert found.dry["loaf"].high > 0.999  # within three weeks somebody comes
    stays = band_share(found.stock["loaf"].high)
    assert stays == 3  # 0.5 ** 3 = 0.125 of the futures still have it after day 3, 0.06 after day 4


def band_share(high: tuple[float, ...]) -> int:
    return sum(1 for units in high if units == 1.0)


def test_bands_are_values_that_occur() -> None:
    import numpy as np

    found = band(np.arange(100)[::-1][None, :])
    assert (found.low, found.middle, found.high) == ((10,), (50,), (90,))


def test_blocks_hold_each_future_once() -> None:
    parts = list(blocks(1000))
    assert parts[0] == (0, 64)
    assert [first for first, _ in parts[1:]] == [sum(count for _, count in parts[:k]) for k in range(1, len(parts))]
    assert sum(count for _, count in parts) == 1000


@pytest.mark.parametrize("workers", [0, 2])
def test_a_pool_gives_the_same_answer_block_by_block(workers: int) -> None:
    run = play_turn(start(lucky(), 1))
    question = Question.of(run, (Decision("cards", "tube", 6),))
    whole = look(question, 220)
    with Pool(workers) as pool:
        looking, seen = Looking(pool, question, 220), set()
        while not looking.over:
            pool.pump(0.05)
            if looking.answer:
                seen.add((looking.answer.now.futures, len(looking.answer.now.days)))
        assert looking.answer == whole
    if workers == 0:
        assert seen == {(64, 7), (64, 21), (220, 21)}


def test_a_newer_question_ends_an_older_one() -> None:
    run = play_turn(start(lucky(), 1))
    pool = Pool(0)
    older = Looking(pool, Question.of(run), 500)
    pool.pump()
    older.cancel()
    newer = Looking(pool, Question.of(run), 64)
    pool.pump()
    pool.pump()
    assert (older.over, newer.over) == (True, True)


def test_a_question_travels_with_what_is_known_and_no_more() -> None:
    run = play_turn(start(lucky(), 1))
    question = Question.of(run, (Decision("cards", "tube", 6),))
    assert look(pickle.loads(pickle.dumps(question)), 40) == look(question, 40)  # noqa: S301
    assert not hasattr(question.known, "tape")


def test_the_plan_in_force_stays_as_it_is() -> None:
    run = play_turn(start(lucky(), 1))
    before = run.state.settings["cards"].copy()
    look(Question.of(run, (Decision("cards", "tube", 6),)), 10)
    assert (run.state.settings["cards"] == before).all()
