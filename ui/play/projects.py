"""The tab of projects: what each costs, how long it takes, what it changes meanwhile and afterwards, how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from game.message import Message, Percent
from game.playing.door import Playing
from game.playing.views import ProjectView
from ui.play.action import Action
from ui.play.levers import Decide
from ui.play.numbers import day_long, days
from ui.play.suppliers import Chosen
from ui.theme import GRID
from ui.widgets import Card, Progress, button, label, set_tone
from ui.widgets.page import scrolling
from ui.words import money, text, tr

TONES = {"open": "muted", "planned": "teal", "runs": "amber_line", "done": "green"}


class Projects(QWidget):
    """Cards in two columns; a click on a name opens the project in the inspector."""

    def __init__(self, playing: Playing, chosen: Chosen, decide: Decide) -> None:
        super().__init__()
        self.setAccessibleName(tr("play.projects.name"))
        self._playing = playing
        self.cards = [_ProjectCard(view, playing, chosen, decide) for view in playing.projects()]
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 3 * GRID, 0)
        grid.setSpacing(3 * GRID)
        for at, card in enumerate(self.cards):
            grid.addWidget(card, at // 2, at % 2)
        if not self.cards:
            grid.addWidget(label(tr("play.projects.none"), tone="muted", wrap=True), 0, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(self.cards) + 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(page))

    def refresh(self) -> None:
        """Show what is planned now."""
        for card, view in zip(self.cards, self._playing.projects(), strict=True):
            card.show_view(view)


class _ProjectCard(Card):
    def __init__(self, view: ProjectView, playing: Playing, chosen: Chosen, decide: Decide) -> None:
        super().__init__()
        self.setAccessibleName(view.name)
        self._level = playing.level
        heading = button(view.name, "link", lambda: chosen("project", view.id))
        self.body.addWidget(heading, 0, Qt.AlignmentFlag.AlignLeft)
        if view.words:
            self.body.addWidget(label(view.words, wrap=True))
        self._terms(view)
        self.state = label("", "small", bold=True, wrap=True)
        self.body.addWidget(self.state)
        self._progress = Progress(round(1000 * view.share), 1000)
        self._progress.setVisible(view.stage == "runs")
        self.body.addWidget(self._progress)
        self.body.addStretch(1)
        self.action = Action(view.lever, decide) if view.lever is not None else None
        self.body.addWidget(self.action or label(tr("play.projects.fixed"), "small", tone="muted", wrap=True))
        self.show_view(view)

    def _terms(self, view: ProjectView) -> None:
        currency = self._level.money.currency
        lines = [("cost", money(view.cost, currency) if view.cost else tr("play.projects.free"))]
        if view.cost_per_day:
            lines.append(("cost_per_day", money(view.cost_per_day, currency)))
        takes = tr("fact.days_value", days=days(view.days)) if view.days else tr("play.projects.at_once")
        lines.append(("days", takes))
        if view.days and view.transition:
            lines.append(("meanwhile", _lines(view.transition)))
        lines.append(("afterwards", _lines(view.effects)))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        for at, (name, words) in enumerate(lines):
            grid.addWidget(label(tr(f"play.projects.{name}"), tone="muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(words, bold=True, wrap=True), at, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def show_view(self, view: ProjectView) -> None:
        """Show how far it is, and whether it begins."""
        planned = view.stage == "open" and view.lever is not None and bool(view.lever.planned)
        stage = "planned" if planned else view.stage
        day = "" if view.begun_day is None else day_long(self._level, view.begun_day)
        self.state.setText(tr(f"play.projects.state_{stage}", day=day, share=Percent(view.share, 0)))
        set_tone(self.state, TONES[stage])
        if self.action is not None and view.lever is not None:
            self.action.show_lever(view.lever)


def _lines(effects: tuple[Message, ...]) -> str:
    return "\n".join(text(effect) for effect in effects) or tr("play.projects.nothing")
