"""The Debrief page: stars and why, goals against results, charts, statements, the lesson and what to do next."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from game.level import Level, in_language
from game.playing.door import Playing, Shelf
from game.playing.views import GoalView, LevelCard, Result
from ui.debrief.charts import ChartPanel
from ui.debrief.lesson import lesson_card
from ui.debrief.scale import TONES, GoalRow
from ui.debrief.tables import statement_table
from ui.report import report_button
from ui.theme import GRID
from ui.widgets import Card, ScrollPage, Segments, Stars, StatLine, button, label
from ui.widgets.goals import bound_text, measure_name
from ui.words import figure_text, language, text, tr

if TYPE_CHECKING:
    from ui.shell import Shell

WIDTH, HEADED = 480 * GRID, 4


class DebriefPage(ScrollPage):
    """Headline on top; goals and charts; statements and lesson."""

    def __init__(self, playing: Playing, shelf: Shelf, shell: "Shell") -> None:
        level = playing.level
        super().__init__(in_language(level.title, language()), tr("ui.debrief.title"), WIDTH)
        self._playing, self._shell = playing, shell
        self._cards = [card for card in shelf.levels() if not card.problems]
        self._currency = level.money.currency
        result = playing.result()
        self._actions(level)
        self.body.addLayout(self._headline(result))
        grid = QGridLayout()
        grid.setSpacing(3 * GRID)
        grid.addWidget(self._goals(result, level), 0, 0)
        turn = {7: "ui.turn.week", 1: "ui.turn.day"}.get(level.calendar.days_per_turn, "ui.turn.turn")
        grid.addWidget(ChartPanel(playing.charts(), self._currency, turn), 0, 1)
        grid.addWidget(self._statements(), 1, 0)
        grid.addWidget(lesson_card(result), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self.body.addLayout(grid, 1)

    def _actions(self, level: Level) -> None:
        ids = [card.id for card in self._cards]
        here = ids.index(level.id) if level.id in ids else -1
        again = button(tr("ui.debrief.again"), "bar", lambda: self._again(here), "again")
        again.setEnabled(here >= 0)
        save = button(tr("ui.debrief.export"), "bar", lambda: self._shell.export(self._playing), "export")
        actions = [again, report_button(self._playing, self._shell), save]
        if 0 <= here < len(self._cards) - 1:
            following = self._cards[here + 1]
            actions.append(button(tr("ui.debrief.next"), "bar-primary", lambda: self._open(following), "next"))
        else:
            actions.append(button(tr("ui.debrief.levels"), "bar-primary", self._shell.open_levels, "levels"))
        self.bar_actions = actions

    def _again(self, here: int) -> None:
        self._shell.start(self._cards[here])

    def _open(self, card: LevelCard) -> None:
        self._shell.open_briefing(card)

    def _headline(self, result: Result) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        line.setSpacing(6 * GRID)
        line.addWidget(Stars(result.stars, 9 * GRID), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(GRID)
        tone = "red" if result.insolvent else "ink"
        words.addWidget(label(text(result.headline), "figure", bold=True, tone=tone, wrap=True))
        words.addWidget(label(text(result.reason), "label", tone="muted", wrap=True))
        line.addLayout(words, 1)
        for figure in result.figures[:HEADED]:
            goal = next((goal for goal in result.goals if goal.figure.measure == figure.measure), None)
            line.addLayout(self._key_figure(measure_name(figure.measure), figure_text(figure, self._currency), goal))
        return line

    def _key_figure(self, name: str, value: str, goal: GoalView | None) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(0)
        box.addStretch(1)
        box.addWidget(label(name, "small", tone="muted"))
        box.addWidget(label(value, "title", bold=True))
        bound, tone = (bound_text(goal, 3, self._currency), TONES[goal.stars]) if goal else ("", "muted")
        box.addWidget(label(bound, "small", tone=tone))
        box.addStretch(1)
        return box

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
        tables = [statement_table(statement, self._currency) for statement in statements]
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
