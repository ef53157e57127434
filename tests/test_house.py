"""The house is in order: imports point down, lint and strict types are clean, texts are complete.

Each tool runs once, as in a terminal, so that the one test command proves all.
"""

import re
import string
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from game.message import catalogue, languages

ROOT = Path(__file__).resolve().parent.parent
RANDOM = re.compile(r"\b(np|numpy)\.random\b|\bPhilox\b|\burandom\b|\buuid4\b")
LONGEST = 300


def clean(*command: str) -> bool:
    """Runs a module as a program; what it finds is shown beside the failed test."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False)
    return done.returncode == 0


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_imports_point_down() -> None:
    """In a process of its own: the tool silences the loggers it finds."""
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    assert subprocess.run([sys.executable, "-c", lint], cwd=ROOT, check=False).returncode == 0


def test_lint_is_clean() -> None:
    assert clean("ruff", "check", ".")


def test_format_is_clean() -> None:
    assert clean("ruff", "format", "--check", ".")


@pytest.mark.timeout(900)
def test_types_are_strict() -> None:
    assert clean("mypy")


def test_only_luck_touches_random_bits() -> None:
    found = [path for path in sources("game", "ui") if RANDOM.search(path.read_text("utf-8"))]
    assert [path.relative_to(ROOT) for path in found] == [Path("game/luck.py")]


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in sources("game", "ui")}
    assert {str(path): length for path, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("language", languages())
def test_languages_have_the_same_texts(language: str) -> None:
    assert set(catalogue(language)) == set(catalogue("en"))


@pytest.mark.parametrize("language", languages())
def test_texts_ask_for_the_same_values_in_all_languages(language: str) -> None:
    differing = {key for key, text in catalogue(language).items() if blanks(text) != blanks(catalogue("en")[key])}
    assert differing == set()


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_text_tables_are_kept_in_one_file_each() -> None:
    """A table that stands in two files would let one of them win."""
    for language in languages():
        tables = [
            set(tomllib.loads(path.read_text("utf-8"))) for path in (ROOT / "assets/texts" / language).glob("*.toml")
        ]
        assert sum(len(names) for names in tables) == len(set().union(*tables))
