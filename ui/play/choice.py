"""The choice of a policy: segments for as many as fit, the others behind a last segment that opens a menu."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy

from game.playing.views import LeverView
from ui import theme
from ui.play import paint
from ui.play.levers import Decide, LeverRow, lever_name
from ui.theme import GRID
from ui.widgets import Button, set_property
from ui.words import known, tr

ROOM = 8 * GRID


class Choice(LeverRow):
    """One of several names, each a button; arrow keys and Tab reach them all."""

    def __init__(self, lever: LeverView, decide: Decide, room: float) -> None:
        super().__init__(lever, decide)
        self._texts = [tr(f"policy.{name}") if known(f"policy.{name}") else name for name in lever.choices]
        self.buttons: list[Button] = []
        self.more: Button | None = None
        self._group = QActionGroup(self)
        self.frame = QFrame()
        self.frame.setProperty("role", "segments")
        self._line = QHBoxLayout(self.frame)
        self._line.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        self._line.setSpacing(GRID // 2)
        self._fill(room)
        self.body.addWidget(self.frame)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.refusal)
        self.show_lever(lever)

    def _fill(self, room: float) -> None:
        count = self._fitting(room)
        for place, words in enumerate(self._texts[:count]):
            self._add(words, place)
        if count < len(self._texts):
            self.more = self._button(tr("play.inspector.more_choices"))
            menu = QMenu(self.more)
            for place in range(count, len(self._texts)):
                self._entry(menu, place)
            self.more.setMenu(menu)

    def _fitting(self, room: float) -> int:
        font = theme.font(bold=True)
        widths = [paint.width(words, font) + ROOM for words in self._texts]
        if sum(widths) <= room:
            return len(widths)
        left = room - max(paint.width(self._open(words), font) for words in [*self._texts, tr("play.inspector.more_choices")]) - ROOM
        count = 0
        while count < len(widths) and sum(widths[: count + 1]) <= left:
            count += 1
        return max(1, count)

    def _open(self, words: str) -> str:
        return f"{words} \u25be"

    def _button(self, words: str) -> Button:
        made = Button(words, "segment", name=f"{lever_name(self.lever)}: {words}")
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.addWidget(made, 1)
        return made

    def _add(self, words: str, place: int) -> None:
        made = self._button(words)
        made.clicked.connect(lambda: self._chosen(place))
        self.buttons.append(made)

    def _entry(self, menu: QMenu, place: int) -> None:
        action = QAction(self._texts[place], menu)
        action.setCheckable(True)
        action.triggered.connect(lambda: self._chosen(place))
        self._group.addAction(action)
        menu.addAction(action)

    def show_lever(self, lever: LeverView) -> None:
        """Show what is chosen for the coming turn, and what was, when it differs."""
        self.lever = lever
        count = len(self.buttons)
        for place, made in enumerate(self.buttons):
            made.setChecked(place == lever.planned)
        if self.more is not None:
            behind = lever.planned >= count
            self.more.setText(self._open(self._texts[lever.planned] if behind else tr("play.inspector.more_choices")))
            self.more.setChecked(behind)
            for place, action in enumerate(self._group.actions()):
                action.setChecked(place + count == lever.planned)
        self.frame.setEnabled(lever.allowed)
        set_property(self.frame, "changed", lever.planned != lever.value)
        self.show_hint(lever)
        if lever.planned != lever.value:
            words = tr("play.inspector.planned", before=self._texts[lever.value], after=self._texts[lever.planned])
            self.hint.setText(words)
            self.hint.show()

    def _chosen(self, place: int) -> None:
        if place != self.lever.planned:
            self.decide(self.lever.choices[place])
        self.show_lever(self.lever)
