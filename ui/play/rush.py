"""Rushing what is on order: a stepper for part of it, and a button that rushes all that can be."""

from game.playing.views import LeverView
from ui.play.levers import Decide, Stepper
from ui.widgets import Button
from ui.words import tr


class Rush(Stepper):
    """The button says how much can be rushed and what all of it costs; pressed again it takes it back."""

    def __init__(self, lever: LeverView, decide: Decide) -> None:
        self.all = Button("", "secondary")
        self.all.setCheckable(True)
        super().__init__(lever, decide)
        self.all.toggled.connect(self._press)
        self.body.insertWidget(1, self.all)

    def show_lever(self, lever: LeverView) -> None:
        """Show what is planned and what all of it would cost; nothing to press where nothing can be rushed."""
        super().show_lever(lever)
        self.all.setText(tr("play.action.rush_all", units=lever.most, cost=lever.most_cost))
        self.all.setAccessibleName(f"{self.title}: {self.all.text()}")
        self.all.setVisible(lever.most > 0)
        self.all.setEnabled(lever.allowed)
        self.all.show_checked(0 < lever.most <= lever.planned)

    def _press(self) -> None:
        self.decide(0 if self.lever.planned >= self.lever.most else self.lever.most)
        self.show_lever(self.lever)
