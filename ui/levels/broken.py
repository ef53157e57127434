"""A level file with mistakes: every one with line, column, place in the file and a sentence."""

from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from game.playing.cards import LevelCard
from ui.theme import GRID
from ui.widgets import Card, Icon, label, row
from ui.words import text, tr


class BrokenLevel(Card):
    """Cannot be played; never hidden."""

    def __init__(self, card: LevelCard) -> None:
        super().__init__(role="alarm")
        name = PurePath(card.path).name
        head = tr("ui.broken.one" if len(card.problems) == 1 else "ui.broken.many", file=name, count=len(card.problems))
        self.setAccessibleName(head)
        self.body.addLayout(row(Icon("warning", "red", 5 * GRID), label(head, "label", bold=True, wrap=True)))
        self.body.itemAt(0).layout().setStretch(1, 1)  # type: ignore[union-attr]
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(1, 1)
        for line, problem in enumerate(card.problems):
            place = tr("ui.broken.place", line=problem.line, column=problem.column)
            same = PurePath(problem.file).name in ("", name)
            where = place if same else f"{PurePath(problem.file).name}, {place}"
            grid.addWidget(label(where, bold=True, tone="red"), 2 * line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text(problem.message), wrap=True), 2 * line, 1)
            if problem.path:
                grid.addWidget(label(problem.path, "small", tone="muted", wrap=True), 2 * line + 1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(label(tr("ui.broken.advice"), "small", tone="muted", wrap=True))
