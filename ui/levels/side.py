"""Beside the road: the stop spoken of, and what teachers need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from game.playing.campaign import Lessons, Stop
from game.playing.views import Briefing, RunCard
from ui.theme import GRID
from ui.widgets import Card, Pressable, StatLine, button, caption, chips, label, row
from ui.widgets.goals import bound_text, goal_name
from ui.widgets.toggle import Toggle
from ui.words import tr


class StopCard(Card):
    """A stop: story, concepts, what three stars take; begin, go on, or practise on old luck."""

    begun = Signal()
    resumed = Signal(int)
    practised = Signal(int)

    def __init__(self, stop: Stop, brief: Briefing, runs: Sequence[RunCard], is_next: bool) -> None:
        super().__init__()
        kind = tr(f"ui.kind.{stop.card.kind}")
        head = tr("ui.levels.next_stop" if is_next else "ui.levels.stop", number=stop.number, kind=kind)
        self.setAccessibleName(f"{head}. {brief.title}")
        self.body.addWidget(caption(head))
        self.body.addWidget(label(brief.title, "figure", bold=True, wrap=True))
        self.body.addWidget(label(_time(brief), "small", tone="muted", wrap=True))
        self.body.addWidget(label(brief.story, wrap=True))
        self._part(tr("ui.levels.meet"))
        self.body.addWidget(chips(stop.card.teaches))
        self._goals(brief)
        self.body.addSpacing(2 * GRID)
        self._begin(stop, runs)

    def _part(self, name: str) -> None:
        self.body.addSpacing(GRID)
        self.body.addWidget(caption(name))

    def _goals(self, brief: Briefing) -> None:
        self._part(tr("ui.levels.three_stars"))
        names = {item.id: item.name for item in brief.plant.items}
        for goal in brief.goals:
            self.body.addWidget(StatLine(goal_name(goal, names), bound_text(goal, 3, brief.currency)))

    def _begin(self, stop: Stop, runs: Sequence[RunCard]) -> None:
        if not stop.open:
            self.body.addWidget(label(tr("ui.levels.shut", level=stop.needs), bold=True, wrap=True))
            return
        self.start = button(tr("ui.levels.begin"), "primary", self.begun.emit, "play")
        self.start.setMinimumHeight(10 * GRID)
        self.body.addWidget(self.start)
        self.start.setToolTip(tr("ui.levels.new_luck"))
        under_way = next((run for run in runs if not run.finished and run.parted is None), None)
        old = next((run for run in runs if run.finished and run.parted is None), None)
        if under_way is not None:
            text = tr("ui.levels.go_on", turn=under_way.turn, turns=under_way.turns)
            self.body.addLayout(row(button(text, "link", lambda: self.resumed.emit(under_way.id)), None))
        if old is not None:
            again = button(tr("ui.levels.practise"), "link", lambda: self.practised.emit(old.id))
            again.setToolTip(tr("ui.levels.practise_tip"))
            self.body.addLayout(row(again, None))


def _time(brief: Briefing) -> str:
    return tr("ui.levels.time", minutes=brief.minutes, turns=brief.turns)


class TeacherCard(Card):
    """Ready paths side by side or, `upright`, one beneath the other; lesson plans, proofs, and the switch that opens
    everything.
    """

    pointed = Signal(int)
    planned = Signal(int)
    proved = Signal()
    unlocked = Signal(bool)

    def __init__(self, paths: Sequence[Lessons], everything: bool, upright: bool) -> None:
        super().__init__()
        self.setAccessibleName(tr("ui.levels.teachers"))
        self.body.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        self.switch = Toggle(tr("ui.levels.unlock"), everything)
        self.switch.setToolTip(tr("ui.settings.unlock_about"))
        self.switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.switch.toggled.connect(self.unlocked)
        self.upright = upright
        self.tiles = [PathTile(path, upright) for path in paths]
        for index, made in enumerate(self.tiles):
            made.pressed.connect(lambda index=index: self.planned.emit(index))
            made.pointed.connect(lambda on, index=index: self.pointed.emit(index if on else -1))
        self._lay(upright)

    def _lay(self, upright: bool) -> None:
        head = label(tr("ui.levels.teachers"), "label", bold=True)
        plans = button(tr("ui.levels.plans"), "link", lambda: self.planned.emit(0))
        proofs = button(tr("ui.levels.proofs"), "link", self.proved.emit)
        proofs.setToolTip(tr("ui.levels.proofs_tip"))
        if upright:
            self.body.addLayout(row(head, None, self.switch, gap=4))
        else:
            self.body.addLayout(row(head, None, proofs, plans, self.switch, gap=4))
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight)
        line.setSpacing((1 if upright else 3) * GRID)
        for made in self.tiles:
            line.addWidget(made, 1)
        self.body.addLayout(line)
        if upright:
            self.body.addLayout(row(plans, None, proofs))


class PathTile(Pressable):
    """A ready path: occasion, levels, time. Under the mouse or with the focus it points out its stops."""

    pointed = Signal(bool)

    def __init__(self, path: Lessons, wide: bool) -> None:
        stops, time = numbers_text(path), time_text(path)
        super().__init__(f"{path.title}: {stops}, {time}")
        self.setAccessibleDescription(path.about)
        self.setToolTip(path.about)
        edge = GRID if wide else 2 * GRID
        self.body.setContentsMargins(3 * GRID, edge, 3 * GRID, edge)
        self.body.setSpacing(GRID // 2)
        title, numbers = label(path.title, bold=True, tone="teal", wrap=True), label(stops, "small", wrap=not wide)
        if wide:
            line = row(title, numbers)
            line.setStretch(0, 1)
            self.body.addLayout(line)
        else:
            self.body.addWidget(title)
            self.body.addWidget(numbers)
        self.body.addWidget(label(time, "small", tone="muted", wrap=True))
        self.body.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Point out the stops, or no longer."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.pointed.emit(True)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.pointed.emit(False)
        return super().event(event)


def time_text(path: Lessons) -> str:
    """Minutes of a path with predicting and debrief; of several parts the longest."""
    if len(path.parts) == 1:
        return tr("ui.levels.path_time", minutes=path.longest)
    return tr("ui.levels.path_times", parts=len(path.parts), minutes=path.longest)


def numbers_text(path: Lessons) -> str:
    """Numbers of the levels, such as `levels 1, 5, 8` or `levels 1 to 9`, and the own sales that follow."""
    levels = _levels_text(path)
    return tr("ui.levels.numbers_own", levels=levels) if path.own else levels


def _levels_text(path: Lessons) -> str:
    numbers = [stop.number for part in path.parts for stop in part]
    if len(numbers) > 4 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return tr("ui.levels.range", first=numbers[0], last=numbers[-1])
    return tr("ui.levels.numbers", numbers=", ".join(map(str, numbers)))
