"""What the level was about: its lesson with this run's figures, the predictions, the questions."""

import re

from PySide6.QtWidgets import QWidget

from game.level import Prediction, in_language
from game.playing.door import Playing
from game.playing.views import Result
from ui.theme import GRID
from ui.widgets import Card, Icon, caption, label, row
from ui.words import DASH, figure_text, language, tr


def lesson_card(playing: Playing, result: Result) -> QWidget:
    """One card; parts that the level lacks are left out."""
    level, card = playing.level, Card(tr("ui.debrief.lesson"))
    lesson = filled(in_language(level.texts.lesson, language()), result, level.money.currency)
    if lesson:
        card.body.addWidget(label(lesson, wrap=True))
    for prediction in level.predict:
        card.body.addSpacing(GRID)
        card.body.addWidget(caption(tr("ui.debrief.predicted")))
        _prediction(card, prediction)
    if level.question:
        card.body.addSpacing(GRID)
        card.body.addWidget(caption(tr("ui.debrief.questions")))
        for question in level.question:
            line = row(Icon("question", "teal"), label(in_language(question.text, language()), wrap=True))
            line.setStretch(1, 1)
            card.body.addLayout(line)
    card.body.addStretch(1)
    return card


def filled(template: str, result: Result, currency: str) -> str:
    """The lesson with `{measure}` replaced by this run's figure, a dash when there is none."""
    figures = [goal.figure for goal in result.goals] + list(result.figures)
    found = {figure.measure: figure_text(figure, currency) for figure in figures}
    return re.sub(r"\{(\w+)\}", lambda match: found.get(match[1], DASH), template)


def _prediction(card: Card, prediction: Prediction) -> None:
    card.body.addWidget(label(in_language(prediction.text, language()), wrap=True))
    for choice in prediction.choices:
        if choice.right:
            line = row(
                Icon("check", "green"), label(in_language(choice.text, language()), bold=True, tone="green", wrap=True)
            )
            line.setStretch(1, 1)
            card.body.addLayout(line)
    explain = in_language(prediction.explain, language())
    if explain:
        card.body.addWidget(label(explain, tone="muted", wrap=True))
