"""`report`: a page beside the run file, or what is wanted where it is wanted, with or without the coach."""

from pathlib import Path
from typing import Any

import pytest

from game.commands import run
from game.run import record, replay, save_file
from tests.playing.small import pack


@pytest.fixture
def played(tmp_path: Path) -> Path:
    """A run in which nothing was decided."""
    path = tmp_path / "run.json"
    save_file(record(replay(pack(), 5, [()] * 4), {}), path)
    return path


def test_a_page_stands_beside_the_run(played: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", str(played), "--without-coach", "--language", "en"]) == 0
    text = played.with_suffix(".html").read_text("utf-8")
    assert "Income statement" in text
    assert "Luck or skill" not in text
    assert capsys.readouterr().out == f"The report is in {played.with_suffix('.html')}.\n"


def test_page_and_pdf_with_what_the_coach_says(played: Path, tmp_path: Path) -> None:
    written: list[tuple[Any, Path]] = []
    page, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    asked = ["report", str(played), "--html", str(page), "--pdf", str(pdf), "--workers", "0", "--language", "de"]
    assert run(asked, lambda document, path: written.append((document, path))) == 0
    assert "Glück oder Können" in page.read_text("utf-8")
    ((document, path),) = written
    assert path == pdf
    assert {"stand", "money", "luck", "shock0"} <= set(document.pictures)
    assert not played.with_suffix(".html").exists()


def test_a_file_that_cannot_be_written_is_said(
    played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "missing" / "a.html"
    assert run(["report", str(played), "--without-coach", "--html", str(target), "--language", "en"]) == 2
    assert str(target) in capsys.readouterr().err
