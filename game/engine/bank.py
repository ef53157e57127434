"""The bank: interest, repayment of the loan, the credit line; insolvency is tested once, last (rules 27, 28, M10)."""

import numpy as np

from game.engine.context import NOTHING, Period, any_of
from game.engine.keeping import year
from game.plant.terms import MINOR, minor
from game.state import Array

FIRM = 0


def interest(p: Period) -> None:
    """Interest on what was owed at the period's start accrues, and is paid at its dates."""
    if any_of(p.opening_debt):
        _accrue(p)
    if every(p, p.plant.level.money.interest_days):
        p.post("interest_payment", FIRM, p.balance("accrued_interest"))


def _accrue(p: Period) -> None:
    money, state = p.plant.money, p.state
    for row, (kind, rate) in enumerate((("interest_credit", money.credit_rate), ("interest_loan", money.loan_rate))):
        owed = p.opening_debt[row] * (rate + p.force.rates.get(row, 0)) + state.interest_remainder[row]
        p.post(kind, FIRM, owed // year(p))
        state.interest_remainder[row] = owed % year(p)


def repay(p: Period) -> None:
    """The loan falls by its fixed part at its dates, and by what the player gives back now."""
    money, wanted = p.plant.level.money, p.state.settings["repay"][FIRM]
    if money.principal and every(p, money.principal_days):
        p.post("principal", FIRM, np.minimum(p.balance("loan"), minor(money.principal)))
    if p.t == p.turn_start and any_of(wanted):
        p.post("repayment", FIRM, _given_back(p, wanted))
        wanted[:] = 0


def credit(p: Period) -> None:
    """Cash below zero draws the credit line, cash above repays it; beyond the limit the firm is insolvent."""
    cash, debt = p.balance("cash"), p.balance("credit_line")
    drawn = np.maximum(-cash, NOTHING)
    if not any_of(drawn) and not any_of(debt):
        return
    repaid = np.minimum(np.maximum(cash, 0), debt)
    p.post("credit_drawn", FIRM, drawn)
    p.post("credit_repaid", FIRM, repaid)
    p.state.insolvent[FIRM] |= debt + drawn - repaid > p.plant.money.credit_limit


def every(p: Period, days: int) -> bool:
    """Whether the last period of every so many days ends now."""
    return p.ends_day and (p.plant.clock.day(p.t) + 1) % days == 0


def _given_back(p: Period, wanted: Array) -> Array:
    """At most what is owed and what is in cash."""
    least: Array = np.minimum(np.minimum(wanted * MINOR, p.balance("loan")), np.maximum(p.balance("cash"), 0))
    return least
