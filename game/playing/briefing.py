"""What is read before play."""

from game.level import Level, Prediction, in_language
from game.playing.figures import open_goal
from game.playing.plant_view import plant_view
from game.playing.scene import Scene
from game.playing.views import Briefing, Lesson


def briefing(scene: Scene) -> Briefing:
    """Story, task, goals, what may be set, words, the plant as it opens, and the first prediction."""
    level, language = scene.level, scene.language
    asked = prediction_of(level, 0)
    return Briefing(
        title=in_language(level.title, language),
        kind=level.kind,
        minutes=level.minutes,
        turns=level.calendar.turns,
        days_per_turn=level.calendar.days_per_turn,
        story=in_language(level.texts.story, language),
        task=in_language(level.texts.task, language),
        teaches=tuple(in_language(concept, language) for concept in level.teaches),
        goals=tuple(open_goal(goal) for goal in level.goal),
        levers=levers_named(level),
        glossary=tuple((in_language(t.term, language), in_language(t.meaning, language)) for t in level.glossary),
        plant=plant_view(scene),
        prediction=None if asked is None else question(asked, language),
        currency=level.money.currency,
        objectives=tuple(in_language(objective.text, language) for objective in level.objective),
    )


def lesson(level: Level, language: str) -> Lesson:
    """Aim, questions and notes of a level."""
    return Lesson(
        turns=level.calendar.turns,
        objectives=tuple(in_language(objective.text, language) for objective in level.objective),
        predictions=tuple(in_language(asked.text, language) for asked in level.predict),
        questions=tuple(in_language(asked.text, language) for asked in level.question),
        note=in_language(level.texts.note, language),
    )


def levers_named(level: Level) -> tuple[str, ...]:
    """Names of the levers in reach, each once."""
    return tuple(dict.fromkeys(entry.rpartition(".")[2] for entry in level.levers))


def prediction_of(level: Level, turn: int) -> Prediction | None:
    """The prediction asked before a turn (0 is the first)."""
    return next((asked for asked in level.predict if asked.turn == turn + 1), None)


def question(asked: Prediction, language: str) -> tuple[str, tuple[str, ...]]:
    """The question and its answers."""
    return in_language(asked.text, language), tuple(in_language(choice.text, language) for choice in asked.choices)
