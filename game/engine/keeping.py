"""What it costs to keep stock and to hand it out: storage, insurance, handling (rules 28, M5 and M6)."""

from collections.abc import Callable

import numpy as np

from game.engine.context import ALL, Period, any_of
from game.plant import PPM


def keep(p: Period) -> None:
    """Post the period's costs of stock, their sub-unit remainders carried."""
    for charge in CHARGES.values():
        charge(p)


def year(p: Period) -> int:
    """What a rate in parts per million a year is divided by."""
    return 365 * p.plant.clock.per_day * PPM


def _storage(p: Period) -> None:
    state, money = p.state, p.plant.money
    if not money.stored:
        return
    cost = state.value * money.storage_rate + state.storage_remainder
    if any_of(state.buffer):
        behind = state.value * state.buffer // np.maximum(state.stock, 1)
        cost += behind * (money.buffer_rate - money.storage_rate)
    cost += state.stock * money.storage_cost * 365
    p.post("storage", ALL, cost // year(p))
    state.storage_remainder = cost % year(p)


def _insurance(p: Period) -> None:
    if not p.plant.money.insurance_rate:
        return
    cost = p.state.value * p.plant.money.insurance_rate + p.state.insurance_remainder
    p.post("insurance", ALL, cost // year(p))
    p.state.insurance_remainder = cost % year(p)


def _handling(p: Period) -> None:
    for item, cost in p.plant.money.handled:
        p.post("handling", item, p.noted("sold")[item] * p.value("handling", item, cost))


CHARGES: dict[str, Callable[[Period], None]] = {"storage": _storage, "insurance": _insurance, "handling": _handling}
"""What each period charges, in order, by the kind that it posts; a new cost is a row of `POSTINGS` and one here."""
