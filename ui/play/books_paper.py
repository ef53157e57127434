"""The books on paper: each statement with its total first, and its turns in tables that fit a page."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtGui import QTextDocument

from game.level import Level, in_language
from game.message import to_read
from game.playing.views import Statement
from ui import theme
from ui.debrief.tables import TOTAL, account_name, column_name
from ui.play.numbers import turn_key
from ui.words import language, money, tr

WIDE = 6
"""Columns of a table."""


def paper(statements: Sequence[Statement], level: Level, currency: str) -> QTextDocument:
    """All statements, one after another."""
    title = escape(f"{in_language(level.title, language())}: {tr('play.tab.books')}")
    parts = [f"<h1>{title}</h1>"]
    for statement in statements:
        parts.append(f"<h2>{escape(tr(f'play.books.{statement.name}'))}</h2>")
        parts.extend(_table(statement, columns, level, currency) for columns in _parted(statement.columns))
    made = QTextDocument()
    made.setDefaultFont(theme.font("small"))
    made.setHtml("".join(parts))
    return made


def _parted(columns: Sequence[str]) -> Iterator[list[int]]:
    """Places of the columns of each table: the total alone with the first turns, then the others."""
    order = sorted(range(len(columns)), key=lambda place: columns[place] != TOTAL)
    for first in range(0, len(order), WIDE):
        yield order[first : first + WIDE]


def _table(statement: Statement, places: Sequence[int], level: Level, currency: str) -> str:
    head = "".join(
        f"<th align='right'>{escape(column_name(statement.columns[place], turn_key(level, 'word')))}</th>"
        for place in places
    )
    digits = to_read(amount for _, _, amounts in statement.rows for amount in amounts)
    rows = []
    for key, style, amounts in statement.rows:
        mark = "b" if style != "line" else "span"
        cells = [money(amounts[place], currency, digits) if amounts else "" for place in places]
        numbers = "".join(f"<td align='right'><{mark}>{escape(cell)}</{mark}></td>" for cell in cells)
        rows.append(f"<tr><td><{mark}>{escape(account_name(key))}</{mark}></td>{numbers}</tr>")
    return f"<table width='100%' cellpadding='2'><tr><th></th>{head}</tr>{''.join(rows)}</table><br>"
