"""What stands on the tape: shapes, addresses, splits of days, and that changes move no other draw."""

from dataclasses import fields
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import luck, tape
from tests.tape.small import plant, stream, table

FIELDS = tuple(field.name for field in fields(tape.Tape))
PERIODS = (5 * 7 + 3) * 2
PART_NEAR, PART_FAR, PRODUCT = 0, 1, 2


def test_shapes_and_kinds() -> None:
    made = tape.make(plant(), [1, 2, 3])
    by_item = dict.fromkeys(("scrap_bits", "made_bits", "record_bits", "record_up"), 2)
    entities = {"demand": 2, "failure_bits": 2, "repair": 2, "active": 2, **by_item}
    for name in FIELDS:
        array = getattr(made, name)
        assert array.shape == (entities.get(name, 3), PERIODS, 3)
        assert array.dtype == (bool if name == "active" else np.int64)
        assert not array.flags.writeable


def test_words_stand_at_their_addresses() -> None:
    made = tape.make(plant(), [11])
    offer = luck.words("luck", 11, "offer part/far", PERIODS)
    line = luck.words("luck", 11, "station line", PERIODS)
    item = luck.words("luck", 11, "item product", PERIODS)
    shop = luck.words("luck", 11, "demand shop", PERIODS)
    for t in range(PERIODS):
        word = int(offer[t])
        assert made.late_bits[PART_FAR, t, 0] == word >> 20 & 0xFFFFF
        assert made.defect_bits[PART_FAR, t, 0] == word & 0xFFFFF
        assert made.scrap_bits[1, t, 0] == int(item[t]) & 0xFFFFF
        assert made.failure_bits[0, t, 0] == int(line[t]) >> 40
        steps = int(luck.geometric(1000).draw(np.array(int(line[t]) >> 16 & 0xFFFFFF)))
        assert made.repair[0, t, 0] == int(steps * 45_001 / 1000 + 0.5), "thousandths of 45.001 minutes"
        lead = luck.gamma(8.0, 0.5, low=1)
        assert made.transit[PART_FAR, t, 0] == lead.draw(np.array(word >> 40))
        if t % 2 == 0:
            quantity = luck.poisson(9.0).draw(np.array(int(shop[t]) >> 40))
            assert made.demand[0, t : t + 2, 0].tolist() == [quantity // 2, quantity - quantity // 2]


def test_what_does_not_vary() -> None:
    made = tape.make(plant(), [1, 2])
    assert (made.transit[PART_NEAR] == 3).all()
    assert not made.transit[PRODUCT].any()
    assert (made.demand[1].reshape(-1, 2, 2).sum(axis=1) == 5).all()
    assert not made.failure_bits[1].any()
    assert not made.scrap_bits[0].any()


def test_what_is_not_used_takes_no_room() -> None:
    quiet = plant(
        item=({"id": "product", "name": "P", "offer": ({"supplier": "near", "price": 1.0, "lead_time_days": 0.0},)},),
        station=(),
        disruption=(),
    )
    made = tape.make(quiet, range(4))
    for name in ("late_bits", "defect_bits", "scrap_bits", "failure_bits", "repair", "active"):
        array = getattr(made, name)
        assert not array.any()
        assert array.strides[-2:] == (0, 0)


def test_quality_and_records_have_bits_of_their_own_in_the_word_of_an_item() -> None:
    part, product = table()["item"]
    make = {**product["make"], "scrap": 0.1, "defects": 0.1}
    changed = tape.make(plant(item=(part, {**product, "make": make, "record_error": 0.1})), [11])
    words = luck.words("luck", 11, "item product", PERIODS)
    assert (changed.scrap_bits[1, :, 0] == (words & np.uint64(2**20 - 1)).astype(np.int64)).all()
    assert (changed.record_bits[1, :, 0] == ((words >> np.uint64(20)) & np.uint64(2**20 - 1)).astype(np.int64)).all()
    assert (changed.made_bits[1, :, 0] == ((words >> np.uint64(40)) & np.uint64(2**20 - 1)).astype(np.int64)).all()
    assert (changed.record_up[1, :, 0] == ((words >> np.uint64(60)) & np.uint64(1)).astype(np.int64)).all()


def test_a_batch_is_its_runs_side_by_side() -> None:
    batch = tape.make(plant(), [5, 9, 2])
    for r, seed in enumerate([5, 9, 2]):
        alone = tape.make(plant(), [seed])
        for name in FIELDS:
            assert (getattr(batch, name)[:, :, [r]] == getattr(alone, name)).all()


def test_seeds_differ_and_repeat() -> None:
    assert tape.make(plant(), [1]).digest() == tape.make(plant(), [1]).digest()
    assert len({tape.make(plant(), [seed]).digest() for seed in range(20)}) == 20


def unchanged(changed: tape.Tape, *but: str) -> None:
    usual = tape.make(plant(), [1, 2])
    for name in set(FIELDS) - set(but):
        assert (getattr(usual, name) == getattr(changed, name)).all(), name


def test_another_chance_moves_no_other_draw() -> None:
    events = table()["disruption"]
    other = ({**events[0], "chance": {"start": 0.5, "mean_days": 9.0}}, events[1])
    changed = tape.make(plant(disruption=other), [1, 2])
    unchanged(changed, "active")
    assert (changed.active[1] == tape.make(plant(), [1, 2]).active[1]).all()


def test_another_demand_moves_no_other_draw() -> None:
    streams = (stream("new", pattern="poisson", mean=3.0), *table()["stream"])
    changed = tape.make(plant(stream=streams), [1, 2])
    unchanged(changed, "demand")
    assert (changed.demand[1:] == tape.make(plant(), [1, 2]).demand).all()


def test_another_lead_time_moves_no_other_draw() -> None:
    part, product = table()["item"]
    near, far = part["offer"]
    longer = {**far, "lead_time_days": {"mean": 9.0, "cv": 0.5}, "on_time": 0.5}
    changed = tape.make(plant(item=({**part, "offer": (longer, near)}, product)), [1, 2])
    usual = tape.make(plant(), [1, 2])
    assert (changed.late_bits[0] == usual.late_bits[PART_FAR]).all()
    assert (changed.transit[0] >= usual.transit[PART_FAR]).all(), "the same luck on a longer way"
    unchanged(changed, "transit", "late_bits", "defect_bits")


def test_the_longer_game_begins_like_the_shorter() -> None:
    calendar = table()["calendar"]
    longer = tape.make(plant(calendar={**calendar, "turns": 9}), [3])
    shorter = tape.make(plant(), [3])
    for name in FIELDS:
        assert (getattr(longer, name)[:, :PERIODS] == getattr(shorter, name)).all()


@pytest.mark.parametrize(
    ("profile", "units", "split"),
    [
        ((), 5, [2, 3]),
        ((1.0, 3.0), 5, [1, 4]),
        ((0.0, 1.0), 5, [0, 5]),
        ((1.0, 0.0), 5, [5, 0]),
        ((0.1, 0.2), 6, [2, 4]),
        ((0.7, 0.3), 10, [7, 3]),
    ],
)
def test_a_day_is_split_by_its_profile(profile: tuple[float, ...], units: int, split: list[int]) -> None:
    made = tape.make(plant(stream=(stream("plain", profile, pattern="constant", units=units),)), [1])
    assert made.demand[0, :4, 0].tolist() == split * 2


@given(st.lists(st.floats(0, 100), min_size=4, max_size=4), st.integers(0, 10_000))
def test_any_profile_loses_nothing(profile: list[float], units: int) -> None:
    shares = tape.day_shares(tuple(profile), 4)
    sums = [units * share.numerator // share.denominator for share in shares]
    assert shares[-1] == 1
    assert sums[-1] == units
    assert sums == sorted(sums)


def test_equal_parts_without_weights() -> None:
    assert tape.day_shares((), 8) == tuple(Fraction(k, 8) for k in range(1, 9))


def test_history_reaches_the_tape() -> None:
    rows = "date,item,units\n" + "".join(f"2025-06-{2 + day:02},bread,{day}\n" for day in range(14))
    bread = stream("shop", pattern="history", file="data/b.csv", item="bread", mode="replay")
    made = tape.make(plant(data={"data/b.csv": rows}, stream=(bread,)), [1])
    assert made.demand[0].reshape(-1, 2).sum(axis=1)[:16].tolist() == [*range(14), 0, 1]


def test_repairs_are_exponential() -> None:
    made = tape.make(plant(), range(300))
    repair = made.repair[0] / 1000
    count = repair.size
    assert repair.mean() == pytest.approx(45, abs=4.5 * 45 / count**0.5)
    assert repair.std() == pytest.approx(45, rel=0.03)
    assert (repair > 90).mean() == pytest.approx(np.exp(-2), abs=0.01)


def test_failures_and_repairs_are_strangers() -> None:
    made = tape.make(plant(), range(300))
    correlation = np.corrcoef(made.failure_bits[0].ravel(), made.repair[0].ravel())[0, 1]
    assert abs(correlation) < 4.5 / made.repair[0].size ** 0.5


def test_digest_sees_every_array() -> None:
    made = tape.make(plant(), [1])
    digests = {made.digest()}
    for name in FIELDS:
        array = np.array(getattr(made, name))
        array[-1, -1, -1] = not array[-1, -1, -1]
        digests.add(tape.Tape(**{n: array if n == name else getattr(made, n) for n in FIELDS}).digest())
    assert len(digests) == len(FIELDS) + 1


@pytest.mark.parametrize(("stretch", "part"), [(1, 1), (7, 3), (16, 16), (256, 16)])
def test_a_reel_shows_each_period_as_the_tape_does(monkeypatch: pytest.MonkeyPatch, stretch: int, part: int) -> None:
    """Also when it goes back, and when its stretches begin within a counter of four words."""
    monkeypatch.setattr(tape, "STRETCH", stretch)
    monkeypatch.setattr(tape, "PART", part)
    whole, reel = tape.make(plant(), [5, 6, 7]), tape.Reel(plant(), [5, 6, 7])
    assert np.array_equal(reel.active, whole.active)
    for t in (*range(PERIODS), 3, 9, 2):
        for one, other in zip(reel.period(t), whole.period(t), strict=True):
            assert np.array_equal(one, other)
