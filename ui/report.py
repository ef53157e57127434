"""The report of a run: as PDF, as a web page in one file, or on paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from game.playing.door import Playing, Shelf
from game.playing.report import STYLE, Document
from ui.printing import print_document, write_pdf
from ui.widgets import Button, button
from ui.words import tr

if TYPE_CHECKING:
    from ui.shell import Shell

SHARP = 3
"""Pixels of a picture for each of its points, so that print is sharp."""


def report_button(playing: Playing, shell: "Shell") -> Button:
    """A button for the top bar that offers PDF, web page and printer."""
    made: list[Button] = []
    made.append(button(tr("ui.report.name"), "bar", lambda: _offer(made[0], playing, shell), "export"))
    return made[0]


def _offer(beneath: QPushButton, playing: Playing, shell: "Shell") -> None:
    menu = QMenu(beneath)
    menu.addAction(tr("ui.report.pdf"), lambda: ask(playing, shell, ".pdf"))
    menu.addAction(tr("ui.report.html"), lambda: ask(playing, shell, ".html"))
    menu.addAction(tr("ui.report.print"), lambda: print_report(playing, shell))
    menu.popup(beneath.mapToGlobal(beneath.rect().bottomLeft()))


def ask(playing: Playing, shell: "Shell", suffix: str) -> None:
    """Ask where to, and write the report."""
    proposed = Path(shell.preferences.folder) / f"{playing.level.id}-{playing.seed}{suffix}"
    kind = tr("ui.report.pdf" if suffix == ".pdf" else "ui.report.html")
    name, _ = QFileDialog.getSaveFileName(shell, tr("ui.report.title"), str(proposed), f"{kind} (*{suffix})")
    if name:
        save(playing, shell.shelf, shell.remember_folder(name).with_suffix(suffix))


def save(playing: Playing, shelf: Shelf, path: Path) -> None:
    """Write the report as PDF or as a web page, by the end of the name."""
    if path.suffix == ".pdf":
        found = shelf.report(playing)
        write_pdf(text_document(found), path, found.title)
    else:
        path.write_text(shelf.report_page(playing), "utf-8", newline="\n")


def print_report(playing: Playing, shell: "Shell") -> None:
    """Ask for a printer, and print the report."""
    print_document(text_document(shell.shelf.report(playing)), shell)


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
