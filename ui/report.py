"""The report of a run: as PDF, as a web page in one file, or on paper."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QTextDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from game import files
from game.message import Message
from game.playing.door import Playing, Shelf
from game.playing.report import STYLE, Document
from game.playing.views import Coached
from ui import errors
from ui.files import ask_where
from ui.printing import pdf, print_document
from ui.theme import GRID
from ui.widgets import Button, Progress, button, label, row
from ui.words import tr

if TYPE_CHECKING:
    from ui.shell import Shell

EVERY = 100
"""Milliseconds between two looks at the coach."""
SHARP = 3
"""Pixels of a picture for each of its points, so that print is sharp."""


class Source(Protocol):
    """Where the coach's part of a report comes from: how much of it is there, and what."""

    @property
    def share(self) -> float:
        """From 0 to 1, 1 when nothing more will come."""

    def coached(self) -> Coached:
        """What is there."""


def report_button(playing: Playing, shell: "Shell", source: Source) -> Button:
    """A button for the top bar that offers PDF, web page and printer."""
    made: list[Button] = []
    made.append(button(tr("ui.report.name"), "bar", lambda: _offer(made[0], playing, shell, source), "export"))
    return made[0]


def _offer(beneath: QPushButton, playing: Playing, shell: "Shell", source: Source) -> None:
    menu = QMenu(beneath)
    menu.addAction(tr("ui.report.pdf"), lambda: ask(playing, shell, source, ".pdf"))
    menu.addAction(tr("ui.report.html"), lambda: ask(playing, shell, source, ".html"))
    menu.addAction(tr("ui.report.print"), lambda: print_report(playing, shell, source))
    menu.popup(beneath.mapToGlobal(beneath.rect().bottomLeft()))


def ask(playing: Playing, shell: "Shell", source: Source, suffix: str) -> None:
    """Ask where to, wait for the coach, and write the report."""
    proposed = Path(shell.preferences.folder) / f"{playing.level.id}-{playing.seed}{suffix}"
    kind = tr("ui.report.pdf" if suffix == ".pdf" else "ui.report.html")
    where = ask_where(shell, tr("ui.report.title"), proposed, kind, suffix)
    if where is not None and waited(source, shell):
        save(playing, shell.shelf, shell.remember_folder(where), source.coached())


def waited(source: Source, parent: QWidget) -> bool:
    """Whether to go on: the coach is done, or nobody wants to wait for it."""
    return source.share == 1.0 or bool(Waiting(source, parent).exec())


class Waiting(QDialog):
    """The coach still works: wait, write what is there, or cancel."""

    def __init__(self, source: Source, parent: QWidget) -> None:
        super().__init__(parent)
        self._source = source
        self.setWindowTitle(tr("ui.report.title"))
        self._bar = Progress(0, 1)
        self._bar.setAccessibleName(tr("debrief.working"))
        without = button(tr("ui.report.without"), "secondary", self.accept)
        cancel = button(tr("ui.report.cancel"), "secondary", self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * GRID)
        layout.addWidget(label(tr("ui.report.waiting"), wrap=True))
        layout.addWidget(self._bar)
        layout.addLayout(row(None, without, cancel))
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._bar.set_share(self._source.share)
        if self._source.share == 1.0:
            self.accept()


def save(playing: Playing, shelf: Shelf, path: Path, coached: Coached) -> None:
    """Write the report as PDF or as a web page, by the end of the name; where that fails, say why."""
    wanted_pdf = path.suffix.lower() == ".pdf"
    try:
        files.write(path, _pdf(shelf.report(playing, coached)) if wanted_pdf else shelf.report_page(playing, coached))
    except OSError as error:
        errors.say(Message("run.unwritable", {"path": str(path), "error": error.strerror or str(error)}))


def write_headless(found: Document, path: Path) -> None:
    """Write a report as PDF in a process without a window, and without a display if there is none; raises `OSError`."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication(["milkrun"])
    files.write(path, _pdf(found))
    assert application


def _pdf(found: Document) -> bytes:
    return pdf(text_document(found), found.title)


def print_report(playing: Playing, shell: "Shell", source: Source) -> None:
    """Ask for a printer, and print the report."""
    if waited(source, shell):
        print_document(text_document(shell.shelf.report(playing, source.coached())), shell)


def text_document(found: Document, parent: QWidget | None = None) -> QTextDocument:
    """The report for Qt's text engine, its pictures drawn."""
    made = QTextDocument(parent)
    made.setDefaultStyleSheet(STYLE)
    for name, picture in found.pictures.items():
        made.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"{name}.svg"), _drawn(picture))
    made.setHtml(found.body)
    return made


def _drawn(picture: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(picture.encode()))
    size: QSize = renderer.defaultSize()
    made = QImage(size * SHARP, QImage.Format.Format_ARGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    made.setDevicePixelRatio(SHARP)
    return made
