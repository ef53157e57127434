"""The strip at the foot of the inspector: what was changed and is not run yet."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from game.playing.views import Pending
from ui.theme import GRID
from ui.widgets import button, label, set_tone
from ui.words import text, tr

LINES = 2
"""Kept free for words, so that what stands above does not move when the first change is made."""


class PendingStrip(QFrame):
    """Says how many changes wait and what the last one is; takes it back."""

    def __init__(self, undo: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "hint")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        self.words = label("", "small", bold=True, tone="teal", wrap=True)
        self.words.setMinimumHeight(LINES * self.words.fontMetrics().lineSpacing())
        self.undo = button(tr("play.pending.undo"), "link", undo, name=tr("play.bar.undo"))
        policy = self.undo.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.undo.setSizePolicy(policy)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.undo)
        self.show_pending(())

    def show_pending(self, pending: tuple[Pending, ...]) -> None:
        """Show the changes that wait."""
        if not pending:
            self.words.setText(tr("play.pending.none"))
        else:
            key = "play.pending.one" if len(pending) == 1 else "play.pending.many"
            self.words.setText(tr(key, count=len(pending), change=text(pending[-1].message)))
        set_tone(self.words, "teal" if pending else "muted")
        self.undo.setVisible(bool(pending))
        self.setAccessibleName(self.words.text())
