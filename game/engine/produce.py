"""Step 3, produce: depth by depth, components are shared, then stations and transfers work."""

from game.engine.context import Period, any_of
from game.engine.demand_on import cover, targets
from game.engine.forecast import call
from game.engine.share import share
from game.engine.start import begin_units, finish_units
from game.engine.station import work


def produce(p: Period) -> None:
    """Authorise what has arrived, then play the depths upstream first."""
    if not p.open:
        p.state.ran[:] = 0
        return
    _authorise(p)
    aims = targets(p.plant, p.state) if any(works.contested for works in p.plant.work_plan) else p.state.stock
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
    state, internal = p.state, p.plant.internal
    slot = p.t % state.signals.shape[1]
    for signals, authorised in (
        (state.signals, state.authorised),
        (state.refill_signals, state.authorised_refill),
    ):
        units = signals[internal.sources, slot]
        if any_of(units):
            authorised[internal.items] += units
            call(p, units)
            signals[internal.sources, slot] = 0
