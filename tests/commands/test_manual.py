"""`manual` and `proofs`: the authors' manual as a page, and its table of proofs."""

import re
from pathlib import Path

import pytest

from game.commands import levels, run
from game.level import in_language
from game.playing.manual import HELP, authors_manual
from tests.levels.trials import FOLDER, load


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_manual_is_one_page_with_all_its_chapters(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "manual.html"
    assert run(["manual", str(path), "--language", language]) == 0
    assert str(path) in capsys.readouterr().out
    page = path.read_text("utf-8")
    chapters = re.findall(r"^## (.+)$", authors_manual(language), re.MULTILINE)
    assert len(chapters) >= 8
    assert [one for one in chapters if f"<h2>{one}</h2>" not in page] == []
    assert "<table>" in page
    assert "src=" not in page
    assert "href=" not in page


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["manual", str(tmp_path / "none" / "manual.html")]) == 2
    assert "none" in capsys.readouterr().err


def test_the_table_of_proofs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First cards alone, two tapes: doing nothing ends with no star on both, the taught plan with three."""
    (tmp_path / "first-cards.toml").write_text((FOLDER / "first-cards.toml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr("game.commands.proofs.SHIPPED", tmp_path)
    monkeypatch.setattr(levels, "SHIPPED", tmp_path)
    path = tmp_path / "proofs.md"
    assert run(["proofs", str(path), "--tapes", "2", "--workers", "0"]) == 0
    row = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("| 1 "))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert (cells[0], cells[1], cells[3], cells[-1]) == ("1 First cards", "100/0/0/0", "0/0/0/100", "fair")


@pytest.mark.parametrize(("language", "about"), [("en", "Percent of 200 tapes"), ("de", "Prozent von 200 Bändern")])
def test_the_table_shipped_tells_of_every_level_over_two_hundred_tapes(language: str, about: str) -> None:
    text = (HELP / language / "proofs.md").read_text("utf-8")
    shipped = [level for path in FOLDER.glob("*.toml") if (level := load(path.stem).level).order]
    assert about in text
    assert dict(re.findall(r"^\| (\d+) (.+?) \|", text, re.MULTILINE)) == {
        str(level.order): in_language(level.title, language) for level in shipped
    }


def test_the_table_is_the_same_in_each_language() -> None:
    def figures(language: str) -> list[list[str]]:
        rows = (HELP / language / "proofs.md").read_text("utf-8").splitlines()
        return [re.findall(r"\d+/\d+/\d+/\d+|\u2013", row) for row in rows if row.startswith("|")]

    assert figures("en") == figures("de")
