"""Sales histories as spreadsheets write them: `date,item,units`, one row a day and item.

Comma, semicolon or tab between the columns, further columns in any order, with or without a byte order mark,
dates as 2026-03-02 or 02.03.2026, units as 12, 12.5 or 12,5. Everything else is refused with its line, numbers
such as 1.234 too, which could be a thousand.
"""

import csv
import datetime
import re
from fractions import Fraction
from functools import lru_cache

from game.message import Message

COLUMNS = ("date", "item", "units")
Sales = dict[str, dict[datetime.date, Fraction]]


class HistoryError(ValueError):
    """A history that cannot be used; `message` is the sentence that says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


@lru_cache(16)
def parse(text: str, file: str = "") -> Sales:
    """Units by item and date; `HistoryError` names the file, the line and the fault."""
    lines = text.removeprefix("\ufeff").splitlines()
    delimiter = _delimiter(lines[0] if lines else "")
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    places = _places(next(rows, []), file)
    sales: Sales = {}
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                _add(sales, [_cell(row, place) for place in places], file, rows.line_num)
    except csv.Error as error:
        raise _fault("row", file, rows.line_num) from error
    if not sales:
        raise _fault("empty", file, 1)
    return sales


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _places(header: list[str], file: str) -> list[int]:
    names = [name.strip().lower() for name in header]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise _fault("column", file, 1, column=missing[0])
    return [names.index(name) for name in COLUMNS]


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _add(sales: Sales, cells: list[str], file: str, line: int) -> None:
    date, units = _date(cells[0]), _units(cells[2])
    if date is None:
        raise _fault("date", file, line, found=cells[0])
    if not cells[1]:
        raise _fault("name", file, line)
    if units is None:
        raise _fault("units", file, line, found=cells[2])
    days = sales.setdefault(cells[1], {})
    if date in days:
        raise _fault("twice", file, line, item=cells[1], date=date)
    days[date] = units


def _date(text: str) -> datetime.date | None:
    german = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text, re.ASCII)
    parts = german.groups()[::-1] if german else text.split("-")
    if not re.fullmatch(r"(19|20|21)\d\d-\d{1,2}-\d{1,2}", "-".join(parts), re.ASCII):
        return None
    try:
        return datetime.date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None


def _units(text: str) -> Fraction | None:
    number = re.fullmatch(r"(\d{1,7})(?:[.,](\d{0,18}))?", text, re.ASCII)
    decimals = (number and number[2]) or ""
    if not number or len(decimals) == 3:
        return None
    return Fraction(int(number[1] + decimals), 10 ** len(decimals))


def _fault(kind: str, file: str, line: int, **values: object) -> HistoryError:
    return HistoryError(Message(f"pattern.problem.{kind}", {"file": file, "line": line, **values}))
