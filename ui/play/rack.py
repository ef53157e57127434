"""How a stock point looks: a rack of containers or a shelf, its number, its buffer, its loop in words."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from game.playing.views import ItemView
from ui import theme
from ui.play import fresh, paint, shapes
from ui.play.nodes import NAME_SIZES, SLACK, Line, height_of, inside, named, stack, whole
from ui.theme import GRID, floor
from ui.words import text, tr

GAP = 3
LOW = 38


def item(painter: QPainter, box: QRectF, view: ItemView, edge: QColor | None) -> None:
    """A rack: name and number, containers, buffer in thirds, cards; less of it the lower the box."""
    paint.plate(painter, box, edge, wide=edge is not None)
    room = inside(box)
    if box.height() < LOW:
        _gauge(painter, box, view)
        head(painter, QRectF(box.x() + 3 * GRID, room.y(), box.width() - 5 * GRID, room.height()), view)
        return
    rest, taken = head(painter, room, view)
    small = theme.font("small")
    line = paint.line_height(small)
    if rest.height() >= line + floor.BAR + 3 * GRID:
        foot = QRectF(rest.x(), rest.bottom() - line, rest.width(), line)
        ink = theme.colors().red if owes(view) else theme.colors().muted
        stack(painter, foot, [Line(loop_text(view, rest.width()), small, ink, 1)])
        rest.setBottom(foot.top())
    if view.buffer_target and rest.height() >= floor.BAR + 2 * GRID:
        strip = QRectF(rest.x(), rest.bottom() - floor.BAR - 2, rest.width(), floor.BAR)
        paint.bar(painter, strip, view.buffer / view.buffer_target, buffer_color(view), thirds=True)
        rest.setBottom(strip.top() - GRID / 2)
    cells(painter, rest.adjusted(0, GRID / 2, -taken, 0), view)


def head(painter: QPainter, room: QRectF, view: ItemView) -> tuple[QRectF, float]:
    """Name and number, the number beneath when there is no room beside it, or the name in two lines.

    Answers the room beneath the name and the width that the number takes of it.
    """
    low = room.height() <= LOW
    sizes = NAME_SIZES[1:] if low else NAME_SIZES
    font = theme.font(sizes[0], bold=True)
    number = text(view.on_hand)
    loud = view.mood in ("warn", "bad")
    taken = paint.width(number, font) + (floor.MARK + GRID if loud else 0) + GRID
    line = paint.line_height(font)
    beside = named(view.name, room.width() - taken, 1, sizes)
    beneath = not whole(beside, room.width() - taken) and room.height() >= 2 * line + floor.CELLS[2]
    name = named(view.name, room.width(), 1, sizes) if beneath else beside
    if not whole(name, room.width() - (0 if beneath else taken)) and room.height() + SLACK >= 2 * line:
        beneath, name = False, named(view.name, room.width() - taken, 2, sizes)
    width = room.width() - (0 if beneath else taken)
    high = height_of([name], width)
    if room.height() < LOW:
        room = room.adjusted(0, (room.height() - high) / 2, 0, 0)
    stack(painter, QRectF(room.x(), room.y(), width, high), [name])
    spot = QRectF(room.x(), room.y() + (high if beneath else 0), room.width(), line if beneath else high)
    paint.draw(painter, spot, number, font, paint.mood_ink(view.mood), paint.RIGHT)
    if loud:
        x = room.right() - paint.width(number, font) - floor.MARK
        paint.mark(painter, QPointF(x, spot.center().y()), view.mood)
    return room.adjusted(0, high, 0, 0), (taken if beneath else 0.0)


def _gauge(painter: QPainter, box: QRectF, view: ItemView) -> None:
    """In a low box the containers are a gauge at the left edge."""
    c = theme.colors()
    rod = QRectF(box.x() + GRID, box.y() + GRID / 2 + 1, GRID, box.height() - GRID - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.sunken)
    painter.drawRoundedRect(rod, 2, 2)
    share = min(1.0, view.full / view.places) if view.places else 0.0
    painter.setBrush(c.blue)
    painter.drawRoundedRect(rod.adjusted(0, rod.height() * (1 - share), 0, 0), 2, 2)


def buffer_color(view: ItemView) -> QColor:
    """Green above two thirds of what the buffer once held, amber above one, red below."""
    c = theme.colors()
    share = view.buffer / max(1, view.buffer_reached)
    return c.green if share > 2 / 3 else c.amber if share > 1 / 3 else c.red


def owes(view: ItemView) -> bool:
    """Whether what is owed is worth a word: not while stock is fine and the next step has just asked."""
    return view.backorders > 0 and view.mood in ("warn", "bad")


def loop_text(view: ItemView, room: float) -> str:
    """What is owed, how fresh a shelf is, or the loop in words, with the buffer where it fits."""
    if owes(view):
        return tr("play.item.owed", count=view.backorders)
    if fresh.shows(view) and view.on_hand:
        return fresh.fitting(view, room)
    if view.to_order:
        return tr("play.item.to_order")
    if view.policy == "kanban":
        short = tr("play.item.kanban", cards=view.cards, size=view.container)
    elif view.policy == "manual":
        short = tr("policy.manual")
    else:
        short = tr("play.item.loop", policy=tr(f"policy.{view.policy}"), target=view.target)
    if not view.buffer_target:
        return short
    full = tr("play.item.buffered", loop=short, buffer=view.buffer)
    return full if paint.width(full, theme.font("small")) <= room else short


def cells(painter: QPainter, room: QRectF, view: ItemView) -> None:
    """Containers in rows, on shelf boards for perishables; a bar when there are too many for the room."""
    places = max(view.places, view.full)
    if not places:
        return
    high = room.height() - (GAP if view.shelf else 0)
    for side in floor.CELLS:
        per_row = int((room.width() + GAP) // (side + GAP))
        rows = int((high + GAP) // (side + GAP))
        if per_row * rows >= places:
            break
    else:
        _fill_bar(painter, room, view, places)
        return
    for place, name in enumerate(_contents(view, places)):
        row, column = divmod(place, per_row)
        box = QRectF(room.x() + column * (side + GAP), room.y() + row * (side + GAP), side, side)
        fresh.container(painter, box, name) if name else shapes.container(painter, box, None)
    if view.shelf:
        _boards(painter, room, side, -(-places // per_row))


def _fill_bar(painter: QPainter, room: QRectF, view: ItemView, places: int) -> None:
    if room.height() >= 4:
        box = QRectF(room.x(), room.y() + 1, room.width(), min(room.height() - 2, 2.0 * GRID))
        if fresh.shows(view):
            fresh.bar(painter, box, view, view.full / places)
        else:
            paint.bar(painter, box, view.full / places, theme.colors().blue)


def _boards(painter: QPainter, room: QRectF, side: int, rows: int) -> None:
    painter.setPen(QPen(theme.colors().edge, 1))
    for row in range(rows):
        y = room.y() + (row + 1) * (side + GAP) - GAP / 2
        painter.drawLine(QPointF(room.x() - 2, y), QPointF(room.right() + 2, y))


def _contents(view: ItemView, places: int) -> Iterator[str]:
    """What lies in each place, the freshest first; empty for an empty place."""
    yield from fresh.of_places(view) if fresh.shows(view) else ["today"] * view.full
    yield from [""] * (places - view.full)
