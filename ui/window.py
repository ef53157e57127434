"""A window with a bar, one page at a time and a way back. Pages are made anew when shown, hence never stale."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.bar import TopBar
from ui.words import tr

Route = Callable[[], QWidget]


class Window(QMainWindow):
    """`way` holds how to make the pages from the first to the present one."""

    def __init__(self) -> None:
        super().__init__()
        self.way: list[Route] = []
        self._bar = TopBar(self.go_back)
        self._stack = QStackedWidget()
        frame = QWidget()
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self.setWindowTitle(tr("app.name"))

    def key(self, keys: Qt.Key | str, on: Callable[[], object]) -> None:
        """A key that holds on every page."""
        QShortcut(QKeySequence(keys), self).activated.connect(on)

    @property
    def page(self) -> QWidget | None:
        """The page shown."""
        return self._stack.currentWidget()

    def go(self, route: Route, replace: bool = False) -> None:
        """To a page, in the place of the present one or behind it."""
        if replace:
            self.way.pop()
        self.way.append(route)
        self.show_again()

    def show_again(self) -> None:
        """Make the page anew."""
        page = self.way[-1]()
        old = self._stack.currentWidget()
        self._bar.fill(page, len(self.way) > 1)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        title = getattr(page, "title", "")
        self.setWindowTitle(f"{title} \u2013 {tr('app.name')}" if title else tr("app.name"))
        first = getattr(page, "first_focus", lambda: None)()
        (first or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """To the page before; the first page stays."""
        if len(self.way) > 1:
            self.way.pop()
            self.show_again()

    def escape(self) -> None:
        """A page may use Esc itself: its `escape()` then says True; the guide is left first."""
        guide = getattr(self.page, "bubble", None)
        if guide is not None and guide.isVisible():
            guide.skip()
        elif not getattr(self.page, "escape", lambda: False)():
            self.go_back()
