"""Text to read: Markdown in the type and colours of the theme."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from ui import theme
from ui.theme import GRID

SIZES: dict[int, theme.Size] = {1: "figure", 2: "title", 3: "label"}
LINE, TABLE_LINE = 140.0, 115.0
DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class Paper(QTextBrowser):
    """Shows Markdown; headings can be jumped to."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sheet: QTextDocument | None = None
        self.setAccessibleName(name)
        self.setProperty("role", "paper")
        self.setOpenLinks(False)
        self.setFont(theme.font("label"))

    def show_text(self, markdown: str) -> None:
        """Show another text from its beginning; it is dressed before it is laid out, which takes long."""
        document, before = QTextDocument(self), self._sheet
        document.setDefaultFont(self.font())
        document.setDocumentMargin(6 * GRID)
        document.setMarkdown(markdown, DIALECT)
        dress(document)
        self.setDocument(document)
        self._sheet = document
        if before is not None:  # Qt deletes the one it made itself, and no other
            before.deleteLater()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, url: QUrl | str) -> None:  # noqa: N802
        """Nothing is fetched: words of a level may come from anybody, pictures they name are not looked for."""

    def headings(self) -> list[str]:
        """Headings of the second level, in order."""
        return [block.text() for block in blocks(self.document()) if block.blockFormat().headingLevel() == 2]

    def jump(self, heading: str) -> None:
        """Put a heading at the top; the first keeps the title above it."""
        if heading == next(iter(self.headings()), None):
            self.verticalScrollBar().setValue(0)
            return
        for block in blocks(self.document()):
            if block.text() == heading and block.blockFormat().headingLevel():
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - 2 * GRID)
                return


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """All blocks, in order."""
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def dress(document: QTextDocument) -> None:
    """Headings in the theme's sizes, room between lines, tables with hair lines."""
    for block in blocks(document):
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence):
            _code(cursor)
            continue
        level = block.blockFormat().headingLevel()
        shape = QTextBlockFormat()
        shape.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setTopMargin(5 * GRID if level == 2 else 2 * GRID if level else GRID)
        shape.setBottomMargin(GRID)
        cursor.mergeBlockFormat(shape)
        if level:
            look = QTextCharFormat()
            look.setFont(theme.font(SIZES.get(level, "label"), bold=True))
            cursor.setCharFormat(look)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)


def _code(cursor: QTextCursor) -> None:
    """A line of a file: close to the next, on a ground of its own."""
    shape = QTextBlockFormat()
    shape.setBackground(theme.colors().paper)
    shape.setNonBreakableLines(False)
    shape.setLeftMargin(3 * GRID)
    cursor.mergeBlockFormat(shape)
    look = QTextCharFormat()
    look.setProperty(QTextFormat.Property.FontPixelSize, theme.SIZES["body"])
    cursor.mergeCharFormat(look)


def _rule(table: QTextTable) -> None:
    look = table.format()
    look.setBorder(0)
    look.setCellPadding(1.5 * GRID)
    look.setCellSpacing(0)
    look.setTopMargin(GRID)
    look.setAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setFormat(look)
    size, line = QTextCharFormat(), QTextBlockFormat()
    size.setProperty(QTextFormat.Property.FontPixelSize, theme.SIZES["body"])
    line.setLineHeight(TABLE_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(table.firstCursorPosition())
    cursor.setPosition(table.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(size)
    cursor.mergeBlockFormat(line)
