"""The timeline: units sold by turn, what disturbed them or is announced, and where we are."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.playing.views import Band, Timeline
from ui import theme
from ui.play import paint
from ui.theme import GRID
from ui.widgets import plain
from ui.words import text, tr

BAND = 4 * GRID
ROWS, GAP = 3, 2
LEAST = 6.0
"""A band is no narrower, so that a day in half a year is seen."""


class TimelineView(QWidget):
    """Painted; screen readers get it as a description."""

    def __init__(self) -> None:
        super().__init__()
        self._line = Timeline(1, 0, (), ())
        self.setAccessibleName(tr("play.timeline.name"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Wide and low."""
        return QSize(120 * GRID, 22 * GRID)

    def show_timeline(self, line: Timeline) -> None:
        """Show a timeline."""
        self._line = line
        sold = ", ".join(text(units) for units in line.sold)
        bands = "; ".join(band_text(band) for band in line.bands)
        words = tr("play.timeline.text", turn=line.turn, turns=line.turns, sold=sold, bands=bands)
        self.setAccessibleDescription(words)
        self.setToolTip(plain("\n".join(band_text(band) for band in line.bands)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw bars, bands, numbers of the turns and the marker of now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, box = self._line, QRectF(self.rect()).adjusted(0, 0, -1, 0)
        small = theme.font("small")
        foot = paint.line_height(small)
        step = box.width() / max(1, line.turns)
        field = QRectF(box.x(), box.y(), box.width(), box.height() - foot - 1)
        places = placed(line, field, step)
        low = max((place.known.bottom() + GRID for place in places), default=field.y() + 2 * GRID)
        self._bars(painter, field.adjusted(0, low - field.y(), 0, 0), step)
        self._numbers(painter, QRectF(box.x(), field.bottom() + 1, box.width(), foot), step)
        x = field.x() + step * line.turn
        painter.setPen(QPen(theme.colors().amber_line, 2))
        painter.drawLine(QPointF(x, field.y()), QPointF(x, field.bottom()))
        for place in places:
            self._band(painter, place)
        for place in places:
            if place.name is not None:
                self._name(painter, place)

    def _bars(self, painter: QPainter, field: QRectF, step: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colors().blue_soft)
        most = max(self._line.sold, default=0) or 1
        gap = min(6.0, step * 0.25)
        for turn, units in enumerate(self._line.sold):
            high = field.height() * units / most
            bar = QRectF(field.x() + turn * step + gap / 2, field.bottom() - high, step - gap, high)
            painter.drawRoundedRect(bar, 2, 2)

    def _numbers(self, painter: QPainter, row: QRectF, step: float) -> None:
        c, small, bold = theme.colors(), theme.font("small"), theme.font("small", bold=True)
        every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500) if n * step >= paint.width("000", small) or n == 500)
        for turn in range(1, self._line.turns + 1):
            now = turn == self._line.turn
            close = abs(turn - self._line.turn) < every and not now and every > 1
            if not now and (turn % every or close):
                continue
            box = QRectF(row.x() + (turn - 1.5) * step - step / 2, row.y(), 3 * step, row.height())
            paint.draw(painter, box, str(turn), bold if now else small, c.ink if now else c.muted, paint.CENTER)

    def _band(self, painter: QPainter, place: "Place") -> None:
        """Solid as far as it is known, hatched as far as it is expected, dashed while it is only announced."""
        c, band = theme.colors(), place.band
        ink, color = paint.mood_ink(band.mood), paint.mood_color(band.mood)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine) if band.announced else Qt.PenStyle.NoPen)
        painter.setBrush(c.surface if band.announced else color)
        painter.drawRoundedRect(place.known.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if place.hatched.width() > 2:
            painter.setPen(QPen(ink, 1))
            painter.setBrush(c.surface)
            painter.drawRoundedRect(place.hatched.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            paint.hatch(painter, place.hatched.adjusted(1, 1, -1, -1), color, 3)

    def _name(self, painter: QPainter, place: "Place") -> None:
        assert place.name is not None
        c, font = theme.colors(), theme.font("small", bold=True)
        inside = place.known.contains(place.name.center())
        if not inside:
            ground = QColor(c.surface)
            ground.setAlphaF(0.8)
            painter.fillRect(place.name.adjusted(-2, 1, 2, -1), ground)
        ink = c.ink if not inside else paint.mood_ink(place.band.mood) if place.band.announced else self._on(place.band)
        paint.draw(painter, place.name, place.words, font, ink)

    def _on(self, band: Band) -> QColor:
        c = theme.colors()
        return {"good": c.on_green, "warn": c.on_amber, "bad": c.on_red, "info": c.on_blue}[band.mood]


@dataclass
class Place:
    """Where a band stands: what is known of it, what is expected, its name (None where it has no room)."""

    band: Band
    words: str
    known: QRectF
    hatched: QRectF
    name: QRectF | None

    @property
    def bars(self) -> QRectF:
        """All that its band covers."""
        return self.known.united(self.hatched) if self.hatched.width() > 0 else self.known


def placed(line: Timeline, field: QRectF, step: float) -> list[Place]:
    """All bands in rows, so that neither they nor their names lie upon one another.

    A name stands in its band, else right or left of it; where a row has no room for it, it is left to the tool-tip.
    Names of what came later win.
    """
    rows: list[list[Place]] = [[] for _ in range(ROWS)]
    for band in sorted(line.bands, key=lambda band: band.start):
        tried = [_tried(band, line, field, step, row, rows[row]) for row in range(ROWS)]
        _, row, place = min(tried, key=lambda found: found[:2])
        rows[row].append(place)
    for row_places in rows:
        _nameless(row_places, field)
    return [place for row_places in rows for place in row_places]


def _tried(
    band: Band, line: Timeline, field: QRectF, step: float, row: int, others: list[Place]
) -> tuple[int, int, Place]:
    """A band in a row: how many bands it covers (worst), how many names are lost, the row, the place."""
    known, hatched = _bars(band, line, field, step, field.y() + row * (BAND + 3))
    place = Place(band, _words(band), known, hatched, None)
    covered = sum(place.bars.adjusted(-GAP, 0, GAP, 0).intersects(other.bars) for other in others)
    lost = _nameless([*others, place], field) - _nameless(others, field)
    return (len(line.bands) + 1) * covered + lost, row, place


def _nameless(places: list[Place], field: QRectF) -> int:
    """Give each band of a row its name where there is room, the latest first; answers how many have none."""
    names = list[QRectF]()
    for place in sorted(places, key=lambda one: -one.band.start):
        wide = paint.width(place.words, theme.font("small", bold=True))
        bars = (one.bars for one in places if one is not place)
        others = [box.adjusted(-GRID, 0, GRID, 0) for box in (*names, *bars)]
        spots = _spots(place.known, place.bars, wide, field)
        place.name = next((spot for spot in spots if not any(spot.intersects(box) for box in others)), None)
        if place.name is not None:
            names.append(place.name)
    return len(places) - len(names)


def _bars(band: Band, line: Timeline, field: QRectF, step: float, y: float) -> tuple[QRectF, QRectF]:
    now = band.expected_end if band.announced else float(line.turn)
    end = band.end if band.end is not None else now if now is not None else band.start + 1
    left = field.x() + band.start * step
    known = QRectF(left, y, min(field.right() - left, max(LEAST, (end - band.start) * step)), BAND)
    if band.end is not None or band.announced or band.expected_end is None:
        return known, QRectF()
    right = min(field.right(), field.x() + band.expected_end * step)
    return known, QRectF(known.right(), y, max(0.0, right - known.right()), BAND)


def _spots(known: QRectF, bars: QRectF, wide: float, field: QRectF) -> list[QRectF]:
    """Where a name may stand, the best first."""
    pad = 1.5 * GRID
    spots = [QRectF(bars.right() + GRID, bars.y(), wide, BAND), QRectF(bars.left() - GRID - wide, bars.y(), wide, BAND)]
    inside = QRectF(known.left() + pad, known.y(), wide, BAND)
    fitting = [inside] if wide <= known.width() - 2 * pad else []
    return fitting + [spot for spot in spots if field.left() <= spot.left() and spot.right() <= field.right()]


def _words(band: Band) -> str:
    if band.announced:
        return tr("play.timeline.announced", name=band.name)
    if band.end is None and band.expected:
        return tr("play.timeline.lasting", name=band.name, length=band.expected)
    return band.name


def band_text(band: Band) -> str:
    """A band in words: its name, and whether it is only announced or goes on."""
    if band.announced:
        return tr("play.timeline.announced", name=band.name)
    return band.name if band.end is not None else tr("play.timeline.expected", name=band.name)
