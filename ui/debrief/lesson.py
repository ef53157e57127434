"""What the level was about with this run's figures; and looking back: the prediction, questions to think about."""

from PySide6.QtWidgets import QWidget

from game.playing.views import PredictionView, Result
from ui.theme import GRID
from ui.widgets import Card, Icon, caption, label, row
from ui.words import tr


def lesson_card(result: Result) -> Card:
    """The lesson."""
    card = Card(tr("ui.debrief.lesson"))
    if result.lesson:
        card.body.addWidget(label(result.lesson, wrap=True))
    return card


def questions_card(result: Result) -> QWidget | None:
    """Prediction and questions; None where there is neither."""
    if result.prediction is None and not result.questions:
        return None
    card = Card(tr("debrief.part.questions"))
    if result.prediction:
        _prediction(card, result.prediction)
    if result.questions:
        card.body.addSpacing(GRID)
        card.body.addWidget(caption(tr("ui.debrief.questions")))
        for _, question in result.questions:
            _marked(card, "question", "teal", question)
    card.body.addStretch(1)
    return card


def _prediction(card: Card, prediction: PredictionView) -> None:
    card.body.addWidget(caption(tr("ui.debrief.predicted")))
    card.body.addWidget(label(prediction.question, bold=True, wrap=True))
    if prediction.came_true:
        _marked(card, "check", "green", tr("ui.debrief.predicted_right", chosen=_bare(prediction.chosen)))
    else:
        _marked(card, "cross", "red", tr("ui.debrief.predicted_wrong", chosen=_bare(prediction.chosen)))
        if prediction.right:
            _marked(card, "check", "green", tr("ui.debrief.came_true", right=prediction.right))
    if prediction.explain:
        card.body.addWidget(label(prediction.explain, tone="muted", wrap=True))


def _bare(answer: str) -> str:
    """An answer as it stands within a sentence."""
    return answer.rstrip(".")


def _marked(card: Card, icon: str, tone: str, text: str) -> None:
    line = row(Icon(icon, tone), label(text, wrap=True))
    line.setStretch(1, 1)
    card.body.addLayout(line)
