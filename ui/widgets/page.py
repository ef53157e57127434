"""What a page is to the shell: a title, a context and buttons for the top bar; content that may scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import GRID

SCROLL_BAR = 3 * GRID


class Page(QWidget):
    """A page of the window. `left` asks the shell to go back.

    The shell reads `title`, `context`, `bar_middle` and `bar_actions`; a page without them
    shows no more than the logo in the bar.
    """

    left = Signal()

    def __init__(self, title: str = "", context: str = "") -> None:
        super().__init__()
        self.title, self.context = title, context
        self.bar_middle: QWidget | None = None
        self.bar_actions: Sequence[QWidget] = ()
        self.setAccessibleName(title)

    def first_focus(self) -> QWidget | None:
        """The widget that has the focus when the page is shown."""
        return None


class Content(QWidget):
    """What stands in a scroll area: as high as its text needs at its width.

    Qt would also ask for the height at the least width, and scroll where nothing is hidden.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The least width; the height follows from the width in use."""
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollPage(Page):
    """A page whose content sits in the middle, no wider than `width`, and scrolls when it is too high."""

    def __init__(self, title: str = "", context: str = "", width: int = 0) -> None:
        super().__init__(title, context)
        self.content = Content()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        self.body.setSpacing(3 * GRID)
        if width:
            self.content.setMaximumWidth(width)
        holder = Content()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(self.content)
        self.area = scrolling(holder)
        keep_margin(self.area, self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)


def scrolling(content: QWidget, sideways: bool = False) -> QScrollArea:
    """An area without a frame that scrolls its content, up and down or `sideways` too."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setProperty("role", "page")
    area.setWidget(content)
    return area


def into_view(widget: QWidget) -> None:
    """Scroll whatever holds a widget so that it is in sight."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    if holder is not None:
        holder.ensureWidgetVisible(widget)


def keep_margin(area: QScrollArea, layout: QVBoxLayout) -> None:
    """Let the scroll bar stand in the right margin, so that nothing moves when it comes or goes."""
    margins = layout.contentsMargins()
    wide, bar = margins.right(), area.verticalScrollBar()

    def fit(_low: int, high: int) -> None:
        margins.setRight(max(0, wide - SCROLL_BAR) if high else wide)
        layout.setContentsMargins(margins)

    bar.rangeChanged.connect(fit)
