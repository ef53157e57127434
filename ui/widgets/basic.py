"""Labels, buttons, cards and rules in the look of the theme."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import icons

ICON = 4 * theme.GRID


def label(
    text: str,
    size: theme.Size = "body",
    *,
    bold: bool = False,
    caps: bool = False,
    tone: str = "ink",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A line or, with `wrap`, a paragraph of text in a tone of the theme."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, bold, caps))
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def plain(text: str) -> str:
    """A text for a tool-tip, where names from the files of others would be taken for markup, as it stands."""
    return "<qt>{}</qt>".format(escape(text).replace("\n", "<br>")) if "<" in text else text


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another tone."""
    set_property(widget, "tone", tone)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and draw the widget anew."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Button(QPushButton):
    """A push button with a role: primary, secondary, link, bar, bar-primary, segment or tab."""

    def __init__(self, text: str, role: str = "secondary", icon: str = "", name: str = "") -> None:
        super().__init__()
        self.setText(text)
        self._icon, self._role = icon, role
        self.setProperty("role", role)
        self.setFont(theme.font("body", bold=True))
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if name and not text:
            self.setToolTip(plain(name))
        if icon:
            self._gap = theme.GRID if text else 0
            self.setIconSize(QSize(ICON + self._gap, ICON))
            self.setProperty("bare", not text)
            self._draw_icon()
            theme.signals.changed.connect(self._draw_icon)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text as it stands: to Qt an ampersand would underline the letter after it."""
        super().setText(text.replace("&", "&&"))

    def text(self) -> str:
        """The text as it is read."""
        return super().text().replace("&&", "&")

    def show_checked(self, on: bool) -> None:
        """Show it pressed in or not, telling nobody: `toggled` is a person's doing (a screen reader does not click)."""
        with QSignalBlocker(self):
            self.setChecked(on)

    def _draw_icon(self) -> None:
        c = theme.colors()
        color = {"primary": c.on_teal, "bar-primary": c.on_teal, "bar": c.on_bar, "link": c.teal}.get(self._role, c.ink)
        self.setIcon(icons.icon(self._icon, color, c.grey, ICON, self._gap))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the focused button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def button(text: str, role: str, on: Callable[[], object], icon: str = "", name: str = "") -> Button:
    """A button that calls `on` when it is pressed."""
    made = Button(text, role, icon, name)
    made.clicked.connect(lambda checked: on())  # Qt would hand `checked` to a slot that takes defaults
    return made


class Card(QFrame):
    """A white rounded panel; add to `body`."""

    def __init__(self, title: str = "", note: str = "", role: str = "card") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(4 * theme.GRID,) * 4)
        self.body.setSpacing(2 * theme.GRID)
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(label(title, "label", bold=True))
        if note:
            self.body.addWidget(label(note, "small", tone="muted", wrap=True))


def notice(said: str) -> Card:
    """A sentence that must be seen, on an amber ground."""
    card = Card(role="notice")
    card.setAccessibleName(said)
    card.body.addWidget(label(said, wrap=True))
    return card


def caption(text: str, *, wrap: bool = False) -> QLabel:
    """A small heading in spaced capitals."""
    return label(text, "small", bold=True, caps=True, tone="muted", wrap=wrap)


def rule() -> QFrame:
    """A hair line between parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


class Icon(QWidget):
    """An icon in a tone of the theme; decoration, hence without a name for screen readers."""

    def __init__(self, name: str, tone: str = "muted", size: int = ICON) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the icon at the screen's resolution."""
        painter = QPainter(self)
        icons.paint(painter, self._name, getattr(theme.colors(), self._tone), QRectF(self.rect()))


def row(*widgets: QWidget | None, gap: int = 2) -> QHBoxLayout:
    """Widgets side by side, `gap` in grid steps; None is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap * theme.GRID)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


class Elided(QLabel):
    """A line that ends in … when there is no room; the whole text is its tool tip."""

    def __init__(self, text: str, size: theme.Size = "body", tone: str = "ink", bold: bool = False) -> None:
        super().__init__()
        self._whole = ""
        self.setFont(theme.font(size, bold))
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text, cut to the room there is."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut() if self.isVisible() else self.setText(text)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It may shrink to nothing."""
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(width + theme.GRID if self._whole else 0, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(cut)
        self.setToolTip(plain(self._whole) if cut != self._whole else "")


class Pressable(Card):
    """A card that is pressed as a whole, by mouse, Enter or Space."""

    pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """The mouse is over it: a teal edge."""
        set_property(self, "hot", True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Back to the quiet edge."""
        set_property(self, "hot", False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click presses it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """So do Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
