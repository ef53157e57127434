"""Step 6, replenish: loops order, orders are split among offers, suppliers make ready, trips leave."""

import numpy as np

from game.engine.context import Period
from game.engine.demand_on import backorders, on_order, refill_on_order
from game.engine.forecast import forecast_targets, remember_demand
from game.engine.orders import authorise, buy
from game.engine.recall import fail_over
from game.engine.records import keep_records, seen_on_hand
from game.engine.relationship import remember
from game.engine.rush import rush_when_red
from game.engine.trips import dispatch
from game.state import FORECAST, KANBAN, MANUAL, MIN_MAX, ORDER_UP_TO, REORDER, Array

NEVER = np.iinfo(np.int64).min
ALWAYS = np.iinfo(np.int64).max


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
    working, refill = wanted(p), _missing_buffer(p)
    made, bought = p.plant.internal.items, p.plant.purchases.goods.at
    authorise(p, working[made], refill[made])
    buy(p, working[bought], refill[bought])
    dispatch(p)
    rush_when_red(p)


def wanted(p: Period) -> Array:
    """Units each loop asks for now: the policy table of model section 4, `[item, replication]`."""
    settings, policy = p.state.settings, p.state.settings["policy"]
    kanban, reorder, min_max = (policy == code for code in (KANBAN, REORDER, MIN_MAX))
    always = kanban | (policy == ORDER_UP_TO) | (policy == FORECAST)
    container = settings["container"]
    owed = np.where(kanban, 0, backorders(p.plant, p.state))
    position = seen_on_hand(p) + on_order(p.plant, p.state) - owed
    target = np.where(kanban, settings["cards"] * container, settings["order_up_to"])
    target = np.where(reorder, settings["reorder_point"], target)
    if p.plant.production.forecast:
        target = np.where(policy == FORECAST, forecast_targets(p.plant, p.state), target)
    slack = np.where(reorder, settings["order_quantity"], 0)
    lot = np.where(reorder, settings["order_quantity"], np.where(min_max, 1, container))
    trigger = np.where(reorder | min_max, settings["reorder_point"], np.where(always, ALWAYS, NEVER))
    units = np.maximum(target - position + slack, 0) // lot * lot
    acts = np.asarray(p.acts(p.plant.review))[:, None]
    units = np.where((position <= trigger) & acts, units, 0)
    if _first_of_turn(p):
        units = np.where(policy == MANUAL, settings["quantity"], units)
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
