"""A switch with its name: on or off at once."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme
from ui.theme import GRID

WIDE, HIGH = 11 * GRID, 6 * GRID


class Toggle(QAbstractButton):
    """The text at the left, the switch at the right."""

    def __init__(self, text: str, on: bool) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(text)
        self.setFont(theme.font("body", bold=True))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for both."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + WIDE + 4 * GRID, HIGH + 2 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter switches, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw name, track and knob; the knob's place says it without colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, on = theme.colors(), self.isChecked()
        painter.setPen(c.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        track = QRectF(self.width() - WIDE - 2, (self.height() - HIGH) / 2, WIDE, HIGH)
        if self.hasFocus():
            painter.setPen(QPen(c.focus, 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), HIGH / 2 + 2, HIGH / 2 + 2)
        painter.setPen(QPen(c.teal if on else c.edge, 1.5))
        painter.setBrush(c.teal if on else c.sunken)
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), HIGH / 2, HIGH / 2)
        painter.setBrush(c.surface)
        x = track.right() - HIGH + 4 if on else track.x() + 4
        painter.drawEllipse(QRectF(x, track.y() + 4, HIGH - 8, HIGH - 8))
