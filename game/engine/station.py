"""Stations side by side: repair, setup, work, turning to the next item; minutes split exactly (rules 13 and 17).

Everything is counted in thousandths of a minute. The stations of a wave, all their items and all replications go
through each round in one sweep: arrays are `[station, R]`, of items `[station, place, R]`.
"""

from dataclasses import dataclass, field

import numpy as np

from game.engine.context import Period, any_of
from game.engine.crew import Loss, lost_to_strain, minutes_at_hand, unit_work
from game.engine.quality import Flaws, send_on
from game.engine.start import begin_units, finish_units
from game.plant import PPM
from game.plant.together import Wave
from game.state import KANBAN, Array, Flags


@dataclass(eq=False)
class _Bench:
    """The stations in this period.

    By station: minutes `left`, `setup` and `task` minutes to do, units `begun` with `each` minutes for one, minutes
    `ran`. By item: its `cover`, units that `may` still begin, whether it is `on` the station, its `container` and `lot`
    in units and whether the lot was `ready` at first, `minutes` of a unit and of a container (`batch`), what is lost in
    making it and which are bad; units `entered`, those `needed` for them, units `done` and the bad ones that go on
    `unseen`, all of them not yet booked.
    """

    p: Period
    wave: Wave
    cover: Array
    may: Array
    on: Flags
    container: Array
    lot: Array
    ready: Flags
    minutes: Array
    batch: Array
    loss: Loss | None
    flaws: Flaws | None
    left: Array
    setup: Array
    task: Array
    begun: Array
    each: Array
    ran: Array
    entered: Array | None = None
    needed: Array | None = None
    done: Array | None = None
    unseen: Array | None = None
    turned: list[Flags] = field(default_factory=list)


def work(p: Period, wave: Wave, may: Array, cover: Array) -> None:
    """Play the stations of a wave through the period.

    Goods are booked when what was on the stations at first is done and once more at the end, because no item is begun
    twice in a period; only where the items of a station share goods after every round.
    """
    bench = _bench(p, wave, may, cover)
    _stand(bench)
    _set_up(bench)
    _run(bench)
    _book(bench)
    while _begin_or_turn(bench):
        _set_up(bench)
        _run(bench)
        if wave.entangled:
            _book(bench)
    _book(bench)
    _note(bench)
    _book_rest(bench)


def _bench(p: Period, wave: Wave, may: Array, cover: Array) -> _Bench:
    state, at = p.state, wave.at
    container, lot = (_placed(wave, state.settings[name].take(wave.items, axis=0)) for name in ("container", "lot"))
    minutes = _placed(wave, unit_work(p, wave))
    return _Bench(
        p=p,
        wave=wave,
        cover=_placed(wave, cover.take(wave.items, axis=0)),
        may=_placed(wave, may.take(wave.items, axis=0)) * (wave.names >= 0),
        on=state.set_up[at][:, None] == wave.names,
        container=container,
        lot=lot * container,
        ready=_authorised(p, wave) >= lot * container,
        minutes=minutes,
        batch=np.maximum(container * minutes, 1),
        loss=Loss.of(p, wave.items) if wave.making.scrapped else None,
        flaws=Flaws.of(p, wave) if wave.flawed else None,
        left=_minutes(p, wave),
        setup=state.setup_left[at].copy(),
        task=state.work_left[at].copy(),
        begun=state.begun[at].copy(),
        each=state.unit_work[at].copy(),
        ran=np.zeros_like(state.ran[at]),
    )


def _placed(wave: Wave, rows: np.ndarray) -> np.ndarray:
    """`[item, R]` as `[station, place, R]`."""
    return rows.reshape(*wave.names.shape[:2], -1)


def _minutes(p: Period, wave: Wave) -> Array:
    state, at = p.state, wave.at
    minutes, kept = minutes_at_hand(p, wave)
    repair = np.minimum(state.repair_left[at], kept)
    state.repair_left[at] -= repair
    left = (kept - repair) * p.force.working[at]
    for row, station in enumerate(wave.stations if p.force.hands else ()):
        left[row] = left[row] * _hands(p, station) // PPM
    p.flow("down")[at] += minutes - left
    return left


