"""A level as a card: kind, minutes, title, concepts, stars and best score."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from game.message import Number
from game.playing.cards import LevelCard
from ui.theme import GRID
from ui.widgets import Icon, Pressable, Stars, chips, label, row
from ui.words import tr

WIDTH = 64 * GRID


class LevelTile(Pressable):
    """Pressed as a whole to open the briefing."""

    def __init__(self, card: LevelCard) -> None:
        super().__init__(card.title)
        self.card = card
        self.setMinimumWidth(WIDTH)
        kind = tr("ui.levels.about", kind=tr(f"ui.kind.{card.kind}"), minutes=card.minutes)
        self.body.addLayout(row(Icon(card.kind, "muted"), label(kind, "small", tone="muted"), None))
        self.body.addWidget(label(card.title, "title", bold=True, wrap=True))
        self.body.addWidget(chips(card.teaches))
        self.body.addStretch(1)
        self.body.addLayout(self._result(card))
        self.setAccessibleDescription(f"{kind}. {self._best(card)}")

    def _result(self, card: LevelCard) -> QHBoxLayout:
        best = label(self._best(card), "small", tone="muted")
        line = row(best, None) if card.free else row(Stars(card.stars or 0, 5 * GRID), None, best)
        line.setAlignment(best, Qt.AlignmentFlag.AlignVCenter)
        line.setContentsMargins(0, GRID, 0, 0)
        return line

    @staticmethod
    def _best(card: LevelCard) -> str:
        if card.free:
            return tr("ui.levels.free")
        if card.score is None:
            return tr("ui.levels.fresh")
        return tr("ui.levels.best", score=Number(card.score))
