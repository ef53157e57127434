"""The choice of a policy: a field of segments, as many side by side as the panel holds."""

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy

from game.playing.views import LeverView
from ui import theme
from ui.play import paint
from ui.play.levers import Decide, LeverRow, lever_name
from ui.theme import GRID
from ui.widgets import Button
from ui.words import known, tr

ROOM = 3.5 * GRID


class Choice(LeverRow):
    """One of several names, each a button of the same width; the one in force for the coming turn is down."""

    def __init__(self, lever: LeverView, decide: Decide, room: float) -> None:
        super().__init__(lever, decide)
        self._texts = [tr(f"policy.{name}") if known(f"policy.{name}") else name for name in lever.choices]
        self.frame = QFrame()
        self.frame.setProperty("role", "segments")
        self.frame.setAccessibleName(lever_name(lever))
        grid = QGridLayout(self.frame)
        grid.setContentsMargins(*(GRID // 2,) * 4)
        grid.setSpacing(GRID // 2)
        columns = columns_for([paint.width(words, theme.font(bold=True)) for words in self._texts], room)
        self.buttons = [self._button(words, place) for place, words in enumerate(self._texts)]
        for place, made in enumerate(self.buttons):
            grid.addWidget(made, *divmod(place, columns))
        self.body.addWidget(self.other)
        self.body.addWidget(self.frame)
        self.body.addWidget(self.hint)
        self.end()

    def _button(self, words: str, place: int) -> Button:
        made = Button(words, "choice", name=f"{lever_name(self.lever)}: {words}")
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.toggled.connect(lambda: self._chosen(place))
        return made

    def show_lever(self, lever: LeverView) -> None:
        """Show what is chosen for the coming turn, and what was, when it differs."""
        super().show_lever(lever)
        for place, made in enumerate(self.buttons):
            made.show_checked(place == lever.planned)
        self.frame.setEnabled(lever.allowed)
        self.show_hint(lever)
        if lever.planned != lever.value:
            before, after = self._texts[lever.value], self._texts[lever.planned]
            self.hint.setText(tr("play.inspector.planned", before=before, after=after))
            self.hint.show()

    def _chosen(self, place: int) -> None:
        if place != self.lever.planned:
            self.decide(self.lever.choices[place])
        self.show_lever(self.lever)


def columns_for(widths: list[float], room: float) -> int:
    """How many equal columns fit; four names in three columns look better in two."""
    most = max(1, min(len(widths), int((room - GRID) // (max(widths) + ROOM))))
    rows = -(-len(widths) // most)
    return -(-len(widths) // rows)
