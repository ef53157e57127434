"""Step 1, open: disruptions act, machines fail, lots grow older, counters of the day and turn restart."""

from game.engine import strike
from game.engine.actions import act
from game.engine.context import Period, any_of
from game.engine.projects import form_parameters
from game.engine.stock import lots_grow_older


def begin(p: Period) -> None:
    """Form the parameters in force."""
    state = p.state
    if p.t and p.plant.lot_items:
        lots_grow_older(p)
    if p.t % p.plant.clock.per_day == 0:
        state.released.fill(0)
    if p.t == p.turn_start:
        act(p)
        state.refilled[:] = 0
    if p.plant.projects:
        form_parameters(p)
    if p.plant.level.relationship:
        p.force.extra += (state.steady < 0) * p.plant.clock.per_day
    strike.act(p)
    if p.plant.failing:
        _fail(p)


def _fail(p: Period) -> None:
    """An up station fails if its uniform is below minutes run in the period before / mean time between failures."""
    state, failing = p.state, p.plant.breakdowns
    at = failing.at
    if not any_of(state.ran[at]):
        return
    mean = p.values("failure_every", failing.stations, failing.mean) * (1 + state.settings["maintenance"][at])
    fails = (p.luck.failure_bits[at] * mean < state.ran[at] << 24) & (state.repair_left[at] == 0)
    if any_of(fails):
        repair = p.values("repair_minutes", failing.stations, p.luck.repair[at])
        state.repair_left[at] += fails * repair
        state.troubles[at] += fails
        p.flow("failures")[at] += fails