def _hands(p: Period, station: int) -> Array | int:
    """The share of its minutes that a station can work, in ppm; who is cross-trained stands in for who is missing."""
    present = p.force.hands.get(station)
    if present is None:
        return PPM
    return np.asarray(present + (PPM - present) * p.value("stand_in", station, 0) // PPM)


def _stand(bench: _Bench) -> None:
    """Lines stand while bad units are put right."""
    p, at = bench.p, bench.wave.at
    if any_of(p.state.stop_left[at]):
        stopped = np.minimum(p.state.stop_left[at], bench.left)
        p.state.stop_left[at] -= stopped
        bench.left -= stopped
        p.flow("stopped")[at] += stopped
        p.flow("down")[at] += stopped


def _set_up(bench: _Bench) -> None:
    if any_of(bench.setup):
        setup = np.minimum(bench.setup, bench.left)
        bench.setup -= setup
        bench.left -= setup
        bench.p.flow("setup")[bench.wave.at] += setup


def _run(bench: _Bench) -> None:
    if not any_of(bench.begun):
        return
    run = np.minimum(bench.task, bench.left)
    bench.task -= run
    bench.left -= run
    bench.ran += run
    lost_to_strain(bench.p, bench.wave, run)
    undone = np.minimum(bench.begun, -(-bench.task // np.maximum(bench.each, 1)))
    made = (bench.begun - undone) * (bench.setup == 0)
    if any_of(made):
        bench.begun -= made
        _come_off(bench, made[:, None] * bench.on)


def _come_off(bench: _Bench, units: Array) -> None:
    bench.done = units if bench.done is None else bench.done + units
    if bench.flaws:
        unseen, stops = bench.flaws.come_off(units)
        bench.unseen = unseen if bench.unseen is None else bench.unseen + unseen
        bench.p.state.stop_left[bench.wave.at] += stops * bench.p.plant.production.stop[bench.wave.at]
        _stand(bench)


def _begin_or_turn(bench: _Bench) -> bool:
    """Begin units of the item set up, else turn to another; whether anything changed in any replication."""
    free = (bench.left > 0) & (bench.begun == 0)
    if not any_of(free):
        return False
    begins = free[:, None] & bench.on & (bench.may > 0)
    some = bool(any_of(begins))
    if some:
        free &= ~begins.any(axis=1)
        _begin(bench, begins)
    return _turn(bench, free) or some


def _begin(bench: _Bench, begins: Flags) -> None:
    minutes = bench.minutes
    fitting = -(-bench.left[:, None] // bench.batch) * bench.container
    if not minutes.all():
        fitting = np.where(minutes > 0, fitting, bench.may)
    units = np.minimum(bench.may, fitting) * begins
    needed = units
    if bench.loss:
        needed = _placed(bench.wave, bench.loss.need(units.reshape(len(bench.wave.items), -1)))
    bench.entered = units if bench.entered is None else bench.entered + units
    bench.needed = needed if bench.needed is None else bench.needed + needed
    bench.begun += units.sum(axis=1)
    bench.task += (needed * minutes).sum(axis=1)
    bench.each = np.where(begins.any(axis=1), (begins * minutes).sum(axis=1), bench.each)
    bench.may = bench.may * ~begins


def _turn(bench: _Bench, where: Flags) -> bool:
    """Turn to the item of lowest cover that may begin and has its lot authorised."""
    if not any_of(where):
        return False
    wave = bench.wave
    able = (bench.may > 0) & where[:, None] & bench.ready
    if not any_of(able):
        return False
    lowest = np.where(able, bench.cover, np.inf).argmin(axis=1)
    chosen = able & (wave.places == lowest[:, None])
    bench.on = np.where(chosen.any(axis=1, keepdims=True), chosen, bench.on)
    due = bench.p.values("setup_minutes", wave.items, wave.setup_work)
    bench.setup += (chosen * _placed(wave, due)).sum(axis=1)
    bench.turned.append(chosen)
    return True


def _authorised(p: Period, wave: Wave) -> Array:
    state, items = p.state, wave.items
    return _placed(wave, state.authorised.take(items, axis=0) + state.authorised_refill.take(items, axis=0))


def _book(bench: _Bench) -> None:
    """Goods follow: parts leave the stock for what was begun, units that are done arrive."""
    p, wave = bench.p, bench.wave
    if bench.entered is not None and bench.needed is not None:
        begin_units(p, wave.making, _rows(wave, bench.entered), _rows(wave, bench.needed))
    if bench.done is not None:
        if bench.unseen is not None:
            send_on(p, wave, _rows(wave, bench.unseen))
        finish_units(p, wave.making, _rows(wave, bench.done))
    bench.entered = bench.needed = bench.done = bench.unseen = None


def _rows(wave: Wave, placed: Array) -> Array:
    """`[station, place, R]` as `[item, R]`, without the places to spare."""
    rows = placed.reshape(len(wave.items), -1)
    return rows if wave.full else rows[wave.real]


def _note(bench: _Bench) -> None:
    """The stations' state, their minutes of work and what turning cost."""
    p, state, at = bench.p, bench.p.state, bench.wave.at
    state.setup_left[at], state.work_left[at] = bench.setup, bench.task
    state.begun[at], state.unit_work[at], state.ran[at] = bench.begun, bench.each, bench.ran
    p.flow("running")[at] += bench.ran
    if bench.turned:
        turns = np.sum(bench.turned, axis=0)
        state.set_up[at] = (bench.on * bench.wave.names).sum(axis=1)
        cost = _placed(bench.wave, p.values("setup_cost", bench.wave.items, bench.wave.setup_cost))
        p.post("setup", at, (turns * cost).sum(axis=1))


def _book_rest(bench: _Bench) -> None:
    """Minutes left over: starved of components, blocked for want of a card, or idle."""
    p, wave, left = bench.p, bench.wave, bench.left
    if not any_of(left):
        return
    authorised = _authorised(p, wave)
    asked = (authorised > 0) & (bench.on | (authorised >= bench.lot)) & (wave.names >= 0)
    kanban = _placed(wave, p.state.settings["policy"].take(wave.items, axis=0) == KANBAN) & (wave.names >= 0)
    starved = left * asked.any(axis=1)
    blocked = (left - starved) * kanban.any(axis=1)
    p.flow("starved")[wave.at] += starved
    p.flow("blocked")[wave.at] += blocked
    p.flow("idle")[wave.at] += left - starved - blocked
