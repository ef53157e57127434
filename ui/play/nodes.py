"""How suppliers, customers and workstations look on the floor; each drawn into the box it was given."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from game.playing.views import StationView, StreamView, SupplierView
from ui import theme
from ui.play import paint, shapes
from ui.play.numbers import days, percent
from ui.theme import GRID, floor
from ui.words import text, tr


@dataclass(frozen=True)
class Line:
    """Text that may take up to `most` lines."""

    text: str
    font: QFont
    color: QColor
    most: int = 2


def stack(painter: QPainter, box: QRectF, lines: list[Line]) -> float:
    """Draw lines from the top as long as there is room; answers the height used."""
    y = box.y()
    for line in lines:
        for row in paint.wrapped(line.text, line.font, box.width(), line.most):
            high = paint.line_height(line.font)
            if y + high > box.bottom() + 2:
                return y - box.y()
            paint.draw(painter, QRectF(box.x(), y, box.width(), high), row, line.font, line.color)
            y += high
    return y - box.y()


def inside(box: QRectF) -> QRectF:
    """The room for text in a plate: less margin in a low one."""
    pad = floor.PADDING if box.height() >= 60 else GRID
    return box.adjusted(floor.PADDING, pad, -floor.PADDING, -pad)


def title(painter: QPainter, box: QRectF, name: str, right: str = "", tone: QColor | None = None) -> QRectF:
    """The first line: a name, and a figure at the right; answers what is left beneath."""
    font = theme.font("body", bold=True)
    high = paint.line_height(font)
    row = QRectF(box.x(), box.y(), box.width(), min(high, box.height()))
    taken = paint.width(right, font) + GRID if right else 0.0
    paint.draw(painter, row.adjusted(0, 0, -taken, 0), name, font, theme.colors().ink)
    if right:
        paint.draw(painter, row, right, font, tone or theme.colors().ink, paint.RIGHT)
    return QRectF(box.x(), row.bottom(), box.width(), max(0.0, box.bottom() - row.bottom()))


def supplier_height(view: SupplierView, width: float) -> float:
    """The height that a supplier's words take at a width."""
    bold, small = theme.font("body", bold=True), theme.font("small")
    room = width - 2 * floor.PADDING - floor.MARK - 1.5 * GRID
    lines = len(paint.wrapped(view.name, bold, room)) * paint.line_height(bold)
    note = theme.font("small", bold=True)
    for words, font in ((terms(view), small), (text(view.note) if view.note else "", note)):
        lines += len(paint.wrapped(words, font, room)) * paint.line_height(font) if words else 0
    return lines + 2 * floor.PADDING


def terms(view: SupplierView) -> str:
    """Share, lead time and reliability of a supplier."""
    words = tr("play.supplier.terms", days=days(view.lead_days), on_time=percent(view.on_time))
    return words if view.share >= 100 else tr("play.supplier.shared", share=percent(view.share / 100), terms=words)


def supplier(painter: QPainter, box: QRectF, view: SupplierView, edge: QColor | None) -> None:
    """Mood, name, share, lead time and reliability, and what is wrong."""
    c, alarm = theme.colors(), view.mood == "bad"
    paint.plate(painter, box, edge or (c.red if alarm else None), wide=edge is not None or alarm)
    room = inside(box)
    bold, small = theme.font("body", bold=True), theme.font("small")
    high = min(paint.line_height(bold), room.height())
    paint.mark(painter, QPointF(room.x() + floor.MARK / 2, room.y() + high / 2), view.mood)
    room.setLeft(room.x() + floor.MARK + 1.5 * GRID)
    lines = [Line(view.name, bold, c.ink, 1 if box.height() < 60 else 2)]
    if box.height() >= 44:
        lines.append(Line(terms(view), small, c.muted))
        if view.note is not None:
            note = Line(text(view.note), theme.font("small", bold=True), paint.mood_ink(view.mood))
            lines.insert(1 if box.height() < 76 else 2, note)
    stack(painter, room, lines)


