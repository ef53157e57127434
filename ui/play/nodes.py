"""How suppliers, customers and workstations look on the floor; each drawn into the box it was given."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from game.playing.views import StationView, StreamView, SupplierView
from ui import theme
from ui.play import paint, shapes
from ui.play.numbers import days, percent
from ui.theme import GRID, floor
from ui.widgets import paint_trend
from ui.words import text, tr

NOTE = 3
"""Most lines of what is wrong."""


@dataclass(frozen=True)
class Line:
    """Text that may take up to `most` lines."""

    text: str
    font: QFont
    color: QColor
    most: int = 2


def stack(painter: QPainter, box: QRectF, lines: list[Line]) -> float:
    """Draw lines from the top as long as there is room, the last one cut; answers the height used."""
    y = box.y()
    for line in lines:
        high = paint.line_height(line.font)
        most = min(line.most, int((box.bottom() + 2 - y) / high))
        if most < 1:
            break
        for row in paint.wrapped(line.text, line.font, box.width(), most):
            paint.draw(painter, QRectF(box.x(), y, box.width(), high), row, line.font, line.color)
            y += high
    return y - box.y()


def height_of(lines: list[Line], width: float) -> float:
    """The height that lines take at a width."""
    return sum(
        len(paint.wrapped(line.text, line.font, width, line.most)) * paint.line_height(line.font) for line in lines
    )


def inside(box: QRectF) -> QRectF:
    """The room for text in a plate: less margin in a low one."""
    pad = floor.PADDING if box.height() >= 60 else GRID
    return box.adjusted(floor.PADDING, pad, -floor.PADDING, -pad)


def supplier_height(view: SupplierView, width: float) -> float:
    """The height that a supplier's words take at a width."""
    bold, small = theme.font("body", bold=True), theme.font("small")
    room = width - 2 * floor.PADDING - floor.MARK - 1.5 * GRID
    lines = len(paint.wrapped(view.name, bold, room)) * paint.line_height(bold)
    note = theme.font("small", bold=True)
    for words, font, most in ((terms(view), small, 2), (text(view.note) if view.note else "", note, NOTE)):
        lines += len(paint.wrapped(words, font, room, most)) * paint.line_height(font) if words else 0
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
    left = room.x() + floor.MARK / 2
    room.setLeft(room.x() + floor.MARK + 1.5 * GRID)
    lines = [Line(view.name, bold, c.ink, 1 if box.height() < 60 else 2)]
    if box.height() >= 44:
        lines.append(Line(terms(view), small, c.muted))
        if view.note is not None:
            note = Line(text(view.note), theme.font("small", bold=True), paint.mood_ink(view.mood), NOTE)
            lines.insert(1 if box.height() < 76 else 2, note)
    room.setTop(room.y() + max(0.0, room.height() - height_of(lines, room.width())) / 2)
    paint.mark(painter, QPointF(left, room.y() + high / 2), view.mood)
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
        paint.mark(painter, QPointF(room.right() - floor.MARK / 2, room.center().y()), "good" if good else "bad")
        name = room.adjusted(0, max(0.0, room.height() - paint.line_height(bold)) / 2, -floor.MARK - GRID, 2 * GRID)
        stack(painter, name, [Line(view.name, bold, c.ink, 1)])
        return
    most = 2 if room.height() >= 2 * paint.line_height(bold) + line else 1
    used = stack(painter, room, [Line(view.name, bold, c.ink, most)])
    font = small if good else theme.font("small", bold=True)
    rows = paint.wrapped(note, font, room.width(), 2 if room.height() - used >= 2 * line else 1)
    foot = room.bottom() - line * len(rows)
    stack(painter, QRectF(room.x(), foot, room.width(), line * len(rows)), [Line(note, font, ink, len(rows))])
    chart = QRectF(room.x(), room.y() + used + GRID, room.width() - GRID, foot - room.y() - used - 2 * GRID)
    if chart.height() <= 3 * GRID:
        beside = paint.width(note, font) + 3 * GRID
        chart = QRectF(room.x() + beside, foot + 2, room.width() - beside - GRID, line - GRID)
    if chart.width() > 5 * GRID:
        paint_trend(painter, chart, view.demand, c.muted if good else c.red)


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
    bold = theme.font("body", bold=True)
    shapes.lamps(
        painter, QPointF(room.right(), room.y() + paint.line_height(bold) / 2), "green" if lit == "blue" else lit
    )
    name_room = room.adjusted(0, 0, -shapes.LAMPS_WIDE - GRID, 0)
    rest = room.adjusted(
        0, stack(painter, name_room, [Line(view.name, bold, c.ink, 2 if box.height() > 90 else 1)]), 0, 0
    )
    parts = [(part, view.split.get(part, 0.0)) for part in shapes.PARTS if view.split.get(part, 0.0) > 0]
    doing = text(view.note) if view.note is not None else station_state(view, item)
    used = stack(painter, rest, [Line(doing, small, c.muted, 2 if rest.height() > 52 else 1)])
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
