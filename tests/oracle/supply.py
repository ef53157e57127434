"""Steps 1, 2 and 6: arrivals, the buffer, orders and trips (rules 5 to 10 and 22 to 26)."""

from game.level import WEEKDAYS, Offer
from tests.oracle.facts import MILLION, cents, ppm
from tests.oracle.stock import BITS, receive
from tests.oracle.world import REFILL, WORKING, Settings, World


def break_down(world: World, t: int) -> None:
    """Rule 6: stations may fail."""
    for k, station in enumerate(world.stations):
        mean = int(world.facts.level.station[k].failure_every_minutes * 1000 + 0.5)
        if mean == 0 or station.repair_left:
            continue
        if world.luck("failure_bits", k, t) * mean < station.ran * 2**24:
            station.repair_left += world.luck("repair", k, t)
            world.count("failures", k, 1)


def arrive(world: World, t: int) -> None:
    """Step 2 of an open period."""
    for s, source in enumerate(world.sources):
        units = source.arrivals.pop(t, 0)
        if world.conditions.held[s]:
            source.arrivals[world.facts.next_open(t + 1)] += units
        else:
            receive(world, t, s, units)
    for i in range(len(world.items)):
        _open_buffer(world, i)


def _open_buffer(world: World, i: int) -> None:
    """Rule 10."""
    item, loop = world.items[i], world.facts.items[i].loop
    users = ((user, parts[i]) for user, parts in enumerate(world.facts.parts) if i in parts)
    wanted = max([item.settings.container, *(world.items[user].settings.container * each for user, each in users)])
    while item.buffer and world.on_hand(i) < wanted:
        if loop.release_per_day is not None and item.containers_released_today >= loop.release_per_day:
            return
        units = min(item.settings.container, item.buffer)
        item.buffer -= units
        item.containers_released_today += 1
        world.count("released", i, units)
        world.post("release", i, cents(loop.release_cost))


def replenish(world: World, t: int) -> None:
    """Step 6 of an open period."""
    for i in range(len(world.items)):
        _place(world, t, i, _wanted(world, t, i), WORKING)
    for i in range(len(world.items)):
        _place(world, t, i, _refill(world, i), REFILL)
    for s, source in enumerate(world.facts.sources):
        if source.offer:
            _dispatch(world, t, s, source.offer)


def _wanted(world: World, t: int, i: int) -> int:
    """What the policy orders for the working stock (model, section 4)."""
    facts, settings = world.facts, world.items[i].settings
    if settings.policy == "manual":
        return settings.quantity if facts.last_open(t) < world.turn_start else 0
    if not facts.recurs(t, max(1, facts.per(facts.items[i].loop.review_days))):
        return 0
    position = world.on_hand(i) + world.on_order(i, WORKING)
    if settings.policy != "kanban":
        position -= world.backorders(i)
    return _by_policy(settings, position)


def _by_policy(settings: Settings, position: int) -> int:
    container = settings.container
    match settings.policy:
        case "kanban":
            units = (settings.cards * container - position) // container * container
        case "order_up_to":
            units = (settings.order_up_to - position) // container * container
        case "min_max":
            units = settings.order_up_to - position if position <= settings.reorder_point else 0
        case _:
            lot = settings.order_quantity
            units = (settings.reorder_point - position + lot) // lot * lot
            units = units if position <= settings.reorder_point else 0
    return max(0, units)


def _refill(world: World, i: int) -> int:
    """Rule 22: what the buffer orders."""
    item, limit = world.items[i], world.facts.items[i].loop.refill_per_turn
    missing = item.settings.buffer - item.buffer - world.on_order(i, REFILL)
    containers = max(0, missing) // item.settings.container
    if limit is not None:
        containers = min(containers, limit - item.containers_refilled_this_turn)
    item.containers_refilled_this_turn += containers
    return containers * item.settings.container


def _place(world: World, t: int, i: int, units: int, loop: int) -> None:
    if units == 0:
        return
    sources = world.facts.sources_of(i)
    if not world.facts.bought(i):
        _signal(world, t, sources[0], units, loop)
        return
    for s, part in zip(sources, _split(world, i, units), strict=True):
        if part:
            _order(world, t, s, part, loop)


