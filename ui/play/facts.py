"""The parts of the inspector that only tell: facts, settings that the level has fixed, terms of suppliers, history."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout

from game.message import Message
from game.playing.views import Fact, LeverView, Section
from ui.play import paint
from ui.play.levers import lever_name, unit_text
from ui.play.numbers import percent
from ui.theme import GRID
from ui.widgets import Sparkline, StatLine, label, plain
from ui.words import DASH, kind_text, known, text, tr

GAP = 3 * GRID
EMPTY = ("", DASH)
TONES = {"good": "green", "warn": "amber_line", "bad": "red", "info": "ink"}


def word(group: str, name: str) -> str:
    """The text of a name in a group, or the name itself when the catalogue lacks it."""
    key = f"{group}.{name}"
    return tr(key) if known(key) else name


def fact(one: Fact, repeated: bool = False) -> StatLine:
    """A name and a value in the tone of its mood; a name that stands in the line above is not repeated."""
    name, value = word("fact", one.name), text(one.value)
    line = StatLine("" if repeated else name, value, TONES[one.mood] if one.mood else "ink")
    line.setAccessibleName(f"{name}: {value}")
    return line


def fixed(lever: LeverView, names: Mapping[str, str], thing: str) -> list[StatLine]:
    """A setting that is fixed, or looked back on: it is told, and why it cannot be changed is its tool-tip."""
    shares = [
        (tr("play.inspector.share", supplier=names.get(name, name)), percent(share / 100))
        for name, share, _ in lever.parts
    ]
    lines = []
    for name, value in shares or [(full_name(lever, names, thing), _value(lever))]:
        line = StatLine(name, value if lever.past else tr("play.inspector.fixed", value=value), "muted")
        line.setToolTip(plain(text(lever.why)) if lever.why else "")
        line.setAccessibleDescription(line.toolTip())
        lines.append(line)
    return lines


def full_name(lever: LeverView, names: Mapping[str, str], thing: str) -> str:
    """The name of a lever, with the supplier or item it is set for when that is not the thing shown."""
    named = other(lever, names, thing)
    return f"{lever_name(lever)} ({named})" if named else lever_name(lever)


def other(lever: LeverView, names: Mapping[str, str], thing: str) -> str:
    """The supplier or item that a lever is set for, when that is not the thing shown."""
    item, _, supplier = lever.target.partition("/")
    return " / ".join(names.get(part, part) for part in (item, supplier) if part and part != thing)


def _value(lever: LeverView) -> str:
    if lever.choices:
        return word("policy", lever.choices[lever.value])
    if isinstance(lever.shown, Message):
        return text(lever.shown)
    unit = unit_text(lever)
    return f"{text(lever.value)} {unit}" if unit else text(lever.value)


def history(values: tuple[float, ...], kind: str, currency: str) -> QFrame:
    """A small curve in a well, and its span in words."""
    well = QFrame()
    well.setProperty("role", "well")
    layout = QVBoxLayout(well)
    layout.setContentsMargins(GRID, GRID, GRID, GRID)
    layout.setSpacing(0)
    line = Sparkline(values, "blue")
    line.setFixedHeight(14 * GRID)
    low, high, last = (kind_text(kind, one, currency) for one in (min(values), max(values), values[-1]))
    words = tr("play.inspector.span", low=low, high=high, last=last)
    if low == high:
        words = tr("play.inspector.level", value=last)
    line.setAccessibleName(words)
    layout.addWidget(line)
    layout.addWidget(label(words, "small", tone="muted", wrap=True))
    return well


def table(section: Section, room: float) -> QLayout:
    """Terms side by side where the room allows; else a paragraph for each row. A single row is a list."""
    if len(section.table) == 1:
        return _alone(section)
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(GRID)
    cells = _cells(section)
    widths = [max(_longest_word(one.text(), one.font()) for one in column) for column in zip(*cells, strict=True)]
    if sum(widths) + GAP * (len(widths) - 1) > room:
        _beneath(grid, section)
        return grid
    for at, row in enumerate(cells):
        for column, one in enumerate(row):
            one.setMinimumWidth(ceil(widths[column]))
            one.setAlignment(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(one, at, column, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    return grid


def _alone(section: Section) -> QVBoxLayout:
    """The only row: its name, and a line for each cell that says something."""
    lines = QVBoxLayout()
    lines.setSpacing(GRID)
    [row] = section.table
    lines.addWidget(label(text(row[0]), bold=True, wrap=True))
    for name, cell in zip(section.head[1:], row[1:], strict=True):
        if text(cell) not in EMPTY:
            lines.addWidget(StatLine(word("fact", name), text(cell)))
    return lines


def _cells(section: Section) -> list[list[QLabel]]:
    """Labels of a table with a column for each row of the section, without lines that say nothing."""
    lines = [[label("", "small"), *(label(text(row[0]), "small", bold=True, wrap=True) for row in section.table)]]
    for at, name in enumerate(section.head[1:], 1):
        values = [text(row[at]).replace(" ", "\u00a0") for row in section.table]
        if any(value not in EMPTY for value in values):
            cells = [label(value, bold=True, wrap=True) for value in values]
            lines.append([label(word("fact", name), tone="muted", wrap=True), *cells])
    return lines


def _longest_word(words: str, font: QFont) -> float:
    return max(paint.width(part, font) for part in words.split(" "))


def _beneath(grid: QGridLayout, section: Section) -> None:
    for at, row in enumerate(section.table):
        cells = [(word("fact", name), text(cell)) for name, cell in zip(section.head[1:], row[1:], strict=True)]
        words = " \u00b7 ".join(f"{name} {cell}" for name, cell in cells if cell not in EMPTY)
        grid.addWidget(label(text(row[0]), bold=True, wrap=True), 2 * at, 0)
        grid.addWidget(label(words, "small", tone="muted", wrap=True), 2 * at + 1, 0)
