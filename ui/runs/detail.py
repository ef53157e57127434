"""What can be done with the run chosen in the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from game.message import Number
from game.playing.views import RunCard
from ui.runs.tree import run_name, state_text
from ui.theme import GRID
from ui.widgets import Card, Choices, Stars, StatLine, button, caption, label, row, rule
from ui.words import DASH, day_text, text, tr

WIDTH = 84 * GRID


class Detail(Card):
    """One run: figures, and buttons for all that can be done with it; the way to the levels where there is none."""

    begun = Signal()
    resumed = Signal()
    replayed = Signal()
    compared = Signal(int)
    exported = Signal()
    deleted = Signal()

    def __init__(self, run: RunCard | None, runs: Sequence[RunCard]) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        if run is None:
            self.body.addWidget(label(tr("ui.runs.none"), tone="muted", wrap=True))
            self.begin = button(tr("ui.debrief.levels"), "primary", self.begun.emit, "levels")
            self.body.addWidget(self.begin)
        else:
            self.setAccessibleName(run.title)
            self._head(run, {one.id: one for one in runs})
            self._actions(run)
            self._comparing(run, runs)
            self._last(run)
        self.body.addStretch(1)

    def _head(self, run: RunCard, runs: dict[int, RunCard]) -> None:
        self.body.addWidget(caption(tr("ui.runs.practice" if run.parted is not None else "ui.runs.one")))
        self.body.addWidget(label(run.title, "title", bold=True, wrap=True))
        if run.stars is not None:
            self.body.addLayout(row(Stars(run.stars, 6 * GRID), None))
        if run.parted is not None:
            self.body.addWidget(label(_origin(run, runs), tone="muted", wrap=True))
        self.body.addSpacing(GRID)
        score = DASH if run.score is None else text(Number(run.score))
        for name, value in (
            ("state", state_text(run)), ("score", score), ("luck", str(run.seed)), ("played", day_text(run.played_at))
        ):  # fmt: skip
            self.body.addWidget(StatLine(tr(f"ui.column.{name}"), value))
        self.body.addSpacing(2 * GRID)

    def _actions(self, run: RunCard) -> None:
        go_on = tr("ui.runs.debrief" if run.finished else "ui.runs.resume")
        self.resume = button(go_on, "primary", self.resumed.emit, "next" if run.finished else "play")
        self.replay = button(tr("ui.runs.replay"), "secondary", self.replayed.emit, "clock")
        self.replay.setEnabled(run.turn > 0)
        self.body.addWidget(self.resume)
        self.body.addWidget(self.replay)
        self.body.addWidget(label(tr("ui.runs.replay_about"), "small", tone="muted", wrap=True))

    def _comparing(self, run: RunCard, runs: Sequence[RunCard]) -> None:
        self.others = [one for one in _nearest(run, runs) if one.turn]
        self.body.addWidget(rule())
        self.body.addWidget(label(tr("ui.runs.compare_with"), bold=True))
        self.other = Choices()
        self.other.setAccessibleName(tr("ui.runs.compare_with"))
        self.other.setSizeAdjustPolicy(Choices.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.addItems([_choice(one, run) for one in self.others])
        self.compare = button(tr("ui.runs.compare"), "secondary", self._compare, "table")
        possible = bool(self.others) and run.turn > 0
        self.other.setEnabled(possible)
        self.compare.setEnabled(possible)
        self.body.addWidget(self.other)
        self.body.addWidget(self.compare)

    def _compare(self) -> None:
        self.compared.emit(self.others[self.other.currentIndex()].id)

    def _last(self, run: RunCard) -> None:
        self.body.addWidget(rule())
        line = QHBoxLayout()
        self.export = button(
            tr("ui.runs.export"), "link", self.exported.emit, name=f"{tr('ui.runs.export')} {run.title}"
        )
        self.delete = button(
            tr("ui.runs.delete"), "link", self.deleted.emit, name=f"{tr('ui.runs.delete')} {run.title}"
        )
        line.addWidget(self.export)
        line.addStretch(1)
        line.addWidget(self.delete)
        self.body.addLayout(line)


def _origin(run: RunCard, runs: dict[int, RunCard]) -> str:
    assert run.parted is not None
    parent = runs.get(run.parent) if run.parent is not None else None
    key = "ui.runs.left" if parent else "ui.runs.left_lost"
    return tr(key, turn=run.parted + 1, day=day_text(parent.played_at) if parent else "")


def _nearest(run: RunCard, runs: Sequence[RunCard]) -> list[RunCard]:
    """The other runs: the run it left first, then its what-ifs, then the same level, then all."""

    def distance(other: RunCard) -> tuple[bool, bool, bool]:
        return (other.id != run.parent, other.parent != run.id, other.level_id != run.level_id)

    return sorted((other for other in runs if other.id != run.id), key=distance)


def _choice(run: RunCard, beside: RunCard) -> str:
    name = run_name(run, beneath=run.level_id == beside.level_id)
    score = "" if run.score is None else f" \u00b7 {text(Number(run.score))}"
    return f"{name} \u00b7 {day_text(run.played_at)}{score}"
