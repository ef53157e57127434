"""The timeline: units sold by turn, what disturbed them or is announced, and where we are."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from game.playing.views import Band, Timeline
from ui import theme
from ui.play import paint
from ui.theme import GRID
from ui.words import text, tr

BAND = 4 * GRID
ROWS = 2


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
        self.setToolTip("\n".join(band_text(band) for band in line.bands))
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
        self._bars(painter, field.adjusted(0, GRID * 2, 0, 0), step)
        self._numbers(painter, QRectF(box.x(), field.bottom() + 1, box.width(), foot), step)
        self._bands(painter, field, step)
        x = field.x() + step * line.turn
        painter.setPen(QPen(theme.colors().amber_line, 2))
        painter.drawLine(QPointF(x, field.y()), QPointF(x, field.bottom()))

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

    def _bands(self, painter: QPainter, field: QRectF, step: float) -> None:
        ends = [field.x()] * ROWS
        for band in sorted(self._line.bands, key=lambda band: band.start):
            left = field.x() + band.start * step
            row = next((r for r in range(ROWS) if ends[r] <= left), ROWS - 1)
            box = QRectF(left, field.y() + row * (BAND + 3), 0, BAND)
            ends[row] = self._band(painter, box, band, field, step) + GRID

    def _band(self, painter: QPainter, box: QRectF, band: Band, field: QRectF, step: float) -> float:
        """Draw a band from its left edge; answers how far it reaches with its name."""
        c = theme.colors()
        end = band.end if band.end is not None else band.expected_end if band.announced else float(self._line.turn)
        end = max(end if end is not None else band.start + 1, band.start)
        box.setRight(min(field.right(), max(box.left() + 2, field.x() + end * step)))
        words = tr("play.timeline.announced", name=band.name) if band.announced else band.name
        if band.end is None and not band.announced and band.expected:
            words = tr("play.timeline.lasting", name=band.name, length=band.expected)
        ink, color = paint.mood_ink(band.mood), paint.mood_color(band.mood)
        if band.announced:
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.setBrush(c.surface)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        reach = box.right()
        if band.end is None and not band.announced and band.expected_end is not None:
            rest = QRectF(
                box.right(), box.y(), min(field.right(), field.x() + band.expected_end * step) - box.right(), BAND
            )
            if rest.width() > 2:
                painter.setPen(QPen(ink, 1))
                painter.setBrush(c.surface)
                painter.drawRoundedRect(rest.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
                paint.hatch(painter, rest.adjusted(1, 1, -1, -1), color, 3)
                reach = rest.right()
        return self._band_name(painter, box, words, reach, field, ink if band.announced else self._on(band))

    def _on(self, band: Band) -> QColor:
        c = theme.colors()
        return {"good": c.on_green, "warn": c.on_amber, "bad": c.on_red, "info": c.on_blue}[band.mood]

    def _band_name(self, painter: QPainter, box: QRectF, words: str, reach: float, field: QRectF, ink: QColor) -> float:
        font, pad = theme.font("small", bold=True), 1.5 * GRID
        wide = paint.width(words, font)
        if wide <= box.width() - 2 * pad:
            paint.draw(painter, box.adjusted(pad, 0, -pad, 0), words, font, ink)
            return reach
        c = theme.colors()
        place = QRectF(reach + GRID, box.y(), wide, BAND)
        if place.right() > field.right():
            place.moveRight(box.left() - GRID)
        paint.draw(painter, place, words, font, c.ink)
        return max(reach, place.right())


def band_text(band: Band) -> str:
    """A band in words: its name, and whether it is only announced or goes on."""
    if band.announced:
        return tr("play.timeline.announced", name=band.name)
    return band.name if band.end is not None else tr("play.timeline.expected", name=band.name)
