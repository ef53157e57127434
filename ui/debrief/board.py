"""How the choices of the policy board fared: each beside the other two on the same luck, and what the figures say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from game.playing.door import Coaching, Playing
from game.playing.views import FaredView
from ui.debrief.money import signed
from ui.debrief.part import Part
from ui.jobs import Desk
from ui.theme import GRID
from ui.widgets import label
from ui.words import text, tr

TOP = Qt.AlignmentFlag.AlignTop


class BoardPart(Part):
    """A row for each part that was picked for."""

    def __init__(self, playing: Playing, coach: Coaching, desk: Desk) -> None:
        super().__init__(tr("board.fared"), tr("board.fared_note"))
        self._currency, self._debrief = playing.level.money.currency, coach.debrief(playing)
        self.rows: tuple[FaredView, ...] = ()
        self._shown: QWidget | None = None
        self.ask(desk, lambda coach: coach.board(playing), "board")

    def show_answer(self, answer: object) -> None:
        """All choices at once."""
        self.rows = self._debrief.board(answer)  # type: ignore[arg-type]
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = self._table() if self.rows else label(tr("board.nothing_picked"), tone="muted", wrap=True)
        self.content.addWidget(self._shown)

    def _table(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for column, name in enumerate(("part", "choice", "said", "happened")):
            grid.addWidget(label(tr(f"board.{name}"), "small", tone="muted"), 0, column)
        for line, one in enumerate(self.rows, 1):
            self._row(grid, line, one)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        return box

    def _row(self, grid: QGridLayout, line: int, one: FaredView) -> None:
        advice = tr("board.agreed") if one.agrees else text(one.advice)
        said = label(f"{text(one.reason)} {advice}", wrap=True, tone="green" if one.agrees else "amber_line")
        cells = (label(one.name, bold=True), label(tr(f"board.{one.choice}")), said, label(text(one.came), wrap=True))
        for column, cell in enumerate(cells):
            grid.addWidget(cell, line, column, TOP)
        for place, (choice, profit, stars) in enumerate(one.others):
            gain = (stars - one.stars, profit)
            tone = "green" if gain < (0, 0) else "red" if gain > (0, 0) else "muted"
            words = (
                f"{tr('board.instead', choice=tr(f'board.{choice}'))}: {signed(profit, self._currency)}, {stars} \u2605"
            )
            grid.addWidget(label(words, tone=tone), line, len(cells) + place, TOP)
