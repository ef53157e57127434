"""How customers respond: to prices, to old goods at a lower price, and to how they were served (rules D3 to D6)."""

from functools import lru_cache

import numpy as np

from game.demand import thousandths_per_day
from game.engine.context import Period
from game.engine.projects import levelled
from game.levers.market import PERCENT, prices, response, tempted
from game.plant import PPM, Plant
from game.state import Array


def asked(p: Period) -> Array:
    """Units that customers ask for in this period, `[stream, replication]`."""
    if p.plant.steady:
        return p.luck.demand
    drawn, factor = levelled(p, p.luck.demand), p.force.factor
    units: Array = (drawn * factor + PPM // 2) // PPM
    for stream in p.plant.market.responsive:
        p.flow("market")[stream] += units[stream]
        units[stream] = _respond(p, stream, drawn[stream], factor[stream])
    return units


def _respond(p: Period, stream: int, drawn: Array, factor: Array) -> Array:
    state, market = p.state, p.plant.market
    if stream in market.goodwill:
        factor = factor * state.goodwill[stream] // PPM
    if stream in market.elasticity:
        factor = factor * response(p.plant, state.settings, stream) // PPM
    total = drawn * factor + state.demand_rest[stream]
    state.demand_rest[stream] = total % PPM
    units: Array = total // PPM
    return units


def quote(p: Period, slot: int) -> None:
    """Orders of this period keep the price in force."""
    if p.plant.market.priced:
        p.state.quoted[:, slot] = prices(p.plant, p.state.settings)


def takings(
    p: Period, item: int, streams: list[int], slots: list[int], shipped: Array, good: Array
) -> tuple[Array, Array]:
    """What is sold of an item whose prices move: units to passers-by, and all its revenue, `[stream, replication]`.

    `shipped` are units of the queue, which has lost them: of each stream's pool of late orders, then of orders by age
    (`slots`).
    """
    state, off = p.state, p.state.settings["markdown"][item]
    marked = _marked_down(p, item, good)
    quoted = state.quoted[np.array(streams)[None, :], np.array(slots)[:, None]]
    units = np.maximum(state.overdue[streams] + shipped[: len(streams)], 1)
    pool = state.overdue_worth[streams] * shipped[: len(streams)] // units
    owed = np.concatenate([(state.overdue_worth[streams] // units)[None], quoted]).reshape(shipped.shape)
    reduced = np.clip(marked - (np.cumsum(shipped, axis=0) - shipped), 0, shipped)
    money = shipped * owed - reduced * (owed * off // PERCENT)
    money[: len(streams)] += pool - shipped[: len(streams)] * owed[: len(streams)]
    state.overdue_worth[streams] -= pool
    p.flow("marked_down")[item] += reduced.sum(axis=0)
    passing, paid = _pass_by(p, item, streams, marked - reduced.sum(axis=0))
    return passing, money.reshape(-1, *passing.shape).sum(axis=0) + paid


def _marked_down(p: Period, item: int, good: Array) -> Array:
    """Good units at hand that are old enough for the lower price."""
    state = p.state
    if item not in p.plant.market.markable:
        return np.zeros_like(state.stock[item])
    row, off = p.plant.lot_of[item], state.settings["markdown"][item]
    age = state.settings["markdown_after_days"][item] * p.plant.clock.per_day
    old = (np.arange(state.lots.shape[1])[:, None] >= age) & (off > 0)
    units: Array = np.minimum(((state.lots[row] - state.bad[row]) * old).sum(axis=0), good)
    return units


def _pass_by(p: Period, item: int, streams: list[int], left: Array) -> tuple[Array, Array]:
    """What is left of the old goods tempts people who had not wanted any: units and money by stream."""
    state, off = p.state, p.state.settings["markdown"][item]
    current = prices(p.plant, state.settings)
    taken, paid = np.zeros((2, len(streams), len(left)), dtype=np.int64)
    for place, stream in enumerate(streams):
        total = p.noted("demand")[stream] * tempted(p.plant, state.settings, stream) + state.passers_rest[stream]
        state.passers_rest[stream] = total % PPM
        taken[place] = np.minimum(total // PPM, left)
        left = left - taken[place]
        price = current[stream]
        paid[place] = taken[place] * (price - price * off // PERCENT)
    p.flow("bargains")[streams] += taken
    p.flow("marked_down")[item] += taken.sum(axis=0)
    return taken, paid


def remember(p: Period) -> None:
    """Goodwill falls with units late or lost, and comes back slowly in periods without any."""
    state = p.state
    for stream, (loss, recovery, floor) in p.plant.market.goodwill.items():
        bad = p.noted("late")[stream] + p.noted("lost")[stream]
        before = state.goodwill[stream]
        worse = np.maximum(before - bad * loss * 1000 // _means(p.plant)[stream], floor)
        better = np.minimum(before + p.plant.clock.slice_of_day(recovery, p.t), PPM)
        state.goodwill[stream] = np.where(p.failed, before, np.where(bad > 0, worse, better))


@lru_cache(maxsize=64)
def _means(plant: Plant) -> tuple[int, ...]:
    return tuple(max(1, thousandths_per_day(plant.pack, stream)) for stream in plant.level.stream)
