"""When disruptions are active, and what they change."""

import datetime

import numpy as np
import pytest

from game import luck, tape
from game.disruptions import Effects
from game.level import Chance
from tests.tape.small import plant, table, trouble

PERIODS = (5 * 7 + 3) * 2


def active(periods: int = PERIODS, seeds: int = 1, **keys: object) -> np.ndarray:
    """`bool[period, replication]` of one disruption at the station."""
    event = trouble("stop", kind="machine_failure", station="line", **keys)
    return tape.make(plant(disruption=(event,)), range(seeds)).active[0]


def runs(column: np.ndarray) -> list[tuple[int, int]]:
    """(start, length) of each stretch of true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], column.astype(int), [0]])))
    return [(int(a), int(b - a)) for a, b in edges.reshape(-1, 2)]


def test_fixed_dates() -> None:
    """Two periods a day: day 2 begins with period 2, 1.5 days are 3 periods, 0.2 days at least one."""
    found = active(at=({"day": 2, "days": 1.5}, {"day": 9, "days": 0.2}))
    assert runs(found[:, 0]) == [(2, 3), (16, 1)]


def test_the_first_day_is_day_one_and_the_end_cuts() -> None:
    assert runs(active(at=({"day": 1, "days": 1},))[:, 0]) == [(0, 2)]
    assert runs(active(at=({"day": 38, "days": 5},))[:, 0]) == [(PERIODS - 2, 2)]
    assert runs(active(at=({"day": 60, "days": 5},))[:, 0]) == []


def test_a_certain_start_pauses_for_the_period_in_which_it_ends() -> None:
    """Start probability 1 and length 1: active in every second period."""
    found = active(chance={"start": 1.0, "mean_days": 0.1})
    assert found[:, 0].tolist() == [True, False] * (PERIODS // 2)


def test_not_before_a_day() -> None:
    found = active(chance={"start": 1.0, "mean_days": 0.5, "not_before_day": 4})
    assert runs(found[:, 0])[0] == (6, 1)


def plain(chance: Chance, words: list[int]) -> list[bool]:
    """The rule, period by period."""
    lasts = luck.geometric(chance.mean_days * 2)
    result, left, ended = [], 0, False
    for t, word in enumerate(words):
        up = left == 0 and not ended
        ended = False
        if up and t >= (chance.not_before_day - 1) * 2 and word >> 40 < luck.threshold(chance.start):
            left = int(lasts.draw(np.array(word >> 16 & 0xFFFFFF)))
        result.append(left > 0)
        if left:
            left -= 1
            ended = left == 0
    return result


@pytest.mark.parametrize(("start", "days", "first"), [(0.05, 2.0, 1), (0.3, 1.0, 3), (0.9, 0.5, 2), (0.02, 20.0, 1)])
def test_drawn_as_the_rule_says(start: float, days: float, first: int) -> None:
    keys = {"start": start, "mean_days": days, "not_before_day": first}
    found = active(seeds=8, chance=keys)
    for seed in range(8):
        words = luck.words("luck", seed, "disruption stop", PERIODS).tolist()
        assert found[:, seed].tolist() == plain(Chance(**keys), words)


def test_share_of_time_down() -> None:
    """Up 1 + 1/p periods on average (one of rest), down m: over a long time m / (m + 1 + (1 - p)/p) of it."""
    calendar = {**table()["calendar"], "turns": 60}
    event = trouble("stop", kind="machine_failure", station="line", chance={"start": 0.1, "mean_days": 3.0})
    found = tape.make(plant(calendar=calendar, disruption=(event,)), range(100)).active[0]
    assert found[100:].mean() == pytest.approx(6 / (6 + 1 + 9), abs=0.02)


def effect(**keys: object) -> Effects:
    found = plant(disruption=(trouble("x", at=({"day": 1, "days": 1},), **keys),))
    return tape.make(found, [1]).effects(found)[0]


def test_a_two_state_supplier() -> None:
    """Up to down 0.04 a period, down to up 0.25: up 0.25 / 0.29 of the time, 4 periods down, 25 up on average, and in
    0.04 * 0.25 / 0.29 of all periods down for exactly one, in that times 0.75**2 for exactly three (Snyder and Shen).
    """
    calendar = {"start": datetime.date(2026, 3, 2), "turns": 520, "days_per_turn": 92, "run_out_days": 0}
    out = trouble("out", kind="machine_failure", station="line", chance={"start": 0.04, "mean_days": 4.0})
    level = plant(calendar=calendar, disruption=(out,), stream=table()["stream"][1:])
    down = tape.make(level, range(21)).active[0]
    assert down.size > 10**6
    lengths = [length for seed in range(21) for _, length in runs(down[:, seed])]
    assert 1 - down.mean() == pytest.approx(0.25 / 0.29, rel=0.01)
    assert np.mean(lengths) == pytest.approx(4, rel=0.01)
    assert (down.size - down.sum()) / len(lengths) == pytest.approx(25, rel=0.01)
    for exactly in (1, 3):
        share = sum(length >= exactly for length in lengths) / down.size
        assert share == pytest.approx(0.04 * 0.25 / 0.29 * 0.75 ** (exactly - 1), rel=0.02), "its error is 0.7 %"


def test_effects() -> None:
    """Sources: 0 part/near, 1 part/far (region east), 2 product; streams: 0 shop, 1 plain; two periods a day."""
    assert effect(kind="supplier_outage", supplier="far") == Effects(down=(1,))
    assert effect(kind="regional_event", region="east", closed=True) == Effects(held=(1,))
    assert effect(kind="regional_event", region="home", extra_days=1.5) == Effects(extra=((0, 3),))
    assert effect(kind="transport_delay", suppliers=("far",), extra_days=2) == Effects(extra=((1, 4),))
    both = effect(kind="transport_delay", suppliers=("far",), offers=("part/near", "part/far"), extra_days=1)
    assert both == Effects(extra=((0, 2), (1, 2)))
    assert effect(kind="demand_spike", streams=("plain",), factor=1.55) == Effects(demand=((1, 1_550_000),))
    assert effect(kind="demand_spike", factor=0.5) == Effects(demand=((0, 500_000), (1, 500_000)))
    assert effect(kind="machine_failure", station="pack") == Effects(stopped=(1,))
