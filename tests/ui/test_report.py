"""The report as PDF and page, from the debrief of a real run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from game.message import Message
from game.playing import library
from game.playing.views import Coached
from tests.playing.small import shelf_of
from ui import errors
from ui.files import ask_where
from ui.preferences import Preferences
from ui.report import EVERY, Waiting, save, text_document, waited
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


@pytest.mark.parametrize("name", ["report.pdf", "report.html"])
def test_a_report_that_cannot_be_written_is_said(
    name: str, real: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Message] = []
    monkeypatch.setattr(errors, "say", said.append)
    save(real.shelf.start(real.shelf.levels()[0], 5), real.shelf, tmp_path / "none" / name, Coached())
    assert [one.key for one in said] == ["run.unwritable"]


class Coaching:
    """A coach that is half done until a test says otherwise."""

    share = 0.5

    def coached(self) -> Coached:
        return Coached()


@pytest.mark.parametrize(("pressed", "goes_on"), [("Write without them", True), ("Cancel", False), ("", True)])
def test_the_report_waits_for_the_coach(qtbot: QtBot, pressed: str, goes_on: bool) -> None:
    """Whoever waits gets all of it; whoever does not may go without, or not at all."""
    source = Coaching()
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = Waiting(source, parent)
    dialog.open()
    if pressed:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == pressed).click()
    else:
        qtbot.wait(2 * EVERY)
        assert dialog.isVisible()
        source.share = 1.0
        qtbot.waitUntil(lambda: not dialog.isVisible())
    assert bool(dialog.result()) is goes_on


def test_nobody_waits_for_a_coach_that_is_done(qtbot: QtBot) -> None:
    source = Coaching()
    source.share = 1.0
    parent = QWidget()
    qtbot.addWidget(parent)
    assert waited(source, parent)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("", None), ("a", "a.pdf"), ("a.v2", "a.v2.pdf"), ("a.pdf", "a.pdf"), ("a.PDF", "a.PDF")],
)
def test_a_name_keeps_what_was_typed_and_gets_its_ending(
    typed: str, written: str | None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (typed, "")))
    parent = QWidget()
    qtbot.addWidget(parent)
    found = ask_where(parent, "title", Path("b.pdf"), "PDF", ".pdf")
    assert found == (None if written is None else Path(written))
