"""The world before the first period: stock, orders on their way, opening books (rule 25)."""

from collections import defaultdict
from typing import Any

from game.kinds import ACCOUNTS
from tests.oracle.facts import Facts, cents
from tests.oracle.states import Conditions, ItemState, Load, Lot, Settings, SourceState, StationState, StreamState
from tests.oracle.world import WORKING, World


def opening(facts: Facts, tape: Any, replication: int = 0) -> World:
    """The world before period 0; luck comes from one replication of the tape."""
    items = [_open_item(facts, i) for i in range(len(facts.items))]
    count = len(facts.sources)
    world = World(
        facts=facts,
        tape=tape,
        replication=replication,
        items=items,
        sources=[_open_source(facts, s) for s in range(count)],
        stations=[_open_station(facts, k) for k in range(len(facts.level.station))],
        streams=[StreamState() for _ in facts.level.stream],
        balances=dict.fromkeys(ACCOUNTS, 0),
        payables=[defaultdict(lambda: [0, 0]) for _ in range(count)],
        project_starts=[None] * len(facts.level.project),
        conditions=Conditions([], [], [], [], [], [], [], [], [], []),
    )
    for i, item in enumerate(facts.items):
        for k, units in enumerate(item.opening_orders):
            _opening_order(world, i, k - len(item.opening_orders), units)
        items[i].value_in_process = int(items[i].units_in_process * facts.unit_value(i))
    _open_books(world)
    return world


def _open_item(facts: Facts, i: int) -> ItemState:
    item = facts.items[i]
    loop = item.loop
    shares = [offer.share or 0 for offer in item.offer]
    if item.offer and all(offer.share is None for offer in item.offer):
        shares[0] = 100
    settings = Settings(
        loop.policy, loop.cards, loop.container, loop.buffer, loop.reorder_point, loop.order_quantity,
        loop.order_up_to, loop.quantity, facts.per(loop.cover_days), max(1, facts.per(loop.smoothing_days or 0)),
        loop.safety, shares, item.make.lot if item.make else 1, int(item.failover), item.count_every_days,
        item.markdown, item.markdown_after_days,
    )  # fmt: skip
    stock = item.opening_stock + loop.buffer
    lots = [Lot(0, stock, 0)] if stock and facts.keeps_lots(i) else []
    return ItemState(settings, stock, loop.buffer, int(stock * facts.unit_value(i)), lots)


def _open_source(facts: Facts, s: int) -> SourceState:
    offer = facts.sources[s].offer
    if offer is None:
        return SourceState(1)
    days = facts.trip(s).departures.every_days
    trip_every = 1 if days is None else max(1, facts.per(days))
    qualified = 0 if offer.qualified else None
    return SourceState(trip_every, offer.inspect, offer.rush_when_red, int(offer.pay_early), qualified)


def _open_station(facts: Facts, k: int) -> StationState:
    said = facts.level.station[k]
    first = facts.station_items(k)[0]
    return StationState(first, int(said.stop_the_line), int(said.maintenance), said.overtime_minutes)


def _opening_order(world: World, i: int, placed: int, units: int) -> None:
    """Rule 25: an order placed before the start, where every period is open and every trip leaves."""
    facts, item = world.facts, world.items[i]
    delay = facts.per(facts.items[i].signal_delay_days)
    sources, shares = facts.sources_of(i), item.settings.shares
    s = sources[shares.index(max(shares))] if shares else sources[0]
    source, offer = world.sources[s], facts.sources[s].offer
    heard = facts.next_open(placed + delay if offer else placed + 1 + delay)
    if heard >= 0:
        source.signals[heard][WORKING] += units
        source.on_order[WORKING] += units
        return
    arrival = facts.next_open(heard + _usual_time(facts, s))
    if arrival < 0:
        return
    worth = units * cents(offer.price) if offer else 0
    source.arrivals[arrival].add(Load(units, worth))
    source.on_order[WORKING] += units
    source.latest_arrival = max(source.latest_arrival, arrival)
    item.units_in_process += 0 if offer else units


def _usual_time(facts: Facts, s: int) -> int:
    source = facts.sources[s]
    return max(1, facts.per(facts.lead_days(s))) if source.offer else facts.process_time(source.item)


def _open_books(world: World) -> None:
    money, balances = world.facts.level.money, world.balances
    balances["cash"] = cents(money.opening_cash)
    balances["fixed_assets"] = cents(money.fixed_assets)
    balances["loan"] = -cents(money.loan)
    for i, item in enumerate(world.items):
        balances["raw" if world.facts.bought(i) else "finished"] += item.value
        balances["in_process"] += item.value_in_process
    balances["capital"] = -sum(balances.values())
