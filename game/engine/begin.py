"""Step 1, open: disruptions act, machines fail, lots grow older, counters of the day and turn restart."""

import numpy as np

from game.engine import strike
from game.engine.actions import act
from game.engine.context import Period
from game.engine.projects import form_parameters
from game.engine.stock import lots_grow_older


def begin(p: Period) -> None:
    """Form the parameters in force."""
    state = p.state
    if p.t:
        lots_grow_older(p)
    if p.t % p.plant.clock.per_day == 0:
        state.released[:] = 0
    if p.t == p.turn_start:
        act(p)
        state.refilled[:] = 0
    if p.plant.projects:
        form_parameters(p)
    if p.plant.level.relationship:
        p.force.extra += (state.steady < 0) * p.plant.clock.per_day
    strike.act(p)
    _fail(p)


def _fail(p: Period) -> None:
    """An up station fails if its uniform is below minutes run in the period before / mean time between failures."""
    state = p.state
    for station, usual in p.plant.failing:
        mean = p.value("failure_every", station, usual) * (1 + state.settings["maintenance"][station])
        fails = (p.luck.failure_bits[station] * mean < state.ran[station] << 24) & (state.repair_left[station] == 0)
        repair = p.value("repair_minutes", station, p.luck.repair[station])
        state.repair_left[station] += np.where(fails, repair, 0)
        state.troubles[station] += fails
        p.flow("failures")[station] += fails
