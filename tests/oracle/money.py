"""Step 7: everyone is paid, interest runs, the bank decides (rules 27 and 28)."""

from game.kinds import ACCOUNTS
from game.level import WEEKDAYS
from tests.oracle.facts import MILLION, cents, half_up, percent
from tests.oracle.world import World


def settle(world: World, t: int, owed: tuple[int, int]) -> None:
    """Step 7; `owed` is the credit line and the loan at the start of the period."""
    for d, stream in enumerate(world.streams):
        world.post("customer_payment", d, stream.owed.pop(t, 0))
    for s, payables in enumerate(world.payables):
        world.post("supplier_payment", s, payables.pop(t, 0))
    for i in range(len(world.items)):
        _store(world, i)
    _accrue(world, t)
    _interest(world, t, owed)
    if t == world.facts.turns[-1][-1]:
        _tax(world)
    _bank(world)


def _year(world: World) -> int:
    return 365 * world.facts.per_day * MILLION


def _store(world: World, i: int) -> None:
    """Rule 28."""
    item, state, money = world.facts.items[i], world.items[i], world.facts.level.money
    rate = money.storage_rate if item.storage_rate is None else item.storage_rate
    buffer_rate = rate if item.buffer_storage_rate is None else item.buffer_storage_rate
    behind = state.value * state.buffer // state.stock if state.stock else 0
    unit_cost = half_up(item.storage_cost * 100 * MILLION)
    total = (state.value - behind) * percent(rate) + behind * percent(buffer_rate)
    total += state.stock * unit_cost * 365 + state.storage_rest
    amount, state.storage_rest = divmod(total, _year(world))
    world.post("storage", i, amount)


def _accrue(world: World, t: int) -> None:
    """Wages, overhead and depreciation, and the pay day."""
    facts, money = world.facts, world.facts.level.money
    if not facts.ends_day(t):
        return
    if facts.is_open(t):
        for k in range(len(facts.level.station)):
            _crew(world, k)
    world.post("overhead", 0, cents(money.overhead_per_day))
    world.post("depreciation", 0, min(cents(money.depreciation_per_day), world.balances["fixed_assets"]))
    if WEEKDAYS[facts.weekday(t)] == money.pay_day:
        world.post("pay_day", 0, -world.balances["wages_payable"])


def _crew(world: World, k: int) -> None:
    """Wages, overtime (rule P5) and maintenance (rule P4) of an open day."""
    station, state = world.facts.level.station[k], world.stations[k]
    wage, minutes = cents(station.wage_per_day), half_up(station.minutes_per_day * 1000)
    world.post("wages", k, wage)
    if minutes:
        dear = wage * 1000 * state.overtime * (MILLION + percent(station.overtime_premium))
        world.post("overtime", k, dear // (minutes * MILLION))
    world.post("maintenance", k, cents(station.maintenance_cost) if state.maintenance else 0)


def tire(world: World, t: int) -> None:
    """Rule P6: strain at the end of a day."""
    if not world.facts.ends_day(t):
        return
    for k, station in enumerate(world.stations):
        hours = station.overtime // 30 if world.facts.is_open(t) else 0
        stoppages = station.failures + station.stopped
        station.failures, station.stopped = 0, False
        if world.facts.level.station[k].strain:
            change = hours + 5 * stoppages or -10
            station.strain = min(100, max(0, station.strain + change))


def _interest(world: World, t: int, owed: tuple[int, int]) -> None:
    money, (credit_line, loan) = world.facts.level.money, owed
    credit, world.credit_rest = divmod(credit_line * percent(money.credit_rate) + world.credit_rest, _year(world))
    on_loan, world.loan_rest = divmod(loan * percent(money.loan_rate) + world.loan_rest, _year(world))
    world.post("interest_credit", 0, credit)
    world.post("interest_loan", 0, on_loan)
    day = t // world.facts.per_day
    if world.facts.ends_day(t) and (day + 1) % money.interest_days == 0:
        world.post("interest_payment", 0, -world.balances["accrued_interest"])


def _tax(world: World) -> None:
    profit = -sum(world.balances[name] for name, kind in ACCOUNTS.items() if kind in ("income", "expense"))
    world.post("tax", 0, max(0, profit) * percent(world.facts.level.money.tax_rate) // MILLION)


def _bank(world: World) -> None:
    cash, line = world.balances["cash"], -world.balances["credit_line"]
    world.post("credit_drawn", 0, max(0, -cash))
    world.post("credit_repaid", 0, min(max(0, cash), line))
    limit = cents(world.facts.level.money.credit_limit)
    world.insolvent = -world.balances["credit_line"] > limit
