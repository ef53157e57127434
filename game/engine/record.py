"""Step 8, record: levels after the period, chain cost; what has failed stands still (rule 29)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.counting import count
from game.engine.levels import note


def record(p: Period) -> None:
    """Note chain cost and the levels after this period; failed firms keep theirs."""
    state, money = p.state, p.plant.money
    count(p)
    if money.chain_costs:
        cost: np.ndarray = money.holding_cost * state.stock + money.backorder_cost * p.owed
        p.flow("chain_cost")[:] += cost
    if any_of(p.failed):
        _stand_still(p)
    else:
        note(p.plant, state, p.waiting, p.owed, state.levels)
    state.period = p.t + 1


def _stand_still(p: Period) -> None:
    failed, levels = p.failed, p.state.levels
    kept = levels[:, failed]
    note(p.plant, p.state, p.waiting, p.owed, levels)
    levels[:, failed] = kept
    demand, market = p.flow("demand")[:, failed], p.flow("market")[:, failed]
    p.flows.sheet[:, failed] = 0
    p.postings.sheet[:, failed] = 0
    p.flow("demand")[:, failed] = demand
    p.flow("market")[:, failed] = market
    p.flow("lines_due")[:, failed] = demand > 0
