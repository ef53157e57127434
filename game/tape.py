"""The tape: all that luck decides in a run, realised before play from (level, seed). No decision changes it.

Each stream, offer, made item, station and disruption has one word of luck a period, at an address of its own
(`luck.words`), cut into fields; so a changed probability or setting moves no other draw. Arrays are
`[entity, period, replication]`, one replication a seed. What a level does not use is zeros that take no room.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from itertools import accumulate

import numpy as np

from game import demand, disruptions, luck
from game.demand import Span
from game.disruptions import Effects
from game.level import Chance, Disruption, Stream
from game.plant import Plant
from game.plant.build import lead_table, offer_lead_days
from game.plant.terms import thousandths

REPAIR_STEPS = 1000
MADE = luck.Field(40, 20)
SIGN = luck.Field(60, 1)
"""Further fields of an item's word, beside `luck.MIDDLE` for records and `luck.LAST` for scrap."""
LATER = ("made_bits", "record_bits", "record_up")
"""Luck that older levels do not use: left out of the digest where it is all zeros."""


@dataclass(frozen=True, eq=False)
class Tape:
    """See the module; int64, `active` bool.

    `demand` units drawn, before factors; `transit` drawn lead time in periods of a departure in the period;
    `late_bits`, `defect_bits` (by source), `scrap_bits`, `made_bits` (bad units made) and
    `record_bits` (by item) 20 bits, `record_up` 1 where a wrong booking adds; `failure_bits` 24 bits and `repair`
    thousandths of a minute (by station); `active` whether a disruption is.
    """

    demand: np.ndarray
    transit: np.ndarray
    late_bits: np.ndarray
    defect_bits: np.ndarray
    scrap_bits: np.ndarray
    made_bits: np.ndarray
    record_bits: np.ndarray
    record_up: np.ndarray
    failure_bits: np.ndarray
    repair: np.ndarray
    active: np.ndarray

    def effects(self, plant: Plant) -> tuple[Effects, ...]:
        """What each disruption changes while `active`, in file order."""
        return disruptions.effects(plant)

    def digest(self) -> str:
        """Sixteen hex digits over all arrays, little-endian: the same on every machine."""
        found = hashlib.blake2b(digest_size=8)
        for name in (field.name for field in fields(self)):
            array = getattr(self, name)
            if name in LATER:
                if not array.any():
                    continue
                found.update(name.encode())
            found.update(str(array.shape).encode())
            found.update(np.ascontiguousarray(array, dtype="?" if array.dtype == bool else "<i8").tobytes())
        return found.hexdigest()


def make(plant: Plant, seeds: Sequence[int]) -> Tape:
    """Draw everything that luck decides over the periods of `plant`, one replication a seed."""
    reel = _Reel(plant, tuple(seeds))
    transit, late, defects = _supply(reel)
    failures, repair = _machines(reel)
    streams, troubles = plant.level.stream, plant.level.disruption
    drifting = [item for item, _ in plant.production.drifting]
    return Tape(
        demand=reel.rows(len(streams), {d: _demand(reel, stream) for d, stream in enumerate(streams)}),
        transit=transit,
        late_bits=late,
        defect_bits=defects,
        scrap_bits=_item_bits(reel, luck.LAST, reel.plant.scrap.nonzero()[0].tolist()),
        made_bits=_item_bits(reel, MADE, reel.plant.production.bad),
        record_bits=_item_bits(reel, luck.MIDDLE, drifting),
        record_up=_item_bits(reel, SIGN, drifting),
        failure_bits=failures,
        repair=repair,
        active=reel.rows(len(troubles), {x: _active(reel, trouble) for x, trouble in enumerate(troubles)}, bool),
    )


@dataclass(frozen=True)
class _Reel:
    plant: Plant
    seeds: tuple[int, ...]

    def words(self, kind: str, name: str) -> np.ndarray:
        """`uint64[period, replication]`: the luck of one entity."""
        return luck.block(self.plant.level.id, self.seeds, f"{kind} {name}", self.plant.clock.end)

    def rows(self, count: int, used: Mapping[int, np.ndarray], kind: type = np.int64) -> np.ndarray:
        """`[entity, period, replication]` with the arrays of the entities that use luck, zeros for others."""
        shape = (count, self.plant.clock.end, len(self.seeds))
        if not used:
            return np.broadcast_to(np.zeros((), dtype=kind), shape)
        result: np.ndarray = np.zeros(shape, dtype=kind)
        for entity, values in used.items():
            result[entity] = values
        result.flags.writeable = False
        return result


