"""The report of a run: what it must say, and that it needs nothing but itself."""

import re
from xml.etree import ElementTree

import pytest

from game.jobs import Pool
from game.message import Money, show
from game.playing.coaching import Coach
from game.playing.library import Library
from game.playing.report import document
from game.playing.report.picture import curve, round_step


def test_it_says_what_the_debrief_says(shelf: Library) -> None:
    session = shelf.start(shelf.levels()[0], 5)
    session.predict(1)
    session.decide("cards", "tube", 6)
    while not session.finished:
        session.run_turn()
    text = shelf.report_page(session)
    words = ("<h1>Small</h1>", "Fill rate", "\u2192 6", "Income statement", "Why?", "You said: \u201cThat\u201d")
    for said in (*words, session.run.digest()):
        assert said in text
    assert text.count("<svg") == 5  # four curves and the road works
    assert not re.search(r"https?://(?!www\.w3\.org)|<script|<img|<link", text)
    assert shelf.report_page(shelf.resume(session.number or 0)) == text


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_holds_what_the_coach_said(shelf: Library, language: str) -> None:
    """Four curves, the road works; plans, money, luck. The pictures are XML and nothing is asked of a network."""
    shelf.speak(language)
    session = shelf.start(shelf.levels()[0], 5)
    session.run_turn()
    session.decide("cards", "tube", 1)
    while not session.finished:
        session.run_turn()
    coached = Coach(Pool(0)).everything(session)
    found = document(session, coached)
    assert len(found.pictures) == 8
    for picture in found.pictures.values():
        ElementTree.fromstring(picture)  # noqa: S314
    assert coached.money is not None
    words = {
        "en": ("Where you stand", "Where the money went", "Luck or skill", "What would have helped", "Ride the shock"),
        "de": ("Wo Sie stehen", "Wo das Geld blieb", "Glück oder Können", "Was geholfen hätte", "Schlag abfangen"),
    }[language]
    for said in (*words, show(Money(coached.money.end), language)):
        assert said in found.body
    text = shelf.report_page(session, coached)
    assert text.count("<svg") == 8
    assert not re.search(r"https?://(?!www\.w3\.org)|<script|<img|<link", text)


def test_a_what_if_says_so_in_german(shelf: Library) -> None:
    session = shelf.start(shelf.levels()[0], 5)
    session.run_turn()
    left = shelf.branch(session, 1)
    shelf.speak("de")
    assert "vor Runde 2" in shelf.report_page(left)
    assert 'lang="de"' in shelf.report_page(left)


def test_a_curve_is_xml_and_skips_what_is_unknown() -> None:
    root = ElementTree.fromstring(curve([None, 2.0, 4.0, None, 1.0], "A & B", str))  # noqa: S314
    assert root.attrib["aria-label"] == "A & B"
    assert len([one for one in root if one.tag.endswith("circle")]) == 3


@pytest.mark.parametrize(("span", "step"), [(1.0, 0.5), (4.0, 1.0), (27_600.0, 10_000.0), (100.0, 50.0)])
def test_marks_stand_at_round_values(span: float, step: float) -> None:
    assert round_step(span) == pytest.approx(step)
