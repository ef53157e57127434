"""Steps 1 and 2: breakdowns, arrivals and the buffer (rules 6 to 10 and P4)."""

from tests.oracle.facts import cents
from tests.oracle.parameters import of_station
from tests.oracle.states import Load
from tests.oracle.stock import receive
from tests.oracle.world import World


def break_down(world: World, t: int) -> None:
    """Rule 6: stations may fail."""
    for k, station in enumerate(world.stations):
        mean = int(world.facts.level.station[k].failure_every_minutes * 1000 + 0.5)
        if mean == 0 or station.repair_left:
            continue
        mean = of_station(world, "failure_every", k, mean)
        bits = world.luck("failure_bits", k, t) * (2 if station.maintenance else 1)
        if bits * mean < station.ran * 2**24:
            station.repair_left += of_station(world, "repair_minutes", k, world.luck("repair", k, t))
            station.failures += 1
            world.count("failures", k, 1)


def arrive(world: World, t: int) -> None:
    """Step 2 of an open period."""
    for s, source in enumerate(world.sources):
        load = source.arrivals.pop(t, Load())
        if world.conditions.held[s]:
            source.arrivals[world.facts.next_open(t + 1)].add(load)
        else:
            receive(world, t, s, load)
    for i in range(len(world.items)):
        _open_buffer(world, i)


def _open_buffer(world: World, i: int) -> None:
    """Rule 10."""
    item, loop = world.items[i], world.facts.items[i].loop
    wanted = max(item.settings.container, _largest_container(world, i))
    while item.buffer and world.on_hand(i) < wanted:
        if loop.release_per_day is not None and item.containers_released_today >= loop.release_per_day:
            return
        units = min(item.settings.container, item.buffer)
        item.buffer -= units
        item.containers_released_today += 1
        world.count("released", i, units)
        world.post("release", i, cents(loop.release_cost))


def _largest_container(world: World, i: int) -> int:
    """The most that one container of a consumer takes."""
    parts = world.facts.parts
    return max(
        (world.items[user].settings.container * parts[user][i] for user in range(len(parts)) if i in parts[user]),
        default=0,
    )
