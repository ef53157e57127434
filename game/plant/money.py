"""A level's rates and amounts as whole numbers: minor units and parts per million a year."""

from dataclasses import dataclass

import numpy as np

from game.level import WEEKDAYS, Level
from game.plant.projects import plans
from game.plant.terms import column, minor, rate, storage_rates


@dataclass(frozen=True, eq=False)
class Money:
    """Item columns are `[I, 1]`, wages `[W, 1]`."""

    storage_rate: np.ndarray
    buffer_rate: np.ndarray
    storage_cost: np.ndarray
    """millionths of a minor unit for a unit and day"""
    stored: bool
    """whether storage costs anything"""
    insurance_rate: int
    handled: tuple[tuple[int, int], ...]
    """items and what handling a unit sold of them costs, where it may cost anything"""
    holding_cost: np.ndarray
    backorder_cost: np.ndarray
    chain_costs: bool
    wages: np.ndarray
    overhead: int
    depreciation: int
    credit_rate: int
    loan_rate: int
    credit_limit: int
    tax_rate: int
    pay_weekday: int

    @classmethod
    def of(cls, level: Level) -> "Money":
        """The figures of a level."""
        money = level.money
        working, buffer = storage_rates(level)
        storage_cost = column(int(item.storage_cost * 100_000_000 + 0.5) for item in level.item)
        return cls(
            storage_rate=working,
            buffer_rate=buffer,
            storage_cost=storage_cost,
            stored=bool(working.any() or buffer.any() or storage_cost.any()),
            insurance_rate=rate(money.insurance_rate),
            handled=_handled(level),
            holding_cost=column(minor(item.holding_cost) for item in level.item),
            backorder_cost=column(minor(item.backorder_cost) for item in level.item),
            chain_costs=any(item.holding_cost or item.backorder_cost for item in level.item),
            wages=column(minor(station.wage_per_day) for station in level.station),
            overhead=minor(money.overhead_per_day),
            depreciation=minor(money.depreciation_per_day),
            credit_rate=rate(money.credit_rate),
            loan_rate=rate(money.loan_rate),
            credit_limit=minor(money.credit_limit),
            tax_rate=rate(money.tax_rate),
            pay_weekday=WEEKDAYS.index(money.pay_day),
        )


def _handled(level: Level) -> tuple[tuple[int, int], ...]:
    changes = [change for plan in plans(level) for change in (*plan.transition, *plan.effect)]
    changed = {change.index for change in changes if change.parameter == "handling"}
    costs = [(i, minor(item.handling_cost)) for i, item in enumerate(level.item)]
    return tuple((i, cost) for i, cost in costs if cost or i in changed)
