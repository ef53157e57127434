"""The Debrief page: how it ended, where the run stands, where the money went, luck or skill, what would have helped."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.level import Level, in_language
from game.playing.door import Playing, Shelf
from game.playing.views import Coached, LevelCard, Result
from ui.debrief.board import BoardPart
from ui.debrief.charts import ChartPanel
from ui.debrief.headline import HEADED, headline
from ui.debrief.helped import HelpedPart, MomentsCard
from ui.debrief.lesson import lesson_card, questions_card
from ui.debrief.luck import LuckPart
from ui.debrief.money import MoneyPart
from ui.debrief.scale import GoalRow
from ui.debrief.shock import ShockPart
from ui.debrief.stand import StandPart
from ui.debrief.tables import statement_table
from ui.play.numbers import turn_key
from ui.report import report_button
from ui.theme import GRID
from ui.widgets import Card, ScrollPage, Segments, StatLine, button, label
from ui.widgets.goals import measure_name
from ui.words import figure_text, language, tr

if TYPE_CHECKING:
    from ui.shell import Shell

WIDTH = 480 * GRID
REST, TALLEST = 139 * GRID, 85 * GRID
"""Height of the page that the pictures of the first row leave to the others, and the most they take."""


class DebriefPage(ScrollPage):
    """What is known at once, and parts that the coach fills in."""

    def __init__(self, playing: Playing, shelf: Shelf, shell: "Shell") -> None:
        level = playing.level
        super().__init__(in_language(level.title, language()), tr("ui.debrief.title"), WIDTH)
        self._playing, self._shell, self._coach = playing, shell, shelf.coach
        self._cards = [card for card in shelf.levels() if not card.problems]
        self._road = shelf.campaign(shell.preferences.unlocked)
        ids = [card.id for card in self._cards]
        self._here = ids.index(level.id) if level.id in ids else -1
        self._currency = level.money.currency
        result = playing.result()
        self._actions()
        self.body.addLayout(headline(playing, result))
        desk = shell.desk
        self.money = MoneyPart(playing, self._coach, desk)
        self.luck = LuckPart(playing, self._coach, desk)
        self.helped = HelpedPart(playing, self._coach, desk, lambda change: shell.attempt(playing, change))
        self.stand = StandPart(playing, self._coach, desk)
        self.stand.shown.connect(self.money.offer)
        self.moments = MomentsCard(playing, None if playing.number is None else self._look)
        self.helped.found.connect(self.moments.show_view)
        self._row((self.stand, 1), (self.money, 1), (self.luck, 1))
        self._row((_column(self.helped, self.moments), 3), (self._lesson(result), 2))
        if playing.board() is not None:
            self._row((BoardPart(playing, self._coach, desk), 1))
        self._row((self._goals(result, level), 1), (questions_card(result), 1))
        charts = ChartPanel(playing.charts(), self._currency, turn_key(level, "word"))
        self._row((charts, 1), (self._statements(), 1))
        self.body.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pictures of the first row leave room for what follows, and grow on a large screen."""
        super().resizeEvent(event)
        for part in (self.stand, self.money, self.luck):
            part.picture.grow(min(TALLEST, self.height() - REST))

    def _row(self, *parts: tuple[QWidget | None, int]) -> None:
        line = QHBoxLayout()
        line.setSpacing(3 * GRID)
        for widget, stretch in parts:
            if widget is not None:
                line.addWidget(widget, stretch)
        self.body.addLayout(line)

    @property
    def _following(self) -> LevelCard | None:
        """The next level of the shelf."""
        return self._road.after(self._playing.level.id)

    def _actions(self) -> None:
        again = button(tr("ui.debrief.again"), "bar", self._again, "again")
        again.setEnabled(self._here >= 0)
        save = button(tr("ui.debrief.export"), "bar", lambda: self._shell.export(self._playing), "export")
        actions = [again, report_button(self._playing, self._shell, self), save]
        if self._following is not None:
            actions.append(button(tr("ui.debrief.next"), "bar-primary", self._next, "next"))
        else:
            actions.append(button(tr("ui.debrief.levels"), "bar-primary", self._shell.open_levels, "levels"))
        self.bar_actions = actions

    @property
    def share(self) -> float:
        """How much of what the coach says is there, from 0 to 1."""
        parts = (self.stand, self.money, self.luck, self.helped)
        return sum(part.share for part in parts) / len(parts)

    def coached(self) -> Coached:
        """What the coach has said by now."""
        return Coached(self.stand.view, self.money.view, self.luck.view, self.helped.view)

    def _again(self) -> None:
        self._shell.start(self._cards[self._here])

    def _next(self) -> None:
        if self._following is not None:
            self._shell.open_briefing(self._following)

    def _look(self, turn: int) -> None:
        if self._playing.number is not None:
            self._shell.open_replay(self._playing.number, turn)

    def _lesson(self, result: Result) -> QWidget:
        card = lesson_card(result)
        shocks = self._coach.debrief(self._playing).shocks()
        if shocks:
            self.shock = ShockPart(shocks)
            card.body.addWidget(self.shock, 1)
        else:
            card.body.addWidget(label(tr("debrief.shock.none"), tone="muted", wrap=True))
            card.body.addStretch(1)
        if self._following is not None:
            title = self._following.title
            card.body.addWidget(button(tr("debrief.next_level", title=title), "link", self._next))
        return card

    def _goals(self, result: Result, level: Level) -> QWidget:
        card = Card(tr("ui.debrief.goals"), tr("ui.debrief.goals_about"))
        names = {item.id: in_language(item.name, language()) for item in level.item}
        for goal in result.goals:
            card.body.addSpacing(GRID)
            card.body.addWidget(GoalRow(goal, names, self._currency))
        card.body.addSpacing(GRID)
        for figure in result.figures[HEADED:]:
            card.body.addWidget(StatLine(measure_name(figure.measure), figure_text(figure, self._currency)))
        card.body.addStretch(1)
        return card

    def _statements(self) -> QWidget:
        card = Card(tr("ui.debrief.books"))
        statements = self._playing.statements()
        names = [tr(f"ui.debrief.{statement.name}") for statement in statements]
        tabs = Segments(names, 0, "tab", tr("ui.debrief.books"))
        stack = QStackedWidget()
        word = turn_key(self._playing.level, "word")
        tables = [statement_table(statement, self._currency, word) for statement in statements]
        for table in tables:
            stack.addWidget(table)

        def show(index: int) -> None:
            stack.setCurrentIndex(index)
            stack.setMinimumHeight(tables[index].whole_height)

        tabs.chosen.connect(show)
        show(0)
        line = QHBoxLayout()
        line.addWidget(tabs)
        line.addStretch(1)
        card.body.addLayout(line)
        card.body.addWidget(stack, 1)
        return card

    def first_focus(self) -> QWidget | None:
        """Next level, or the levels."""
        return self.bar_actions[-1]


def _column(*cards: QWidget) -> QWidget:
    """Cards one above the other, the first as high as there is room."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3 * GRID)
    for place, card in enumerate(cards):
        layout.addWidget(card, int(place == 0))
    return box
