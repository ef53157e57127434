"""For teachers: ready paths with their timetable, then each level with aim, questions and notes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.playing.campaign import Lessons, Stop
from game.playing.door import Shelf
from ui.levels.own_sales import add_own_sales
from ui.levels.plan import write_plan
from ui.theme import GRID
from ui.widgets import Card, ScrollPage, Segments, button, chips, label, row, rule
from ui.words import tr

if TYPE_CHECKING:
    from ui.shell import Shell


class LessonsPage(ScrollPage):
    """One path at a time; its levels in order, each with what is said and asked."""

    def __init__(self, shelf: Shelf, shell: "Shell", chosen: int = 0) -> None:
        super().__init__(tr("ui.lessons.title"), width=260 * GRID)
        self._shelf, self._shell = shelf, shell
        self._paths = shelf.campaign(everything=True).paths
        names = [path.title for path in self._paths]
        self.paths = Segments(names, chosen, "tab", tr("ui.lessons.paths"))
        self.paths.chosen.connect(self._show)
        proofs = button(tr("ui.levels.proofs"), "link", shell.open_proofs)
        proofs.setToolTip(tr("ui.levels.proofs_tip"))
        self.body.addLayout(row(self.paths, None, proofs))
        self._rest = QVBoxLayout()
        self._rest.setSpacing(3 * GRID)
        self.body.addLayout(self._rest)
        self.body.addStretch(1)
        self._show(chosen)

    def _show(self, index: int) -> None:
        while self._rest.count():
            taken = self._rest.takeAt(0)
            widget = taken.widget() if taken else None
            if widget:
                widget.hide()
                widget.deleteLater()
        path = self._paths[index]
        self._rest.addWidget(self._timetable(path))
        for stop in dict.fromkeys(stop for part in path.parts for stop in part):
            self._rest.addWidget(self._level(stop))
        if path.own:
            add_own_sales(path.own, self._shelf, self._shell, self._rest)
        QTimer.singleShot(0, self.area, lambda: self.area.verticalScrollBar().setValue(0))

    def _timetable(self, path: Lessons) -> QWidget:
        card = Card(path.title)
        card.body.addWidget(label(path.about, "label", wrap=True))
        for number, (part, minutes) in enumerate(zip(path.parts, path.minutes, strict=True), 1):
            stops = ", ".join(f"{stop.number} {stop.card.title}" for stop in part)
            name = tr("ui.lessons.part", number=number) if len(path.parts) > 1 else tr("ui.lessons.whole")
            _time(card, name, stops, minutes, sum(stop.card.minutes for stop in part))
        if path.own:
            _time(card, tr("ui.lessons.then"), tr("ui.lessons.own"), path.own.minutes, path.own.play)
        return card

    def _level(self, stop: Stop) -> QWidget:
        lesson, card = self._shelf.lesson(stop.card), Card(f"{stop.number}. {stop.card.title}")
        about = tr("ui.levels.time", minutes=stop.card.minutes, turns=lesson.turns)
        card.body.addWidget(label(about, "small", tone="muted"))
        card.body.addWidget(chips(stop.card.teaches))
        write_plan(card, lesson.objectives, lesson.predictions, lesson.questions, lesson.note)
        read = button(tr("ui.home.begin"), "link", lambda: self._shell.open_briefing(stop.card),
                      name=f"{tr('ui.home.begin')}: {stop.card.title}")  # fmt: skip
        card.body.addLayout(row(read, None))
        return card

    def first_focus(self) -> QWidget | None:
        """The path shown."""
        return self.paths.focus_target


def _time(card: Card, name: str, what: str, minutes: int, played: int) -> None:
    """A line of the timetable."""
    card.body.addWidget(rule())
    line = QHBoxLayout()
    line.addWidget(label(name, bold=True))
    line.addSpacing(3 * GRID)
    line.addWidget(label(what, wrap=True), 1)
    line.addWidget(label(tr("ui.lessons.minutes", whole=minutes, played=played), tone="muted"))
    card.body.addLayout(line)
