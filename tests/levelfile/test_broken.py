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
