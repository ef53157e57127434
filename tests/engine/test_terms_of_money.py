"""Money beyond the plain terms by hand: insurance, handling, bad debt, repayment, labour (rules M4 to M10)."""

from typing import Any

from tests.engine.hand_played import level, offer, play
from tests.engine.test_projects import PART, by_day, stream


def money(**changes: Any) -> dict[str, Any]:
    """Plenty of cash."""
    return {"opening_cash": 100_000, **changes}


def test_insurance_carries_its_remainder() -> None:
    """100 units at 1.00 for 5.475 % a year are 1.5 cents a day: 1, 2, 1, 2, ..."""
    assert by_day(play(level([PART], money=money(insurance_rate=5.475))), "insurance") == [1, 2, 1, 2, 1, 2]


def test_handling_by_unit_sold() -> None:
    """Five a day at 0.20."""
    table = level([{**PART, "handling_cost": 0.2}], stream=[stream()])
    assert by_day(play(table), "handling") == [100] * 6


def test_a_part_of_what_falls_due_is_never_paid() -> None:
    """Five a day at 3.33 are 16.65, due two days later; 10 % of it, rounded down, is 1.66."""
    table = level([PART], stream=[stream(price=3.33, payment_days=2, bad_debt=0.1)])
    history = play(table)
    assert by_day(history, "bad_debt") == [0, 0, 166, 166, 166, 166]
    assert by_day(history, "customer_payment") == [0, 0, 1499, 1499, 1499, 1499]
    assert int(history.closing("receivables")[0, 0]) == 2 * 1665


def test_what_is_paid_early_costs_less() -> None:
    """Ten a day at 1.00 from day 3 on; 3 % off what comes on day 4, paid the day after; others after two days."""
    part = {
        **PART,
        "loop": {"policy": "manual", "quantity": 10},
        "offer": [offer(payment_days=2, discount=0.03, discount_days=1)],
    }
    plan = {3: {"a/s.pay_early": 1}, 4: {"a/s.pay_early": 0}}
    history = play(level([part]), plan=plan)
    assert by_day(history, "purchase") == [0, 0, 1000, 1000, 1000, 1000]
    assert by_day(history, "supplier_payment") == [0, 0, 0, 0, 1000 + 970, 0]
    assert by_day(history, "discount_taken") == [0, 0, 0, 0, 30, 0]


def test_the_loan_falls_by_its_fixed_part_until_it_is_gone() -> None:
    """120.00 owed, 50.00 every second day: 50, 50, 20."""
    assert by_day(play(level([PART], money=money(loan=120, principal=50, principal_days=2))), "principal") == [
        0, 5000, 0, 5000, 0, 2000,
    ]  # fmt: skip


def test_what_is_given_back_is_at_most_owed_and_in_cash() -> None:
    """Of 300.00 owed 100 go on day 2; then 500 are asked for and 200 owed. With 70.00 in cash 70 go."""
    plan = {1: {"firm.repay": 100}, 2: {"firm.repay": 300}}
    rich = play(level([PART], money=money(loan=300)), plan=plan)
    assert by_day(rich, "repayment") == [0, 10_000, 20_000, 0, 0, 0]
    poor = play(level([PART], money={"opening_cash": 70, "loan": 300}), plan=plan)
    assert by_day(poor, "repayment") == [0, 7000, 0, 0, 0, 0]


def test_labour_becomes_part_of_the_value_of_what_is_made() -> None:
    """Ten made on day 1 of parts at 1.00 with 2.50 of labour are worth 35.00; wages are 60.00, then 25.00 less."""
    made = {
        "id": "b",
        "opening_orders": [10],
        "signal_delay_days": 0,
        "loop": {"policy": "manual"},
        "make": {"station": "w", "minutes": 10, "labour": 2.5, "components": {"a": 1}},
    }
    history = play(level([PART, made], [{"id": "w", "wage_per_day": 60}]))
    assert by_day(history, "absorb") == [2500, 0, 0, 0, 0, 0]
    assert by_day(history, "finish") == [3500, 0, 0, 0, 0, 0]
    assert int(history.closing("value")[1, 0]) == 3500
    assert int(history.closing("wages")[0, 0]) == 6 * 6000 - 2500


def test_counts_for_measures() -> None:
    """Ten on the shelf, five a day: empty from the end of day 2 on, lost from day 3 on. Ten come on day 5.

    The cycle that ends on day 5 was short; on time are 5, 5, 0, 0, 5, 5.
    """
    part = {**PART, "opening_stock": 10, "loop": {"policy": "manual"}}
    history = play(level([part], stream=[stream()]), plan={2: {"a.quantity": 10}, 3: {"a.quantity": 0}})
    assert [int(n) for n in history.flow("stock_out")[:, 0, 0]] == [0, 1, 1, 1, 0, 1]
    assert [int(n) for n in history.flow("on_time")[:, 0, 0]] == [5, 5, 0, 0, 5, 5]
    assert [int(n) for n in history.flow("cycles")[:, 0, 0]] == [0, 0, 0, 0, 1, 0]
    assert [int(n) for n in history.flow("cycles_short")[:, 0, 0]] == [0, 0, 0, 0, 1, 0]
