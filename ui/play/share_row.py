"""Sliders for the shares of suppliers; together they always make 100."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider

from game.playing.views import LeverView
from ui.play.levers import Decide, LeverRow
from ui.play.numbers import percent
from ui.play.shares import STEP, balanced
from ui.theme import GRID
from ui.widgets import label
from ui.words import tr


class Shares(LeverRow):
    """A slider for each supplier. A drag shows all shares at once and decides when it is let go."""

    def __init__(self, lever: LeverView, decide: Decide, names: Mapping[str, str]) -> None:
        super().__init__(lever, decide)
        self.sliders: dict[str, QSlider] = {}
        self._figures: dict[str, QLabel] = {}
        self._filling = False
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for row, (supplier, _, _) in enumerate(lever.parts):
            self._add(grid, 2 * row, supplier, names.get(supplier, supplier))
        self.body.addWidget(self.name)
        self.body.addLayout(grid)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.refusal)
        self.show_lever(lever)

    def _add(self, grid: QGridLayout, row: int, supplier: str, name: str) -> None:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setSingleStep(STEP)
        slider.setPageStep(2 * STEP)
        slider.setAccessibleName(tr("play.inspector.share", supplier=name))
        slider.valueChanged.connect(lambda value: self._moved(supplier, value))
        slider.sliderReleased.connect(lambda: self._settle(supplier))
        figure = label("", bold=True)
        self.sliders[supplier], self._figures[supplier] = slider, figure
        grid.addWidget(label(name), row, 0, 1, 2)
        grid.addWidget(slider, row + 1, 0)
        grid.addWidget(figure, row + 1, 1, Qt.AlignmentFlag.AlignRight)

    @property
    def planned(self) -> dict[str, int]:
        """Shares decided for the coming turn."""
        return {supplier: planned for supplier, _, planned in self.lever.parts}

    def show_lever(self, lever: LeverView) -> None:
        """Show the shares planned, with those in force where they differ."""
        self.lever = lever
        self._fill(self.planned)
        for slider in self.sliders.values():
            slider.setEnabled(lever.allowed)
        self.show_hint(lever)

    def _fill(self, shares: Mapping[str, int]) -> None:
        self._filling = True
        before = {supplier: value for supplier, value, _ in self.lever.parts}
        for supplier, share in shares.items():
            self.sliders[supplier].setValue(share)
            shown = percent(share / 100)
            if share != before[supplier]:
                shown = tr("play.inspector.planned", before=str(before[supplier]), after=shown)
            self._figures[supplier].setText(shown)
        self._filling = False

    def _moved(self, supplier: str, value: int) -> None:
        if self._filling:
            return
        self._fill(balanced(self.planned, supplier, value))
        if not self.sliders[supplier].isSliderDown():
            self._settle(supplier)

    def _settle(self, supplier: str) -> None:
        shares = balanced(self.planned, supplier, self.sliders[supplier].value())
        if shares != self.planned:
            self.decide(shares)
            self._fill(self.planned)
