"""A field that drops down a list, with an arrow that says so."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from ui import theme
from ui.theme import GRID, floor


class Picker(QComboBox):
    """As wide as its longest entry."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The field, and an arrow at its right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colors().muted, floor.LINE))
        tip = QPointF(self.width() - 4 * GRID, self.height() / 2 + GRID / 2)
        painter.drawLine(tip - QPointF(GRID, GRID), tip)
        painter.drawLine(tip, tip + QPointF(GRID, -GRID))
