"""Step 3, produce: depth by depth, components are shared, then stations and transfers work."""

from game.engine.context import Period, any_of
from game.engine.demand_on import cover, targets
from game.engine.forecast import call
from game.engine.share import share
from game.engine.start import begin_units, finish_units
from game.engine.station import work
from game.plant.groups import add
from game.state import Array


def produce(p: Period) -> None:
    """Authorise what has arrived, then play the depths upstream first."""
    if not p.open:
        p.state.ran[:] = 0
        return
    _authorise(p)
    aims = targets(p.plant, p.state) if p.plant.contested else p.state.stock
    for works in p.plant.work_plan:
        at_hand = cover(p.plant, p.state, aims) if works.contested else p.state.stock
        may_begin = share(p, works, at_hand)
        for wave in works.waves:
            work(p, wave, may_begin, at_hand)
        for making in works.transfers:
            units = may_begin[making.at]
            if any_of(units):
                begin_units(p, making, units, units)
                finish_units(p, making, units)


def _authorise(p: Period) -> None:
    _hear(p, p.state.signals, p.state.authorised)
    if p.loops.refilled:
        _hear(p, p.state.refill_signals, p.state.authorised_refill)


def _hear(p: Period, signals: Array, authorised: Array) -> None:
    """Orders that reach stations and transfers now may be begun."""
    internal, now = p.plant.internal, signals[:, p.t % signals.shape[1]]
    units = now[internal.sources]
    if any_of(units):
        add(authorised, internal.items, units)
        call(p, units)
        now[internal.sources] = 0
