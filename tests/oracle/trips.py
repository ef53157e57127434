"""Step 6: suppliers make ready, trips leave, direct or as milk runs (rules 26, S3, S11, S12)."""

from game.level import WEEKDAYS, Offer, Route
from tests.oracle.facts import MILLION, cents, ppm
from tests.oracle.parameters import of_offer
from tests.oracle.states import Load
from tests.oracle.stock import BITS
from tests.oracle.world import World


def dispatch(world: World, t: int) -> None:
    """All direct trips, then all milk runs, of an open period."""
    for s, source in enumerate(world.facts.sources):
        if source.offer:
            _make_ready(world, t, s, source.offer)
            if not source.offer.route and world.sources[s].ready:
                _drive(world, t, s)
    for k in range(len(world.facts.level.route)):
        _tour(world, t, k)


def _make_ready(world: World, t: int, s: int, offer: Offer) -> None:
    source, slow = world.sources[s], world.conditions.slow[s]
    source.backlog += sum(source.signals.pop(t, (0, 0)))
    if not world.conditions.up[s]:
        return
    if offer.capacity_per_day is not None:
        of_day = of_offer(world, "capacity", s, offer.capacity_per_day)
        able = world.facts.slice_of_day(of_day, t) * slow // MILLION
    else:
        able = -(-source.backlog * slow // MILLION)
    made = min(source.backlog, able)
    source.backlog -= made
    source.ready += made


def _leaves(world: World, t: int, trip: Offer | Route, trip_every: int) -> bool:
    """Whether a trip leaves in the open period t."""
    departures = trip.departures
    if not departures.weekdays and not departures.periods:
        return world.facts.recurs(t, trip_every)
    weekdays = departures.weekdays or WEEKDAYS
    return any(
        WEEKDAYS[world.facts.weekday(p)] in weekdays and p % world.facts.per_day in (departures.periods or (0,))
        for p in range(world.facts.last_open(t) + 1, t + 1)
    )


def _drive(world: World, t: int, s: int) -> None:
    """A direct trip takes what is ready, if its supplier is up."""
    offer = world.facts.trip(s)
    if not world.conditions.up[s] or not _leaves(world, t, offer, world.sources[s].trip_every):
        return
    late = _is_late(world, offer, s, t)
    time = of_offer(world, "lead_time", s, world.luck("transit", s, t)) + world.conditions.extra[s]
    arrival = _arrival(world, t, offer, time, late, world.sources[s].latest_arrival)
    _pay_trucks(world, s, offer, _trucks(world, offer, [s]))
    _load(world, s, arrival, late)


def _tour(world: World, t: int, k: int) -> None:
    """A milk run leaves by its timetable, empty or not."""
    route, stops = world.facts.level.route[k], world.facts.on_route(k)
    if not stops or not _leaves(world, t, route, world.sources[stops[0]].trip_every):
        return
    loaded = [s for s in stops if world.conditions.up[s] and world.sources[s].ready]
    _pay_trucks(world, stops[0], route, _trucks(world, route, loaded))
    late = _is_late(world, route, stops[0], t)
    time = of_offer(world, "lead_time", stops[0], world.luck("transit", stops[0], t))
    time += max(world.conditions.extra[s] for s in stops)
    latest = max(world.sources[s].latest_arrival for s in stops)
    arrival = _arrival(world, t, route, time, late, latest)
    for s in loaded:
        _load(world, s, arrival, late)


def _is_late(world: World, trip: Offer | Route, s: int, t: int) -> bool:
    on_time = of_offer(world, "on_time", s, ppm(trip.on_time)) if trip.on_time < 1 else MILLION
    return world.luck("late_bits", s, t) < (MILLION - on_time) * BITS // MILLION


def _arrival(world: World, t: int, trip: Offer | Route, time: int, late: bool, latest: int) -> int:
    time += world.facts.per(trip.late_by_days) if late else 0
    arrival = world.facts.next_open(t + max(1, time))
    return arrival if trip.may_overtake else max(arrival, latest)


def _trucks(world: World, trip: Offer | Route, loaded: list[int]) -> int:
    if trip.truck_capacity is None:
        return 1
    volume = sum(world.sources[s].ready * world.facts.volume(world.facts.sources[s].item) for s in loaded)
    return max(1, -(-volume // (trip.truck_capacity * 1000)))


def _pay_trucks(world: World, s: int, trip: Offer | Route, trucks: int) -> None:
    world.post("freight", s, trucks * of_offer(world, "trip_cost", s, cents(trip.cost_per_trip)))
    world.count("trucks", s, trucks)


def _load(world: World, s: int, arrival: int, late: bool) -> None:
    """All that is ready at a source leaves and will arrive."""
    source = world.sources[s]
    units, source.ready = source.ready, 0
    source.latest_arrival = max(arrival, source.latest_arrival)
    source.arrivals[arrival].add(Load(units, units * price(world, s, units)))
    world.count("shipped", s, units)
    world.count("departures", s, 1)
    world.count("late_departures", s, int(late))
    world.count("arrival_period", s, arrival)


def price(world: World, s: int, units: int) -> int:
    """Rules S3, M2 and D9: the price in force of a shipment, for `per` units, in cents."""
    offer, source = world.facts.sources[s].offer, world.sources[s]
    assert offer is not None
    reached = [step for step in offer.breaks if step.units <= units]
    asked = cents(max(reached, key=lambda step: step.units).price if reached else offer.price)
    if source.steady and offer.steady_price is not None:
        asked = min(asked, cents(offer.steady_price))
    asked = of_offer(world, "price", s, asked * source.raised // MILLION)
    return asked * world.conditions.input_price[s] // MILLION
