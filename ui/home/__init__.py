"""The first page: go on where you stopped, or begin; then the levels."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from game.playing.campaign import STARS, Campaign, Stop
from game.playing.cards import RunCard
from ui.home.picture import LoopPicture
from ui.levels.tile import LevelTile
from ui.theme import GRID
from ui.widgets import Button, Card, Progress, ScrollPage, button, caption, chips, label, notice, row
from ui.words import day_text, text, tr

if TYPE_CHECKING:
    from game.playing.door import Front
    from ui.shell import Shell

SHOWN = 3
FIRST = 1


def run_state(run: RunCard) -> str:
    """Where a run stands and when it was played, such as `turn 11 of 26 · 23/11/2026`."""
    return tr("ui.runs.under_way", turn=run.turn, turns=run.turns, day=day_text(run.played_at))


class HomePage(ScrollPage):
    """A greeting, one thing to do next beside a picture of the loop, and the next levels."""

    def __init__(self, front: "Front", shell: "Shell") -> None:
        super().__init__(width=300 * GRID)
        self._shell = shell
        self._first: Button | None = None
        self.bar_actions = (
            button(tr("ui.levels.title"), "bar", shell.open_levels, "levels"),
            button(tr("ui.runs.title"), "bar", shell.open_runs, "clock"),
            button(tr("ui.help.title"), "bar", shell.open_help, "question"),
            button(tr("ui.settings.title"), "bar", shell.open_settings, "settings"),
        )
        road = front.campaign(shell.preferences.unlocked)
        self.body.setContentsMargins(6 * GRID, 8 * GRID, 6 * GRID, 6 * GRID)
        self.body.setSpacing(4 * GRID)
        self.body.addStretch(1)
        self._greet()
        if front.notice:
            self.body.addWidget(notice(text(front.notice)))
        run = front.latest()
        self.body.addWidget(self._next(run, road.next))
        self.body.addSpacing(2 * GRID)
        self._offer(road, run)
        self.body.addStretch(2)

    def _greet(self) -> None:
        name = self._shell.preferences.name
        greeting = tr("ui.home.hello_name", name=name) if name else tr("ui.home.hello")
        who = tr("ui.home.not_you", name=name) if name else tr("ui.home.who")
        box = QVBoxLayout()
        box.setSpacing(GRID)
        change = button(who, "link", self._shell.open_settings)
        head = row(label(greeting, "figure", bold=True, wrap=True), change)
        head.setStretch(0, 1)
        box.addLayout(head)
        box.addWidget(label(tr("ui.home.about"), "label", tone="muted", wrap=True))
        self.body.addLayout(box)

    def _next(self, run: RunCard | None, stop: Stop | None) -> QWidget:
        card = Card()
        card.setMinimumHeight(60 * GRID)
        both = QHBoxLayout()
        both.setSpacing(6 * GRID)
        left = QVBoxLayout()
        left.setContentsMargins(2 * GRID, 2 * GRID, 0, 2 * GRID)
        left.setSpacing(3 * GRID)
        left.addStretch(1)
        if run:
            self._resume(left, run)
        elif stop:
            self._begin(left, stop)
        else:
            left.addWidget(label(tr("ui.home.no_levels"), tone="muted", wrap=True))
        left.addStretch(1)
        both.addLayout(left, 2)
        both.addWidget(LoopPicture(), 3)
        card.body.addLayout(both)
        return card

    def _resume(self, into: QVBoxLayout, run: RunCard) -> None:
        into.addWidget(caption(tr("ui.home.carry_on")))
        into.addWidget(label(run.title, "figure", bold=True, wrap=True))
        into.addWidget(label(run_state(run), tone="muted", wrap=True))
        into.addWidget(Progress(run.turn, run.turns))
        self._first = button(tr("ui.home.continue"), "primary", lambda: self._shell.resume(run.id), "play")
        into.addLayout(row(self._first, None))

    def _begin(self, into: QVBoxLayout, stop: Stop) -> None:
        card = stop.card
        fresh = stop.number == FIRST and card.stars is None
        into.addWidget(caption(tr("ui.home.start_here") if fresh else tr("ui.home.next_stop", number=stop.number)))
        into.addWidget(label(card.title, "figure", bold=True, wrap=True))
        about = tr("ui.levels.about", kind=tr(f"ui.kind.{card.kind}"), minutes=card.minutes)
        into.addWidget(label(about, tone="muted", wrap=True))
        into.addWidget(chips(card.teaches))
        self._first = button(tr("ui.home.begin"), "primary", lambda: self._shell.open_briefing(card), "play")
        into.addLayout(row(self._first, None))

    def _offer(self, road: Campaign, run: RunCard | None) -> None:
        """The way on along the road, and the sandboxes; the level shown above is left out."""
        all_of_them = button(tr("ui.home.all"), "link", self._shell.open_levels)
        stars = tr("ui.home.stars", won=road.won, most=road.most)
        self.body.addLayout(row(caption(stars), None, all_of_them))
        shown = run.level_id if run else road.next.card.id if road.next else ""
        stops = [stop.card for stop in road.stops if stop.open and stop.won < STARS and stop.card.id != shown]
        room = max(1, SHOWN - len(road.sandboxes))
        line = QHBoxLayout()
        line.setSpacing(3 * GRID)
        for card in [*stops[:room], *road.sandboxes, *stops[room:]][:SHOWN]:
            tile = LevelTile(card)
            tile.pressed.connect(lambda card=card: self._shell.open_briefing(card))
            line.addWidget(tile, 1, Qt.AlignmentFlag(0))
        self.body.addLayout(line)

    def first_focus(self) -> QWidget | None:
        """Continue, or begin."""
        return self._first
