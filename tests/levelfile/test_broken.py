"""Broken level files: every message points at its line and key and says the word that helps.

Each file says what is expected at its top, `# expect: LINE key.path words`; `-` is an empty key path.
"""

import re
from pathlib import Path

import pytest

from game import levelfile
from game.message import Message, languages, render

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.toml"))
EXPECT = re.compile(r"^# expect: (\d+) (\S+) (.+)$", re.MULTILINE)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_messages_point_at_the_mistake(path: Path) -> None:
    expected = [(int(line), "" if key == "-" else key, word) for line, key, word in EXPECT.findall(path.read_text())]
    problems = levelfile.load(path)
    assert isinstance(problems, tuple)
    said = [(problem.line, problem.path, render(problem.message)) for problem in problems]
    assert expected
    assert sorted(place[:2] for place in said) == sorted(place[:2] for place in expected), said
    for line, key, word in expected:
        assert any(found[:2] == (line, key) and word in found[2] for found in said), (word, said)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_sentences_are_whole_in_every_language(path: Path) -> None:
    problems = levelfile.load(path)
    assert isinstance(problems, tuple)
    for problem in problems:
        for language in languages():
            text = render(problem.message, language)
            assert "problem." not in text
            assert text[-1] in ".?!"
            assert "pydantic" not in text.lower()


def test_many_things_over_many_periods_are_more_than_can_be_played() -> None:
    """40 streams and 5 other things over 364 days of 2 periods are fine, over 520 x 30 x 2 = 31,200 periods not:
    1,000,000 / 45 = 22,222.
    """
    text = (Path(__file__).parent / "broken" / "sense-board-idle.toml").read_text("utf-8")
    text = text.replace(', "tube.board", "rack.board"', "")
    stream = (
        '[[stream]]\nid = "s{}"\nname = "S"\nitem = "rack"\nprice = 45\n'
        'demand = {{ pattern = "constant", units = 1 }}\n'
    )
    many = text + "\n" + "".join(stream.format(number) for number in range(40))
    assert not any("can be played" in sentence for sentence in _said(many.replace("turns = 8", "turns = 52")))
    assert [s for s in _said(many.replace("turns = 8", "turns = 520\ndays_per_turn = 30")) if "can be played" in s] == [
        "45 items, offers, stations and streams over 31,200 periods are more than can be played; with so many, "
        "at most 22,222 are possible."
    ]


def _said(text: str) -> list[str]:
    found = levelfile.loads(text, "many.toml")
    return [render(problem.message) for problem in found] if isinstance(found, tuple) else []


def test_there_are_enough() -> None:
    assert len(BROKEN) >= 50


def test_unreadable_files_are_told_apart(tmp_path: Path) -> None:
    good = (Path(__file__).parent / "good" / "full.toml").read_bytes()
    cases = {
        "windows.toml": good.replace(b"Full tour", "Größe".encode("cp1252"), 1),
        "wide.toml": good.decode().encode("utf-16"),
        "large.toml": b"# " + b"x" * 1_000_001,
    }
    for name, content in cases.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.toml").mkdir()
    for name in [*cases, "folder.toml", "none.toml"]:
        problems = levelfile.load(tmp_path / name)
        assert isinstance(problems, tuple)
        assert [problem.unreadable for problem in problems] == [True], name


def test_a_windows_encoding_is_found_at_its_letter(tmp_path: Path) -> None:
    path = tmp_path / "level.toml"
    path.write_bytes('format = 1\r\nid = "x"\r\ntitle = "Zahnr\u00e4der"\r\n'.encode("cp1252"))
    (problem,) = levelfile.load(path)
    assert (problem.line, problem.column) == (3, 15)
    assert "`\u00e4`" in render(problem.message)
    assert isinstance(problem.message, Message)
