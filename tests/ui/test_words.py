# ruff: noqa: RUF001
"""Texts: every key used exists in both languages with the same values; figures follow the language."""

import re
import string
from pathlib import Path

import pytest

from game.message import catalogue, to_add, to_read
from game.playing.views import Figure
from ui import words

UI = Path(words.__file__).resolve().parent
KEYS = {
    key
    for path in UI.rglob("*.py")
    if "play" not in path.parts
    for key in re.findall(r'"(ui\.[a-z_]+\.[a-z_]+)"', path.read_text("utf-8"))
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_key_in_the_code_has_a_text(language: str) -> None:
    assert KEYS - set(catalogue(language)) == set()


def test_both_languages_say_the_same_with_the_same_values() -> None:
    def holes(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    english, german = ({k: v for k, v in catalogue(x).items() if k.startswith("ui.")} for x in ("en", "de"))
    assert english.keys() == german.keys()
    assert {k for k in english if holes(english[k]) != holes(german[k])} == set()


def test_every_text_of_these_pages_is_used() -> None:
    source = "".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    made = {
        "kind",
        "language",
        "turn",
        "chart",
        "debrief",
        "settings",
        "column",
        "help",
        "lessons",
        "test",
    }  # keys put together in the code
    unused = {
        key
        for key in catalogue("en")
        if key.startswith("ui.")
        and not re.search(rf"[\"']{re.escape(key)}[\"']", source)
        and key.split(".")[1] not in made
    }
    assert unused == set()


@pytest.mark.parametrize(
    ("kind", "value", "english", "german"),
    [
        ("money", 4_691_000.0, "€\u00a046,910", "46.910\u00a0€"),
        ("money", -253_00.0, "−€\u00a0253", "−253\u00a0€"),
        ("percent", 0.968, "96.8 %", "96,8 %"),
        ("days", 14.0, "14.0 days", "14,0 Tage"),
        ("units", 1234.0, "1,234", "1.234"),
        ("number", 20.71, "20.7", "20,7"),
        ("money", None, "–", "–"),
    ],
)
def test_a_figure_is_written_as_its_language_writes_it(
    kind: str, value: float | None, english: str, german: str
) -> None:
    figure = Figure("any", kind, value)  # type: ignore[arg-type]
    assert words.figure_text(figure) == english
    words.set_language("de")
    assert words.figure_text(figure) == german


def test_axis_amounts_are_short() -> None:
    assert words.short_money(4_650_000) == "€\u00a046.5\u00a0k"
    assert words.short_money(6_000_000) == "€\u00a060\u00a0k"
    assert words.short_money(12_050_000) == "€\u00a0120\u00a0k"
    assert words.short_money(50_000) == "€\u00a0500"
    words.set_language("de")
    assert words.short_money(4_650_000) == "46,5\u00a0k€"


def test_a_column_has_one_number_of_digits() -> None:
    """Cents for all amounts or for none; none where a thousand stands among them and nobody adds them up."""
    small, large = [4_400, -7_289], [4_400, -7_289, 100_000]
    assert to_add(small) == to_add(large) == to_read(small) == 2
    assert to_read(large) == to_add([4_400]) == 0
    assert words.money(-7_289, "EUR", 0) == "\u2212€\u00a073"
    assert words.money(1_234_500, "EUR", 2) == "€\u00a012,345.00"
    assert words.money(-40, "EUR", 0) == "€\u00a00", "no minus before nothing"


def test_an_unknown_language_changes_nothing() -> None:
    words.set_language("xx")
    assert words.language() == "en"
