"""Projects: they begin with a turn, change parameters in transition and for good, and cost money (rules M1, M2)."""

import numpy as np

from game.demand import thousandths_per_day
from game.engine.context import Period, any_of
from game.plant import PPM
from game.plant.projects import Change, Plan
from game.state import NEVER, Array, Flags


def begin_projects(p: Period) -> None:
    """Before step 1 of a turn's first period: what was decided for the first time starts now."""
    state = p.state
    starts = (state.settings["project"] > 0) & (state.project_start == NEVER) & ~p.failed
    for index in np.flatnonzero(starts.any(axis=1)):
        plan = p.plant.projects[index]
        p.post("project", int(index), starts[index] * plan.cost)
        state.project_start[index] = np.where(starts[index], p.t, state.project_start[index])
        _qualify(p, plan, starts[index])


def form_parameters(p: Period) -> None:
    """Note for each parameter which changes hold in this period, in file order; demand is formed at once."""
    for plan, start in zip(p.plant.projects, p.state.project_start, strict=True):
        begun = start <= p.t
        if any_of(begun):
            done = begun & (p.t - start >= plan.periods)
            _hold(p, plan.transition, begun & ~done)
            _hold(p, plan.effect, done)
    for stream, factor in enumerate(p.force.factor):
        p.force.factor[stream] = p.value("demand", stream, factor)


def pay_for_projects(p: Period) -> None:
    """The daily cost of those that run, in the last period of a day."""
    for index, plan in enumerate(p.plant.projects):
        if plan.cost_per_day:
            p.post("project_day", index, (p.state.project_start[index] <= p.t) * plan.cost_per_day)


def levelled(p: Period, drawn: Array) -> Array:
    """Demand drawn, as far as a contract has not levelled it to its mean (rule M3)."""
    streams = [stream for name, stream in p.force.changes if name == "levelling"]
    if not streams:
        return drawn
    drawn = drawn.copy()
    for stream in streams:
        share = p.value("levelling", stream, 0)
        drawn[stream] = (drawn[stream] * (PPM - share) + PPM // 2) // PPM + _mean_until(p, stream, share, p.t + 1)
        drawn[stream] -= _mean_until(p, stream, share, p.t)
    return drawn


def _mean_until(p: Period, stream: int, share: Array, t: int) -> Array:
    """Mean demand of all periods before t, times a share, rounded down."""
    mean = thousandths_per_day(p.plant.pack, p.plant.level.stream[stream])
    total: Array = t * mean * share // (1000 * PPM * p.plant.clock.per_day)
    return total


def _hold(p: Period, changes: tuple[Change, ...], where: Flags) -> None:
    if any_of(where):
        for change in changes:
            held = p.force.changes.setdefault((change.parameter, change.index), [])
            held.append((where, change.factor, change.add))


def _qualify(p: Period, plan: Plan, where: Flags) -> None:
    """Suppliers that the project qualifies may have a share once it has its effects."""
    known = p.state.qualified_from
    for change in plan.effect:
        if change.parameter == "qualified":
            ready = np.minimum(known[change.index], p.t + plan.periods)
            known[change.index] = np.where(where, ready, known[change.index])
