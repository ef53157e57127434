"""One of several: a segmented control, and answers to a question that may take several lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui import theme
from ui.theme import GRID
from ui.widgets.basic import Button, label


class Segments(QFrame):
    """Buttons side by side of which one is down; emits its index."""

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str], current: int = 0, role: str = "segment", name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID if role == "segment" else 2 * GRID)
        self._group = QButtonGroup(self)
        for index, text in enumerate(texts):
            made = Button(text, role, name=f"{name}: {text}" if name else text)
            made.setCheckable(True)
            made.setChecked(index == current)
            self._group.addButton(made, index)
            layout.addWidget(made)
        self._group.idToggled.connect(self._toggled)  # a screen reader toggles, it does not click

    @property
    def current(self) -> int:
        """Index of the button that is down."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Press a button from code; one that is down is told again."""
        if index == self.current:
            self.chosen.emit(index)
        self._group.button(index).click()

    def check(self, index: int) -> None:
        """Show a button as down without telling anybody; -1 is none."""
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for place, made in enumerate(self._group.buttons()):
                made.setChecked(place == index)
            self._group.setExclusive(True)

    def _toggled(self, index: int, down: bool) -> None:
        if down:
            self.chosen.emit(index)

    @property
    def focus_target(self) -> QWidget | None:
        """The button that takes the focus."""
        return self._group.checkedButton()


class Choices(QComboBox):
    """A list that opens; its arrow follows the theme, and a choice too long for it ends in …"""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box with its text, and the arrow that the style sheet leaves out."""
        painter = QStylePainter(self)
        box = QStyleOptionComboBox()
        self.initStyleOption(box)
        room = self.width() - 10 * GRID
        box.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colors()
        painter.setPen(QPen(c.ink if self.isEnabled() else c.grey, 2))
        x, y = self.width() - 4 * GRID, self.height() / 2 - GRID / 2
        tip = QPointF(x, y + GRID)
        painter.drawLine(QPointF(x - GRID, y), tip)
        painter.drawLine(tip, QPointF(x + GRID, y))


class Answer(QWidget):
    """A radio button whose text wraps; a click on the text chooses it."""

    def __init__(self, text: str, question: str) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(text)
        self.radio.setAccessibleDescription(question)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        words = label(text, wrap=True)
        words.setContentsMargins(0, GRID // 2, 0, 0)
        layout.addWidget(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The text belongs to the button."""
        self.radio.setChecked(True)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
