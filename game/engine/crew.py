"""Crews and machines: overtime, maintenance, strain (rules P4 to P6)."""

import numpy as np

from game.engine.context import Period
from game.plant import PPM
from game.state import Array

MOST_SCRAP = 900_000
TIRED = 100
"""The most strain there is."""
HALF_HOUR = 30
STOPPAGE = 5
CALM = 10
THOUSAND = 1000


def minutes_at_hand(p: Period, station: int) -> tuple[Array, Array]:
    """Thousandths of minutes of this period with overtime, and what of them maintenance leaves."""
    terms, settings, clock = p.plant.production, p.state.settings, p.plant.clock
    of_day = p.value("minutes_per_day", station, p.plant.minutes[station])
    minutes = np.broadcast_to(clock.slice_of_day(of_day, p.t), p.state.replications)
    if station in terms.overtime:
        usual = minutes
        minutes = clock.slice_of_day(of_day + THOUSAND * settings["overtime"][station], p.t)
        p.flow("overtime")[station] += minutes - usual
    if station not in terms.upkept:
        return minutes, minutes
    takes = clock.slice_of_day(terms.upkeep_work[station], p.t)
    maintained = np.minimum(minutes, settings["maintenance"][station] * takes)
    p.flow("maintained")[station] += maintained
    return minutes, minutes - maintained


def unit_work(p: Period, item: int) -> Array:
    """Thousandths of minutes for one unit, more by a tired crew."""
    return _slower(p, item, p.value("minutes", item, int(p.plant.work[item])))


def scrap_share(p: Period, item: int) -> Array:
    """Share lost in making in parts per million, more by a tired crew."""
    return np.minimum(_slower(p, item, p.value("scrap", item, int(p.plant.scrap[item]))), MOST_SCRAP)


def _slower(p: Period, item: int, figure: Array) -> Array:
    station = p.plant.sources[p.plant.sources_of[item][0]].station
    if station is None or station not in p.plant.production.strained:
        return figure
    slowed: Array = figure * (2 * TIRED + p.state.strain[station]) // (2 * TIRED)
    return slowed


def lost_to_strain(p: Period, station: int, run: Array) -> None:
    """Note how much of the minutes run a fresh crew would not have needed."""
    if station in p.plant.production.strained:
        strain = p.state.strain[station]
        p.flow("slowed")[station] += run * strain // (2 * TIRED + strain)


def pay_crews(p: Period) -> None:
    """Overtime accrues and maintenance is paid, on the last period of an open day."""
    terms, settings = p.plant.production, p.state.settings
    for station in terms.overtime:
        usual = p.value("minutes_per_day", station, p.plant.minutes[station])
        wage = p.value("wage", station, int(p.plant.money.wages[station, 0]))
        pay = wage * THOUSAND * settings["overtime"][station] * terms.overtime_rate[station]
        p.post("overtime", station, np.where(usual > 0, pay // (np.maximum(usual, 1) * PPM), 0))
    for station in terms.upkept:
        p.post("maintenance", station, settings["maintenance"][station] * terms.upkeep_cost[station])


def tire(p: Period) -> None:
    """At the end of a day strain grows by overtime and stoppages, or falls when there was none (rule P6)."""
    state = p.state
    for station in p.plant.production.strained:
        hours = state.settings["overtime"][station] // HALF_HOUR if p.open else np.zeros_like(state.strain[station])
        worse = hours + STOPPAGE * (state.troubles[station] + state.halted[station])
        state.strain[station] += np.where(worse > 0, worse, -CALM)
        np.clip(state.strain[station], 0, TIRED, out=state.strain[station])
        state.troubles[station] = 0
        state.halted[station] = 0
