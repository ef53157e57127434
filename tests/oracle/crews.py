"""What crews cost, and how they tire (rules 27, P4 to P6)."""

from tests.oracle.facts import MILLION, cents, half_up, percent
from tests.oracle.parameters import of_station
from tests.oracle.world import World


def pay_crew(world: World, k: int) -> None:
    """Wages, overtime (rule P5) and maintenance (rule P4) of an open day."""
    station, state = world.facts.level.station[k], world.stations[k]
    wage = of_station(world, "wage", k, cents(station.wage_per_day))
    minutes = of_station(world, "minutes_per_day", k, half_up(station.minutes_per_day * 1000))
    world.post("wages", k, wage)
    if minutes:
        dear = wage * 1000 * state.overtime * (MILLION + percent(station.overtime_premium))
        world.post("overtime", k, dear // (minutes * MILLION))
    world.post("maintenance", k, cents(station.maintenance_cost) if state.maintenance else 0)


def tire(world: World, t: int) -> None:
    """Rule P6: strain at the end of a day."""
    if not world.facts.ends_day(t):
        return
    for k, station in enumerate(world.stations):
        hours = station.overtime // 30 if world.facts.is_open(t) else 0
        stoppages = station.failures + station.stopped
        station.failures, station.stopped = 0, False
        if world.facts.level.station[k].strain:
            change = hours + 5 * stoppages or -10
            station.strain = min(100, max(0, station.strain + change))
