"""Step 6, replenish: loops order, orders are split among offers, suppliers make ready, trips leave."""

import numpy as np

from game.engine.context import NOTHING, Period
from game.engine.demand_on import on_order, refill_on_order
from game.engine.forecast import forecast_targets, remember_demand
from game.engine.orders import authorise, buy
from game.engine.recall import fail_over
from game.engine.records import keep_records, seen_on_hand
from game.engine.relationship import remember
from game.engine.rush import rush_when_red
from game.engine.trips import dispatch
from game.state import Array


def replenish(p: Period) -> None:
    """Order for working stocks, then for buffers; then suppliers work and trucks leave."""
    remember_demand(p)
    if p.open:
        keep_records(p)
        _order_and_send(p)
    if p.plant.level.relationship:
        remember(p)


def _order_and_send(p: Period) -> None:
    fail_over(p)
    working, refill = wanted(p), _missing_buffer(p) if p.loops.buffered else None
    for units, is_refill in ((working, False), (refill, True)):
        if units is not None:
            authorise(p, units[p.plant.internal.items], is_refill=is_refill)
            buy(p, units[p.plant.purchases.goods.at], is_refill=is_refill)
    dispatch(p)
    rush_when_red(p)


def wanted(p: Period) -> Array:
    """Units each loop asks for now: the policy table of model section 4, `[item, replication]`."""
    loops, target = p.loops, p.loops.target
    owed = p.owed if loops.owes is None else np.where(loops.owes, p.owed, 0)
    position = seen_on_hand(p) + on_order(p.plant, p.state) - owed
    if loops.forecast is not None:
        target = np.where(loops.forecast, forecast_targets(p.plant, p.state), target)
    units = target - position
    np.maximum(units, NOTHING, out=units)
    if loops.lot is not None:
        units = units // loops.lot * loops.lot
    if loops.trigger is not None:
        units *= position <= loops.trigger
    if not loops.reviewed:
        units *= p.acts(p.plant.review)[:, None]
    if loops.manual is not None and _first_of_turn(p):
        units = np.where(loops.manual, p.state.settings["quantity"], units)
    return units


def _first_of_turn(p: Period) -> bool:
    return int(p.plant.clock.last_open[p.t]) < p.turn_start


def _missing_buffer(p: Period) -> Array:
    """Whole containers missing from the buffers, as many as the turn allows."""
    state, container = p.state, p.state.settings["container"]
    missing: Array = (
        np.maximum(state.settings["buffer"] - state.buffer - refill_on_order(p.plant, p.state), 0) // container
    )
    missing = np.minimum(missing, np.maximum(p.plant.refill_limit - state.refilled, 0))
    state.refilled += missing
    return missing * container
