"""What it costs to keep stock and to hand it out: storage, insurance, handling (rules 28, M5 and M6)."""

import numpy as np

from game.engine.context import Period
from game.plant import PPM

ALL = slice(None)


def keep(p: Period) -> None:
    """Post the period's costs of stock, their sub-unit remainders carried."""
    _storage(p)
    if p.plant.money.insurance_rate:
        _insurance(p)
    for item, cost in p.plant.money.handled:
        p.post("handling", item, p.flow("sold")[item] * p.value("handling", item, cost))


def year(p: Period) -> int:
    """What a rate in parts per million a year is divided by."""
    return 365 * p.plant.clock.per_day * PPM


def _storage(p: Period) -> None:
    state, money = p.state, p.plant.money
    behind = state.value * state.buffer // np.maximum(state.stock, 1)
    cost = (state.value - behind) * money.storage_rate + behind * money.buffer_rate
    cost += state.stock * money.storage_cost * 365 + state.storage_remainder
    p.post("storage", ALL, cost // year(p))
    state.storage_remainder = cost % year(p)


def _insurance(p: Period) -> None:
    cost = p.state.value * p.plant.money.insurance_rate + p.state.insurance_remainder
    p.post("insurance", ALL, cost // year(p))
    p.state.insurance_remainder = cost % year(p)
