"""Step 7: everyone is paid, interest runs, the bank decides (rules 27 and 28)."""

from game.kinds import ACCOUNTS
from game.level import WEEKDAYS
from tests.oracle.crews import pay_crew
from tests.oracle.facts import MILLION, cents, half_up, percent, ppm
from tests.oracle.losses import begins, concerned
from tests.oracle.parameters import in_force, of_item, of_stream
from tests.oracle.world import World


def settle(world: World, t: int, owed: tuple[int, int]) -> None:
    """Step 7; `owed` is the credit line and the loan at the start of the period."""
    _default(world, t)
    for d in range(len(world.streams)):
        _collect(world, t, d)
    for s, payables in enumerate(world.payables):
        due, discount = payables.pop(t, (0, 0))
        world.post("supplier_payment", s, due - discount)
        world.post("discount_taken", s, discount)
    for i in range(len(world.items)):
        _store(world, i)
        _insure(world, i)
        _handle(world, i)
    _accrue(world, t)
    _interest(world, t, owed)
    _repay(world, t)
    if t == world.facts.turns[-1][-1]:
        _tax(world)
    _bank(world)


def _default(world: World, t: int) -> None:
    """Rule D12: customers who fail never pay a share of what they owe."""
    for x, disruption in enumerate(world.facts.level.disruption):
        if disruption.kind != "customer_default" or not begins(world, x, t):
            continue
        for d in concerned(world, disruption, "streams", [stream.id for stream in world.facts.level.stream]):
            owed = world.streams[d].owed
            for due in owed:
                gone = owed[due] * ppm(disruption.extras.get("share", 1)) // MILLION
                owed[due] -= gone
                world.post("bad_debt", d, gone)


def _collect(world: World, t: int, d: int) -> None:
    """Customers pay, and some never do (rule M8)."""
    due = world.streams[d].owed.pop(t, 0)
    never = due * of_stream(world, "bad_debt", d, ppm(world.facts.level.stream[d].bad_debt)) // MILLION
    world.post("customer_payment", d, due - never)
    world.post("bad_debt", d, never)


def _insure(world: World, i: int) -> None:
    """Rule M5."""
    state = world.items[i]
    total = state.value * percent(world.facts.level.money.insurance_rate) + state.insurance_rest
    amount, state.insurance_rest = divmod(total, _year(world))
    world.post("insurance", i, amount)


def _handle(world: World, i: int) -> None:
    """Rule M6."""
    cost = of_item(world, "handling", i, cents(world.facts.items[i].handling_cost))
    world.post("handling", i, world.flows["sold"][i] * cost)


def _repay(world: World, t: int) -> None:
    """Rule M10."""
    money, day = world.facts.level.money, t // world.facts.per_day
    if world.facts.ends_day(t) and (day + 1) % money.principal_days == 0:
        world.post("principal", 0, min(cents(money.principal), -world.balances["loan"]))
    if t == world.turn_start:
        wished, world.repay = 100 * world.repay, 0
        world.post("repayment", 0, min(wished, -world.balances["loan"], max(0, world.balances["cash"])))


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
            pay_crew(world, k)
    world.post("overhead", 0, in_force(world, "overhead", "firm", cents(money.overhead_per_day)))
    world.post("depreciation", 0, min(cents(money.depreciation_per_day), world.balances["fixed_assets"]))
    for k, project in enumerate(facts.level.project):
        if world.project_starts[k] is not None:
            world.post("project_day", k, cents(project.cost_per_day))
    if WEEKDAYS[facts.weekday(t)] == money.pay_day:
        world.post("pay_day", 0, -world.balances["wages_payable"])
        for k, lease in enumerate(facts.level.lease):
            world.post("lease", k, in_force(world, "lease", lease.id, cents(lease.cost)))


def _interest(world: World, t: int, owed: tuple[int, int]) -> None:
    money, (credit_line, loan) = world.facts.level.money, owed
    credit_rate = percent(money.credit_rate) + world.conditions.credit_points
    loan_rate = percent(money.loan_rate) + world.conditions.loan_points
    credit, world.credit_rest = divmod(credit_line * credit_rate + world.credit_rest, _year(world))
    on_loan, world.loan_rest = divmod(loan * loan_rate + world.loan_rest, _year(world))
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
