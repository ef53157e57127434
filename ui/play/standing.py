"""Where cards and captions stand on the ways of a floor that is still: beside one another, trucks and things."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF

from game.level import Level
from ui import theme
from ui.play import paint
from ui.play.layout import Key
from ui.play.numbers import day_short, weekday_of
from ui.play.roads import Spot
from ui.play.routes import Route
from ui.play.scene import Scene
from ui.theme import GRID, floor
from ui.words import tr

MOST_CARDS = 3
CAPTION_ROOM = 20 * GRID
LANE = 4
"""Ways of one lane that have room for more than a card each."""
STEP = 5 * GRID
"""Length of way that a card takes."""


def shown(route: Route, signals: int, most: int = MOST_CARDS) -> int:
    """How many cards a way has room for."""
    if not signals or route.signal is None:
        return 0
    return min(signals, most, max(1, int(route.signal.length() // STEP)))


def cards(scene: Scene, level: Level, chosen: Key | None) -> list[tuple[QPointF, int]]:
    """Where cards stand, and how many more stand with the first of a way: those that would cover something."""
    taken = [*(truck_room(spot) for spot in scene.spots), *scene.boxes.values()]
    taken += [box for box, _, _ in captions(scene, level)]
    found: list[tuple[QPointF, int]] = []
    ways = [route for route in scene.vivid(chosen) if route.calls]
    lanes = Counter(route.lane for route in ways)
    for route in ways:
        most = MOST_CARDS if lanes[route.lane] <= LANE else 1
        placed = list(_placed(route, shown(route, route.link.signals, most), taken))
        taken += [_card_room(spot) for spot in placed]
        found += [(spot, 0 if place else route.link.signals - len(placed)) for place, spot in enumerate(placed)]
    return found


def _placed(route: Route, count: int, taken: list[QRectF]) -> Iterator[QPointF]:
    """At least one card of a way, and the others as far as they find room near their even places."""
    track, own, alone = route.back, list[QRectF](), True
    for place in range(count):
        wish = (place + 1) / (count + 1) * (len(track) - 1)
        near = sorted(range(1, len(track) - 1), key=lambda at: abs(at - wish))
        free = (track[at] for at in near if not _covers(_card_room(track[at]), [*taken, *own]))
        spot = next(free, None)
        if spot is None and alone:
            spot = track[round(wish)]
        if spot is not None:
            alone = False
            own.append(_card_room(spot))
            yield spot


def _area(box: QRectF) -> float:
    return box.width() * box.height()


def _covers(box: QRectF, others: list[QRectF]) -> bool:
    return any(box.intersects(other) for other in others)


def _card_room(spot: QPointF) -> QRectF:
    wide, high = floor.CARD
    return QRectF(spot.x() - wide / 2, spot.y() - high / 2, wide, high).adjusted(-1, -1, 1, 1)


def counts(scene: Scene, level: Level, spots: list[tuple[QPointF, int]]) -> Iterator[tuple[QRectF, str]]:
    """Where the numbers of further cards stand: beside the first, where they cover least."""
    taken = [*(truck_room(spot) for spot in scene.spots), *scene.boxes.values()]
    taken += [box for box, _, _ in captions(scene, level)]
    taken += [_card_room(spot) for spot, _ in spots]
    font = theme.font("small", bold=True)
    for card, more in spots:
        if not more:
            continue
        words = tr("play.truck.more", count=more)
        places = _beside(card, QSizeF(paint.width(words, font) + 2, 4 * GRID))
        box = min(places, key=lambda one: sum(_area(one.intersected(other)) for other in taken))
        taken.append(box)
        yield box, words


def _beside(card: QPointF, size: QSizeF) -> Iterator[QRectF]:
    """Places for a number: above, below, to the right and to the left of a card."""
    across, down = (floor.CARD[0] + size.width()) / 2 + 2, (floor.CARD[1] + size.height()) / 2 + 2
    for x, y in ((0.0, -down), (0.0, down), (across, 0.0), (-across, 0.0)):
        box = QRectF(QPointF(0, 0), size)
        box.moveCenter(card + QPointF(x, y))
        yield box


def truck_room(spot: Spot) -> QRectF:
    """A truck and what stands close to it."""
    return spot.box.adjusted(-2, -2, 2, 2)


def captions(scene: Scene, level: Level) -> Iterator[tuple[QRectF, str, bool]]:
    """What stands above the trucks, else below, and whether they are late.

    Where there are many, or no room, late ones alone have a caption.
    """
    dense = len(scene.spots) * CAPTION_ROOM > scene.size.height()
    taken = [*(spot.box for spot in scene.spots), *scene.boxes.values()]
    font = theme.font("small")
    for spot in scene.spots:
        late = spot.late > 0
        if dense and not late:
            continue
        words = caption(spot, level)
        wide = paint.width(words, font) + GRID
        middle = min(max(spot.box.center().x(), spot.left + wide / 2), spot.right - GRID - wide / 2)
        above = QRectF(middle - wide / 2, spot.box.top() - paint.line_height(font), wide, paint.line_height(font))
        below = above.translated(0, spot.box.height() + above.height())
        box = next((one for one in (above, below) if not _covers(one.adjusted(1, 2, -1, -2), taken)), None)
        if box is not None or late:
            taken.append(box or above)
            yield box or above, words, late


def caption(spot: Spot, level: Level) -> str:
    """How many are late, or the promised day, and how many more trucks there are; shorter where the road is."""
    if spot.late:
        words, more = tr("play.truck.late" if spot.late == 1 else "play.truck.late_many", count=spot.late), spot.more
        rest = more + 1 - spot.late
        return f"{words} {tr('play.truck.more', count=rest)}" if rest else words
    day = spot.trucks[0].promised_day
    if not spot.more:
        return day_short(level, day)
    more_words = tr("play.truck.more", count=spot.more)
    whole = f"{day_short(level, day)} {more_words}"
    fits = paint.width(whole, theme.font("small")) + 2 * GRID <= spot.right - spot.left
    return whole if fits else f"{weekday_of(level, day)} {more_words}"
