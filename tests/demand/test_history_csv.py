"""Sales histories in the variants that spreadsheets write, and what is said about broken ones."""

import datetime
from fractions import Fraction

import pytest

from game.demand.history_csv import HistoryError, parse
from game.message import catalogue, languages, render

SOLD = {"bread": {datetime.date(2026, 3, 2): 12, datetime.date(2026, 3, 3): 7}, "cake": {datetime.date(2026, 3, 2): 5}}


@pytest.mark.parametrize(
    "text",
    [
        "date,item,units\n2026-03-02,bread,12\n2026-03-03,bread,7\n2026-03-02,cake,5\n",
        "\ufeffdate,item,units\r\n2026-03-02,bread,12\r\n2026-03-03,bread,7\r\n2026-03-02,cake,5",
        "Date;Item;Units\n02.03.2026;bread;12,0\n3.3.2026;bread;7\n02.03.2026;cake;5\n",
        '"date","item","units"\n"2026-03-02","bread","12"\n\n2026-03-03, bread ,7.0\n2026-3-2,cake,5\n,,\n',
        "units\tprice\tdate\titem\n12\t1.10\t2026-03-02\tbread\n7\t\t2026-03-03\tbread\n5\t2\t2026-03-02\tcake\n",
    ],
)
def test_variants(text: str) -> None:
    assert parse(text) == SOLD


def test_halves_are_kept() -> None:
    sales = parse("date;item;units\n2026-03-02;bread;56,1\n2026-03-03;bread;1234.25\n")
    assert list(sales["bread"].values()) == [Fraction(561, 10), Fraction(4937, 4)]


def test_names_with_commas() -> None:
    assert set(parse('date,item,units\n2026-03-02,"bread, dark",12\n')) == {"bread, dark"}


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("", "column", 1),
        ("date,item\n2026-03-02,bread\n", "column", 1),
        ("2026-03-02,bread,12\n", "column", 1),
        ("date,item,units\n", "empty", 1),
        ("date,item,units\n2026-03-02,bread,12\n2026-02-30,bread,12\n", "date", 3),
        ("date,item,units\n03/02/2026,bread,12\n", "date", 2),
        ("date,item,units\n,bread,12\n", "date", 2),
        ("date,item,units\n0001-01-01,bread,12\n", "date", 2),
        ("date,item,units\n2026-03-02-04,bread,12\n", "date", 2),
        ("date,item,units\n2026-03-02,,12\n", "name", 2),
        ("date,item,units\n2026-03-02,bread,-1\n", "units", 2),
        ("date,item,units\n2026-03-02,bread,1.234\n", "units", 2),
        ("date,item,units\n2026-03-02,bread,\n", "units", 2),
        ("date,item,units\n2026-03-02,bread\n", "units", 2),
        ("date,item,units\n2026-03-02,bread,1e3\n", "units", 2),
        ("date,item,units\n2026-03-02,bread,\u0663\n", "units", 2),
        ("date,item,units\n2026-03-02,bread,99999999999\n", "units", 2),
        ("date,item,units\n\n2026-03-02,bread,1\n2026-03-02,bread,2\n", "twice", 4),
        ("date,item,units\n2026-03-02,bread,1\n2026-03-03," + "x" * 200_000 + ",1\n", "row", 3),
    ],
)
def test_faults_name_their_line(text: str, kind: str, line: int) -> None:
    with pytest.raises(HistoryError) as caught:
        parse(text, "data/sales.csv")
    message = caught.value.message
    assert message.key == f"pattern.problem.{kind}"
    assert message.values["line"] == line
    for language in languages():
        sentence = render(message, language)
        assert message.key in catalogue(language)
        assert "data/sales.csv" in sentence
        assert kind == "empty" or str(line) in sentence
