"""The tape: all that luck decides in a run, realised before play from (level, seed). No decision changes it.

Each stream, offer, made item, station and disruption has one word of luck a period, at an address of its own
(`luck.words`), cut into fields; so a changed probability or setting moves no other draw. Arrays are
`[entity, period, replication]`, one replication a seed. What a level does not use is zeros that take no room.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

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
STRETCH, PART = 256, 16
"""Periods whose words a reel holds, and those whose luck is cut from them at a time, for the processor's cache."""
LATER = ("made_bits", "record_bits", "record_up")
"""Luck that older levels do not use: left out of the digest where it is all zeros."""


class Luck(NamedTuple):
    """What is drawn for one period, as on the tape: `[entity, replication]`."""

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

    def period(self, t: int) -> Luck:
        """The luck of period t."""
        return Luck(*[array[:, t] for array in self._drawn])

    @cached_property
    def _drawn(self) -> tuple[np.ndarray, ...]:
        return tuple(getattr(self, name) for name in Luck._fields)

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


class Reel:
    """A tape of many replications that is never whole: demand and disruptions are, other luck is drawn for some
    periods at a time, so that long runs take no more room. For a run that is played from its first period on.
    """

    def __init__(self, plant: Plant, seeds: Sequence[int]) -> None:
        self._whole = _Draw(plant, tuple(seeds), 0, plant.clock.end)
        self._demand, self.active = _demands(self._whole), _troubles(self._whole)
        self._stretch = _Stretch(plant, tuple(seeds), 0, 0)
        self._first = self._last = 0
        self._some: tuple[np.ndarray, ...] = ()

    def effects(self, plant: Plant) -> tuple[Effects, ...]:
        """See `Tape`."""
        return disruptions.effects(plant)

    def period(self, t: int) -> Luck:
        """See `Tape`."""
        if not self._first <= t < self._last:
            self._turn_to(t)
        return Luck(self._demand[:, t], *(array[:, t - self._first] for array in self._some))

    def _turn_to(self, t: int) -> None:
        whole, stretch = self._whole, self._stretch
        if not stretch.first <= t < stretch.last:
            stretch = self._stretch = _Stretch(whole.plant, whole.seeds, t, min(t + STRETCH, whole.last))
        self._first, self._last = t, min(t + PART, stretch.last)
        self._some = _others(_Part(whole.plant, whole.seeds, t, self._last, stretch))


def make(plant: Plant, seeds: Sequence[int]) -> Tape:
    """Draw everything that luck decides over the periods of `plant`, one replication a seed."""
    draw = _Draw(plant, tuple(seeds), 0, plant.clock.end)
    arrays = (_demands(draw), *_others(draw), _troubles(draw))
    return Tape(*arrays)


@dataclass(frozen=True)
class _Draw:
    """Who draws for whom: periods `first` to `last - 1`."""

    plant: Plant
    seeds: tuple[int, ...]
    first: int
    last: int

    def words(self, kind: str, name: str) -> np.ndarray:
        """`uint64[period, replication]`: the luck of one entity."""
        count = self.last - self.first
        return luck.block(self.plant.level.id, self.seeds, f"{kind} {name}", count, self.first)

    def rows(self, count: int, used: Mapping[int, np.ndarray], kind: type = np.int64) -> np.ndarray:
        """`[entity, period, replication]` with the arrays of the entities that use luck, zeros for others."""
        shape = (count, self.last - self.first, len(self.seeds))
        if not used:
            return np.broadcast_to(np.zeros((), dtype=kind), shape)
        result: np.ndarray = np.zeros(shape, dtype=kind)
        for entity, values in used.items():
            result[entity] = values
        result.flags.writeable = False
        return result


class _Stretch(_Draw):
    """Keeps the words it has drawn."""

    @cached_property
    def kept(self) -> dict[str, np.ndarray]:
        """Words by name."""
        return {}

    def words(self, kind: str, name: str) -> np.ndarray:
        """See `_Draw`."""
        key = f"{kind} {name}"
        if key not in self.kept:
            self.kept[key] = super().words(kind, name)
        return self.kept[key]


@dataclass(frozen=True)
class _Part(_Draw):
    """Draws from the words of a stretch."""

    stretch: _Stretch

    def words(self, kind: str, name: str) -> np.ndarray:
        """See `_Draw`."""
        before = self.stretch.first
        return self.stretch.words(kind, name)[self.first - before : self.last - before]


