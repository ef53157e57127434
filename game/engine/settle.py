"""Step 7, settle: who owes pays, costs accrue, credit is drawn or repaid; insolvency is tested once, last (M11)."""

import numpy as np

from game.engine.bank import credit, interest, repay
from game.engine.context import Period
from game.engine.crew import pay_crews, tire
from game.engine.keeping import keep
from game.engine.payments import pay
from game.engine.projects import pay_for_projects
from game.engine.strike import default
from game.kinds import ACCOUNTS, normal_side
from game.plant import PPM, minor

FIRM = 0
INCOME = [name for name, kind in ACCOUNTS.items() if kind in ("income", "expense")]


def settle(p: Period) -> None:
    """Post the period's money."""
    if p.effects:
        default(p)
    pay(p)
    keep(p)
    if p.ends_day:
        _end_of_day(p)
    interest(p)
    repay(p)
    if p.t == p.plant.clock.end - 1:
        _tax(p)
    credit(p)
    if p.ends_day:
        tire(p)


def _end_of_day(p: Period) -> None:
    plant, clock = p.plant, p.plant.clock
    if p.open and plant.level.station:
        for station, wage in enumerate(plant.money.wages[:, 0].tolist()):
            p.post("wages", station, p.value("wage", station, wage))
        pay_crews(p)
    if plant.money.overhead or p.force.changes:
        p.post("overhead", FIRM, p.value("overhead", FIRM, plant.money.overhead))
    if plant.money.depreciation:
        p.post("depreciation", FIRM, np.minimum(plant.money.depreciation, p.balance("fixed_assets")))
    pay_for_projects(p)
    if clock.weekday(clock.day(p.t)) == plant.money.pay_weekday:
        p.post("pay_day", FIRM, p.balance("wages_payable"))
        for index, lease in enumerate(plant.level.lease):
            p.post("lease", index, p.value("lease", index, minor(lease.cost)))


def _tax(p: Period) -> None:
    profit = sum(-normal_side(account) * p.balance(account) for account in INCOME)
    p.post("tax", FIRM, np.maximum(profit, 0) * p.plant.money.tax_rate // PPM)
