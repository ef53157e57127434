"""The parts of the inspector that only tell: facts, settings that the level has fixed, terms of suppliers, history."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from game.playing.views import Fact, LeverView, Section
from ui.play.levers import lever_name, unit_text
from ui.play.numbers import percent
from ui.theme import GRID
from ui.widgets import Sparkline, StatLine, label
from ui.words import DASH, known, text, tr

TONES = {"good": "green", "warn": "amber_line", "bad": "red", "info": "ink"}


def word(group: str, name: str) -> str:
    """The text of a name in a group, or the name itself when the catalogue lacks it."""
    key = f"{group}.{name}"
    return tr(key) if known(key) else name


def fact(one: Fact) -> StatLine:
    """A name and a value in the tone of its mood."""
    return StatLine(word("fact", one.name), text(one.value), TONES[one.mood] if one.mood else "ink")


def fixed(lever: LeverView, names: Mapping[str, str]) -> StatLine:
    """A setting that the level has fixed: it is told, and why it cannot be changed is its tool-tip."""
    line = StatLine(full_name(lever, names), tr("play.inspector.fixed", value=_value(lever, names)), "muted")
    line.setToolTip(text(lever.why) if lever.why else "")
    line.setAccessibleDescription(line.toolTip())
    return line


def full_name(lever: LeverView, names: Mapping[str, str]) -> str:
    """The name of a lever, with the supplier when it is set for one of them."""
    supplier = lever.target.partition("/")[2]
    return f"{lever_name(lever)} ({names.get(supplier, supplier)})" if supplier else lever_name(lever)


def _value(lever: LeverView, names: Mapping[str, str]) -> str:
    if lever.choices:
        return word("policy", lever.choices[lever.value])
    if lever.parts:
        return ", ".join(f"{names.get(name, name)} {percent(share / 100)}" for name, share, _ in lever.parts)
    unit = unit_text(lever)
    return f"{text(lever.value)} {unit}" if unit else text(lever.value)


def history(values: tuple[float, ...]) -> QFrame:
    """A small curve in a well."""
    well = QFrame()
    well.setProperty("role", "well")
    layout = QVBoxLayout(well)
    layout.setContentsMargins(GRID, GRID, GRID, GRID)
    line = Sparkline(values, "blue")
    line.setFixedHeight(14 * GRID)
    line.setAccessibleName(", ".join(text(value) for value in values[-10:]))
    layout.addWidget(line)
    return well


def table(section: Section) -> QGridLayout:
    """Terms side by side for one or two suppliers; for more, a paragraph each, so that a narrow panel holds them."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * GRID)
    grid.setVerticalSpacing(GRID)
    if len(section.table) <= 2:
        _beside(grid, section)
    else:
        _beneath(grid, section)
    return grid


def _beside(grid: QGridLayout, section: Section) -> None:
    grid.setColumnStretch(0, 1)
    for column, row in enumerate(section.table, 1):
        grid.addWidget(label(text(row[0]), "small", bold=True, wrap=True), 0, column)
        grid.setColumnStretch(column, 1)
    for at, name in enumerate(section.head[1:], 1):
        cells = [text(row[at]) for row in section.table]
        if all(cell in ("", DASH) for cell in cells):
            continue
        grid.addWidget(label(word("fact", name), tone="muted", wrap=True), at, 0, Qt.AlignmentFlag.AlignTop)
        for column, cell in enumerate(cells, 1):
            grid.addWidget(label(cell, bold=True, wrap=True), at, column, Qt.AlignmentFlag.AlignTop)


def _beneath(grid: QGridLayout, section: Section) -> None:
    for at, row in enumerate(section.table):
        cells = [(word("fact", name), text(cell)) for name, cell in zip(section.head[1:], row[1:], strict=True)]
        words = " \u00b7 ".join(f"{name} {cell}" for name, cell in cells if cell not in ("", DASH))
        grid.addWidget(label(text(row[0]), bold=True, wrap=True), 2 * at, 0)
        grid.addWidget(label(words, "small", tone="muted", wrap=True), 2 * at + 1, 0)
