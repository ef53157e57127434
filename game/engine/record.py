"""Step 8, record: levels after the period, chain cost; what has failed stands still (rule 29)."""

import numpy as np

from game.engine.context import Period, Stood
from game.engine.counting import count
from game.engine.levels import note


def record(p: Period) -> None:
    """Note chain cost and the levels after this period; failed firms keep theirs."""
    state, money = p.state, p.plant.money
    count(p)
    if money.chain_costs:
        cost: np.ndarray = money.holding_cost * state.stock + money.backorder_cost * p.owed
        p.flow("chain_cost")[:] += cost
    note(p.plant, state, p.waiting, p.owed, state.levels)
    p.ledger.note()
    if p.stood:
        _stand_still(p, p.stood)
    state.period = p.t + 1


def _stand_still(p: Period, stood: Stood) -> None:
    """Of failed firms nothing counts but what was asked of them."""
    failed, blocks = p.failed, p.plant.flow_rows.blocks
    asked = {name: p.flow(name)[:, failed] - stood.flows[blocks[name]] for name in ("demand", "market")}
    p.state.levels[:, failed], p.flows.sheet[:, failed], p.postings.sheet[:, failed] = stood
    for name, units in asked.items():
        p.flow(name)[:, failed] += units
    p.flow("lines_due")[:, failed] += asked["demand"] > 0
