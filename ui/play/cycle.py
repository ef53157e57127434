"""The tile of the cash conversion cycle: days of stock and receivables above, days of payables beneath."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from game.message import Number
from game.playing.views import Cycle
from ui import theme
from ui.play import paint
from ui.play.tiles import Plate, head
from ui.theme import GRID
from ui.words import DASH, text, tr

BAR = 4 * GRID - 1


def whole_days(cycle: Cycle) -> Cycle:
    """The same cycle in whole days that add up as they are shown: what rounding leaves goes where it is least felt."""
    if cycle.total is None:
        return cycle
    signs = {"stock": 1, "customers": 1, "suppliers": -1}
    exact = {name: getattr(cycle, name) or 0.0 for name in signs}
    shown = {name: round(value) for name, value in exact.items()}
    total = round(cycle.total)
    left = total - sum(signs[name] * value for name, value in shown.items())
    nearest = max(signs, key=lambda name: left * signs[name] * (exact[name] - shown[name]))
    shown[nearest] += left * signs[nearest]
    return Cycle(**shown, total=total)


class CycleTile(Plate):
    """Three bars to scale, and the sum that they make."""

    def __init__(self) -> None:
        super().__init__()
        self._cycle = Cycle(None, None, None, None)

    def show_cycle(self, cycle: Cycle) -> None:
        """Show a cycle; without a figure it says when there will be one."""
        self._cycle = whole_days(cycle)
        self.setAccessibleName(f"{tr('play.tile.cycle')}: {self._sentence()}")
        parts = self._parts()
        self.setToolTip("\n".join([*(words for words, _, _ in parts), self._sentence()]))
        self.update()

    def _sentence(self) -> str:
        cycle = self._cycle
        if cycle.total is None:
            return tr("play.tile.cycle_none")
        values = {
            "stock": cycle.stock,
            "customers": cycle.customers,
            "suppliers": cycle.suppliers,
            "total": cycle.total,
        }
        return tr("play.tile.cycle_sum", **{name: Number(value or 0.0) for name, value in values.items()})

    def _parts(self) -> list[tuple[str, float, str]]:
        names = ("stock", "customers", "suppliers")
        tones = ("blue", "teal", "amber")
        return [
            (tr(f"play.tile.cycle_{name}", days=Number(value)), value, tone)
            for name, tone in zip(names, tones, strict=True)
            if (value := getattr(self._cycle, name)) is not None
        ]

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Heading with the total, bars, the sum."""
        c, cycle = theme.colors(), self._cycle
        total = DASH if cycle.total is None else tr("ui.unit.days", value=Number(cycle.total))
        font = theme.font("label", bold=True)
        paint.draw(painter, QRectF(room.x(), room.y() - 1, room.width(), 5 * GRID), total, font, c.ink, paint.RIGHT)
        rest = head(painter, room.adjusted(0, 0, -paint.width(total, font) - GRID, 0), tr("play.tile.cycle"))
        rest.setRight(room.right())
        small = theme.font("small")
        high = paint.line_height(small)
        foot = QRectF(rest.x(), rest.bottom() - high, rest.width(), high)
        paint.draw(painter, foot, self._sentence(), small, c.muted)
        if cycle.total is not None:
            self._bars(painter, rest.adjusted(0, 1.5 * GRID, 0, 0))

    def _bars(self, painter: QPainter, rest: QRectF) -> None:
        parts = [(words, max(0.0, value), tone) for words, value, tone in self._parts()]
        owed = sum(value for _, value, tone in parts if tone != "amber")
        whole = max(owed, *(value for _, value, tone in parts if tone == "amber"), 1e-9)
        x = rest.x()
        for words, value, tone in parts:
            wide = rest.width() * value / whole
            if tone == "amber":
                self._bar(painter, QRectF(rest.x(), rest.y() + BAR + 2, wide, BAR), words, value, tone, rest.right())
                continue
            limit = rest.right() if tone == "teal" else x + wide
            self._bar(painter, QRectF(x, rest.y(), max(0.0, wide - 1), BAR), words, value, tone, limit)
            x += wide

    def _bar(self, painter: QPainter, box: QRectF, words: str, days: float, tone: str, limit: float) -> None:
        c, bold, plain = theme.colors(), theme.font("small", bold=True), theme.font("small")
        color: QColor = getattr(c, tone)
        painter.setPen(c.amber_line if tone == "amber" else Qt.PenStyle.NoPen)
        painter.setBrush(color)
        if box.width() >= 2:
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        inside = box.adjusted(GRID, 0, -GRID, 0)
        beside = QRectF(box.right() + GRID, box.y(), limit - box.right() - GRID, BAR)
        on = getattr(c, f"on_{tone}")
        ways = (
            (words, inside, on, bold),
            (words, beside, c.ink, bold),
            (words, inside, on, plain),
            (text(Number(days)), inside, on, bold),
        )
        for shown, place, ink, font in ways:
            if paint.width(shown, font) <= place.width():
                paint.draw(painter, place, shown, font, ink)
                return
