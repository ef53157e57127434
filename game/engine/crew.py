"""Crews and machines: overtime, maintenance, strain (rules P4 to P6)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.engine.context import Period
from game.engine.stock import BITS
from game.plant import PPM
from game.plant.together import Wave
from game.state import Array

MOST_SCRAP = 900_000
TIRED = 100
"""The most strain there is."""
HALF_HOUR = 30
STOPPAGE = 5
CALM = 10
THOUSAND = 1000


def minutes_at_hand(p: Period, wave: Wave) -> tuple[Array, Array]:
    """Thousandths of minutes of this period with overtime, and what of them maintenance leaves, `[station, R]`."""
    terms, settings, clock = p.plant.production, p.state.settings, p.plant.clock
    of_day = p.values("minutes_per_day", wave.stations, p.plant.minutes[wave.at])
    minutes = clock.slice_of_day(of_day, p.t)
    if wave.overtime:
        usual = minutes
        minutes = clock.slice_of_day(of_day + THOUSAND * settings["overtime"][wave.at], p.t)
        p.flow("overtime")[wave.at] += minutes - usual
    if not wave.upkept:
        return minutes, minutes
    takes = clock.slice_of_day(terms.upkeep_work[wave.at], p.t)
    maintained = np.minimum(minutes, settings["maintenance"][wave.at] * takes)
    p.flow("maintained")[wave.at] += maintained
    return minutes, minutes - maintained


def unit_work(p: Period, wave: Wave) -> Array:
    """Thousandths of minutes for one unit, more by a tired crew, `[item, R or 1]`."""
    return _slower(p, wave.items, p.values("minutes", wave.items, wave.work))


@dataclass(frozen=True, eq=False)
class Loss:
    """What is lost in making items, `[item, R or 1]`: the share in parts per million, and luck that rounds it."""

    share: Array
    bits: Array

    @classmethod
    def of(cls, p: Period, items: Array) -> "Loss":
        """In this period; a tired crew loses more."""
        usual = p.values("scrap", items, p.plant.scrap[items, None])
        return cls(np.minimum(_slower(p, items, usual), MOST_SCRAP), p.luck.scrap_bits[items])

    @cached_property
    def _terms(self) -> tuple[Array, Array, Array]:
        left = PPM - self.share
        return self.share * 2**BITS, self.bits * left, left * 2**BITS

    def need(self, units: Array) -> Array:
        """Units to begin so that `units` come out, rounded by luck (model, section 6)."""
        lost, luck, left = self._terms
        begun: Array = units + (units * lost + luck) // left * (units > 0)
        return begun


def _slower(p: Period, items: Array, figures: Array) -> Array:
    """More by the strain of each item's crew; those that do not tire have none."""
    if not p.plant.production.strained:
        return figures
    strain = np.where(p.plant.station_of[items, None] < 0, 0, p.state.strain[p.plant.station_of[items]])
    slowed: Array = figures * (2 * TIRED + strain) // (2 * TIRED)
    return slowed


def lost_to_strain(p: Period, wave: Wave, run: Array) -> None:
    """Note how much of the minutes run a fresh crew would not have needed."""
    if wave.strained:
        strain = p.state.strain[wave.at]
        p.flow("slowed")[wave.at] += run * strain // (2 * TIRED + strain)


def pay_crews(p: Period) -> None:
    """Overtime accrues and maintenance is paid, on the last period of an open day."""
    terms, settings = p.plant.production, p.state.settings
    for station in terms.overtime:
        usual = p.value("minutes_per_day", station, int(p.plant.minutes[station, 0]))
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
