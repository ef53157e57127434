"""The runs kept on disk: go on, look at the debrief, export, import."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.playing.cards import RunCard
from ui.theme import GRID
from ui.widgets import Card, Progress, Stars, button, label, row, rule
from ui.words import day_text, tr


def run_state(run: RunCard) -> str:
    """Where a run stands and when it was played, such as `turn 11 of 26 · 23/11/2026`."""
    key = "ui.runs.over" if run.finished else "ui.runs.under_way"
    return tr(key, turn=run.turn, turns=run.turns, day=day_text(run.played_at))


SHOWN = 4


class RunRow(QWidget):
    """One run."""

    def __init__(self, run: RunCard, panel: "RunsPanel") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(self._head(run))
        layout.addWidget(label(run_state(run), "small", tone="muted", wrap=True))
        if not run.finished:
            layout.addSpacing(GRID)
            layout.addWidget(Progress(run.turn, run.turns))
        go_on = tr("ui.runs.debrief" if run.finished else "ui.runs.resume")
        layout.addLayout(
            row(
                button(go_on, "link", lambda: panel.opened.emit(run.id), name=f"{go_on}: {run.title}"),
                None,
                button(tr("ui.runs.export"), "link", lambda: panel.exported.emit(run.id),
                       name=f"{tr('ui.runs.export')}: {run.title}"),
            )
        )  # fmt: skip

    def _head(self, run: RunCard) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2 * GRID)
        name = run.title if run.parted is None else tr("ui.runs.title_what_if", title=run.title, turn=run.parted + 1)
        line.addWidget(label(name, bold=True, wrap=True), 1)
        if run.stars is not None and run.finished:
            line.addWidget(Stars(run.stars, 4 * GRID))
        return line


class RunsPanel(Card):
    """The runs played last; emits the id of the run that is wanted, or that all are."""

    opened = Signal(int)
    exported = Signal(int)
    all_wanted = Signal()

    def __init__(self, runs: tuple[RunCard, ...]) -> None:
        super().__init__(tr("ui.runs.title"))
        if not runs:
            self.body.addWidget(label(tr("ui.runs.none"), tone="muted", wrap=True))
        for number, run in enumerate(runs[:SHOWN]):
            if number:
                self.body.addWidget(rule())
            self.body.addWidget(RunRow(run, self))
        if runs:
            self.body.addWidget(rule())
            every = button(tr("ui.runs.all", count=len(runs)), "link", self.all_wanted.emit)
            self.body.addLayout(row(every, None))
        self.body.addStretch(1)