def _split(world: World, i: int, units: int) -> list[int]:
    """Rule 23: container by container, to the offer with the highest credit."""
    settings, sources = world.items[i].settings, world.facts.sources_of(i)
    if len(sources) == 1:
        return [units]
    parts = [0] * len(sources)
    while units:
        piece = min(units, settings.container)
        for s, share in zip(sources, settings.shares, strict=True):
            world.sources[s].credit += share
        taking = [k for k, share in enumerate(settings.shares) if share]
        k = max(taking, key=lambda k: (world.sources[sources[k]].credit, -k))
        world.sources[sources[k]].credit -= 100
        parts[k] += piece
        units -= piece
    return parts


def _order(world: World, t: int, s: int, part: int, loop: int) -> None:
    """Rule 24: minimum orders."""
    source, offer = world.sources[s], world.facts.sources[s].offer
    assert offer is not None
    settings = world.items[world.facts.sources[s].item].settings
    if settings.policy == "kanban" or loop == REFILL:
        source.on_order[loop] += part
        source.collected += part
        if source.collected < offer.minimum_order:
            return
    else:
        part = _raise(world, s, part, offer.minimum_order, settings)
        source.on_order[loop] += part
        source.collected += part
    units, source.collected = source.collected, 0
    world.post("order_cost", s, cents(offer.order_cost))
    world.count("ordered", s, units)
    delay = world.facts.per(world.facts.items[world.facts.sources[s].item].signal_delay_days)
    source.signals[world.facts.next_open(t + delay)][WORKING] += units


def _raise(world: World, s: int, part: int, minimum: int, settings: Settings) -> int:
    if part >= minimum:
        return part
    container = settings.container
    whole = settings.policy in ("reorder", "order_up_to")
    raised = -(-minimum // container) * container if whole else minimum
    if len(world.facts.sources_of(world.facts.sources[s].item)) > 1:
        world.sources[s].credit -= 100 * -(-(raised - part) // container)
    return raised


def _signal(world: World, t: int, s: int, units: int, loop: int) -> None:
    """An order to a station or a transfer."""
    source = world.sources[s]
    delay = world.facts.per(world.facts.items[world.facts.sources[s].item].signal_delay_days)
    source.on_order[loop] += units
    source.signals[world.facts.next_open(t + 1 + delay)][loop] += units
    world.count("ordered", s, units)


def _dispatch(world: World, t: int, s: int, offer: Offer) -> None:
    """Rule 26."""
    source = world.sources[s]
    source.backlog += sum(source.signals.pop(t, (0, 0)))
    if not world.conditions.up[s]:
        return
    capacity = offer.capacity_per_day
    made = source.backlog
    if capacity is not None:
        made = min(made, world.facts.slice_of_day(capacity, t))
    source.backlog -= made
    source.ready += made
    if source.ready and _leaves(world, t, s, offer):
        units, source.ready = source.ready, 0
        _depart(world, t, s, offer, units)


def _leaves(world: World, t: int, s: int, offer: Offer) -> bool:
    """Whether a trip leaves in the open period t."""
    departures = offer.departures
    if not departures.weekdays and not departures.periods:
        return world.facts.recurs(t, world.sources[s].trip_every)
    weekdays = departures.weekdays or WEEKDAYS
    return any(
        WEEKDAYS[world.facts.weekday(p)] in weekdays and p % world.facts.per_day in (departures.periods or (0,))
        for p in range(world.facts.last_open(t) + 1, t + 1)
    )


def _depart(world: World, t: int, s: int, offer: Offer, units: int) -> None:
    facts, source = world.facts, world.sources[s]
    trucks = -(-units // offer.truck_capacity) if offer.truck_capacity else 1
    late = world.luck("late_bits", s, t) < (MILLION - ppm(offer.on_time)) * BITS // MILLION
    time = world.luck("transit", s, t) + world.conditions.extra[s]
    time += facts.per(offer.late_by_days) if late else 0
    arrival = facts.next_open(t + max(1, time))
    if not offer.may_overtake:
        arrival = max(arrival, source.latest_arrival)
    source.latest_arrival = max(arrival, source.latest_arrival)
    source.arrivals[arrival] += units
    world.post("freight", s, trucks * cents(offer.cost_per_trip))
    world.count("shipped", s, units)
    world.count("departures", s, 1)
    world.count("late_departures", s, int(late))
    world.count("trucks", s, trucks)
    world.count("arrival_period", s, arrival)
