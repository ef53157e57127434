"""The texts of the shipped levels: complete in both languages, and all that a teacher needs."""

import re

import pytest

from game.level import in_language
from game.levers.choice import BOARD
from game.measures import MEASURES
from tests.levels.reading import texts
from tests.levels.trials import CAMPAIGN, load

SAID = {lever.name for lever in BOARD}
NAMES = {"Kanban", "Rhein Tube", "Ostrava Gears", "Shenzhen Chain", "Wheelwright", "Taichung Carbon", "Da Nang Seafood"}
"""Proper names and words that are the same in both languages."""


@pytest.mark.parametrize("name", CAMPAIGN)
def test_texts_are_there_in_english_and_german(name: str) -> None:
    level = load(name).level
    for path, both in texts(level.model_dump(mode="json", by_alias=True)):
        assert set(both) == {"en", "de"}, path
        assert all(text.strip() for text in both.values()), path
        assert both["en"] != both["de"] or both["en"] == "Croissants", path


@pytest.mark.parametrize("name", CAMPAIGN)
def test_only_names_are_in_one_language(name: str) -> None:
    level = load(name).level
    one = [level.title, *level.texts.model_dump().values()]
    one += [entry.name for entry in (*level.supplier, *level.item, *level.station, *level.stream, *level.disruption)]
    one += [item.unit for item in level.item] + [event.expected for event in level.disruption if event.expected]
    one += [entry.text for entry in (*level.objective, *level.question, *level.predict)]
    one += [text for asked in level.predict for text in (asked.explain, *(choice.text for choice in asked.choices))]
    one += [text for word in level.glossary for text in (word.term, word.meaning)]
    assert {text for text in one if isinstance(text, str)} <= NAMES


@pytest.mark.parametrize("name", CAMPAIGN)
def test_placeholders_are_measures_and_the_same_in_both_languages(name: str) -> None:
    lesson = load(name).level.texts.lesson
    found = [set(re.findall(r"\{(\w+)\}", in_language(lesson, language))) for language in ("en", "de")]
    assert found[0] == found[1]
    assert found[0] <= set(MEASURES)


@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_level_has_what_a_teacher_needs(name: str) -> None:
    level = load(name).level
    assert all((level.texts.story, level.texts.task, level.texts.lesson, level.texts.note))
    assert [question.kind for question in level.question] == ["describe", "explain", "transfer"]
    known = {objective.id for objective in level.objective}
    assert {goal.objective for goal in level.goal} | {question.objective for question in level.question} <= known
    assert 10 <= level.calendar.turns <= (36 if name == "beer-game" else 30)
    acting = {lever for lever in level.levers if lever.rpartition(".")[2] not in SAID}
    assert 1 <= len(acting) <= 4


@pytest.mark.parametrize("name", CAMPAIGN)
def test_a_prediction_has_one_right_answer(name: str) -> None:
    for asked in load(name).level.predict:
        assert sum(choice.right for choice in asked.choices) == 1
