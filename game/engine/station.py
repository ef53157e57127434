"""A station's period: repair, setup, work, turning to the next item; minutes split exactly (rules 13 and 17).

Everything is counted in thousandths of a minute, replication by replication in one sweep.
"""

from dataclasses import dataclass

import numpy as np

from game.engine.context import Period, any_of
from game.engine.crew import lost_to_strain, minutes_at_hand, unit_work
from game.engine.quality import come_off
from game.engine.share import May
from game.engine.start import begin_units
from game.engine.stock import need
from game.plant import PPM
from game.state import KANBAN, Array, Flags


@dataclass(eq=False)
class _Bench:
    """A station in this period: minutes left `[R]`, what may still begin and whether it has, by item."""

    p: Period
    station: int
    items: tuple[int, ...]
    left: Array
    may: May
    cover: Array
    has_begun: dict[int, Flags]


def work(p: Period, station: int, may: May, cover: Array) -> None:
    """Play one station through the period."""
    items = p.plant.station_items[station]
    never = np.zeros(p.state.replications, dtype=bool)
    bench = _Bench(p, station, items, _minutes(p, station), may, cover, {item: never.copy() for item in items})
    p.state.ran[station] = 0
    _stand(bench)
    _set_up(bench)
    _run(bench)
    for _ in range(2 * len(items) + 1):
        if not _begin_or_turn(bench):
            break
        _set_up(bench)
        _run(bench)
    _book_rest(bench)


def _minutes(p: Period, station: int) -> Array:
    state = p.state
    minutes, kept = minutes_at_hand(p, station)
    repair = np.minimum(state.repair_left[station], kept)
    state.repair_left[station] -= repair
    left = np.where(p.force.working[station], (kept - repair) * _hands(p, station) // PPM, 0)
    p.flow("down")[station] += minutes - left
    return left


def _hands(p: Period, station: int) -> Array | int:
    """The share of its minutes that a station can work, in ppm; who is cross-trained stands in for who is missing."""
    present = p.force.hands.get(station)
    if present is None:
        return PPM
    return np.asarray(present + (PPM - present) * p.value("stand_in", station, 0) // PPM)


def _stand(bench: _Bench) -> None:
    """The line stands while bad units are put right."""
    p, station = bench.p, bench.station
    stopped = np.minimum(p.state.stop_left[station], bench.left)
    if any_of(stopped):
        p.state.stop_left[station] -= stopped
        bench.left -= stopped
        p.flow("stopped")[station] += stopped
        p.flow("down")[station] += stopped


def _set_up(bench: _Bench) -> None:
    state, station = bench.p.state, bench.station
    setup = np.minimum(state.setup_left[station], bench.left)
    state.setup_left[station] -= setup
    bench.left -= setup
    bench.p.flow("setup")[station] += setup


def _run(bench: _Bench) -> None:
    p, state, station = bench.p, bench.p.state, bench.station
    run = np.minimum(state.work_left[station], bench.left)
    state.work_left[station] -= run
    bench.left -= run
    state.ran[station] += run
    p.flow("running")[station] += run
    lost_to_strain(p, station, run)
    unit = np.maximum(state.unit_work[station], 1)
    left = np.minimum(state.begun[station], -(-state.work_left[station] // unit))
    made = np.where(state.setup_left[station] == 0, state.begun[station] - left, 0)
    if not any_of(made):
        return
    state.begun[station] -= made
    for item in bench.items:
        units = np.where(state.set_up[station] == item, made, 0)
        if any_of(units):
            come_off(p, station, item, units)
    _stand(bench)


def _begin_or_turn(bench: _Bench) -> bool:
    """Begin units of the item set up, else turn to another; whether anything changed in any replication."""
    state, station = bench.p.state, bench.station
    free = (bench.left > 0) & (state.begun[station] == 0)
    if not any_of(free):
        return False
    begins = np.zeros_like(free)
    for item in bench.items:
        here = free & (state.set_up[station] == item)
        if any_of(here):
            begins |= _begin(bench, item, here)
    turns = _turn(bench, free & ~begins)
    return bool(any_of(begins | turns))


def _begin(bench: _Bench, item: int, where: Flags) -> Flags:
    p, state, station = bench.p, bench.p.state, bench.station
    begins = where & (bench.may[item] > 0) & ~bench.has_begun[item]
    if any_of(begins):
        container, minutes = state.settings["container"][item], unit_work(p, item)
        fitting = -(-bench.left // np.maximum(container * minutes, 1)) * container
        fitting = np.where(minutes > 0, fitting, bench.may[item])
        units = np.where(begins, np.minimum(bench.may[item], fitting), 0)
        begin_units(p, item, units)
        state.begun[station] += units
        state.unit_work[station] = np.where(begins, minutes, state.unit_work[station])
        state.work_left[station] += need(p, item, units) * minutes
        bench.has_begun[item] |= begins
    return begins


def _turn(bench: _Bench, where: Flags) -> Flags:
    """Turn to the item of lowest cover that may begin and has its lot authorised."""
    p, state, station = bench.p, bench.p.state, bench.station
    if not any_of(where):
        return where
    able = np.array([_has_lot(p, item) & (bench.may[item] > 0) & ~bench.has_begun[item] for item in bench.items])
    best = np.where(able, bench.cover[list(bench.items)], np.inf).argmin(axis=0)
    turns = where & able.any(axis=0)
    chosen = np.array(bench.items)[best]
    state.set_up[station] = np.where(turns, chosen, state.set_up[station])
    for item in bench.items:
        here = turns & (chosen == item)
        due = p.value("setup_minutes", item, int(p.plant.setup_work[item]))
        state.setup_left[station] = np.where(here, due, state.setup_left[station])
        cost = p.value("setup_cost", item, int(p.plant.setup_cost[item]))
        p.post("setup", station, np.where(here, cost, 0))
    return turns


def _has_lot(p: Period, item: int) -> Flags:
    settings = p.state.settings
    enough: Flags = _authorised(p, item) >= settings["lot"][item] * settings["container"][item]
    return enough


def _authorised(p: Period, item: int) -> Array:
    units: Array = p.state.authorised[item] + p.state.authorised_refill[item]
    return units


def _book_rest(bench: _Bench) -> None:
    """Minutes left over: starved of components, blocked for want of a card, or idle."""
    p, station = bench.p, bench.station
    if not any_of(bench.left):
        return
    starved = np.zeros_like(bench.left, dtype=bool)
    kanban = np.zeros_like(starved)
    for item in bench.items:
        asked = (_authorised(p, item) > 0) & ((p.state.set_up[station] == item) | _has_lot(p, item))
        starved |= asked
        kanban |= p.state.settings["policy"][item] == KANBAN
    p.flow("starved")[station] += np.where(starved, bench.left, 0)
    p.flow("blocked")[station] += np.where(~starved & kanban, bench.left, 0)
    p.flow("idle")[station] += np.where(~starved & ~kanban, bench.left, 0)
