"""Step 8, record: levels after the period, chain cost; what has failed stands still (rule 29)."""

from game.engine.context import Period, any_of
from game.engine.counting import count
from game.engine.levels import levels
from game.state import Array


def record(p: Period) -> None:
    """Note chain cost and the levels after this period; failed firms keep theirs."""
    noted = levels(p.plant, p.state)
    owed = p.plant.level_rows.view(noted, "backorders")
    count(p)
    p.flow("chain_cost")[:] += p.plant.money.holding_cost * p.state.stock + p.plant.money.backorder_cost * owed
    if any_of(p.failed):
        _stand_still(p, noted)
    p.state.levels = noted
    p.state.period = p.t + 1


def _stand_still(p: Period, noted: Array) -> None:
    failed = p.failed
    noted[:, failed] = p.state.levels[:, failed]
    demand, market = p.flow("demand")[:, failed], p.flow("market")[:, failed]
    p.flows[:, failed] = 0
    p.postings[:, failed] = 0
    p.flow("demand")[:, failed] = demand
    p.flow("market")[:, failed] = market
    p.flow("lines_due")[:, failed] = demand > 0
