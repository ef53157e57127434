"""A diagram drawn with axes by pyqtgraph: wheel zooms along time, a drag moves, pointing or arrow keys read values."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent

from game.playing.views import Curve, Diagram
from ui import theme
from ui.debrief.plot import Amounts, Turns, pen
from ui.theme import GRID

DASHES = ([6, 3], [2, 3], [8, 3, 2, 3], [12, 4])
"""Lines are told apart by their dashes, not by colour alone."""
LOWEST = 0.9
"""Lines of percents show at least the tenth below a hundred."""
STEP = 1.5
"""How much nearer a key zooms."""
BARS = 0.72
BEHIND = -1000
"""The grid lies behind the bars."""


def dashes(diagram: Diagram, curve: Curve) -> list[int]:
    """The dashes of a line; none for bars, areas and the first line of a chart without bounds."""
    thin = [one for one in diagram.curves if one.look in ("line", "bound")]
    if curve not in thin:
        return []
    solid = len(thin) == len(diagram.curves)
    place = thin.index(curve) - solid
    return DASHES[place % len(DASHES)] if place >= 0 and len(thin) > 1 else []


def edge(curve: Curve) -> QColor:
    """The edge of a bar: amber is always outlined, others stand apart."""
    return theme.colors().amber_line if curve.tone == "amber" else theme.colors().surface


class Graph(pg.PlotWidget):  # type: ignore[misc]
    """`pointed` gives the place of the values read, -1 outside."""

    pointed = Signal(int)

    def __init__(self, diagram: Diagram, currency: str) -> None:
        self._diagram = diagram
        self._count = max((len(curve.values) for curve in diagram.curves), default=0)
        axes = {"left": Amounts(diagram.kind, currency), "bottom": self._bottom()}
        super().__init__(background=theme.colors().surface, axisItems=axes)
        self.setAntialiasing(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._at = -1
        self._dress()
        self._stacked = np.zeros(self._count)
        self._bars = [curve for curve in diagram.curves if curve.look == "bar"]
        for curve in sorted(diagram.curves, key=lambda one: one.look not in ("bar", "stack", "area")):
            self._draw(curve)
        self._cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.colors().edge, width=1))
        self._cursor.hide()
        self.addItem(self._cursor, ignoreBounds=True)
        self.frame()
        self.scene().sigMouseMoved.connect(self._moved)

    def _bottom(self) -> pg.AxisItem:
        if not self._diagram.categories:
            return Turns(max(1, self._diagram.per_turn))
        axis = pg.AxisItem("bottom")
        axis.setTicks([list(enumerate(self._diagram.categories))])
        return axis

    def _dress(self) -> None:
        c, plot = theme.colors(), self.getPlotItem()
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setTickFont(theme.font("small"))
            axis.setTextPen(c.muted)
            axis.setZValue(BEHIND)
            axis.setPen(pg.mkPen(c.line, width=1))
            axis.setTickPen(pg.mkPen(c.sunken, width=1))
            axis.setStyle(tickLength=0, tickTextOffset=GRID, maxTickLevel=0)
        plot.showGrid(x=False, y=True, alpha=0.9)
        plot.setMouseEnabled(x=not self._diagram.categories, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()

    def _draw(self, curve: Curve) -> None:
        values = np.asarray(curve.values, dtype=float)
        color: QColor = getattr(theme.colors(), curve.tone)
        places = np.arange(len(values))
        if curve.look in ("bar", "stack"):
            self._draw_bars(curve, places, np.nan_to_num(values), color)
            return
        line = pen(color, 2.0 if curve.look != "bound" else 1.6)
        if pattern := dashes(self._diagram, curve):
            line.setDashPattern([float(part) for part in pattern])
        pale = QColor(color)
        pale.setAlphaF(0.12)
        area = {"fillLevel": 0.0, "brush": pale} if curve.look == "area" else {}
        dot = {"symbol": "o", "symbolSize": 6, "symbolBrush": color, "symbolPen": None} if len(values) < 3 else {}
        self.plot(places, values, pen=line, connect="finite", **area, **dot)

    def _draw_bars(self, curve: Curve, places: np.ndarray, values: np.ndarray, color: QColor) -> None:
        if curve.look == "stack":
            bars = {"x": places, "width": BARS, "y0": self._stacked.copy()}
            self._stacked += values
        else:
            wide = BARS / len(self._bars)
            shift = (self._bars.index(curve) - (len(self._bars) - 1) / 2) * wide
            bars = {"x": places + shift, "width": wide, "y0": 0}
        self.addItem(pg.BarGraphItem(height=values, brush=color, pen=pg.mkPen(edge(curve)), **bars))

    def frame(self) -> None:
        """The whole run, from nothing to a little above the largest value."""
        values = [value for curve in self._diagram.curves for value in curve.values if not math.isnan(value)]
        barred, stacked = bool(self._bars), bool(self._stacked.any())
        if stacked:
            values.extend(self._stacked.tolist())
        low, high = min(values, default=0.0), max(values, default=1.0)
        if self._diagram.kind == "percent" and not stacked and not barred:
            low = min(low, LOWEST) - 0.02
            high = 1.0 + 0.06 * (1.0 - low)
        else:
            low, high = min(0.0, low * 1.06), max(high, 0.0) * 1.06 or 1.0
        edge = 0.6 if barred or stacked else max(0.3, 0.012 * self._count)
        left, right = -edge, max(1.0, self._count - 1.0) + edge
        self.setLimits(xMin=left, xMax=right, minXRange=min(3.0, right - left))
        self.setXRange(left, right, padding=0)
        self.setYRange(low, high, padding=0)

    def zoom(self, factor: float) -> None:
        """Nearer (more than 1) or farther along time, around what is read or the middle."""
        if self._diagram.categories:
            return
        box = self.getPlotItem().vb
        middle = (self._at, 0) if self._at >= 0 else None
        box.scaleBy(x=1 / factor, y=1, center=middle)

    def _moved(self, where: QPointF) -> None:
        box = self.getPlotItem().vb
        inside = box.sceneBoundingRect().contains(where)
        self.point(round(box.mapSceneToView(where).x()) if inside else -1)

    def point(self, place: int) -> None:
        """Read the values of a place; -1 reads none."""
        self._at = place if 0 <= place < self._count else -1
        self._cursor.setVisible(self._at >= 0)
        self._cursor.setValue(max(self._at, 0))
        self.pointed.emit(self._at)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is read any more."""
        super().leaveEvent(event)
        self.point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and Right read value after value, Home and End the first and the last; plus and minus zoom."""
        last = self._count - 1
        places = {Qt.Key.Key_Left: max(0, self._at - 1), Qt.Key.Key_Right: min(last, self._at + 1),
                  Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}  # fmt: skip
        if event.key() in places:
            self.point(places[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoom(STEP if event.key() == Qt.Key.Key_Plus else 1 / STEP)
        else:
            super().keyPressEvent(event)
