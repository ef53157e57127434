"""The report as PDF and page, from the debrief of a real run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from game.playing import library
from game.playing.views import Coached
from tests.playing.small import shelf_of
from ui.preferences import Preferences
from ui.report import save, text_document
from ui.shell import Shell


@pytest.fixture
def real(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """A window on a real shelf that holds the small level."""
    preferences = Preferences(tmp_path / "window.ini")
    preferences.language = "en"
    shipped = shelf_of(tmp_path)
    shell = Shell(lambda language: library.open(tmp_path / "data", language, shipped), preferences)
    qtbot.addWidget(shell)
    shell.show()
    yield shell
    shell.close()


def test_the_report_is_saved_as_pdf_and_as_a_page(real: Shell, tmp_path: Path) -> None:
    session = real.shelf.start(real.shelf.levels()[0], 5)
    while not session.finished:
        session.run_turn()
    save(session, real.shelf, tmp_path / "report.pdf", Coached())
    save(session, real.shelf, tmp_path / "report.html", Coached())
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"
    assert "<svg" in (tmp_path / "report.html").read_text("utf-8")
    said = text_document(real.shelf.report(session)).toPlainText()
    assert "Income statement" in said
