"""The state before the first period: stock, buffers, orders on their way, the opening balance sheet."""

from typing import Any

import numpy as np

from game.engine.context import ACCOUNT
from game.engine.levels import levels
from game.kinds import Owner
from game.level import Item
from game.levers import LEVERS
from game.plant import PPM, Plant, minor
from game.plant.build import offer_lead_days
from game.state import NEVER, POLICIES, Array, Settings, State


def opening(plant: Plant, replications: int = 1) -> State:
    """The opening state; its `levels` are those the history starts from."""
    state = _empty(plant, replications)
    for i, item in enumerate(plant.items):
        _stock(plant, state, i, item)
        _orders_before(plant, state, i, item)
        _in_process(plant, state, i)
    _balance_sheet(plant, state)
    state.levels = levels(plant, state)
    return state


BY_OWNER: dict[Owner, tuple[str, ...]] = {
    "item": (
        "stock", "buffer", "value", "in_process", "pool", "authorised", "authorised_refill", "storage_remainder",
        "insurance_remainder", "fell_short", "share_fixed", "share_moved", "rush_due", "record_error", "refilled",
        "released",
    ),
    "source": (
        "on_order", "refill_on_order", "collecting", "credits", "backlog", "ready", "last_arrival", "qualified_from",
    ),
    "station": (
        "set_up", "setup_left", "begun", "work_left", "repair_left", "ran", "unit_work", "stop_left", "strain",
        "troubles", "halted",
    ),
    "stream": ("carried", "overdue", "goodwill", "demand_rest", "passers_rest"),
    "project": ("project_start",),
    "disruption": ("found_out",),
    "firm": ("insolvent",),
}  # fmt: skip
"""What has one number for each owner."""
FIRST = {"project_start": NEVER, "raised": PPM, "goodwill": PPM, "demand_rest": PPM // 2, "passers_rest": PPM // 2}
"""What does not open at 0."""


def _empty(plant: Plant, replications: int) -> State:
    shapes = {name: (plant.counts[owner],) for owner, names in BY_OWNER.items() for name in names}
    arrays: dict[str, Any] = {
        name: np.zeros((*shape, replications), dtype=np.int64) for name, shape in (shapes | _rings(plant)).items()
    }
    for name, first in FIRST.items():
        arrays[name] += first
    state = State(period=0, settings=_settings(plant, replications), entered=0, **arrays)
    state.qualified_from[list(plant.supply.standby)] = NEVER
    for station, items_made in enumerate(plant.station_items):
        state.set_up[station] = items_made[0] if items_made else 0
    return state


def _rings(plant: Plant) -> dict[str, tuple[int, ...]]:
    """Shapes of what is told apart by time, or kept for some owners only."""
    sources, streams, lots = plant.counts["source"], plant.counts["stream"], (len(plant.lot_items), plant.lot_ages)
    quoted = streams if plant.market.priced else 0
    watched = sources if plant.level.relationship else 0
    ages, signals = (streams, plant.order_ages), (sources, plant.signal_horizon)
    return {
        "signals": signals, "refill_signals": signals, "arrivals": (sources, plant.horizon),
        "worth": (sources if plant.supply.prices_move else 0, plant.horizon), "rushes": (plant.counts["item"], 4),
        "ordered_in_turn": (watched, 8), "steady": (watched,), "loyal": (watched,), "raised": (watched,),
        "orders": ages, "ordered": ages, "quoted": (quoted, plant.order_ages), "overdue_worth": (quoted,),
        "lots": lots, "bad": lots, "bad_arrivals": (len(plant.production.bad), plant.horizon),
        "asked": (len(plant.production.forecast), plant.production.memory + 1),
        "receivables": (streams, plant.customer_terms), "payables": (sources, plant.supplier_terms),
        "discounts": (sources if plant.gives_discounts else 0, plant.supplier_terms),
        "accounts": (len(ACCOUNT),), "interest_remainder": (2,), "levels": (0,),
    }  # fmt: skip


def _settings(plant: Plant, replications: int) -> Settings:
    """What the level says of each lever, 0 where it says nothing."""

    def full(values: list[int]) -> Array:
        return np.repeat(np.array(values, dtype=np.int64)[:, None], replications, axis=1)

    loops = [item.loop for item in plant.items]
    settings = {name: full([0] * plant.counts[lever.owner]) for name, lever in LEVERS.items()}
    for name in ("cards", "container", "buffer", "reorder_point", "order_quantity", "order_up_to", "quantity"):
        settings[name] = full([getattr(loop, name) for loop in loops])
    settings["policy"] = full([POLICIES.index(loop.policy) for loop in loops])
    settings["price"] = full([100] * len(plant.level.stream))
    for name in ("markdown", "markdown_after_days"):
        settings[name] = full([getattr(item, name) for item in plant.items])
    settings["lot"] = full([item.make.lot if item.make else 1 for item in plant.items])
    settings["shares"] = full([share for item in plant.items for share in _shares(item)])
    settings["trip_every"] = full([_trip_every(plant, source) for source in range(len(plant.sources))])
    for name in ("cover", "smoothing"):
        settings[name] = full([plant.periods(getattr(loop, f"{name}_days") or 0) for loop in loops])
    np.maximum(settings["smoothing"], 1, out=settings["smoothing"])
    settings["safety"] = full([loop.safety for loop in loops])
    settings["count_every"] = full([item.count_every_days for item in plant.items])
    stations = plant.level.station
    settings["overtime"] = full([station.overtime_minutes for station in stations])
    for name in ("stop_the_line", "maintenance"):
        settings[name] = full([int(getattr(station, name)) for station in stations])
    settings["pay_early"] = full([int(source.offer is not None and source.offer.pay_early) for source in plant.sources])
    settings["failover"] = full([int(item.failover) for item in plant.items])
    for name in ("inspect", "rush_when_red"):
        settings[name] = full([getattr(source.offer, name, 0) for source in plant.sources])
    return settings


def _shares(item: Item) -> list[int]:
    if all(offer.share is None for offer in item.offer):
        return [100] + [0] * (len(item.offer) - 1)
    return [offer.share or 0 for offer in item.offer]


def _trip_every(plant: Plant, source: int) -> int:
    offer = plant.sources[source].offer
    every = offer.departures.every_days if offer else None
    return 1 if every is None else max(1, plant.periods(every))


def _stock(plant: Plant, state: State, i: int, item: Item) -> None:
    numerator, denominator = plant.unit_value[i]
    units = item.opening_stock + item.loop.buffer
    state.stock[i] = units
    state.buffer[i] = item.loop.buffer
    state.value[i] = units * numerator // denominator
    if i in plant.lot_of:
        state.lots[plant.lot_of[i], 0] = units


def _orders_before(plant: Plant, state: State, i: int, item: Item) -> None:
    """Orders of the periods before the start, under way at their usual times (rule 25)."""
    source = max(plant.sources_of[i], key=lambda s: int(state.settings["shares"][s, 0]))
    bought = plant.sources[source].bought
    reaches = int(plant.signal_delay[i]) + (0 if bought else 1)
    for place, units in enumerate(item.opening_orders):
        reached = place - len(item.opening_orders) + reaches
        if reached >= 0:
            slot = int(plant.clock.next_open[reached]) % state.signals.shape[1]
            state.signals[source, slot] += units
            state.on_order[source] += units
        elif (arrival := reached + _usual_transit(plant, source)) >= 0:
            due = int(plant.clock.next_open[arrival])
            state.arrivals[source, due % plant.horizon] += units
            _note_worth(plant, state, source, due, units)
            state.on_order[source] += units
            state.last_arrival[source] = due
            state.in_process[i] += 0 if bought else units


def _note_worth(plant: Plant, state: State, source: int, due: int, units: int) -> None:
    offer = plant.sources[source].offer
    if offer and len(state.worth):
        state.worth[source, due % plant.horizon] += units * minor(offer.price)


def _usual_transit(plant: Plant, source: int) -> int:
    offer = plant.sources[source].offer
    return max(1, plant.periods(offer_lead_days(offer.lead_time_days))) if offer else int(plant.transit[source])


def _in_process(plant: Plant, state: State, i: int) -> None:
    numerator, denominator = plant.unit_value[i]
    state.pool[i] = state.in_process[i] * numerator // denominator


def _balance_sheet(plant: Plant, state: State) -> None:
    money = plant.level.money
    raw = [i for i in range(len(plant.items)) if plant.bought(i)]
    finished = [i for i in range(len(plant.items)) if not plant.bought(i)]
    accounts = state.accounts
    accounts[ACCOUNT["cash"]] = minor(money.opening_cash)
    accounts[ACCOUNT["raw"]] = state.value[raw].sum(axis=0)
    accounts[ACCOUNT["finished"]] = state.value[finished].sum(axis=0)
    accounts[ACCOUNT["in_process"]] = state.pool.sum(axis=0)
    accounts[ACCOUNT["fixed_assets"]] = minor(money.fixed_assets)
    accounts[ACCOUNT["loan"]] = -minor(money.loan)
    accounts[ACCOUNT["capital"]] = -accounts.sum(axis=0)
