"""Printing and PDF of a text document: its text as wide as the page allows, headings with what they head, numbers."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QWidget

MARGIN = 18.0
RESOLUTION = 96
FOOT = 24.0
"""Height of the line of the page's number, in points of the document."""
LONG = 0.6
"""A table longer than this share of a page may be parted."""
PASSES = 40
BEFORE = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def print_document(document: QTextDocument, parent: QWidget) -> None:
    """Ask for a printer in the desktop's own dialog, and print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec():
        _draw(document, printer)


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
    _draw(document, writer)
    return bytes(buffer.data().data())


def _draw(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Page by page, its number at the foot."""
    paper = device.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
    points = RESOLUTION / 25.4
    page = QSizeF(paper.width() * points, paper.height() * points - FOOT)
    paginate(document, page)
    painter = QPainter(device)
    painter.scale(device.width() / page.width(), device.width() / page.width())
    for number in range(document.pageCount()):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * page.height())
        document.drawContents(painter, QRectF(0, number * page.height(), page.width(), page.height()))
        painter.restore()
        painter.setFont(document.defaultFont())
        foot = QRectF(0, page.height(), page.width(), FOOT)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number + 1))
    painter.end()


def paginate(document: QTextDocument, page: QSizeF) -> None:
    """Lay the document out in pages; a heading goes to the page of what it heads."""
    document.setDocumentMargin(0)
    document.setPageSize(page)
    for _ in range(PASSES):
        torn = next(_torn(document, page.height()), None)
        if torn is not None:
            broken = QTextBlockFormat()
            broken.setPageBreakPolicy(BEFORE)
            QTextCursor(torn).mergeBlockFormat(broken)
        elif not _keep_table(document, page.height()):
            return


def _keep_table(document: QTextDocument, high: float) -> bool:
    """Move the first short table that is parted to the next page; False when there is none."""
    layout = document.documentLayout()
    for table in document.rootFrame().childFrames():
        box, style = layout.frameBoundingRect(table), table.frameFormat()
        parted = int(box.top() // high) != int((box.bottom() - 1) // high) and not style.pageBreakPolicy() & BEFORE
        if isinstance(table, QTextTable) and parted and box.height() < LONG * high:
            style.setPageBreakPolicy(BEFORE)
            table.setFrameFormat(style)
            return True
    return False


def _torn(document: QTextDocument, high: float) -> Iterator[QTextBlock]:
    """First headings that stand on another page than the end of what follows them."""
    block = document.begin()
    while block.isValid():
        first = block
        while block.isValid() and _heads(block):
            block = block.next()
        if block.isValid() and block != first:
            top, bottom = _place(document, first)[0], _end(document, block, high)
            parted = int(top // high) != int((bottom - 1) // high)
            before = first.blockFormat().pageBreakPolicy() & BEFORE
            if parted and not before and top % high > 1:
                yield first
        block = block.next() if block.isValid() else block


def _heads(block: QTextBlock) -> bool:
    return block.blockFormat().headingLevel() > 0


def _place(document: QTextDocument, block: QTextBlock) -> tuple[float, float]:
    box = document.documentLayout().blockBoundingRect(block)
    return box.top(), box.bottom()


def _end(document: QTextDocument, block: QTextBlock, high: float) -> float:
    """Where what begins with a block ends; of a long table its first lines."""
    table = QTextCursor(block).currentTable()
    if not table:
        return _place(document, block)[1]
    whole = document.documentLayout().frameBoundingRect(table)
    if whole.height() < LONG * high:
        return whole.bottom()
    third = table.cellAt(min(2, table.rows() - 1), 0).firstCursorPosition().block()
    return _place(document, third)[1]
