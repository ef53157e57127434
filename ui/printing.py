"""Printing and PDF of a text document."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

MARGIN = 18.0
RESOLUTION = 96


def print_document(document: QTextDocument, parent: QWidget) -> None:
    """Ask for a printer in the desktop's own dialog, and print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec():
        document.print_(printer)


def pdf(document: QTextDocument, title: str) -> bytes:
    """A document as PDF on A4; text stays text."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Milkrun")
    writer.setResolution(RESOLUTION)
    document.print_(writer)
    return bytes(buffer.data().data())
