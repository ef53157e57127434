"""Whatever is posted, the statements hold together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.books import Ledger, Statement, ageing, statements
from game.kinds import ACCOUNTS, POSTINGS
from game.message import catalogue
from tests.hand import Pen, plant

PLANT = plant()
SUMS = {
    "statement.gross_margin",
    "statement.operating_profit",
    "statement.profit_before_tax",
    "statement.net_profit",
}
EARNED = [name for name, kind in ACCOUNTS.items() if kind in ("income", "expense")]

postings = st.dictionaries(st.sampled_from(sorted(POSTINGS)), st.integers(-(10**9), 10**9), max_size=6)
turns = st.lists(st.lists(postings, min_size=1, max_size=3), min_size=1, max_size=3)
openings = st.dictionaries(st.sampled_from(["cash", "raw", "loan"]), st.integers(-(10**9), 10**9))


def write(opening: dict[str, int], played: list[list[dict[str, int]]], keep: str = "periods") -> Pen:
    pen = Pen(PLANT, opening)
    for periods in played:
        for amounts in periods:
            pen.period(amounts)
        pen.turn(keep)
    return pen


def rows(statement: Statement, key: str) -> list[tuple[int, ...]]:
    return [amounts for name, _, amounts in statement.rows if name == key]


def lines(statement: Statement) -> dict[str, tuple[int, ...]]:
    return {key: amounts for key, style, amounts in statement.rows if style == "line"}


@pytest.mark.parametrize("kind", POSTINGS)
def test_a_posting_kind_moves_one_line_for_each_of_its_accounts(kind: str) -> None:
    income, balance, cash = statements(write({}, [[{kind: 100}]]).history)
    posting = POSTINGS[kind]
    moved = {f"account.{posting.debit}", f"account.{posting.credit}"}
    assert {key for key in {**lines(income), **lines(balance)} if key.startswith("account.")} == moved
    classes = [key for key in lines(cash) if key.startswith("statement.cash_") or key == "statement.financing"]
    wanted = {None: [], "financing": ["statement.financing"]}
    assert classes == wanted.get(posting.cash, [f"statement.cash_{posting.cash}"])


@given(openings, turns)
def test_assets_equal_liabilities_and_equity_after_every_turn(opening, played) -> None:
    _, balance, _ = statements(write(opening, played).history)
    assert rows(balance, "statement.total_assets") == rows(balance, "statement.liabilities_and_equity")


@given(openings, turns)
def test_the_cash_flow_gives_the_cash_of_the_balance_sheet_both_ways(opening, played) -> None:
    history = write(opening, played).history
    _, balance, cash = statements(history)
    direct, indirect = rows(cash, "statement.cash_operations")
    assert direct == indirect
    [financing] = rows(cash, "statement.financing") or [(0,) * len(direct)]
    [net] = rows(cash, "statement.net_cash_flow")
    assert net == tuple(a + b for a, b in zip(direct, financing, strict=True))
    held = (rows(balance, "account.cash") or [(0,) * (len(played) + 1)])[0]
    [before], [after] = rows(cash, "statement.opening_cash"), rows(cash, "statement.closing_cash")
    assert before == (*held[:-1], held[0])
    assert after == (*held[1:], held[-1])
    assert after == tuple(a + b for a, b in zip(before, net, strict=True))


@given(openings, turns)
def test_lines_add_up_to_each_sum_of_the_income_statement(opening, played) -> None:
    income, _, _ = statements(write(opening, played).history)
    running = (0,) * len(income.columns)
    for key, style, amounts in income.rows:
        if style == "line":
            running = tuple(a + b for a, b in zip(running, amounts, strict=True))
        else:
            assert (key in SUMS, amounts) == (True, running)


@given(openings, turns)
def test_columns_add_up_to_the_total(opening, played) -> None:
    income, _, cash = statements(write(opening, played).history)
    stocks = {"statement.opening_cash", "statement.closing_cash"}
    for key, _, amounts in (*income.rows, *cash.rows):
        if amounts and key not in stocks:
            assert amounts[-1] == sum(amounts[:-1])


@given(openings, turns)
def test_retained_profit_is_the_sum_of_all_income_and_expenses(opening, played) -> None:
    history = write(opening, played).history
    _, balance, _ = statements(history)
    earned = -sum(int(history.closing(name)[0, 0]) for name in EARNED)
    assert (rows(balance, "statement.retained") or [(0, 0)])[0][-1] == earned


@given(openings, turns)
def test_a_history_of_sums_gives_the_same_statements(opening, played) -> None:
    assert statements(write(opening, played).history) == statements(write(opening, played, "sums").history)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_row_and_column_has_a_text(language: str) -> None:
    everything = {kind: 10 + place for place, kind in enumerate(POSTINGS)}
    history = write({"cash": 1, "loan": -2}, [[everything]] * 3).history
    owed = [ageing(Ledger(history), name) for name in ("receivables", "payables")]
    found = (*statements(history), *owed)
    keys = {key for statement in found for key, _, _ in statement.rows}
    keys |= {f"statement.{column}" for statement in found for column in statement.columns if not column.isdigit()}
    keys |= {f"statement.{statement.name}" for statement in found}
    keys |= {f"account.{name}" for name in ACCOUNTS}
    texts = set(catalogue(language))
    assert keys <= texts
    assert {key for key in texts if key.startswith(("statement.", "account."))} == keys