def stream(painter: QPainter, box: QRectF, view: StreamView, edge: QColor | None) -> None:
    """A customer: name, sales by turn, what is late or lost."""
    c, small = theme.colors(), theme.font("small")
    paint.plate(painter, box, edge, wide=edge is not None)
    room = inside(box)
    bold = theme.font("body", bold=True)
    note, good = stream_note(view)
    ink = c.muted if good else paint.mood_ink("bad" if view.mood in ("good", "info") else view.mood)
    line = paint.line_height(small)
    if box.height() < 44:
        mood = "good" if good else "bad"
        paint.mark(painter, QPointF(room.right() - floor.MARK / 2, room.center().y()), mood)
        stack(painter, room.adjusted(0, 0, -floor.MARK - GRID, 0), [Line(view.name, bold, c.ink, 1)])
        return
    used = stack(painter, room, [Line(view.name, bold, c.ink, 2 if box.height() > 76 else 1)])
    font = small if good else theme.font("small", bold=True)
    rows = paint.wrapped(note, font, room.width(), 2 if box.height() > 66 else 1)
    foot = room.bottom() - line * len(rows)
    stack(painter, QRectF(room.x(), foot, room.width(), line * len(rows)), [Line(note, font, ink, len(rows))])
    chart = QRectF(room.x(), room.y() + used + GRID, room.width() - GRID, foot - room.y() - used - 2 * GRID)
    if chart.height() > 2 * GRID:
        paint.trend(painter, chart, view.demand, c.muted if good else c.red)


def stream_note(view: StreamView) -> tuple[str, bool]:
    """What a customer suffers, and whether all is well."""
    if view.note is not None:
        return text(view.note), view.mood in ("good", "info")
    if view.lost:
        return tr("play.stream.lost", count=view.lost), False
    if view.late or view.waiting:
        return tr("play.stream.late", count=max(view.late, view.waiting)), False
    return tr("play.stream.fine" if view.demand else "play.stream.new"), True


def station(painter: QPainter, box: QRectF, view: StationView, item: str, edge: QColor | None) -> None:
    """A white plate with an andon bar at its left, three lamps, what it does, and how its time went."""
    c, small = theme.colors(), theme.font("small")
    paint.plate(painter, box, edge, wide=edge is not None)
    lit = shapes.andon(view)
    painter.fillRect(QRectF(box.x(), box.y(), floor.ANDON, box.height()), getattr(c, lit) if lit else c.grey)
    room = inside(box).adjusted(GRID, 0, 0, 0)
    rest = title(painter, room.adjusted(0, 0, -3 * (floor.LAMP + GRID) - GRID, 0), view.name)
    lamps_y = room.y() + paint.line_height(theme.font("body", bold=True)) / 2
    lamp = {"blue": "green", "": ""}.get(lit, lit)
    shapes.lamps(painter, QPointF(room.right(), lamps_y), lamp)
    rest.setRight(room.right())
    parts = [(part, view.split.get(part, 0.0)) for part in shapes.PARTS if view.split.get(part, 0.0) > 0]
    doing = text(view.note) if view.note is not None else station_state(view, item)
    used = stack(painter, rest, [Line(doing, small, c.muted, 2 if rest.height() > 62 else 1)])
    if rest.height() - used < 3 * GRID or not parts:
        return
    strip = QRectF(rest.x(), rest.y() + used + GRID, rest.width(), 2.5 * GRID)
    shapes.split_bar(painter, strip, parts)
    below = QRectF(rest.x(), strip.bottom() + GRID, rest.width(), rest.bottom() - strip.bottom() - GRID / 2)
    stack(painter, below, [Line(_split_that_fits(parts, below.width()), small, c.muted, 1)])


def station_state(view: StationView, item: str) -> str:
    """What a station does now, in words."""
    if view.state in ("running", "setup") and item:
        return tr(f"play.station.{view.state}_item", item=item, lot=view.lot)
    return tr(f"play.station.{view.state}")


def _split_that_fits(parts: list[tuple[str, float]], room: float) -> str:
    for most in (4, 3, 2):
        words = split_text(parts, most)
        if paint.width(words, theme.font("small")) <= room:
            return words
    return split_text(parts, 1)


def split_text(parts: list[tuple[str, float]], most: int = 3) -> str:
    """The largest parts of a station's time in percent, such as `run 78 · setup 12 · down 4`."""
    largest = sorted(parts, key=lambda part: -part[1])[:most]
    shown = [part for part in parts if part in largest and round(100 * part[1])]
    return " \u00b7 ".join(tr(f"play.split.{part}", share=round(100 * share)) for part, share in shown)
