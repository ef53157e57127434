"""The state before the first period: stock, buffers, orders on their way, the opening balance sheet."""

import numpy as np

from game.engine.context import ACCOUNT
from game.engine.levels import levels
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


def _empty(plant: Plant, replications: int) -> State:
    counts = plant.counts
    items, sources, stations, streams = (counts[owner] for owner in ("item", "source", "station", "stream"))

    def zeros(*shape: int) -> Array:
        return np.zeros((*shape, replications), dtype=np.int64)

    made = plant.production
    quoted = streams if plant.market.priced else 0
    watched = sources if plant.level.relationship else 0
    signals, ages = (sources, plant.signal_horizon), (streams, plant.order_ages)
    state = State(
        period=0, settings=_settings(plant, replications),
        stock=zeros(items), buffer=zeros(items), value=zeros(items), in_process=zeros(items), pool=zeros(items),
        on_order=zeros(sources), refill_on_order=zeros(sources), collecting=zeros(sources), credits=zeros(sources),
        signals=zeros(*signals), refill_signals=zeros(*signals),
        authorised=zeros(items), authorised_refill=zeros(items), backlog=zeros(sources), ready=zeros(sources),
        arrivals=zeros(sources, plant.horizon), last_arrival=zeros(sources),
        set_up=zeros(stations), setup_left=zeros(stations), begun=zeros(stations), work_left=zeros(stations),
        repair_left=zeros(stations), ran=zeros(stations),
        carried=zeros(streams), orders=zeros(*ages), ordered=zeros(*ages), overdue=zeros(streams),
        lots=zeros(len(plant.lot_items), plant.lot_ages), bad=zeros(len(plant.lot_items), plant.lot_ages),
        receivables=zeros(streams, plant.customer_terms), payables=zeros(sources, plant.supplier_terms),
        accounts=zeros(len(ACCOUNT)), storage_remainder=zeros(items), interest_remainder=zeros(2),
        insurance_remainder=zeros(items), fell_short=zeros(items), project_start=zeros(counts["project"]) + NEVER,
        discounts=zeros(sources if plant.gives_discounts else 0, plant.supplier_terms),
        worth=zeros(sources if plant.supply.prices_move else 0, plant.horizon), qualified_from=zeros(sources),
        share_fixed=zeros(items), share_moved=zeros(items), rushes=zeros(items, 4), rush_due=zeros(items),
        ordered_in_turn=zeros(watched, 8), steady=zeros(watched), loyal=zeros(watched), raised=zeros(watched) + PPM,
        entered=0, asked=zeros(len(made.forecast), made.memory + 1), record_error=zeros(items),
        bad_arrivals=zeros(len(made.bad), plant.horizon), unit_work=zeros(stations), stop_left=zeros(stations),
        strain=zeros(stations), troubles=zeros(stations), halted=zeros(stations),
        goodwill=zeros(streams) + PPM, demand_rest=zeros(streams) + PPM // 2, passers_rest=zeros(streams) + PPM // 2,
        quoted=zeros(quoted, plant.order_ages), overdue_worth=zeros(quoted),
        found_out=zeros(len(plant.level.disruption)),
        refilled=zeros(items), released=zeros(items), insolvent=zeros(1), levels=zeros(0),
    )  # fmt: skip
    state.qualified_from[list(plant.supply.standby)] = NEVER
    for station, items_made in enumerate(plant.station_items):
        state.set_up[station] = items_made[0] if items_made else 0
    return state


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
