"""The top of the debrief: stars, how the run ended and what was missing, the figures that count."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from game.playing.door import Playing
from game.playing.views import GoalView, Result
from ui.debrief.scale import TONES
from ui.play.numbers import turn_word
from ui.theme import GRID
from ui.widgets import Stars, label
from ui.widgets.goals import bound_text, measure_name
from ui.words import figure_text, text, tied, tr

HEADED = 4
"""Figures that stand beside the stars."""


def headline(playing: Playing, result: Result) -> QHBoxLayout:
    """The line."""
    currency = playing.level.money.currency
    line = QHBoxLayout()
    line.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
    line.setSpacing(6 * GRID)
    line.addWidget(Stars(result.stars, 9 * GRID), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addLayout(_words(playing, result), 1)
    for figure in result.figures[:HEADED]:
        goal = next((goal for goal in result.goals if goal.figure.measure == figure.measure), None)
        line.addLayout(_key_figure(measure_name(figure.measure), figure_text(figure, currency), goal, currency))
    return line


def _words(playing: Playing, result: Result) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    tone = "red" if result.insolvent else "ink"
    words.addWidget(label(text(result.headline), "figure", bold=True, tone=tone, wrap=True))
    words.addWidget(label(tied(text(result.reason)), tone="muted", wrap=True))
    if playing.parent is not None:
        said = tr("debrief.practice", word=turn_word(playing.level, "word"), turn=playing.parent[1] + 1)
        words.addWidget(label(said, "small", bold=True, tone="amber_line", wrap=True))
    return words


def _key_figure(name: str, value: str, goal: GoalView | None, currency: str) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(0)
    box.addStretch(1)
    box.addWidget(label(name, "small", tone="muted"))
    box.addWidget(label(value, "title", bold=True))
    bound, tone = (bound_text(goal, 3, currency), TONES[goal.stars]) if goal else ("", "muted")
    box.addWidget(label(bound, "small", tone=tone))
    box.addStretch(1)
    return box
