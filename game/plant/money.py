"""A level's rates and amounts as whole numbers: minor units and parts per million a year."""

from dataclasses import dataclass

import numpy as np

from game.level import WEEKDAYS, Level
from game.plant.terms import column, minor, rate, storage_rates


@dataclass(frozen=True, eq=False)
class Money:
    """Item columns are `[I, 1]`, wages `[W, 1]`."""

    storage_rate: np.ndarray
    buffer_rate: np.ndarray
    storage_cost: np.ndarray
    """millionths of a minor unit for a unit and day"""
    holding_cost: np.ndarray
    backorder_cost: np.ndarray
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
        return cls(
            storage_rate=working,
            buffer_rate=buffer,
            storage_cost=column(int(item.storage_cost * 100_000_000 + 0.5) for item in level.item),
            holding_cost=column(minor(item.holding_cost) for item in level.item),
            backorder_cost=column(minor(item.backorder_cost) for item in level.item),
            wages=column(minor(station.wage_per_day) for station in level.station),
            overhead=minor(money.overhead_per_day),
            depreciation=minor(money.depreciation_per_day),
            credit_rate=rate(money.credit_rate),
            loan_rate=rate(money.loan_rate),
            credit_limit=minor(money.credit_limit),
            tax_rate=rate(money.tax_rate),
            pay_weekday=WEEKDAYS.index(money.pay_day),
        )
