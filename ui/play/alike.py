"""Links beneath a setting that will change: the same for others of its kind, at one press, taken back by one undo."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from game.playing.views import Alike
from ui.widgets import Button, button, plain
from ui.words import text, tr

KEYS = ("Ctrl+D", "Ctrl+Shift+D")
"""For the first and the second link of the setting that has the keyboard."""


class AlikeLinks(QWidget):
    """As many links as there are groups of others, none at first; `row` is where their keys are heard."""

    def __init__(self, row: QWidget, press: Callable[[Alike], object]) -> None:
        super().__init__()
        self._press = press
        self._groups: tuple[Alike, ...] = ()
        self.links: list[Button] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for place, keys in enumerate(KEYS):
            key = QShortcut(QKeySequence(keys), row)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._spread, place))
        self.hide()

    def _link(self, place: int) -> Button:
        while len(self.links) <= place:
            self.links.append(button("", "link", partial(self._spread, len(self.links))))
            self._layout.addWidget(self.links[-1], 0, Qt.AlignmentFlag.AlignLeft)
        return self.links[place]

    def show_groups(self, groups: tuple[Alike, ...]) -> None:
        """Show a link for each group; the sentence that says what will be set is its tool-tip."""
        self._groups = groups
        for place, group in enumerate(groups):
            link = self._link(place)
            link.setText(text(group.words))
            link.setAccessibleName(link.text())
            link.setAccessibleDescription(text(group.sentence))
            link.setToolTip(plain(tr(f"play.alike.tip_{place}", sentence=group.sentence)))
        for place, link in enumerate(self.links):
            link.setVisible(place < len(groups))
        self.setVisible(bool(groups))

    def _spread(self, place: int) -> None:
        if place < len(self._groups):
            while QApplication.focusWidget() in self.links:  # they will be gone: back to the setting
                self.focusPreviousChild()
            self._press(self._groups[place])