def _supply(reel: _Reel) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Transit, lateness and defects of departures: a word each, 24 + 20 + 20 bits."""
    plant = reel.plant
    transit, late, defects = {}, {}, {}
    for s, source in enumerate(plant.sources):
        offer = source.offer
        if offer is None:
            continue
        table = lead_table(offer.lead_time_days, plant.clock.per_day)
        if not table:
            transit[s] = np.array(plant.periods(offer_lead_days(offer.lead_time_days)))
        if table or offer.on_time < 1 or s in plant.supply.flawed:
            own = reel.words("offer", plant.source_name(s))
            words = own if offer.route is None else reel.words("route", offer.route)
            late[s], defects[s] = luck.cut(words, luck.MIDDLE), luck.cut(own, luck.LAST)
            if table:
                transit[s] = table.draw(luck.cut(words, luck.FIRST))
    count = len(plant.sources)
    return reel.rows(count, transit), reel.rows(count, late), reel.rows(count, defects)


def _machines(reel: _Reel) -> tuple[np.ndarray, np.ndarray]:
    """Failures and, exponential about the mean, repair times of the stations that fail."""
    stations = reel.plant.level.station
    failures, repair = {}, {}
    for w, _ in reel.plant.failing:
        words = reel.words("station", stations[w].id)
        failures[w] = luck.cut(words, luck.FIRST)
        steps = luck.geometric(REPAIR_STEPS).draw(luck.cut(words, luck.SECOND))
        repair[w] = (steps * thousandths(stations[w].repair_minutes) + REPAIR_STEPS // 2) // REPAIR_STEPS
    return reel.rows(len(stations), failures), reel.rows(len(stations), repair)


def _item_bits(reel: _Reel, field: luck.Field, items: Iterable[int]) -> np.ndarray:
    """A field of the words of some items."""
    names = reel.plant.items
    return reel.rows(len(names), {i: luck.cut(reel.words("item", names[i].id), field) for i in items})


def _demand(reel: _Reel, stream: Stream) -> np.ndarray:
    """Units of each period from its field of 24 bits, or from that of its day's first."""
    level, per_day = reel.plant.level, reel.plant.clock.per_day
    figures = demand.figures(stream)
    span = Span(level.calendar.start, reel.plant.clock.end // per_day, reel.plant.pack.data)
    bits = np.zeros((reel.plant.clock.end, 1), dtype=np.int64)
    if figures.draws:
        bits = luck.cut(reel.words("demand", figures.luck or stream.id), luck.FIRST)
    return figures.periods(span, bits, day_shares(stream.day_profile, per_day))


def day_shares(profile: tuple[float, ...], per_day: int) -> tuple[Fraction, ...]:
    """The share of a day's demand up to and including each period; equal parts without weights."""
    weights = [Fraction(repr(float(weight))) for weight in profile]
    if not any(weights):
        weights = [Fraction(1)] * per_day
    total = sum(weights)
    return tuple((part / total).limit_denominator(10**9) for part in accumulate(weights))


def _active(reel: _Reel, disruption: Disruption) -> np.ndarray:
    """`bool[period, replication]`, at fixed dates or drawn."""
    plant = reel.plant
    active = np.zeros((plant.clock.end, len(reel.seeds)), dtype=bool)
    for occurrence in disruption.at:
        start = (occurrence.day - 1) * plant.clock.per_day
        active[start : start + max(1, plant.periods(occurrence.days))] = True
    if disruption.chance:
        _draw_active(disruption.chance, plant, reel.words("disruption", disruption.id), active)
    return active


def _draw_active(chance: Chance, plant: Plant, words: np.ndarray, active: np.ndarray) -> None:
    """Starts while up, lasts a geometric time, and does not start again in the period in which it ends."""
    per_day = plant.clock.per_day
    free = [(chance.not_before_day - 1) * per_day] * words.shape[1]
    drawn = np.nonzero(luck.cut(words, luck.FIRST) < luck.threshold(chance.start))
    lasts = luck.geometric(chance.mean_days * per_day).draw(luck.cut(words[drawn], luck.SECOND))
    for start, replication, periods in zip(*(found.tolist() for found in (*drawn, lasts)), strict=True):
        if start >= free[replication]:
            active[start : start + periods, replication] = True
            free[replication] = start + periods + 1
