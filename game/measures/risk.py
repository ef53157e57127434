"""How long the firm would last, and how long it took to recover, for each disruption (Simchi-Levi: TTS and TTR).

Time to survive = (stock + what is on its way from elsewhere) / demand a day, of the item that runs out first; sales are
lost only if the disruption lasts longer.
"""

from dataclasses import dataclass

import numpy as np

from game.disruptions import Effects, effects
from game.history import History
from game.measures.closing import daily_demand
from game.measures.window import Array
from game.plant import Plant
from game.tape import Tape


@dataclass(frozen=True, eq=False)
class Resilience:
    """Of the first time a disruption struck, each `[replication]` in days, NaN where it did not or has not ended.

    `survive` at its beginning, `lasted`, `recover` from its beginning until nobody waits for its items any more.
    """

    disruption: int
    survive: Array
    lasted: Array
    recover: Array


def time_to_survive(at_hand: Array, demand: float) -> Array:
    """Days that so many units last; infinite without demand."""
    return np.asarray(at_hand / demand if demand else np.full(np.shape(at_hand), np.inf))


def resilience(history: History, tape: Tape) -> tuple[Resilience, ...]:
    """One entry for each disruption that strikes items, in file order; needs records of periods."""
    plant = history.plant
    found = ((index, struck(plant, effect)) for index, effect in enumerate(effects(plant)))
    return tuple(_of(history, tape, index, items) for index, items in found if items)


def struck(plant: Plant, effect: Effects) -> tuple[int, ...]:
    """Items whose supply a disruption stops or delays, or whose stock or demand it changes."""
    sources = {
        *effect.down,
        *effect.held,
        *(source for source, _ in effect.extra),
        *(source for source, _ in effect.slow),
    }
    items = {plant.sources[source].item for source in sources}
    items |= {item for station in effect.stations for item in plant.station_items[station]}
    items |= {item for item, _ in effect.destroyed} | {plant.item_of_stream[stream] for stream, _ in effect.demand}
    return tuple(sorted(items))


def _of(history: History, tape: Tape, index: int, items: tuple[int, ...]) -> Resilience:
    active = tape.active[index, : history.records[-1].last if history.records else 0]
    figures = [
        _one(history, active[:, r], items, effects(history.plant)[index], r) for r in range(history.replications)
    ]
    survive, lasted, recover = np.array(figures, dtype=np.float64).reshape(-1, 3).T
    return Resilience(index, survive, lasted, recover)


def _one(
    history: History, active: Array, items: tuple[int, ...], effect: Effects, r: int
) -> tuple[float, float, float]:
    nothing = float("nan")
    if not active.any():
        return nothing, nothing, nothing
    per_day = history.plant.clock.per_day
    start = int(active.argmax())
    rest = np.flatnonzero(~active[start:])
    lasted = int(rest[0]) / per_day if len(rest) else nothing
    lasts = min(_lasts(history, item, start, effect, r) for item in items)
    owed = history.level("backorders")[start:, list(items), r].sum(axis=1) > 0
    ended = start + int(rest[0]) if len(rest) else len(active)
    served = np.flatnonzero(~owed[ended - start :])
    recover = (ended + int(served[0]) - start) / per_day if len(rest) and len(served) else nothing
    return lasts, lasted, recover


def _lasts(history: History, item: int, start: int, effect: Effects, r: int) -> float:
    """Days that what is in stock before it begins lasts, with what comes from offers that it does not touch."""
    before = history.level("stock")[start - 1, :, r] if start else history.opening("stock")[:, r]
    hit = {*effect.down, *effect.held, *(source for source, _ in effect.extra)}
    free = [source for source in history.plant.sources_of[item] if source not in hit]
    coming = _on_the_road(history, free, start, r) if free else 0
    return float(time_to_survive(np.array(int(before[item]) + coming), daily_demand(history.plant)[item]))


def _on_the_road(history: History, sources: list[int], start: int, r: int) -> int:
    """Units shipped before a period and not arrived by then, opening orders left out."""
    shipped, arrived = (history.flow(name)[:start, sources, r] for name in ("shipped", "arrived"))
    return max(0, int(shipped.sum() - arrived.sum()))
