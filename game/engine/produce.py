"""Step 3, produce: depth by depth, components are shared, then stations and transfers work."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.demand_on import cover
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
    for depth in p.plant.depths:
        at_hand = cover(p.plant, p.state) if depth.contested else p.state.stock
        may_begin = share(p, depth, at_hand)
        for station in depth.stations:
            work(p, station, may_begin, at_hand)
        for item in depth.transfers:
            if any_of(may_begin[item]):
                begin_units(p, item, may_begin[item])
                finish_units(p, item, may_begin[item])


def _authorise(p: Period) -> None:
    state = p.state
    slot = p.t % state.signals.shape[1]
    for source in p.plant.internal_sources:
        item = p.plant.sources[source].item
        state.authorised[item] += state.signals[source, slot]
        state.authorised_refill[item] += state.refill_signals[source, slot]
        call(p, source, state.signals[source, slot] + state.refill_signals[source, slot])
    internal = np.array(p.plant.internal_sources, dtype=np.int64)
    state.signals[internal, slot] = 0
    state.refill_signals[internal, slot] = 0
