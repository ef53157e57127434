"""Reading good files, whatever is done to them, and the shipped schema."""

import argparse
import datetime
import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import levelfile
from game.commands import check, schema
from game.level.pack import LevelPack
from game.message import catalogue, languages, render

GOOD = Path(__file__).parent / "good"
TEXT = (GOOD / "full.toml").read_text("utf-8")
DATA = {"data/rolls.csv": (GOOD / "data" / "rolls.csv").read_text("utf-8")}
LINES = TEXT.splitlines(keepends=True)


def read() -> LevelPack:
    pack = levelfile.load(GOOD / "full.toml")
    assert isinstance(pack, LevelPack), pack
    return pack


def test_the_full_level_is_read() -> None:
    level = read().level
    assert level.title == {"en": "Full tour", "de": "Einmal alles"}
    assert level.calendar.start == datetime.date(2026, 3, 2)
    assert [item.id for item in level.item] == ["tube", "frame", "shelf", "roll"]
    assert level.item[0].offer[1].departures.periods == (0, 1)
    assert level.item[2].transfer is not None
    assert level.item[2].transfer.source == "frame"
    assert level.money.opening_cash == 12_000
    assert level.stream[0].demand.extras == {"mean": 12}
    assert level.plan["taught"]["4"]["tube.shares"] == {"rhein": 100}


def test_data_travels_with_the_level() -> None:
    assert read().data == DATA
    pack = levelfile.loads(TEXT, "full.toml", {**DATA, "data/other.csv": "x"})
    assert isinstance(pack, LevelPack)
    assert pack.data == DATA
    assert pack.text == TEXT


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "rolls.csv").write_text(DATA["data/rolls.csv"], "utf-8")
    path = tmp_path / "level.toml"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    pack = levelfile.load(path)
    assert isinstance(pack, LevelPack)
    assert pack.hash == read().hash


def test_a_name_stands_in_the_problems() -> None:
    problems = levelfile.loads("format = 1\nturns 8", "mine.toml")
    assert isinstance(problems, tuple)
    assert {problem.file for problem in problems} == {"mine.toml"}
    assert 2 in {problem.line for problem in problems}


def judged(text: str, data: dict[str, str]) -> None:
    """Anything may be read: the answer is a level or problems with sentences and places, never an exception."""
    found = levelfile.loads(text, "level.toml", data)
    if isinstance(found, LevelPack):
        return
    assert found
    lines = text.count("\n") + 1
    for problem in found:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        for language in languages():
            assert render(problem.message, language)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text("a1.,=\"'[]{}#\n -\u201c", max_size=3))
def test_any_cut_or_typing_is_answered(start: int, length: int, typed: str) -> None:
    judged(TEXT[:start] + typed + TEXT[start + length :], DATA)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(TEXT)))
def test_any_truncation_is_answered(end: int) -> None:
    judged(TEXT[:end], DATA)


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_shuffle_of_lines_is_answered(chance: random.Random) -> None:
    lines = LINES.copy()
    for _ in range(chance.randint(1, 4)):
        a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                del lines[a]
            case 1:
                lines.insert(b, lines[a])
            case _:
                lines[a], lines[b] = lines[b], lines[a]
    judged("".join(lines), DATA)


VALUES = ["0", "-1", "1e308", "nan", "-inf", "9" * 30, '""', '"x"', "true", "[]", "{}", "[[1]]", "{ en = 1 }",
          "2026-03-02", "07:30:00", "2026-03-02T07:30:00Z", '{ a = "b" }', "[{}]", '"\\u0000"']  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.sampled_from([k for k, line in enumerate(LINES) if " = " in line]), st.sampled_from(VALUES))
def test_any_value_is_answered(number: int, value: str) -> None:
    lines = LINES.copy()
    lines[number] = lines[number].partition(" = ")[0] + f" = {value}\n"
    judged("".join(lines), DATA)


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_answered(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "level.toml"
    path.write_bytes(content)
    assert levelfile.load(path)


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "{a=" * 5000, "a = " + "9" * 5000, "", "\x00", "\r"])
def test_odd_texts_are_answered(text: str) -> None:
    judged(text, {})


