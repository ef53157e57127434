"""The Briefing page: story, network, goals, what may be changed, words, a prediction, and Start."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from game.playing.door import Shelf
from game.playing.views import Briefing, GoalView, LevelCard, PlantView
from ui.briefing.picture import NetworkPicture
from ui.theme import GRID
from ui.widgets import Button, Card, Flow, Icon, Page, Stars, button, chips, label, row
from ui.widgets.choice import Answer
from ui.widgets.goals import bound_text, goal_name
from ui.widgets.page import SCROLL_BAR, Content, keep_margin, scrolling
from ui.words import known, tr

if TYPE_CHECKING:
    from ui.shell import Shell

SIDE, WIDTH, HEAD, MUCH = 108 * GRID, 480 * GRID, 21 * GRID, 100


class BriefingPage(Page):
    """Reading at the left, goals and the start at the right; both columns scroll when the window is low."""

    def __init__(self, shelf: Shelf, card: LevelCard, shell: "Shell") -> None:
        self._brief = shelf.briefing(card)
        super().__init__(tr("ui.briefing.title"))
        self._card, self._shell = card, shell
        self._answers = QButtonGroup(self)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        QHBoxLayout(self).addWidget(inner)
        self.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
        layout = QHBoxLayout(inner)
        layout.setContentsMargins(4 * GRID, 4 * GRID, GRID, 4 * GRID)
        layout.setSpacing(0)
        layout.addWidget(_column(self._story(), self._network(), None), 1)
        side = QVBoxLayout()
        side.setSpacing(3 * GRID)
        side.addWidget(_column(*self._side_cards(), None), 1)
        self._start = button(tr("ui.briefing.start"), "primary", self._go, "play")
        self._start.setMinimumHeight(11 * GRID)
        foot = row(self._start)
        foot.setContentsMargins(0, 0, SCROLL_BAR, 0)
        side.addLayout(foot)
        holder = QWidget()
        holder.setFixedWidth(SIDE + SCROLL_BAR)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(side)
        layout.addWidget(holder)

    def _story(self) -> QWidget:
        brief, card = self._brief, Card()
        card.body.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        about = tr("ui.briefing.about", kind=tr(f"ui.kind.{brief.kind}"), minutes=brief.minutes,
                   length=turns_text(brief.turns, brief.days_per_turn))  # fmt: skip
        card.body.addLayout(row(Icon(brief.kind, "muted"), label(about, "small", tone="muted"), None))
        card.body.addWidget(label(brief.title, "figure", bold=True, wrap=True))
        card.body.addWidget(label(brief.story, "label", wrap=True))
        if brief.task:
            task = Card(role="hint")
            line = row(Icon("goal", "teal", 5 * GRID), label(brief.task, "label", bold=True, wrap=True))
            line.setStretch(1, 1)
            task.body.addLayout(line)
            card.body.addSpacing(GRID)
            card.body.addWidget(task)
        return card

    def _network(self) -> QWidget:
        card = NetworkCard(self._brief.plant)
        policy = card.sizePolicy()
        policy.setVerticalStretch(MUCH)
        card.setSizePolicy(policy)
        return card

    def _side_cards(self) -> list[QWidget]:
        cards = [
            _goals(self._brief.goals, {item.id: item.name for item in self._brief.plant.items}, self._brief.currency)
        ]
        if self._brief.prediction:
            cards.append(self._predict(*self._brief.prediction))
        if self._brief.levers:
            card = Card(tr("ui.briefing.levers"))
            card.body.addWidget(chips(tuple(lever_name(lever) for lever in self._brief.levers)))
            cards.append(card)
        if self._brief.glossary:
            cards.append(Glossary(self._brief))
        return cards

    def _predict(self, question: str, choices: tuple[str, ...]) -> QWidget:
        card = Card(tr("ui.briefing.predict"), tr("ui.briefing.predict_about"))
        card.body.addWidget(label(question, bold=True, wrap=True))
        for index, choice in enumerate(choices):
            answer = Answer(choice, question)
            self._answers.addButton(answer.radio, index)
            card.body.addWidget(answer)
        return card

    def _go(self) -> None:
        chosen = self._answers.checkedId()
        self._shell.start(self._card, chosen if chosen >= 0 else None)

    def first_focus(self) -> QWidget | None:
        """Start."""
        return self._start


class NetworkCard(Card):
    """The picture of the network; no higher than it has plates for."""

    def __init__(self, plant: PlantView) -> None:
        super().__init__(tr("ui.briefing.network"), tr("ui.briefing.network_about"))
        self._picture = NetworkPicture(plant)
        self.body.addWidget(self._picture, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wider, the plates are larger, and the card may be higher."""
        super().resizeEvent(event)
        self.setMaximumHeight(self._picture.most(self.width()) + HEAD)


class Glossary(Card):
    """Chips of the words met; the one pressed is explained beneath."""

    def __init__(self, brief: Briefing) -> None:
        super().__init__(tr("ui.briefing.glossary"))
        self._meanings = [meaning for _, meaning in brief.glossary]
        box, flow, group = QWidget(), Flow(), QButtonGroup(self)
        for index, (term, _) in enumerate(brief.glossary):
            chip = Button(term, "word")
            chip.setCheckable(True)
            chip.setChecked(index == 0)
            group.addButton(chip, index)
            flow.addWidget(chip)
        box.setLayout(flow)
        self.body.addWidget(box)
        self._meaning = label(self._meanings[0], tone="muted", wrap=True)
        self.body.addWidget(self._meaning)
        group.idToggled.connect(lambda index, down: self._meaning.setText(self._meanings[index]) if down else None)


def turns_text(turns: int, days: int) -> str:
    """How long a level is, such as `26 weeks`."""
    return tr({7: "ui.turn.weeks", 1: "ui.turn.days"}.get(days, "ui.turn.turns"), count=turns)


def lever_name(lever: str) -> str:
    """A lever's name; `tube.cards` for one item says so."""
    target, _, name = lever.rpartition(".")
    text = next((tr(key) for key in (f"lever.{name}", f"lever.{name}.name") if known(key)), name.replace("_", " "))
    return f"{target}: {text}" if target else text


def _goals(goals: tuple[GoalView, ...], items: dict[str, str], currency: str) -> QWidget:
    card = Card(tr("ui.briefing.goals"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(2 * GRID)
    grid.setColumnStretch(0, 1)
    for star in (1, 2, 3):
        grid.addWidget(Stars(star, 3 * GRID), 0, star, Qt.AlignmentFlag.AlignRight)
    for line, goal in enumerate(goals, 1):
        grid.addWidget(label(goal_name(goal, items), wrap=True), line, 0)
        for star in (1, 2, 3):
            cell = label(
                bound_text(goal, star, currency), "small", bold=star == 3, tone="ink" if star == 3 else "muted"
            )
            grid.addWidget(cell, line, star, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    card.body.addLayout(grid)
    card.body.addWidget(label(tr("ui.briefing.goals_about"), "small", tone="muted", wrap=True))
    return card


def _column(*widgets: QWidget | None) -> QScrollArea:
    content = Content()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, SCROLL_BAR, 0)
    layout.setSpacing(3 * GRID)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget, widget.sizePolicy().verticalStretch())
    area = scrolling(content)
    keep_margin(area, layout)
    return area
