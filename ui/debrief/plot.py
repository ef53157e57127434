"""One chart with axes, by pyqtgraph, in the colours of the theme. Imported when the first chart opens."""

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen

from game.message import Number, Percent
from game.playing.views import Chart
from ui import theme
from ui.theme import GRID
from ui.words import short_money, text

LABELS = 14
TONES = {"stock": "blue", "cash": "teal", "service": "green"}


def pen(color: QColor, width: float) -> QPen:
    """A pen of so many pixels at any zoom."""
    made = QPen(color, width)
    made.setCosmetic(True)
    return made


class Turns(pg.AxisItem):  # type: ignore[misc]
    """Marks at whole turns."""

    def __init__(self, per_turn: int) -> None:
        super().__init__("bottom")
        self._per_turn = per_turn

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:  # noqa: N802
        """Every turn, or every second, fifth, ... when there are many."""
        turns = max(1, math.ceil((high - low) / self._per_turn))
        step = next(step for step in (1, 2, 5, 10, 20, 50, 1000) if turns / step <= min(LABELS, max(2, size / 40)))
        inside = range(max(0, math.ceil(low / self._per_turn)), math.floor(high / self._per_turn) + 1)
        marks = [turn for turn in inside if (turn + 1) % step == 0 or (turn == 0 and step > 2)]
        return [(self._per_turn * step, [turn * self._per_turn for turn in marks])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """The turn's number."""
        return [str(round(value / self._per_turn) + 1) for value in values]


class Amounts(pg.AxisItem):  # type: ignore[misc]
    """Values as the language writes them."""

    def __init__(self, kind: str, currency: str) -> None:
        super().__init__("left")
        self._kind, self._currency = kind, currency

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Short: thousands as k, whole percents."""
        if self._kind == "money":
            return [short_money(value, self._currency) for value in values]
        if self._kind == "percent":
            return [text(Percent(value, 0 if spacing >= 0.01 else 1)) for value in values]
        return [text(Number(value, 0 if spacing >= 1 else 1)) for value in values]


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """One series by period over a pale ground; `hovered` gives the period under the mouse, -1 outside."""

    hovered = Signal(int)

    def __init__(self, chart: Chart, currency: str, chosen: int = 0) -> None:
        self._count = max((len(series.values) for series in chart.series), default=0)
        axes = {"bottom": Turns(max(1, chart.periods_per_turn)), "left": Amounts(chart.kind, currency)}
        super().__init__(background=theme.colors().surface, axisItems=axes)
        self.setAntialiasing(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(48 * GRID)
        self._dress()
        values = chart.series[chosen].values if chart.series else ()
        self._frame(chart.kind, values)
        self._line(values, getattr(theme.colors(), TONES[chart.name]))
        self._cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.colors().edge, width=1))
        self._cursor.hide()
        self.addItem(self._cursor, ignoreBounds=True)
        self.scene().sigMouseMoved.connect(self._moved)

    def _line(self, values: Sequence[float], color: QColor) -> None:
        pale = QColor(color)
        pale.setAlphaF(0.12)
        low = self.getPlotItem().vb.viewRange()[1][0]
        self.plot(
            np.arange(len(values)), np.asarray(values, dtype=float), pen=pen(color, 1.6), connect="finite",
            fillLevel=low, brush=pale,
        )  # fmt: skip

    def sizeHint(self) -> QSize:  # noqa: N802
        """Modest: it takes what its neighbours leave."""
        return QSize(100 * GRID, 60 * GRID)

    def _dress(self) -> None:
        c, plot = theme.colors(), self.getPlotItem()
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setTickFont(theme.font("small"))
            axis.setTextPen(c.muted)
            axis.setPen(pg.mkPen(c.line, width=1))
            axis.setTickPen(pg.mkPen(c.sunken, width=1))
            axis.setStyle(tickLength=0, tickTextOffset=GRID, maxTickLevel=0)
        plot.showGrid(x=False, y=True, alpha=0.9)
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()

    def _frame(self, kind: str, series: Sequence[float]) -> None:
        values = [value for value in series if not math.isnan(value)]
        low, high = min(values, default=0.0), max(values, default=1.0)
        if kind != "percent":
            low = min(low, 0.0)
        pad = (high - low) * 0.06 or (0.05 if kind == "percent" else 1.0)
        top = min(high + pad, 1.005) if kind == "percent" else high + pad
        bottom = low if low == 0 else low - pad
        self.setXRange(0, max(1, self._count - 1), padding=0.01)
        self.setYRange(bottom, top, padding=0)

    def _moved(self, where: QPointF) -> None:
        box = self.getPlotItem().vb
        inside = box.sceneBoundingRect().contains(where)
        period = round(box.mapSceneToView(where).x()) if inside else -1
        if not 0 <= period < self._count:
            period = -1
        self._cursor.setVisible(period >= 0)
        self._cursor.setValue(max(period, 0))
        self.hovered.emit(period)
