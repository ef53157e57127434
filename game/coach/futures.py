"""Futures drawn from what is known: replications that agree with all that was announced and differ in the rest.

Luck of future f is that of the seed -1 - f, which no run has, at the addresses of every other tape; so the same
futures are drawn before and after a change, on every machine, whatever luck the run itself will have.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, fields, replace
from functools import lru_cache

import numpy as np

from game import luck, tape
from game.coach.known import Due, Known, place
from game.engine.stock import bad_among
from game.level import Disruption, Offer
from game.plant import Plant, ppm
from game.plant.build import lead_table, offer_lead_days
from game.state import State
from game.tape import Tape

TRIES = 12
"""Transits drawn for a load on the road until one agrees with its not having come."""
LOADS = 8
"""Loads of an offer that have luck of their own."""


@dataclass(frozen=True, eq=False)
class Futures:
    """A state and a tape of as many replications as there are futures."""

    state: State
    tape: Tape


def sample(known: Known, count: int, first: int = 0) -> Futures:
    """Futures `first` to `first + count - 1`."""
    plant, seeds = known.plant, tuple(-1 - future for future in range(first, first + count))
    drawn = _luck(plant, seeds)
    state = many(known.state, count)
    arrivals = np.array([_arrival(known, due, seeds) for due in known.road], dtype=np.int64).reshape(-1, count)
    place(plant, state, known.road, _in_order(known, arrivals))
    _repairs(plant, state, drawn, known.now)
    _hidden_defects(plant, state, seeds)
    _closed_days(known, state, drawn)
    return Futures(state, replace(drawn, active=_active(known, seeds)))


def many(state: State, count: int) -> State:
    """A state so many times over, side by side."""

    def repeated(array: np.ndarray) -> np.ndarray:
        return np.concatenate([array] * count, axis=-1)

    result = copy(state)
    for field in fields(state):
        value = getattr(state, field.name)
        if isinstance(value, np.ndarray):
            setattr(result, field.name, repeated(value))
    result.settings = {name: repeated(array) for name, array in state.settings.items()}
    return result


@lru_cache(maxsize=4)
def _luck(plant: Plant, seeds: tuple[int, ...]) -> Tape:
    """All luck of some futures, drawn once; only trouble depends on what is known."""
    return tape.make(plant, seeds)


@lru_cache(maxsize=512)
def _words(level_id: str, seeds: Sequence[int], name: str, count: int) -> np.ndarray:
    return luck.block(level_id, seeds, name, count)


def _arrival(known: Known, due: Due, seeds: tuple[int, ...]) -> np.ndarray:
    """A transit drawn anew, given that the load has not come; the first period from now on when none agrees."""
    plant = known.plant
    offer = plant.sources[due.source].offer
    assert offer
    clock = plant.clock
    announced = due.promised - due.left - _usual(plant, offer)
    transit = _transits(plant, due, offer, seeds) + max(0, announced)
    arrival = np.asarray(clock.next_open[np.maximum(due.left + np.maximum(transit, 1), 0)])
    agrees = arrival >= known.now
    first = np.take_along_axis(arrival, agrees.argmax(axis=0)[None, :], axis=0)[0]
    return np.where(agrees.any(axis=0), first, int(clock.next_open[known.now]))


def _usual(plant: Plant, offer: Offer) -> int:
    return max(1, plant.periods(offer_lead_days(offer.lead_time_days)))


def _transits(plant: Plant, due: Due, offer: Offer, seeds: tuple[int, ...]) -> np.ndarray:
    """`[try, future]` periods on the road, lateness included; offers of one milk run share them."""
    line = plant.source_name(plant.supply.together(due.source)[0])
    words = _words(plant.level.id, seeds, f"known {line}", TRIES * LOADS)
    start = due.left % LOADS * TRIES
    own = words[start : start + TRIES]
    table = lead_table(offer.lead_time_days, plant.clock.per_day)
    transit = table.draw(luck.cut(own, luck.FIRST)) if table else np.full(own.shape, _usual(plant, offer))
    late = luck.cut(own, luck.MIDDLE) < (10**6 - ppm(offer.on_time)) * 2**20 // 10**6
    return np.asarray(transit + late * plant.periods(offer.late_by_days))


def _in_order(known: Known, arrivals: np.ndarray) -> np.ndarray:
    """Loads of an offer do not overtake, unless they may."""
    latest: dict[int, np.ndarray] = {}
    for row, due in enumerate(known.road):
        offer = known.plant.sources[due.source].offer
        if due.source in latest and offer and not offer.may_overtake:
            arrivals[row] = np.maximum(arrivals[row], latest[due.source])
        latest[due.source] = arrivals[row]
    return arrivals


def _repairs(plant: Plant, state: State, drawn: Tape, now: int) -> None:
    """A repair under way takes as long again as one that begins now: it has no memory."""
    for station, _ in plant.failing:
        down = state.repair_left[station] > 0
        if down.any():
            state.repair_left[station] = np.where(down, drawn.repair[station, now], 0)


def _hidden_defects(plant: Plant, state: State, seeds: tuple[int, ...]) -> None:
    """Each lot holds bad units as a receipt of its size would."""
    for item, row in plant.lot_of.items():
        share = _bad_share(plant, state, item)
        ages = np.flatnonzero(state.lots[row].any(axis=1)).tolist()
        if share and ages:
            words = _words(plant.level.id, seeds, f"known {plant.items[item].id}", state.lots.shape[1])
            bits = luck.cut(words[ages], luck.LAST)
            state.bad[row, ages] = bad_among(state.lots[row, ages], share, bits)


def _bad_share(plant: Plant, state: State, item: int) -> int:
    """Parts per million of bad units to be expected in a lot."""
    station = plant.sources[plant.sources_of[item][0]].station
    if station is not None:
        stops = bool(state.settings["stop_the_line"][station, 0])
        return 0 if stops else plant.production.bad.get(item, 0)
    offers = [(plant.sources[s].offer, int(state.settings["shares"][s, 0])) for s in plant.sources_of[item]]
    return sum(ppm(offer.defects) * part for offer, part in offers if offer) // 100


def _closed_days(known: Known, state: State, drawn: Tape) -> None:
    """Demand of the closed days just passed joins that of the next open one."""
    last = int(known.plant.clock.last_open[known.now])
    state.carried += drawn.demand[:, last + 1 : known.now].sum(axis=1)


def _active(known: Known, seeds: tuple[int, ...]) -> np.ndarray:
    """`[disruption, period, future]` from now on: what is under way lasts on, what was announced begins."""
    plant = known.plant
    rows = [_spells(known, x, trouble, seeds) for x, trouble in enumerate(plant.level.disruption)]
    empty = np.zeros((0, plant.clock.end, len(seeds)), dtype=bool)
    return np.stack(rows) if rows else empty


def _spells(known: Known, index: int, trouble: Disruption, seeds: tuple[int, ...]) -> np.ndarray:
    plant, now = known.plant, known.now
    end = plant.clock.end
    words = _words(plant.level.id, seeds, f"disruption {trouble.id}", end)
    lasts = luck.geometric(_mean_days(trouble) * plant.clock.per_day).draw(luck.cut(words, luck.SECOND))
    active = np.zeros((end, len(seeds)), dtype=bool)
    free = np.full(len(seeds), now)
    periods = np.arange(end)[:, None]
    for start, announced in [(start, announced) for x, start, announced in known.trouble if x == index]:
        begins = start if announced else now
        stop = begins + lasts[min(begins, end - 1)] - (0 if announced else 1)
        active |= (periods >= begins) & (periods < stop)
        free = np.maximum(free, stop + 1)
    if trouble.chance:
        earliest = max((trouble.chance.not_before_day - 1) * plant.clock.per_day, now + _warned(plant, trouble, now))
        starts = luck.cut(words, luck.FIRST) < luck.threshold(trouble.chance.start)
        _begin(active, starts, lasts, np.maximum(free, earliest))
    return active


def _begin(active: np.ndarray, starts: np.ndarray, lasts: np.ndarray, free: np.ndarray) -> None:
    for f in np.flatnonzero(starts.any(axis=0)).tolist():
        for start in np.flatnonzero(starts[:, f]).tolist():
            if start >= free[f]:
                active[start : start + lasts[start, f], f] = True
                free[f] = start + lasts[start, f] + 1


def _warned(plant: Plant, trouble: Disruption, now: int) -> int:
    """Periods ahead in which it would have been announced; before the first turn nothing was."""
    return plant.periods(trouble.warn_days) if now else 0


def _mean_days(trouble: Disruption) -> float:
    if trouble.chance:
        return trouble.chance.mean_days
    days = [occurrence.days for occurrence in trouble.at]
    return sum(days) / len(days)
