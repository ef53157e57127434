"""Step 7, settle: who owes pays, costs accrue, credit is drawn or repaid; insolvency is tested once, last (rule 27)."""

import numpy as np

from game.engine.context import Period
from game.engine.crew import pay_crews, tire
from game.kinds import ACCOUNTS, normal_side
from game.plant import PPM
from game.state import Array

ALL = slice(None)
FIRM = 0
INCOME = [name for name, kind in ACCOUNTS.items() if kind in ("income", "expense")]


def settle(p: Period) -> None:
    """Post the period's money."""
    _payments(p)
    _storage(p)
    if p.ends_day:
        _end_of_day(p)
    _interest(p)
    if p.t == p.plant.clock.end - 1:
        _tax(p)
    _credit(p)
    if p.ends_day:
        tire(p)


def _payments(p: Period) -> None:
    state = p.state
    for kind, dues in (("customer_payment", state.receivables), ("supplier_payment", state.payables)):
        slot = p.t % dues.shape[1]
        if dues[:, slot].any():
            p.post(kind, ALL, dues[:, slot])
            dues[:, slot] = 0


def _storage(p: Period) -> None:
    state, plant = p.state, p.plant
    behind = state.value * state.buffer // np.maximum(state.stock, 1)
    cost = (state.value - behind) * plant.money.storage_rate + behind * plant.money.buffer_rate
    cost += state.stock * plant.money.storage_cost * 365 + state.storage_remainder
    year = 365 * plant.clock.per_day * PPM
    p.post("storage", ALL, cost // year)
    state.storage_remainder = cost % year


def _end_of_day(p: Period) -> None:
    plant, level = p.plant, p.plant.level
    clock = plant.clock
    day = clock.day(p.t)
    if p.open:
        p.post("wages", ALL, np.broadcast_to(plant.money.wages, (len(level.station), p.state.replications)))
        pay_crews(p)
    p.post("overhead", FIRM, _all(p, plant.money.overhead))
    p.post("depreciation", FIRM, np.minimum(plant.money.depreciation, p.balance("fixed_assets")))
    if clock.weekday(day) == plant.money.pay_weekday:
        p.post("pay_day", FIRM, p.balance("wages_payable"))


def _interest(p: Period) -> None:
    plant, state = p.plant, p.state
    year = 365 * plant.clock.per_day * PPM
    for row, (kind, rate) in enumerate(
        (("interest_credit", plant.money.credit_rate), ("interest_loan", plant.money.loan_rate))
    ):
        owed = p.opening_debt[row] * rate + state.interest_remainder[row]
        p.post(kind, FIRM, owed // year)
        state.interest_remainder[row] = owed % year
    day = plant.clock.day(p.t)
    if p.ends_day and (day + 1) % plant.level.money.interest_days == 0:
        p.post("interest_payment", FIRM, p.balance("accrued_interest"))


def _tax(p: Period) -> None:
    profit = sum(-normal_side(account) * p.balance(account) for account in INCOME)
    p.post("tax", FIRM, np.maximum(profit, 0) * p.plant.money.tax_rate // PPM)


def _credit(p: Period) -> None:
    cash, debt = p.balance("cash"), p.balance("credit_line")
    drawn = np.maximum(-cash, 0)
    repaid = np.minimum(np.maximum(cash, 0), debt)
    p.post("credit_drawn", FIRM, drawn)
    p.post("credit_repaid", FIRM, repaid)
    p.state.insolvent[FIRM] |= debt + drawn - repaid > p.plant.money.credit_limit


def _all(p: Period, amount: int) -> Array:
    return np.full(p.state.replications, amount, dtype=np.int64)
