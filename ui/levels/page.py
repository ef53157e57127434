"""The Levels page: the campaign as a road; sandboxes and own levels behind their own buttons."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from game.message import Message
from game.playing.campaign import Campaign, Stop
from game.playing.door import Shelf
from ui import files
from ui.levels.exam_card import ExamCard
from ui.levels.others import Others
from ui.levels.own_store import OwnStoreCard
from ui.levels.road import Road
from ui.levels.side import StopCard, TeacherCard
from ui.theme import GRID
from ui.widgets import Card, Page, Segments, button, label
from ui.widgets.page import SCROLL_BAR, Content, keep_margin, scrolling
from ui.words import tr

if TYPE_CHECKING:
    from ui.shell import Shell

SIDE, WIDE_SIDE, WIDTH = 84 * GRID, 96 * GRID, 800 * GRID
TALL, BROAD = 240 * GRID, 400 * GRID
"""From which size on all that is said beside the road stands in one column."""
CAMPAIGN, OWN = 0, -1


class LevelsPage(Page):
    """Road and side, or tiles; files dropped anywhere are added."""

    def __init__(self, shelf: Shelf, shell: "Shell", said: Message | None = None) -> None:
        super().__init__(tr("ui.levels.title"))
        self._shelf, self._shell = shelf, shell
        self._picker = files.Picker(self, shell.preferences, self.add)
        self.bar_actions = (
            button(tr("ui.levels.add"), "bar", self._picker.level, "plus"),
            button(tr("ui.runs.title"), "bar", shell.open_runs, "clock"),
        )
        self._stack = QStackedWidget()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._stack.setMaximumWidth(WIDTH)
        self._campaign = shelf.campaign(shell.preferences.unlocked)
        self.context = tr("ui.levels.won", won=self._campaign.won, most=self._campaign.most)
        self.bar_middle = self._parts()
        self._fill(said or shelf.notice)
        self._choose_part(OWN if said else CAMPAIGN)

    def _parts(self) -> Segments | None:
        names = [tr("ui.levels.campaign")]
        if self._campaign.sandboxes:
            names.append(tr("ui.levels.sandboxes"))
        names.append(tr("ui.levels.own"))
        self.parts = Segments(names, 0, "bar", tr("ui.levels.parts"))
        self.parts.chosen.connect(self._stack.setCurrentIndex)
        return self.parts

    def _choose_part(self, index: int) -> None:
        self.parts.choose(index % self._stack.count())

    def _fill(self, said: Message | None) -> None:
        while (old := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.addWidget(self._road_part())
        if self._campaign.sandboxes:
            sandboxes = Others(tr("ui.levels.sandboxes_about"), self._campaign.sandboxes, self._shell)
            sandboxes.append(OwnStoreCard(self._shelf, self._shell))
            self._stack.addWidget(sandboxes)
        own = tuple(card for card in self._shelf.levels() if card.own or card.problems)
        self._stack.addWidget(Others(tr("ui.levels.own_about"), own, self._shell, said, drop=True))

    def _road_part(self) -> QWidget:
        part, campaign = QWidget(), self._campaign
        both = QHBoxLayout(part)
        both.setContentsMargins(4 * GRID, 4 * GRID, GRID, 4 * GRID)
        both.setSpacing(4 * GRID)
        card = Card(role="floor")
        card.body.setContentsMargins(0, 0, 0, 0)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(0, 0, SCROLL_BAR, 0)
        self._side.setSpacing(3 * GRID)
        if campaign.next is None:
            card.body.addWidget(label(tr("ui.home.no_levels"), tone="muted", wrap=True))
        else:
            self.road = Road(campaign.stops, campaign.stops.index(campaign.next))
            self.road.chosen.connect(lambda index: self._speak_of(campaign.stops[index]))
            self.road.opened.connect(lambda index: self._open(campaign.stops[index]))
            card.body.addWidget(scrolling(self.road, sideways=True))
            self._spoken: QWidget = QWidget()
            self._side.addWidget(self._spoken)
            self._speak_of(campaign.next)
        self._side.addWidget(ExamCard(self._shelf, self._shell))
        self._side.addStretch(1)
        self._left = QVBoxLayout()
        self._left.setSpacing(3 * GRID)
        self._left.addWidget(card, 1)
        self.paths: TeacherCard | None = None
        self._column = _column(self._side)
        self._place_paths()
        both.addLayout(self._left, 1)
        both.addWidget(self._column)
        return part

    def _speak_of(self, stop: Stop) -> None:
        runs = [run for run in self._shelf.runs() if run.level_id == stop.card.id]
        card = StopCard(stop, self._shelf.briefing(stop.card), runs, stop == self._campaign.next)
        card.begun.connect(lambda: self._open(stop))
        card.resumed.connect(self._shell.resume)
        card.practised.connect(self._shell.practise)
        self._side.replaceWidget(self._spoken, card)
        self._spoken.hide()
        self._spoken.deleteLater()
        self._spoken = card

    def _open(self, stop: Stop) -> None:
        if stop.open:
            self._shell.open_briefing(stop.card)

    def _place_paths(self) -> None:
        """What teachers need stands beside the road where the page is high enough, else beneath."""
        upright, old = self.height() >= TALL and self.width() >= BROAD, self.paths
        if old is not None:
            if old.upright == upright:
                return
            old.hide()
            old.deleteLater()
        self.paths = self._teachers(self._campaign, upright)
        self._column.setFixedWidth((WIDE_SIDE if upright else SIDE) + SCROLL_BAR)
        if upright:
            self._side.insertWidget(self._side.count() - 1, self.paths)
        else:
            self._left.addWidget(self.paths)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another height may bring another place for what teachers need."""
        super().resizeEvent(event)
        self._place_paths()

    def _teachers(self, campaign: Campaign, upright: bool) -> TeacherCard:
        card = TeacherCard(campaign.paths, self._shell.preferences.unlocked, upright)
        card.pointed.connect(self._point)
        card.planned.connect(self._shell.open_lessons)
        card.proved.connect(self._shell.open_proofs)
        card.unlocked.connect(self._unlock)
        return card

    def _point(self, index: int) -> None:
        path = self._campaign.paths[index] if index >= 0 else None
        self.road.mark([stop.number for part in path.parts for stop in part] if path else [])

    def _unlock(self, everything: bool) -> None:
        self._shell.preferences.unlocked = everything
        self._shell.show_again()

    def first_focus(self) -> QWidget | None:
        """The next stop."""
        if self.parts.current == CAMPAIGN and self._campaign.next is not None:
            return self.road.buttons[self._campaign.stops.index(self._campaign.next)]
        return self.parts.focus_target

    def add(self, path: Path) -> None:
        """Add a level file or a run file, and say what became of it."""
        said = files.add(self._shelf, path)
        self._campaign = self._shelf.campaign(self._shell.preferences.unlocked)
        self._fill(said)
        self._choose_part(OWN)


def _column(side: QVBoxLayout) -> QScrollArea:
    content = Content()
    content.setLayout(side)
    area = scrolling(content)
    keep_margin(area, side)
    return area
