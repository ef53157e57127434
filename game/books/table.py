"""A statement as a table, and the lines it is made of.

Layouts are data: a line names the accounts or cash classes that it sums, so that every posting kind lands in
exactly one line and a new kind needs a new row at most. Amounts are signed so that lines add up to sums.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

Name = Literal["income", "balance", "cash", "receivables", "payables"]
Style = Literal["line", "sum", "head"]
Row = tuple[str, Style, tuple[int, ...]]


@dataclass(frozen=True)
class Statement:
    """A table of money in minor units: `rows` are (text key, style, one amount a column; none for a heading).

    `columns` are turn numbers from "1", or one of opening, run_out, total (text `statement.<column>`).
    """

    name: Name
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def head(key: str) -> Row:
    """A heading."""
    return (key, "head", ())


def row(key: str, style: Style, amounts: np.ndarray) -> Row:
    """A row of whole amounts."""
    return (key, style, tuple(int(amount) for amount in amounts))


def lines(found: dict[str, np.ndarray]) -> list[Row]:
    """One row a line, those left out that are zero in every column."""
    return [row(key, "line", amounts) for key, amounts in found.items() if amounts.any()]
