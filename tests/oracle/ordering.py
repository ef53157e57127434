"""Step 6: policies order, orders are split over the offers and reach the sources (rules 22 to 25, P1, P2, S8)."""

from tests.oracle.facts import MILLION, cents, ppm
from tests.oracle.parameters import of_item, of_offer, signal_delay
from tests.oracle.relations import look_at_orders
from tests.oracle.rushing import recall, rush_by_rule
from tests.oracle.states import Settings
from tests.oracle.stock import BITS
from tests.oracle.trips import dispatch
from tests.oracle.world import REFILL, WORKING, World


def replenish(world: World, t: int) -> None:
    """Step 6; in a closed period only the day's demand and the suppliers' looks are noted."""
    _note_demand(world)
    if world.facts.is_open(t):
        _order_all(world, t)
    look_at_orders(world, t)


def _order_all(world: World, t: int) -> None:
    items = range(len(world.items))
    for i in items:
        _keep_records(world, t, i)
    for i in items:
        _fail_over(world, t, i)
    for i in items:
        _place(world, t, i, _wanted(world, t, i), WORKING)
    for i in items:
        _place(world, t, i, _refill(world, i), REFILL)
    dispatch(world, t)
    rush_by_rule(world, t)


def _note_demand(world: World) -> None:
    """Rule P1: what customers and consumers asked of an item in this period."""
    for i, item in enumerate(world.items):
        asked = sum(world.flows["demand"][d] for d in world.facts.streams_of(i))
        asked += sum(world.items[user].authorised_now * parts.get(i, 0) for user, parts in enumerate(world.facts.parts))
        item.demands.append(asked)


def _keep_records(world: World, t: int, i: int) -> None:
    """Rule P2: records drift with what leaves the stock, and a count puts them right."""
    given, item = world.facts.items[i], world.items[i]
    if not given.record_error:
        return
    error = of_item(world, "record_error", i, ppm(given.record_error))
    left = sum(world.flows[flow][i] for flow in ("used", "moved_out", "sold"))
    slip = (left * error * BITS + world.luck("record_bits", i, t) * MILLION) // (BITS * MILLION)
    item.record_error += slip if world.luck("record_up", i, t) else -slip
    interval = item.settings.count_every * world.facts.per_day
    counted = bool(interval) and world.facts.recurs(t, interval)
    if counted or error == 0:
        world.count("corrected", i, abs(item.record_error))
        item.record_error = 0
    if counted:
        world.post("count", i, cents(given.count_cost))


def _fail_over(world: World, t: int, i: int) -> None:
    """Rule S8: what a supplier who is down has not sent is ordered again from the others."""
    if not (world.items[i].settings.failover and _eligible(world, t, i)):
        return
    again = [0, 0]
    for s in world.facts.sources_of(i):
        if not world.conditions.up[s]:
            for loop, units in enumerate(recall(world, s)):
                again[loop] += units
    for loop, units in enumerate(again):
        _place(world, t, i, units, loop)


def _eligible(world: World, t: int, i: int) -> list[int]:
    """The offers of an item that may get an order, as numbers among its offers."""
    failover = world.items[i].settings.failover
    return [
        k
        for k, s in enumerate(world.facts.sources_of(i))
        if world.facts.bought(i) and world.qualified(s, t) and (world.conditions.up[s] or not failover)
    ]


def _wanted(world: World, t: int, i: int) -> int:
    """What the policy orders for the working stock (model, section 4)."""
    facts, settings = world.facts, world.items[i].settings
    if settings.policy == "manual":
        return settings.quantity if facts.last_open(t) < world.turn_start else 0
    if not facts.recurs(t, max(1, facts.per(facts.items[i].loop.review_days))):
        return 0
    if settings.policy == "kanban":
        position = world.on_hand(i) + world.on_order(i, WORKING)
    else:
        position = world.recorded(i) + world.on_order(i, WORKING) - world.backorders(i)
    return _by_policy(settings, position, world.target(i))


def _by_policy(settings: Settings, position: int, target: int) -> int:
    container = settings.container
    match settings.policy:
        case "kanban" | "order_up_to" | "forecast":
            units = (target - position) // container * container
        case "min_max":
            units = target - position if position <= settings.reorder_point else 0
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
    for s, part in zip(sources, _split(world, t, i, units), strict=True):
        if part:
            _order(world, t, s, part, loop)


def _split(world: World, t: int, i: int, units: int) -> list[int]:
    """Rules 23 and S8: container by container, to the offer with the highest credit."""
    settings, sources = world.items[i].settings, world.facts.sources_of(i)
    if len(sources) == 1:
        return [units]
    weights, parts = _weights(world, t, i), [0] * len(sources)
    taking = [k for k, weight in enumerate(weights) if weight]
    while units:
        piece = min(units, settings.container)
        for s, weight in zip(sources, weights, strict=True):
            world.sources[s].credit += weight
        k = max(taking, key=lambda k: (world.sources[sources[k]].credit, -k))
        world.sources[sources[k]].credit -= sum(weights)
        parts[k] += piece
        units -= piece
    return parts


def _weights(world: World, t: int, i: int) -> list[int]:
    shares, eligible = world.items[i].settings.shares, _eligible(world, t, i)
    if not eligible:
        return shares
    weights = [share if k in eligible else 0 for k, share in enumerate(shares)]
    if not any(weights):
        weights[eligible[0]] = 100
    return weights


def _order(world: World, t: int, s: int, part: int, loop: int) -> None:
    """Rule 24: minimum orders."""
    source, offer = world.sources[s], world.facts.sources[s].offer
    assert offer is not None
    settings = world.items[world.facts.sources[s].item].settings
    collects = settings.policy == "kanban" or loop == REFILL
    part = part if collects else _raise(world, s, part, offer.minimum_order, settings)
    source.on_order[loop] += part
    source.collected += part
    if collects and source.collected < offer.minimum_order:
        return
    units, source.collected = source.collected, 0
    world.post("order_cost", s, of_offer(world, "order_cost", s, cents(offer.order_cost)))
    _count_order(world, s, units)
    delay = signal_delay(world, world.facts.sources[s].item)
    source.signals[world.facts.next_open(t + delay)][WORKING] += units


def _raise(world: World, s: int, part: int, minimum: int, settings: Settings) -> int:
    if part >= minimum:
        return part
    container = settings.container
    whole = settings.policy in ("reorder", "order_up_to", "forecast")
    raised = -(-minimum // container) * container if whole else minimum
    if len(world.facts.sources_of(world.facts.sources[s].item)) > 1:
        world.sources[s].credit -= 100 * -(-(raised - part) // container)
    return raised


def _signal(world: World, t: int, s: int, units: int, loop: int) -> None:
    """An order to a station or a transfer."""
    source = world.sources[s]
    delay = signal_delay(world, world.facts.sources[s].item)
    source.on_order[loop] += units
    source.signals[world.facts.next_open(t + 1 + delay)][loop] += units
    _count_order(world, s, units)


def _count_order(world: World, s: int, units: int) -> None:
    world.count("ordered", s, units)
    world.sources[s].ordered_by_turn[world.turn] += units
