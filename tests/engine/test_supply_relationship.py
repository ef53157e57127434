"""What suppliers remember (rule S10); a turn is a day here."""

import pytest

from tests.engine.supply_hand import Played, item, level, offer, play

STEADY = offer(steady_price=3.0, lead_time_days=1)


def _ordered(quantities: list[int]) -> Played:
    plant = level(item("a", STEADY), days=1, turns=len(quantities), relationship=True)
    return play(plant, {turn: {"a.quantity": units} for turn, units in enumerate(quantities)})


def test_steady_orders_earn_the_lower_price_after_eight_turns() -> None:
    # Eight orders of 10: no variation. What leaves from the ninth turn on costs 3.00.
    played = _ordered([10] * 11)
    assert played.posting("purchase") == [0] + [4000] * 8 + [3000] * 2


@pytest.mark.parametrize(("low", "high", "mark"), [(10, 10, 1), (9, 11, 1), (8, 12, 0), (4, 16, 0), (3, 17, -1)])
def test_variation_below_a_fifth_is_steady_and_above_three_fifths_wild(low: int, high: int, mark: int) -> None:
    # Mean 10, deviation high - 10: 0, 0.1, 0.2 (not below), 0.6 (not above), 0.7.
    assert _ordered([low, high] * 4).states[-1].steady[0, 0] == mark


def test_no_orders_are_neither() -> None:
    assert _ordered([0] * 8).states[-1].steady[0, 0] == 0


def test_wild_orders_take_a_day_more() -> None:
    # 0 and 20 by turns, then 7 on the ninth day: on the road for 2 days instead of 1.
    played = _ordered([0, 20] * 4 + [7, 0, 0])
    assert played.flow("arrived") == [0, 0, 20, 0, 20, 0, 20, 0, 20, 0, 7]


def test_dependence_is_used_after_twelve_turns() -> None:
    # 80 % for twelve turns: 4.00 * 1.02 = 4.08; twelve more: 400 * 1.0404 = 416.16, whole cents 416.
    plant = level(item("a", offer(share=80), offer("z", share=20)), days=1, turns=25, relationship=True)
    played = play(plant)
    assert [int(state.raised[0, 0]) for state in played.states[11:14]] == [1_000_000, 1_020_000, 1_020_000]
    assert played.states[24].raised[:, 0].tolist() == [1_040_400, 1_000_000]


def test_a_smaller_share_starts_the_count_again() -> None:
    plant = level(item("a", offer(share=80), offer("z", share=20)), days=1, turns=14, relationship=True)
    played = play(plant, {6: {"a.shares": {"s": 70, "z": 30}}, 7: {"a.shares": {"s": 80, "z": 20}}})
    assert played.states[-1].raised[0, 0] == 1_000_000
    assert played.states[-1].loyal[0, 0] == 7
