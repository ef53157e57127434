"""The three statements of ledgers written by hand, with the arithmetic."""

from game.books import Statement, statements
from tests.hand import Pen, plant


def table(statement: Statement) -> dict[str, tuple[int, ...]]:
    """Amounts by key, the first of a key that comes twice."""
    rows: dict[str, tuple[int, ...]] = {}
    for key, _, amounts in statement.rows:
        rows.setdefault(key, amounts)
    return rows


def two_turns() -> Pen:
    """Turn 1 buys 500 and sells 300 of it for 900 on credit; turn 2 is paid, pays, and bears costs.

    Opening: cash 1,000, assets 600, loan 400, hence capital 1,200.
    """
    pen = Pen(plant(), {"cash": 1000, "fixed_assets": 600, "loan": -400})
    pen.period({"purchase": 500})
    pen.period({"sale_credit": 900, "goods_raw": 300, "freight": 50, "depreciation": 10}).turn()
    pen.period({"customer_payment": 700, "supplier_payment": 500, "wages": 120, "interest_loan": 7})
    pen.period({"pay_day": 100, "late_penalty": 30, "tax": 20, "credit_drawn": 40}).turn()
    return pen


def test_income_statement() -> None:
    income, _, _ = statements(two_turns().history)
    assert income.columns == ("1", "2", "total")
    assert table(income) == {
        "account.revenue": (900, 0, 900),
        "account.cost_of_goods": (-300, 0, -300),
        "statement.gross_margin": (600, 0, 600),
        "account.freight": (-50, 0, -50),
        "account.wages": (0, -120, -120),
        "account.penalties": (0, -30, -30),
        "account.depreciation": (-10, 0, -10),
        "statement.operating_profit": (540, -150, 390),
        "account.interest": (0, -7, -7),
        "statement.profit_before_tax": (540, -157, 383),
        "account.tax": (0, -20, -20),
        "statement.net_profit": (540, -177, 363),
    }


def test_balance_sheet() -> None:
    _, balance, _ = statements(two_turns().history)
    assert balance.columns == ("opening", "1", "2")
    assert table(balance) == {
        "statement.assets": (),
        # 1000 - 50 freight; + 700 - 500 - 100 - 30 + 40
        "account.cash": (1000, 950, 1060),
        "account.receivables": (0, 900, 200),
        "account.raw": (0, 200, 200),
        "account.fixed_assets": (600, 590, 590),
        "statement.total_assets": (1600, 2640, 2050),
        "statement.liabilities": (),
        "account.payables": (0, 500, 0),
        "account.wages_payable": (0, 0, 20),
        "account.accrued_interest": (0, 0, 7),
        "account.tax_payable": (0, 0, 20),
        "account.credit_line": (0, 0, 40),
        "account.loan": (400, 400, 400),
        "statement.total_liabilities": (400, 900, 487),
        "statement.equity": (),
        "account.capital": (1200, 1200, 1200),
        "statement.retained": (0, 540, 363),
        "statement.total_equity": (1200, 1740, 1563),
        "statement.liabilities_and_equity": (1600, 2640, 2050),
    }


def test_cash_flow_direct_and_indirect() -> None:
    _, _, cash = statements(two_turns().history)
    assert cash.columns == ("1", "2", "total")
    rows = [(key, amounts) for key, _, amounts in cash.rows]
    assert rows == [
        ("statement.direct", ()),
        ("statement.cash_customers", (0, 700, 700)),
        ("statement.cash_suppliers", (0, -500, -500)),
        ("statement.cash_freight", (-50, 0, -50)),
        ("statement.cash_wages", (0, -100, -100)),
        ("statement.cash_other", (0, -30, -30)),
        ("statement.cash_operations", (-50, 70, 20)),
        ("statement.financing", (0, 40, 40)),
        ("statement.net_cash_flow", (-50, 110, 60)),
        ("statement.opening_cash", (1000, 950, 1000)),
        ("statement.closing_cash", (950, 1060, 1060)),
        ("statement.indirect", ()),
        ("statement.net_profit", (540, -177, 363)),
        ("statement.change_receivables", (-900, 700, -200)),
        ("statement.change_raw", (-200, 0, -200)),
        ("statement.change_fixed_assets", (10, 0, 10)),
        ("statement.change_payables", (500, -500, 0)),
        ("statement.change_wages_payable", (0, 20, 20)),
        ("statement.change_accrued_interest", (0, 7, 7)),
        ("statement.change_tax_payable", (0, 20, 20)),
        ("statement.cash_operations", (-50, 70, 20)),
    ]


def test_expenses_of_production_stay_in_stock_until_sold() -> None:
    """100 of tubes go into process, 10 are scrapped there, 90 become frames, 60 of them are sold for 200."""
    pen = Pen(plant(), {"cash": 0, "raw": 100})
    pen.period({"issue_raw": 100, "scrap_process": [0, 10], "finish": [0, 90]})
    pen.period({"sale_cash": 200, "goods_finished": [0, 60]}).turn()
    income, balance, cash = map(table, statements(pen.history))
    assert income["statement.gross_margin"] == (140, 140)
    assert income["statement.net_profit"] == (130, 130)
    assert balance["account.finished"] == (0, 30)
    assert "account.in_process" not in balance
    assert cash["statement.closing_cash"] == (200, 200)


def test_the_run_out_is_named() -> None:
    pen = Pen(plant(), {"cash": 5})
    for _ in range(3):
        pen.period().period().turn()
    income, balance, _ = statements(pen.history)
    assert income.columns == ("1", "2", "run_out", "total")
    assert balance.columns == ("opening", "1", "2", "run_out")


def test_before_the_first_turn_there_is_an_opening_balance() -> None:
    pen = Pen(plant(), {"cash": 70, "loan": -30})
    income, balance, cash = statements(pen.history)
    assert table(balance)["account.capital"] == (40,)
    assert table(income)["statement.net_profit"] == (0,)
    assert table(cash)["statement.closing_cash"] == (70,)


def test_each_replication_has_its_own_books() -> None:
    pen = Pen(plant(), {"cash": 0}, replications=2)
    pen.period({"sale_cash": [[100, 250], [1, 2]]}).turn()
    first, second = (table(statements(pen.history, replication)[0]) for replication in (0, 1))
    assert first["account.revenue"] == (101, 101)
    assert second["account.revenue"] == (252, 252)
