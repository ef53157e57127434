"""Units are begun and come out (rules 12, 14, 15 and P6)."""

from tests.oracle.facts import MILLION, cents
from tests.oracle.parameters import of_item
from tests.oracle.states import Load
from tests.oracle.stock import BITS, account, issue, receive
from tests.oracle.world import REFILL, WORKING, World


def need(world: World, t: int, i: int, units: int) -> int:
    """Units that must be begun so that `units` come out."""
    scrap = _scrap(world, i)
    if units == 0 or scrap == 0:
        return units
    bits = world.luck("scrap_bits", i, t)
    return units + (units * scrap * BITS + bits * (MILLION - scrap)) // (BITS * (MILLION - scrap))


def _scrap(world: World, i: int) -> int:
    """The share lost, by a strained crew more (rule P6)."""
    station = world.facts.sources[world.facts.sources_of(i)[0]].station
    usual = world.facts.scrap(i)
    if station is None or not usual:
        return 0
    return min(900_000, of_item(world, "scrap", i, usual) * (200 + world.stations[station].strain) // 200)


def begin(world: World, t: int, i: int, units: int) -> None:
    """Rule 14: components leave their stock, authorised units are begun."""
    item, quantity = world.items[i], need(world, t, i, units)
    worth = 0
    for part, each in world.facts.parts[i].items():
        issued = issue(world, part, quantity * each)
        world.post(f"issue_{account(world, part)}", part, issued)
        world.count("moved_out" if world.facts.items[i].transfer else "used", part, quantity * each)
        worth += issued
    make = world.facts.items[i].make
    labour = units * cents(make.labour) if make else 0
    world.post("absorb", i, labour)
    wasted = worth * (quantity - units) // quantity
    world.post("scrap_process", i, wasted)
    world.count("scrapped_in_process", i, quantity - units)
    world.count("begun", world.facts.sources_of(i)[0], units)
    item.units_in_process += units
    item.value_in_process += worth - wasted + labour
    from_working = min(units, item.authorised[WORKING])
    item.authorised[WORKING] -= from_working
    item.authorised[REFILL] -= units - from_working


def come_out(world: World, t: int, i: int, load: Load) -> None:
    """Rule 15: units made or moved are received at once or later."""
    s, time = world.facts.sources_of(i)[0], world.facts.process_time(i)
    if time == 0:
        receive(world, t, s, load)
    else:
        world.sources[s].arrivals[world.facts.next_open(t + time)].add(load)
