"""A goal against its result: a scale with the bounds of the three stars and a mark where the run ended."""

import itertools
import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from game.playing.views import GoalView
from ui import theme
from ui.theme import GRID
from ui.widgets import Stars, label, paint_star, plain, row
from ui.widgets.goals import beside_text, bound_text, goal_name
from ui.words import figure_text, kind_text, tr

HEIGHT, TRACK, MARK, BEYOND = 9 * GRID, 8, 6, 0.12
TONES = ("red", "amber_line", "amber_line", "green")


def place(goal: GoalView, value: float) -> float:
    """Where a value stands on the scale: 0 at `fail`, thirds at the bounds, up to 1.12 beyond the last."""
    steps = (goal.fail, *goal.bounds)
    sign = 1 if goal.rising else -1
    if sign * (value - steps[0]) <= 0:
        return 0.0
    for index, (low, high) in enumerate(itertools.pairwise(steps)):
        if sign * (value - high) < 0:
            return (index + (value - low) / (high - low)) / 3
    last = abs(steps[3] - steps[2]) or 1.0
    return 1 + BEYOND * min(1.0, abs(value - steps[3]) / last)


class Scale(QWidget):
    """The track alone."""

    def __init__(self, goal: GoalView, currency: str) -> None:
        super().__init__()
        self._goal, self._currency = goal, currency
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(60 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(90 * GRID, HEIGHT)

    def _x(self, share: float) -> float:
        return MARK + share / (1 + BEYOND) * (self.width() - 2 * MARK)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Track, reached part, bounds with their stars, mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, goal, top = theme.colors(), self._goal, 5.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.sunken)
        painter.drawRoundedRect(QRectF(0, top, self.width(), TRACK), 4, 4)
        value = goal.figure.value
        if value is not None and not math.isnan(value):
            end = self._x(place(goal, value))
            painter.setBrush(getattr(c, TONES[goal.stars]))
            painter.drawRoundedRect(QRectF(0, top, max(end, TRACK), TRACK), 4, 4)
        for star in (1, 2, 3):
            self._bound(painter, star, top)
        if value is not None and not math.isnan(value):
            _mark(painter, QPointF(end, top + TRACK / 2))

    def _bound(self, painter: QPainter, star: int, top: float) -> None:
        c, x = theme.colors(), self._x(star / 3)
        painter.setPen(QPen(c.surface, 2))
        painter.drawLine(QPointF(x, top), QPointF(x, top + TRACK))
        text = kind_text(self._goal.figure.kind, self._goal.bounds[star - 1], self._currency)
        painter.setFont(theme.font("small"))
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = min(x - (wide + 4 * GRID) / 2, self.width() - wide - 4 * GRID)
        baseline = top + TRACK + 4 * GRID
        paint_star(painter, QPointF(left + 6, baseline - 4), 5.5, self._goal.stars >= star)
        painter.setPen(c.ink if self._goal.stars >= star else c.muted)
        painter.drawText(QPointF(left + 4 * GRID, baseline), text)


def _mark(painter: QPainter, center: QPointF) -> None:
    c = theme.colors()
    painter.setPen(QPen(c.surface, 1.5))
    painter.setBrush(c.ink)
    corners = ((0, -MARK - 2), (MARK, 0), (0, MARK + 2), (-MARK, 0))
    painter.drawPolygon(QPolygonF([center + QPointF(x, y) for x, y in corners]))


class GoalRow(QWidget):
    """Name, stars, result, and the scale."""

    def __init__(self, goal: GoalView, items: dict[str, str], currency: str) -> None:
        super().__init__()
        tone = TONES[goal.stars]
        name, value = goal_name(goal, items), figure_text(goal.figure, currency)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        line = row(label(name, wrap=True), Stars(goal.stars, 3 * GRID), label(value, "label", bold=True, tone=tone))
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(Scale(goal, currency))
        beside = beside_text(goal, currency)
        if beside:
            layout.addWidget(label(beside, "small", tone="muted", wrap=True))
        bounds = ", ".join(bound_text(goal, star, currency) for star in (1, 2, 3))
        self.setAccessibleName(tr("ui.debrief.goal_name", name=name, value=value, stars=goal.stars, bounds=bounds))
        self.setToolTip(plain(self.accessibleName()))
