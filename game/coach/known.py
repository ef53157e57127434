"""What the player knows between two turns: what was announced, and nothing that only the tape can tell.

In `Known.state` trucks are due when they were promised (those overdue now), stations under repair have no end of it,
bad units in stock are not told from good ones, and the demand of closed days is not there yet. Two tapes that are
equal until now give equal knowledge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.level import Demand, Stream
from game.plant import Plant
from game.plant.build import build
from game.run import Run
from game.state import State
from game.why import Seen, Spell, shipments


@dataclass(frozen=True)
class Due:
    """A load on the road: `left` may lie before the start, `promised` is the period announced."""

    source: int
    units: int
    left: int
    promised: int


@dataclass(frozen=True, eq=False)
class Known:
    """See the module; `plant` is the level as far as it was announced, `turn` the next to be played.

    `trouble` are the disruptions at work or announced, as (disruption, start, announced).
    """

    plant: Plant
    state: State
    turn: int
    now: int
    road: tuple[Due, ...]
    trouble: tuple[tuple[int, int, bool], ...]


@lru_cache(maxsize=4)
def known(run: Run) -> Known:
    """What the player of a run knows before the next turn; the same object whenever it is asked."""
    seen = Seen(run.plant, run.tape, run.history, run.turn)
    now = run.plant.clock.turn_starts[run.history.turns]
    state = run.state.copy()
    road = tuple(_on_the_road(seen, state, now))
    _promise(run.plant, state, road, now)
    _forget(run.plant, state)
    trouble = tuple(_trouble(seen.spells()))
    return Known(believed(run.plant, now), state, run.history.turns, now, road, trouble)


def believed(plant: Plant, now: int) -> Plant:
    """The level as announced: demand that will step, or that replays what was sold, is not known to do so."""
    day = plant.clock.day(now)
    return _without(plant, tuple(_announced(stream, day) is not stream for stream in plant.level.stream))


@lru_cache(maxsize=16)
def _without(plant: Plant, secret: tuple[bool, ...]) -> Plant:
    """The level with nothing known of what is secret in the demand of some streams."""
    if not any(secret):
        return plant
    streams = [
        _announced(stream, -1) if hidden else stream for stream, hidden in zip(plant.level.stream, secret, strict=True)
    ]
    return build(replace(plant.pack, level=plant.level.model_copy(update={"stream": tuple(streams)})))


def _announced(stream: Stream, day: int) -> Stream:
    given = stream.demand.extras
    if stream.demand.pattern == "step" and day + 1 < int(given["day"]):
        demand = Demand.model_validate({"pattern": "step", **given, "then": given["units"]}, strict=False)
    elif stream.demand.pattern == "history":
        demand = Demand.model_validate({"pattern": "history", **given, "mode": "resample"}, strict=False)
    else:
        return stream
    return stream.model_copy(update={"demand": demand})


def _on_the_road(seen: Seen, state: State, now: int) -> Iterator[Due]:
    """Loads on the road, offer by offer in order of departure; what was rushed keeps the new promise it got."""
    for source in seen.plant.bought_sources:
        left = int(state.arrivals[source, :, 0].sum())
        ships = [ship for ship in shipments(seen) if ship.source == source and ship.arrived is None]
        for ship in sorted(ships, key=lambda ship: ship.left):
            units = min(ship.units, left)
            left -= units
            if units:
                yield Due(source, units, ship.left, ship.promised)
        if left:
            yield Due(source, left, now - 1, now)


def _promise(plant: Plant, state: State, road: tuple[Due, ...], now: int) -> None:
    """Put loads where they were promised; the latest of them is the latest arrival that is planned."""
    arrivals = {due: plant.clock.next_open[max(due.promised, now)] for due in road}
    place(plant, state, road, np.array([[int(arrivals[due])] for due in road], dtype=np.int64).reshape(-1, 1))


def place(plant: Plant, state: State, road: tuple[Due, ...], arrivals: np.ndarray) -> None:
    """Let loads arrive in the periods given, `[load, replication]`; what they cost goes with them."""
    bought = list(plant.bought_sources)
    worth = state.worth[bought].sum(axis=1) if len(state.worth) else None
    units = state.arrivals[bought].sum(axis=1)
    state.arrivals[bought] = 0
    state.last_arrival[bought] = 0
    if worth is not None:
        state.worth[bought] = 0
    every = np.arange(state.replications)
    passed = dict.fromkeys(bought, 0)
    for due, arrival in zip(road, arrivals, strict=True):
        slot = arrival % plant.horizon
        state.arrivals[due.source, slot, every] += due.units
        state.last_arrival[due.source] = np.maximum(state.last_arrival[due.source], arrival)
        if worth is not None:
            row, before = bought.index(due.source), passed[due.source]
            passed[due.source] = after = before + due.units
            share = worth[row] * after // np.maximum(units[row], 1) - worth[row] * before // np.maximum(units[row], 1)
            state.worth[due.source, slot, every] += share


def _forget(plant: Plant, state: State) -> None:
    """What no one can see: how long repairs last, which units are bad, Monday's demand; stock is what is recorded."""
    state.repair_left = (state.repair_left > 0).astype(np.int64)
    state.bad[:] = 0
    state.bad_arrivals[:] = 0
    state.carried[:] = 0
    recorded = np.maximum(state.stock + state.record_error, state.buffer)
    for item, row in plant.lot_of.items():
        _recount(state.lots[row], int(recorded[item, 0] - state.stock[item, 0]))
    state.stock = recorded
    state.record_error[:] = 0
    plant.level_rows.view(state.levels, "stock")[:] = recorded


def _recount(lots: np.ndarray, change: int) -> None:
    """So many units more in the newest lot, or fewer, oldest lots first."""
    lots[0] += max(0, change)
    for age in range(len(lots) - 1, -1, -1):
        taken = min(int(lots[age, 0]), max(0, -change))
        lots[age] -= taken
        change += taken


def _trouble(spells: Iterator[Spell]) -> Iterator[tuple[int, int, bool]]:
    for spell in spells:
        if spell.announced or spell.end is None:
            yield spell.disruption, spell.start, spell.announced
