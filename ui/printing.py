"""Printing and PDF of a text document."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
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


def write_pdf(document: QTextDocument, path: Path, title: str) -> None:
    """Write a document as PDF on A4; text stays text."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Milkrun")
    writer.setResolution(RESOLUTION)
    document.print_(writer)
