"""Pages of a printed document: as wide as the paper allows, no heading apart from what it heads."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from ui.printing import paginate, pdf

PAGE = QSizeF(600, 400)


def _document(lines: int, after: str) -> QTextDocument:
    made = QTextDocument()
    made.setHtml("".join(f"<p>{line}</p>" for line in range(lines)) + f"<h2>Heading</h2><h3>Part</h3>{after}")
    return made


def _page_of(document: QTextDocument, words: str) -> int:
    block = document.find(words).block()
    return int(document.documentLayout().blockBoundingRect(block).top() // PAGE.height())


def test_headings_go_to_the_page_of_what_they_head(qapp: QApplication) -> None:
    """Whatever the number of lines before it."""
    for lines in range(30):
        document = _document(lines, "<p>Body</p>")
        paginate(document, PAGE)
        assert _page_of(document, "Heading") == _page_of(document, "Part") == _page_of(document, "Body")


def test_a_short_table_stays_with_its_heading(qapp: QApplication) -> None:
    rows = "".join(f"<tr><td>Row {row}</td></tr>" for row in range(6))
    for lines in range(30):
        document = _document(lines, f"<table>{rows}</table>")
        paginate(document, PAGE)
        assert _page_of(document, "Heading") == _page_of(document, "Row 5")


def test_a_pdf_is_written(qapp: QApplication) -> None:
    assert pdf(_document(80, "<p>Body</p>"), "Report").startswith(b"%PDF")
