"""What the shell adds to the play page: "What if…", the mark of a what-if, and the guided first turn."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from game.playing.door import Playing
from ui.guide import Guide, wanted
from ui.play import PlayPage
from ui.play.numbers import turn_key
from ui.widgets import button
from ui.words import tr

if TYPE_CHECKING:
    from ui.shell import Shell


def equip(page: PlayPage, playing: Playing, shell: "Shell") -> None:
    """Give a page its extras; W on the floor is "What if…"."""

    def leave() -> None:
        if not playing.finished:
            shell.what_if(playing)

    again = button(tr("ui.what_if.name"), "bar", leave, "again")
    again.setToolTip(tr("ui.what_if.tip_key"))
    page.bar_actions = [*page.bar_actions, again]
    key = QShortcut(QKeySequence("W"), page.views.floor, leave)
    key.setContext(Qt.ShortcutContext.WidgetShortcut)
    if playing.parent is not None:
        word = tr(turn_key(playing.level, "word"))
        page.context = tr("ui.what_if.context", word=word, turn=playing.parent[1] + 1)
    if wanted(playing, shell.preferences):
        page.bubble = Guide(page, shell.preferences)  # type: ignore[attr-defined]
