"""A slip of notation hides nothing and makes nothing up: one broken line of a good file gives one answer, there."""

import re
from pathlib import Path

import pytest

from game import levelfile
from game.message import render

GOOD = Path(__file__).parent / "good"
TEXT = (GOOD / "full.toml").read_text("utf-8")
DATA = {"data/rolls.csv": (GOOD / "data" / "rolls.csv").read_text("utf-8")}
LINES = TEXT.split("\n")
WAYS = {
    "comma": (r"^(\s*\w+ = \d+)\.(\d+)$", r"\1,\2"),
    "comma in braces": (r"^(.*[{,] ?\w+ = \d+)\.(\d+)(\s*[,}].*)$", r"\1,\2\3"),
    "no quote behind": (r'^(\s*\w+ = "[^"]*)"$', r"\1"),
    "no quote before": (r'^(\s*\w+ = )"([^"]*")$', r"\1\2"),
    "no quotes": (r'^(\s*\w+ = )"([^"]*)"$', r"\1\2"),
    "quotes of a word processor": (r'^(\s*\w+ = )"([^"]*)"$', r"\1„\2“"),
    "nothing readable": (r"^(\s*\w+ = )(\d\S*)$", r"\1*\2"),
    "no value": (r'^(\s*\w+ = )([^\[{"]\S*)$', r"\1"),
    "no equals": (r"^(\s*\w+) = (\S.*)$", r"\1 \2"),
    "colon": (r"^(\s*\w+) = (\S.*)$", r"\1: \2"),
    "currency": (r"^(\s*\w+ = \d\S*)$", r"\1 EUR"),
    "open list": (r"^(\s*\w+ = \[[^\[\]]*)\]$", r"\1"),
    "open braces": (r"^(\s*\w+ = \{[^{}]*)\}$", r"\1"),
    "semicolon": (r'^(\s*\w+ = \S*[^" ])$', r"\1;"),
    "header": (r"^(\s*)\[\[(\w+)\]\]$", r"\1[[\2]"),
    "odd blank": (r"^(\s*\w+) = (\S.*)$", "\\1\u00a0= \\2"),
    "quotes inside": (r'^(\s*\w+ = "\w+ )(\w+.*")$', r'\1"x" \2'),
}


@pytest.mark.parametrize("way", WAYS)
def test_one_broken_line_gives_one_answer(way: str) -> None:
    found, broken = WAYS[way]
    places = [place for place, line in enumerate(LINES) if re.match(found, line)]
    assert places
    for place in places:
        text = "\n".join([*LINES[:place], re.sub(found, broken, LINES[place]), *LINES[place + 1 :]])
        problems = levelfile.loads(text, "level.toml", DATA)
        assert isinstance(problems, tuple), LINES[place]
        told = [(problem.line, render(problem.message)) for problem in problems]
        assert [line for line, _ in told] == [place + 1], told


@pytest.mark.parametrize("way", WAYS)
def test_a_slip_does_not_hide_a_mistake_elsewhere(way: str) -> None:
    """Only where nobody can tell how far the slip reaches is the rest left for later, and that is said."""
    found, broken = WAYS[way]
    wrong = TEXT.replace("turns = 6", "turns = 6_000")
    assert wrong != TEXT
    lines = wrong.split("\n")
    place = next(place for place, line in enumerate(lines) if re.match(found, line) and place > 14)
    lines[place] = re.sub(found, broken, lines[place])
    problems = levelfile.loads("\n".join(lines), "level.toml", DATA)
    assert isinstance(problems, tuple)
    assert {problem.line for problem in problems} == {place + 1, lines.index("turns = 6_000") + 1}


def test_what_needs_a_key_at_the_top_is_not_held_against_its_line() -> None:
    levels = Path(__file__).parents[2] / "levels"
    text = (levels / "sandbox-factory.toml").read_text("utf-8")
    assert "relationship = true" in text
    problems = levelfile.loads(text.replace("relationship = true", "relationship = "), "level.toml")
    assert isinstance(problems, tuple)
    assert ["no value" in render(problem.message) for problem in problems] == [True]
