"""Recalls and rushes (rules S8 and S9)."""

from tests.oracle.facts import cents
from tests.oracle.states import Load
from tests.oracle.world import REFILL, WORKING, World


def recall(world: World, s: int) -> tuple[int, int]:
    """Cancel all that an offer has not sent; the units that were for working stock and for the buffer."""
    source = world.sources[s]
    units = sum(sum(loops) for loops in source.signals.values()) + source.backlog + source.ready
    source.signals.clear()
    source.backlog = source.ready = 0
    working = min(units, source.on_order[WORKING])
    source.on_order[WORKING] -= working
    source.on_order[REFILL] -= units - working
    world.count("recalled", s, units)
    return working, units - working


def rush(world: World, t: int, s: int, wished: int) -> None:
    """Bring what an offer has on the road here sooner."""
    facts, source = world.facts, world.sources[s]
    i, offer = facts.sources[s].item, facts.sources[s].offer
    if offer is None or offer.expedite_days is None:
        return
    arrival = facts.next_open(t + max(1, facts.per(offer.expedite_days)))
    later = sorted(due for due, load in source.arrivals.items() if due > arrival and load.units)
    units = min(wished, source.on_order[WORKING], sum(source.arrivals[due].units for due in later))
    if units <= 0:
        return
    _pull(source.arrivals, later, arrival, units)
    item = world.items[i]
    earlier = sum(item.rushes[turn] for turn in range(world.turn - 3, world.turn + 1))
    cost = cents(offer.expedite_cost) + units * cents(offer.expedite_unit_cost)
    world.post("expediting", s, cost * (4 + earlier) // 4)
    world.count("rushed", s, units)
    world.count("rushes", s, 1)
    item.rushes[world.turn] += 1
    item.rush_arrival = arrival


def _pull(arrivals: dict[int, Load], later: list[int], arrival: int, units: int) -> None:
    for due in later:
        taken = min(units, arrivals[due].units)
        arrivals[arrival].add(arrivals[due].part(taken))
        units -= taken
        if not units:
            return


def rush_by_rule(world: World, t: int) -> None:
    """The standing rule, at the end of step 6: a red buffer rushes."""
    for s, source in enumerate(world.sources):
        item = world.items[world.facts.sources[s].item]
        red = item.settings.buffer > 0 and 3 * item.buffer < item.settings.buffer
        if source.rush_when_red and red and t >= item.rush_arrival:
            rush(world, t, s, source.rush_when_red)
