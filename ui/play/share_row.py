"""Sliders for the shares of suppliers; together they always make 100."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QStyle, QStyleOptionSlider

from game.playing.views import LeverView
from ui.play.levers import Decide, LeverRow
from ui.play.numbers import percent
from ui.play.shares import STEP, balanced
from ui.theme import GRID
from ui.widgets import label
from ui.words import tr


class _Slider(QSlider):
    """From 0 to 100; a click on its track brings the handle there, from where it may be dragged on."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(STEP)
        self.setPageStep(2 * STEP)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the handle to the mouse, in whole steps, before it is taken up."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self._part(option, QStyle.SubControl.SC_SliderHandle)
        if event.button() == Qt.MouseButton.LeftButton and not handle.contains(event.position().toPoint()):
            groove = self._part(option, QStyle.SubControl.SC_SliderGroove)
            room, at = groove.width() - handle.width(), round(event.position().x()) - groove.x() - handle.width() // 2
            self.setSliderDown(True)
            self.setSliderPosition(STEP * round(QStyle.sliderValueFromPosition(0, 100, at, room) / STEP))
        super().mousePressEvent(event)

    def _part(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)


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
        self.body.addWidget(self.other)
        self.body.addLayout(grid)
        self.body.addWidget(self.hint)
        self.end()

    def _add(self, grid: QGridLayout, row: int, supplier: str, name: str) -> None:
        slider = _Slider()
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
        super().show_lever(lever)
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
