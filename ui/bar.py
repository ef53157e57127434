"""The dark bar on top: back, logo, where you are, and the buttons of the page."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.theme import GRID
from ui.widgets import Elided, Icon, button, label
from ui.words import tr

HEIGHT = 13 * GRID


class TopBar(QFrame):
    """Filled anew for each page."""

    def __init__(self, back: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setFixedHeight(HEIGHT)
        self._back_to = back
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        self._layout.setSpacing(2 * GRID)
        self._name: QLabel | None = None

    def fill(self, page: QWidget, can_go_back: bool) -> None:
        """Show what the page brings along; whatever it lacks stays empty."""
        self._clear()
        if can_go_back:
            self._add(button("", "bar", self._back_to, "back", tr("ui.bar.back")))
        self._layout.addSpacing(GRID)
        self._add(Icon("logo", "amber", 6 * GRID))
        self._name = label(tr("app.name"), "title", bold=True, tone="on_bar")
        self._add(self._name)
        self._layout.addSpacing(2 * GRID)
        self._add(Elided(getattr(page, "title", ""), "label", "bar_muted"))
        self._add(Elided(getattr(page, "context", ""), "body", "bar_muted"))
        self._layout.addStretch(1)
        middle = getattr(page, "bar_middle", None)
        if middle is not None:
            self._add(middle)
            self._layout.addStretch(1)
        for action in getattr(page, "bar_actions", ()):
            self._add(action)
        self._make_room()

    def _make_room(self) -> None:
        """The game's name gives way to where the player is; the logo stays."""
        if self._name is None:
            return
        room = self.width() - self._layout.sizeHint().width()
        if self._name.isHidden():
            room -= self._name.sizeHint().width() + self._layout.spacing()
        self._name.setVisible(room >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width may have room for the name, or no longer."""
        super().resizeEvent(event)
        self._make_room()

    def _add(self, widget: QWidget) -> None:
        """At once in sight, so that it can take the focus."""
        self._layout.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        while self._layout.count():
            item = self._layout.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
