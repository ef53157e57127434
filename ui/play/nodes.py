"""How suppliers, customers and workstations look on the floor; each drawn into the box it was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from game.playing.views import StationView, StreamView, SupplierView
from ui import theme
from ui.play import paint, shapes
from ui.play.numbers import days, percent
from ui.theme import GRID, floor
from ui.widgets import paint_trend
from ui.words import text, tr

NOTE, ALL = 4, 99
"""Most lines of what is wrong, and of anything."""
NARROW, LOW_STREAM, SLACK = 150, 44, 2
NAME_SIZES: tuple[theme.Size, ...] = ("body", "small")


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


def whole(line: Line, width: float) -> bool:
    """Whether a line's text stands in its lines uncut."""
    return len(paint.wrapped(line.text, line.font, width, ALL)) <= line.most


def height_of(lines: list[Line], width: float) -> float:
    """The height that lines take at a width."""
    return sum(
        len(paint.wrapped(line.text, line.font, width, line.most)) * paint.line_height(line.font) for line in lines
    )


def inside(box: QRectF) -> QRectF:
    """The room for text in a plate: less margin in a low or narrow one."""
    high = floor.PADDING if box.height() >= 60 else GRID
    wide = floor.PADDING if box.width() >= NARROW else 2 * GRID
    return box.adjusted(wide, high, -wide, -high)


def named(name: str, width: float, most: int = 2, sizes: Sequence[theme.Size] = NAME_SIZES) -> Line:
    """A name in ink: in smaller letters where only they let it stand in so many lines, its words whole."""
    fonts = [theme.font(size, bold=True) for size in sizes]
    torn = [any(paint.width(word, font) > width for word in name.split()) for font in fonts]
    counts = [len(paint.wrapped(name, font, width, ALL)) for font in fonts]
    best = min(range(len(fonts)), key=lambda k: (counts[k] > most, torn[k], k))
    return Line(name, fonts[best], theme.colors().ink, most)


Told = Literal["all", "trouble", "name"]


def supplier_height(view: SupplierView, width: float, told: Told) -> float:
    """The height that a supplier's words take at a width: all of them, its name and its trouble, or its name alone."""
    room = width - 2 * floor.PADDING - floor.MARK - 1.5 * GRID
    lines = [named(view.name, room)]
    if told != "name":
        lines += _told(view) if told == "all" else _told(view)[1:]
    return height_of(lines, room) + 2 * (floor.PADDING if len(lines) > 1 else GRID)


def terms(view: SupplierView) -> str:
    """Share, lead time and reliability of a supplier."""
    words = tr("play.supplier.terms", days=days(view.lead_days), on_time=percent(view.on_time))
    return words if view.share >= 100 else tr("play.supplier.shared", share=percent(view.share / 100), terms=words)


def _told(view: SupplierView) -> list[Line]:
    """What stands beneath a supplier's name: its terms, and what is wrong."""
    lines = [Line(terms(view), theme.font("small"), theme.colors().muted)]
    if view.note is not None:
        lines.append(Line(text(view.note), theme.font("small", bold=True), paint.mood_ink(view.mood), NOTE))
    return lines


def supplier(painter: QPainter, box: QRectF, view: SupplierView, edge: QColor | None) -> None:
    """Mood, name, share, lead time and reliability, and what is wrong: as much of it as stands there uncut."""
    c, alarm = theme.colors(), view.mood == "bad"
    paint.plate(painter, box, edge or (c.red if alarm else None), wide=edge is not None or alarm)
    room = inside(box)
    left = room.x() + floor.MARK / 2
    room.setLeft(room.x() + floor.MARK + 1.5 * GRID)
    told = _told(view)
    lines = [named(view.name, room.width())]
    for line in reversed(told):
        if whole(line, room.width()) and height_of([*lines, line], room.width()) <= room.height() + SLACK:
            lines.append(line)
    lines.sort(key=lambda line: told.index(line) if line in told else -1)
    high = min(paint.line_height(lines[0].font), room.height())
    room.setTop(room.y() + max(0.0, room.height() - height_of(lines, room.width())) / 2)
    paint.mark(painter, QPointF(left, room.y() + high / 2), view.mood)
    stack(painter, room.adjusted(0, 0, 0, SLACK), lines)


def stream(painter: QPainter, box: QRectF, view: StreamView, edge: QColor | None) -> None:
    """A customer: name, sales by turn, what is late or lost."""
    c, small = theme.colors(), theme.font("small")
    paint.plate(painter, box, edge, wide=edge is not None)
    room = inside(box)
    note, good = stream_note(view)
    ink = c.muted if good else paint.mood_ink("bad" if view.mood in ("good", "info") else view.mood)
    line = paint.line_height(small)
    if box.height() < LOW_STREAM:
        _low_stream(painter, room, view, good)
        return
    used = stack(painter, room, [named(view.name, room.width(), 2 if room.height() >= 3 * line + 2 else 1)])
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


def _low_stream(painter: QPainter, room: QRectF, view: StreamView, good: bool) -> None:
    """Name and mark alone."""
    paint.mark(painter, QPointF(room.right() - floor.MARK / 2, room.center().y()), "good" if good else "bad")
    room = room.adjusted(0, 0, -floor.MARK - GRID, 0)
    small = 2 * paint.line_height(theme.font("small", bold=True))
    name = named(view.name, room.width(), 2 if room.height() + SLACK >= small else 1)
    top = max(0.0, room.height() - height_of([name], room.width())) / 2
    stack(painter, room.adjusted(0, top, 0, SLACK), [name])


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
    bold = paint.line_height(theme.font("body", bold=True))
    shapes.lamps(painter, QPointF(room.right(), room.y() + bold / 2), "green" if lit == "blue" else lit)
    name_room = room.adjusted(0, 0, -shapes.LAMPS_WIDE - GRID, 0)
    name = named(view.name, name_room.width(), 2 if box.height() > 72 else 1)
    rest = room.adjusted(0, stack(painter, name_room, [name]), 0, 0)
    parts = [(part, view.split.get(part, 0.0)) for part in shapes.PARTS if view.split.get(part, 0.0) > 0]
    used = stack(painter, rest, [_doing(view, item, rest)])
    if rest.height() - used < 3 * GRID or not parts:
        return
    strip = QRectF(rest.x(), rest.y() + used + GRID, rest.width(), 2.5 * GRID)
    shapes.split_bar(painter, strip, parts)
    below = QRectF(rest.x(), strip.bottom() + GRID, rest.width(), rest.bottom() - strip.bottom() - GRID / 2)
    stack(painter, below, [Line(_split_that_fits(parts, below.width()), small, c.muted, 1)])


def _doing(view: StationView, item: str, room: QRectF) -> Line:
    """What a station does, the longest way of saying it that stands there uncut."""
    most = 2 if room.height() > 52 else 1
    ways = [text(view.note) if view.note is not None else station_state(view, item), item, station_state(view, "")]
    lines = [Line(words, theme.font("small"), theme.colors().muted, most) for words in ways if words]
    return next((line for line in lines if whole(line, room.width())), lines[-1])


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