def _demands(draw: _Draw) -> np.ndarray:
    streams = draw.plant.level.stream
    return draw.rows(len(streams), {d: _demand(draw, stream) for d, stream in enumerate(streams)})


def _troubles(draw: _Draw) -> np.ndarray:
    troubles = draw.plant.level.disruption
    return draw.rows(len(troubles), {x: _active(draw, trouble) for x, trouble in enumerate(troubles)}, bool)


def _others(draw: _Draw) -> tuple[np.ndarray, ...]:
    """All but demand and disruptions, in the tape's order."""
    made, drifting = draw.plant.production, [item for item, _ in draw.plant.production.drifting]
    return (
        *_supply(draw),
        _item_bits(draw, luck.LAST, draw.plant.scrap.nonzero()[0].tolist()),
        _item_bits(draw, MADE, made.bad),
        _item_bits(draw, luck.MIDDLE, drifting),
        _item_bits(draw, SIGN, drifting),
        *_machines(draw),
    )


def _supply(draw: _Draw) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Transit, lateness and defects of departures: a word each, 24 + 20 + 20 bits."""
    plant = draw.plant
    transit, late, defects = {}, {}, {}
    for s, source in enumerate(plant.sources):
        offer = source.offer
        if offer is None:
            continue
        table = lead_table(offer.lead_time_days, plant.clock.per_day)
        if not table:
            transit[s] = np.array(plant.periods(offer_lead_days(offer.lead_time_days)))
        if table or offer.on_time < 1 or s in plant.supply.flawed:
            own = draw.words("offer", plant.source_name(s))
            words = own if offer.route is None else draw.words("route", offer.route)
            late[s], defects[s] = luck.cut(words, luck.MIDDLE), luck.cut(own, luck.LAST)
            if table:
                transit[s] = table.draw(luck.cut(words, luck.FIRST))
    count = len(plant.sources)
    return draw.rows(count, transit), draw.rows(count, late), draw.rows(count, defects)


def _machines(draw: _Draw) -> tuple[np.ndarray, np.ndarray]:
    """Failures and, exponential about the mean, repair times of the stations that fail."""
    stations = draw.plant.level.station
    failures, repair = {}, {}
    for w, _ in draw.plant.failing:
        words = draw.words("station", stations[w].id)
        failures[w] = luck.cut(words, luck.FIRST)
        steps = luck.geometric(REPAIR_STEPS).draw(luck.cut(words, luck.SECOND))
        repair[w] = (steps * thousandths(stations[w].repair_minutes) + REPAIR_STEPS // 2) // REPAIR_STEPS
    return draw.rows(len(stations), failures), draw.rows(len(stations), repair)


def _item_bits(draw: _Draw, field: luck.Field, items: Iterable[int]) -> np.ndarray:
    """A field of the words of some items."""
    names = draw.plant.items
    return draw.rows(len(names), {i: luck.cut(draw.words("item", names[i].id), field) for i in items})


def _demand(draw: _Draw, stream: Stream) -> np.ndarray:
    """Units of each period from its field of 24 bits, or from that of its day's first."""
    level, per_day = draw.plant.level, draw.plant.clock.per_day
    figures = demand.figures(stream)
    span = Span(level.calendar.start, draw.plant.clock.end // per_day, draw.plant.pack.data)
    bits = np.zeros((draw.plant.clock.end, 1), dtype=np.int64)
    if figures.draws:
        bits = luck.cut(draw.words("demand", figures.luck or stream.id), luck.FIRST)
    return figures.periods(span, bits, day_shares(stream.day_profile, per_day))


def day_shares(profile: tuple[float, ...], per_day: int) -> tuple[Fraction, ...]:
    """The share of a day's demand up to and including each period; equal parts without weights."""
    weights = [Fraction(repr(float(weight))) for weight in profile]
    if not any(weights):
        weights = [Fraction(1)] * per_day
    total = sum(weights)
    return tuple((part / total).limit_denominator(10**9) for part in accumulate(weights))


def _active(draw: _Draw, disruption: Disruption) -> np.ndarray:
    """`bool[period, replication]`, at fixed dates or drawn."""
    plant = draw.plant
    active = np.zeros((plant.clock.end, len(draw.seeds)), dtype=bool)
    for occurrence in disruption.at:
        start = (occurrence.day - 1) * plant.clock.per_day
        active[start : start + max(1, plant.periods(occurrence.days))] = True
    if disruption.chance:
        _draw_active(disruption.chance, plant, draw.words("disruption", disruption.id), active)
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
