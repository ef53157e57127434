"""How a run ended, in sentences with its own figures; the lesson, the questions and the prediction."""

import re
from collections.abc import Mapping

from game.level import in_language
from game.measures import MEASURES, GoalScore, score
from game.measures.explain import shown
from game.message import Message, Percent, show
from game.playing.figures import figure, goal_view
from game.playing.losses import largest_loss
from game.playing.scene import Scene
from game.playing.scoreboard import measures_shown
from game.playing.views import PredictionView, Result

EXTRA = ("profit", "stock_turns", "cash_cycle")


def result(scene: Scene, answers: Mapping[int, int]) -> Result:
    """The debrief's text and figures; `answers` are choices by turn."""
    found = score(scene.history)
    stars, points = int(found.stars[0]), float(found.score[0])
    names = dict.fromkeys([*(name for name, item in measures_shown(scene.level.goal, scene.level.kind) if not item)])
    figures = tuple(figure(scene.history, name) for name in dict.fromkeys([*names, *EXTRA]))
    return Result(
        stars=stars,
        score=points,
        insolvent=scene.run.insolvent,
        headline=_headline(scene, stars, points),
        reason=_reason(scene, found.goals, stars),
        goals=tuple(goal_view(goal, True) for goal in found.goals),
        figures=figures,
        lesson=lesson(scene),
        questions=tuple((q.kind, in_language(q.text, scene.language)) for q in scene.level.question),
        prediction=_prediction(scene, answers),
    )


def _headline(scene: Scene, stars: int, points: float) -> Message:
    if scene.run.insolvent:
        return Message("result.insolvent", {"turn": scene.run.turn, "turns": scene.level.calendar.turns})
    return Message(f"result.stars_{stars}", {"score": round(points)})


def _reason(scene: Scene, goals: tuple[GoalScore, ...], stars: int) -> Message:
    """What carried the run, and what the next star lacked."""
    if scene.run.insolvent:
        credit = scene.seen.money(round(scene.level.money.credit_limit * 100))
        return Message("result.insolvent_reason", {"limit": credit, "served": _served(scene), "loss": _loss(scene)})
    lacking = min(goals, key=lambda goal: (int(goal.stars[0]), float(goal.points[0])), default=None)
    if lacking is None or stars == 3:
        return Message("result.all_met", {"served": _served_words(scene)})
    currency = scene.level.money.currency
    values = {
        "measure": _goal_name(scene, lacking),
        "value": shown(lacking.measure.kind, float(lacking.value[0]), currency),
        "bound": shown(lacking.measure.kind, lacking.marks.bounds[stars], currency),
        "served": _served_words(scene),
        "comparison": Message("result.at_least" if lacking.marks.rising else "result.at_most"),
        "loss": _loss(scene),
    }
    return Message("result.lacked", values)


def _goal_name(scene: Scene, goal: GoalScore) -> Message:
    name = Message(goal.measure.key)
    if goal.goal.item is None:
        return name
    item = scene.seen.name("item", scene.plant.item_index(goal.goal.item))
    return Message("result.of_item", {"measure": name, "item": item})


def _loss(scene: Scene) -> Message | str:
    """What cost most, as a further sentence."""
    found = largest_loss(scene)
    return "" if found is None else Message("result.further", {"sentence": found})


def _served_words(scene: Scene) -> Message:
    """How customers were served, as the goals ask for it: on time where they ask for that alone, else at once."""
    asked = {goal.measure for goal in scene.level.goal}
    on_time = figure(scene.history, "on_time_in_full").value
    if "on_time_in_full" in asked and "fill_rate" not in asked and on_time is not None:
        return Message("result.on_time", {"share": Percent(on_time)})
    return Message("result.at_once", {"share": _served(scene)})


def _served(scene: Scene) -> Percent:
    """Share of the demand that was filled at once."""
    value = figure(scene.history, "fill_rate").value
    return Percent(0.0 if value is None else value)


def lesson(scene: Scene) -> str:
    """The level's lesson with `{measure}` replaced by this run's figure; unknown names stay as they are."""
    text = in_language(scene.level.texts.lesson, scene.language)
    return re.sub(r"\{(\w+)\}", lambda match: _filled(scene, match[1]) or match[0], text)


def _filled(scene: Scene, name: str) -> str | None:
    measure = MEASURES.get(name)
    if measure is None:
        return None
    value = float(measure.value(scene.history)[0])
    return show(shown(measure.kind, value, scene.level.money.currency), scene.language)


def _prediction(scene: Scene, answers: Mapping[int, int]) -> PredictionView | None:
    for asked in scene.level.predict:
        choice = answers.get(asked.turn - 1)
        if choice is not None and 0 <= choice < len(asked.choices):
            texts = [in_language(entry.text, scene.language) for entry in asked.choices]
            right = next((text for text, entry in zip(texts, asked.choices, strict=True) if entry.right), "")
            explain = in_language(asked.explain, scene.language)
            return PredictionView(in_language(asked.text, scene.language), texts[choice], right, explain)
    return None
