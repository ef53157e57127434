"""Score tiles that paint themselves: a figure with its trend and goal, and the stars."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from game.message import Message
from game.playing.views import GoalView, Mood, Tile
from ui import theme
from ui.play import paint
from ui.theme import GRID, floor
from ui.widgets import paint_star, paint_trend, plain
from ui.widgets.goals import beside_text, bound_text, measure_name
from ui.words import figure_text, kind_text, known, text, tr

TONES = {"cash": "teal", "stock_at_cost": "blue", "stock_turns": "blue", "profit": "teal"}


class Plate(QAbstractButton):
    """A white plate that can be clicked, with a focus ring; what it shows is painted by `draw`."""

    def __init__(self) -> None:
        super().__init__()
        self._selected = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as all tiles."""
        return QSize(36 * GRID, floor.TILE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow enough for seven in a row."""
        return QSize(28 * GRID, floor.TILE)

    def set_selected(self, selected: bool) -> None:
        """Mark it as what the inspector shows."""
        self._selected = selected
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the plate and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hot = self._selected or self.underMouse()
        paint.plate(painter, box, theme.colors().teal if hot else None, wide=self._selected)
        self.draw(painter, box.adjusted(floor.PADDING, 2 * GRID, -floor.PADDING, -1.5 * GRID))
        if self.hasFocus():
            paint.focus_ring(painter, box)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Draw the content into the room."""


def head(painter: QPainter, room: QRectF, words: str) -> QRectF:
    """The heading of a tile; answers the room beneath."""
    font = theme.font("small", bold=True, caps=True)
    if paint.width(words.upper(), font) > room.width():
        font = theme.font("small", bold=True)
    high = paint.line_height(font)
    paint.draw(painter, QRectF(room.x(), room.y(), room.width(), high), words, font, theme.colors().muted)
    return room.adjusted(0, high + 1, 0, 0)


def _name_that_fits(measure: str, room: float) -> str:
    """The measure's name, or its brief one where there is one and it is needed."""
    name, brief = measure_name(measure), f"play.tile.brief.{measure}"
    short = paint.width(name, theme.font("small", bold=True)) > room and known(brief)
    return tr(brief) if short else name


class FigureTile(Plate):
    """One figure: value, change over the turn, trend, goal."""

    def __init__(self, currency: str, turn_text: str) -> None:
        super().__init__()
        self._currency, self._turn_text = currency, turn_text
        self._tile: Tile | None = None

    @property
    def measure(self) -> str:
        """Name of the measure shown."""
        return self._tile.figure.measure if self._tile else ""

    @property
    def has_goal(self) -> bool:
        """Whether a goal asks for the figure."""
        return self._tile is not None and self._tile.goal is not None

    def show_tile(self, tile: Tile) -> None:
        """Show a figure."""
        self._tile = tile
        words = [measure_name(tile.figure.measure), figure_text(tile.figure, self._currency)]
        if tile.change is not None:
            words.append(tr(self._turn_text, change=self._change(tile)))
        if tile.goal is not None:
            words.append(goal_text(tile.goal, self._currency, tr_key=None))
            words += filter(None, [beside_text(tile.goal, self._currency)])
        self.setAccessibleName(", ".join(words))
        self.setToolTip(plain("\n".join([*words, tr("play.tile.open")])))
        self.update()

    def _change(self, tile: Tile) -> str:
        change = tile.change or 0.0
        return ("+" if change > 0 else "") + kind_text(tile.figure.kind, change, self._currency)

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Heading, figure, trend, change, goal with its mark."""
        tile = self._tile
        if tile is None:
            return
        c = theme.colors()
        rest = head(painter, room, _name_that_fits(tile.figure.measure, room.width()))
        figure = theme.font("figure", bold=True)
        shown = figure_text(tile.figure, self._currency)
        high = paint.line_height(figure)
        wide = paint.width(shown, figure)
        paint.draw(painter, QRectF(rest.x(), rest.y(), rest.width(), high), shown, figure, c.ink)
        chart = QRectF(rest.x() + wide + 3 * GRID, rest.y() + GRID, rest.width() - wide - 4 * GRID, high - GRID)
        if chart.width() > 8 * GRID:
            chart.setLeft(max(chart.left(), chart.right() - 24 * GRID))
            paint_trend(painter, chart, tile.trend, self._tone(tile))
        self._foot(painter, rest.adjusted(0, high, 0, 0), tile)

    def _foot(self, painter: QPainter, rest: QRectF, tile: Tile) -> None:
        small = theme.font("small")
        line = paint.line_height(small)
        goal = QRectF(rest.x(), rest.bottom() - line, rest.width(), line)
        beside = beside_text(tile.goal, self._currency) if tile.goal else ""
        if beside or tile.change is not None:
            words = beside or tr(self._turn_text, change=self._change(tile))
            for place, part in enumerate(reversed(paint.wrapped(words, small, rest.width()))):
                box = QRectF(rest.x(), goal.top() - (place + 1) * line, rest.width(), line)
                paint.draw(painter, box, part, small, theme.colors().muted)
        if tile.goal is None:
            return
        if tile.change is None:
            words = goal_text(tile.goal, self._currency, "goal")
            paint.draw(painter, goal, words, small, theme.colors().muted)
            return
        self._goal(painter, goal, tile.goal)

    def _goal(self, painter: QPainter, box: QRectF, goal: GoalView) -> None:
        mood = goal_mood(goal)
        paint.mark(painter, QPointF(box.right() - floor.MARK / 2 - 1, box.center().y()), mood)
        font, room = theme.font("small"), box.adjusted(0, 0, -floor.MARK - GRID, 0)
        words = goal_text(goal, self._currency, "met" if goal.stars >= 3 else "short")
        if paint.width(words, font) > room.width():
            words = goal_text(goal, self._currency, "goal")
        paint.draw(painter, room, words, font, paint.mood_ink(mood))

    def _tone(self, tile: Tile) -> QColor:
        if tile.figure.measure in TONES or tile.goal is None:
            tone: QColor = getattr(theme.colors(), TONES.get(tile.figure.measure, "muted"))
            return tone
        return paint.mood_color(goal_mood(tile.goal))


def goal_mood(goal: GoalView) -> Mood:
    """All three stars are good, some warn, none is bad."""
    return "good" if goal.stars >= 3 else "warn" if goal.stars else "bad"


def goal_text(goal: GoalView, currency: str, tr_key: str | None) -> str:
    """The bound for three stars and, in words, whether it is met; `tr_key` None gives the long form."""
    bound = bound_text(goal, 3, currency)
    if tr_key is not None:
        return tr(f"play.tile.{tr_key}", bound=bound)
    met = tr("play.tile.name_met" if goal.stars >= 3 else "play.tile.name_short")
    return f"{tr('play.tile.goal', bound=bound)}, {met}, {tr('play.tile.stars_name', count=goal.stars)}"


class StarsTile(Plate):
    """Stars so far and the hint about the next one."""

    def __init__(self) -> None:
        super().__init__()
        self._count, self._hint = 0, ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_stars(self, count: int, hint: Message | None) -> None:
        """Show so many stars and a hint."""
        self._count, self._hint = count, text(hint) if hint else ""
        self.setAccessibleName(f"{tr('play.tile.stars_name', count=count)}. {self._hint}")
        self.setToolTip(plain(self._hint))
        self.update()

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Heading, three stars, hint in at most three lines."""
        rest = head(painter, room, tr("play.tile.stars"))
        radius = 2.5 * GRID
        for place in range(3):
            center = QPointF(rest.x() + radius + place * (2 * radius + GRID), rest.y() + radius + 2)
            paint_star(painter, center, radius, place < self._count)
        small = theme.font("small")
        lines: Sequence[str] = paint.wrapped(self._hint, small, rest.width(), 3)
        y = rest.bottom() - len(lines) * paint.line_height(small)
        for words in lines:
            paint.draw(
                painter, QRectF(rest.x(), y, rest.width(), paint.line_height(small)), words, small, theme.colors().muted
            )
            y += paint.line_height(small)