def test_the_shipped_schema_is_the_generated_one() -> None:
    assert schema.SHIPPED.read_text("utf-8") == schema.text()


def test_the_schema_knows_patterns_kinds_levers_and_measures() -> None:
    parts = levelfile.schema()["$defs"]
    forms = {form["properties"]["pattern"]["const"]: form for form in parts["Demand"]["oneOf"]}
    assert {"mean", "pattern"} <= set(forms["poisson"]["properties"])
    kinds = {form["properties"]["kind"]["const"] for form in parts["Disruption"]["oneOf"]}
    assert {"regional_event", "demand_spike"} <= kinds
    assert "fill_rate" in parts["Goal"]["properties"]["measure"]["enum"]
    assert parts["Offer"]["properties"]["price"]["unit"] == "currency"
    assert all("description" in field for field in parts["Offer"]["properties"].values())


def test_the_schema_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "schema.json"
    assert schema.run(argparse.Namespace(file=path, language="en")) == 0
    assert json.loads(path.read_text("utf-8")) == levelfile.schema()
    assert str(path) in capsys.readouterr().out


def test_check_says_what_a_fine_level_does_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = (GOOD.parents[2] / "levels" / "first-cards.toml").read_text("utf-8")
    without_goals = re.sub(r"\[\[goal\]\]\n(?:.+\n)+", "", whole)
    texts = {"whole": whole, "goals": without_goals, "taught": whole.replace("[plan.taught]", "[plan.other]")}
    said = {}
    for name, text in texts.items():
        file = tmp_path / f"{name}.toml"
        file.write_text(text, "utf-8")
        assert check.run(argparse.Namespace(files=[str(file)], language="en")) == 0
        said[name] = capsys.readouterr().out
    assert [name for name, line in said.items() if "no goals" in line] == ["goals"]
    assert [name for name, line in said.items() if "no plan `taught`" in line] == ["taught"]


def test_check_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    def checked(language: str, *files: Path) -> tuple[int, str]:
        code = check.run(argparse.Namespace(files=[str(file) for file in files], language=language))
        return code, capsys.readouterr().out

    broken = GOOD.parent / "broken" / "form-fraction.toml"
    code, said = checked("en", GOOD / "full.toml")
    assert (code, "fine" in said, "Full tour" in said) == (0, True, True)
    code, said = checked("de", GOOD / "full.toml", broken)
    assert code == 1
    assert "Einmal alles" in said
    assert f"{broken}:11:1  calendar.turns  `turns` erwartet" in said
    assert checked("en", broken, GOOD / "none.toml")[0] == 2


def test_both_languages_say_the_same_things() -> None:
    keys = {
        language: {key for key in catalogue(language) if key.startswith(("problem.", "check."))}
        for language in languages()
    }
    assert keys["en"] == keys["de"]


@pytest.mark.parametrize("depth", [60, 235, 240, 330, 480, 495])
def test_deep_nesting_is_answered(depth: int) -> None:
    judged("format = 1\na = " + "[" * depth + "]" * depth, {})
    judged("format = 1\n[a" + ".a" * depth + "]\nx = 1", {})


def test_a_key_of_endless_parts_is_answered_at_once() -> None:
    problems = levelfile.loads("format = 1\na" + ".a" * 200_000 + " = 1", "deep.toml")
    assert isinstance(problems, tuple)
    assert [(one.line, one.message.values["what"].key) for one in problems] == [(2, "problem.deep")]


def test_a_text_that_is_too_large_is_not_read() -> None:
    problems = levelfile.loads("x" * 1_000_001, "large.toml")
    assert isinstance(problems, tuple)
    assert [one.message.key for one in problems] == ["problem.file_large"]
