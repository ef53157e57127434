"""Step 3: components are shared, stations work, transfers leave (rules 11 to 15 and 17)."""

from fractions import Fraction

from tests.oracle.shift import Shift
from tests.oracle.starting import begin, come_out, need
from tests.oracle.states import Load
from tests.oracle.world import REFILL, WORKING, World


def produce(world: World, t: int) -> None:
    """Step 3 of an open period."""
    for s, source in enumerate(world.sources):
        if world.facts.sources[s].offer is None:
            working, refill = source.signals.pop(t, (0, 0))
            item = world.items[world.facts.sources[s].item]
            item.authorised[WORKING] += working
            item.authorised[REFILL] += refill
            item.authorised_now = working + refill
    for depth, consumers in world.facts.consumers.items():
        cover = [world.cover(i) for i in range(len(world.items))]
        may_start = _share(world, t, consumers, cover)
        for k in range(len(world.stations)):
            if world.facts.depth_of_station[k] == depth:
                Shift(world, t, k, may_start, cover).work()
        for i in consumers:
            if world.facts.items[i].transfer:
                _move(world, t, i, may_start[i])


def _share(world: World, t: int, consumers: list[int], cover: list[Fraction]) -> dict[int, int]:
    """Rule 12: what each consumer may start."""
    queue = sorted(consumers, key=lambda i: (cover[i], i))
    may_start = {i: sum(world.items[i].authorised) for i in consumers}
    components = sorted({part for i in consumers for part in world.facts.parts[i]})
    for part in components:
        left = world.good_on_hand(part)
        for i in queue:
            each = world.facts.parts[i].get(part)
            if each is None:
                continue
            asked = sum(world.items[i].authorised)
            granted = _grant(world, t, i, asked, left // each)
            left -= need(world, t, i, granted) * each
            missing = need(world, t, i, asked) - need(world, t, i, granted)
            world.count("short", part, missing * each)
            may_start[i] = min(may_start[i], granted)
    return may_start


def _grant(world: World, t: int, i: int, asked: int, enough_for: int) -> int:
    if need(world, t, i, asked) <= enough_for:
        return asked
    container = world.items[i].settings.container
    containers = enough_for // container
    while need(world, t, i, containers * container) > enough_for:
        containers -= 1
    return containers * container


def _move(world: World, t: int, i: int, units: int) -> None:
    if units:
        begin(world, t, i, units)
        come_out(world, t, i, Load(units))
