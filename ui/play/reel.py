"""A moving floor: what stands still is kept as a picture, and only things that changed are drawn into it again.

Cards and trucks walk over the picture. `Reel.show` takes a moment of a playback; things that wait for their turn
to be drawn are drawn at the next one, so that no frame takes long.
"""

from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from game.level import Level
from game.playing.views import ItemView, PlantView, Playback
from ui import theme
from ui.play import picture, shapes
from ui.play.layout import Key
from ui.play.roads import Spot, spots
from ui.play.scene import Scene, build
from ui.play.things import View, draw_thing, names_of, things_of
from ui.theme import floor

QUARTERS = 4
BUDGET = 0.003
"""Seconds a frame may spend on drawing things again."""
MARGIN = 2


class _Stamps:
    """Cards and trucks drawn once each, as pictures that are only put in their places."""

    def __init__(self, scale: float, ratio: float) -> None:
        self._scale, self._ratio = scale, ratio
        self._made: dict[object, QPixmap] = {}

    def card(self) -> QPixmap:
        """A kanban card, its middle in the middle."""
        if "card" not in self._made:
            wide, high = floor.CARD
            made, painter = self._blank(wide, high)
            shapes.card(painter, QPointF(wide / 2 + MARGIN, high / 2 + MARGIN))
            painter.end()
            self._made["card"] = made
        return self._made["card"]

    def truck(self, load: str, late: bool) -> QPixmap:
        """A truck with its load."""
        if (load, late) not in self._made:
            made, painter = self._blank(*floor.TRUCK)
            shapes.truck(painter, QRectF(MARGIN, MARGIN, *floor.TRUCK), load, late)
            painter.end()
            self._made[load, late] = made
        return self._made[load, late]

    def _blank(self, wide: float, high: float) -> tuple[QPixmap, QPainter]:
        size = QSizeF(wide + 2 * MARGIN, high + 2 * MARGIN) * self._scale * self._ratio
        made = QPixmap(size.toSize())
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        return made, painter


class Reel:
    """One playback on a floor of a size, seen through a transformation."""

    def __init__(self, film: Playback, level: Level, canvas: QSizeF, scale: float, selected: Key | None) -> None:
        self._film, self._level, self._selected = film, level, selected
        self.scene = build(_busiest(film), level, canvas, film.first_day, scale)
        self._vivid = self.scene.vivid(selected)
        self._names = names_of(film.frames[-1])
        self._wanted: dict[Key, View] = dict(things_of(film.frames[0]))
        self._drawn: dict[Key, View] = {}
        self._ground: QPixmap | None = None
        self._bare = QPixmap()
        self._way, self._stamps = QTransform(), _Stamps(scale, 1.0)
        self._counts = [_counts(self.scene, frame) for frame in film.frames]
        self._moment = 0.0

    def prepare(self, window: QSize, ratio: float, corner: QPointF) -> None:
        """Draw all of the first moment."""
        self._ground = QPixmap(window * ratio)
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(theme.colors().floor)
        self._way = QTransform.fromTranslate(-corner.x(), -corner.y()).scale(self.scene.scale, self.scene.scale)
        self._stamps = _Stamps(self.scene.scale, ratio)
        painter = self._painter()
        picture.ground(painter, self.scene)
        picture.routes(painter, self.scene, self._selected)
        self._bare = self._ground.copy()
        self._redraw(painter, forever=True)
        painter.end()

    def _painter(self) -> QPainter:
        assert self._ground is not None
        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._way)
        return painter

    def show(self, moment: float) -> None:
        """Move to a moment in periods since the start of the turn."""
        self._moment = min(max(0.0, moment), float(self._film.periods))
        at = min(int(self._moment), self._film.periods - 1)
        part = int((self._moment - at) * QUARTERS) / QUARTERS
        now, then = self._film.frames[at], self._film.frames[at + 1]
        self._wanted = {
            key: _between(view, after, part)
            for (key, view), (_, after) in zip(things_of(now), things_of(then), strict=True)
        }
        if self._ground is not None:
            painter = self._painter()
            self._redraw(painter)
            painter.end()

    def _redraw(self, painter: QPainter, forever: bool = False) -> None:
        until = perf_counter() + BUDGET
        for key, view in self._wanted.items():
            if self._drawn.get(key) == view:
                continue
            if not forever and perf_counter() > until:
                return
            box = self.scene.boxes[key]
            edge = theme.colors().teal if key == self._selected else None
            if not forever:
                self._wipe(painter, box)
            draw_thing(painter, box, view, self._names, edge)
            self._drawn[key] = view

    def _wipe(self, painter: QPainter, box: QRectF) -> None:
        """Bring back the ground beneath a thing: its edge may have been wider."""
        around = box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        spot = QRectF(self._way.mapRect(around).toAlignedRect())
        painter.resetTransform()
        ratio = self._bare.devicePixelRatio()
        painter.drawPixmap(spot, self._bare, QRectF(spot.topLeft() * ratio, spot.size() * ratio))
        painter.setTransform(self._way)

    def paint(self, painter: QPainter, window: QRectF) -> None:
        """Paint the moment."""
        assert self._ground is not None
        painter.drawPixmap(window.topLeft(), self._ground)
        at = min(int(self._moment), self._film.periods - 1)
        scene, day = self.scene, self._film.day(self._moment)
        on_road = spots(self._film.frames[at + 1], scene.routes, scene.dock, day)
        walking = list(picture.walking(self._vivid, self._counts[at], self._moment - at))
        self._stamp(painter, walking, on_road)
        painter.setTransform(self._way, combine=True)
        now = replace(scene, spots=on_road)
        picture.counts(painter, now, self._level, walking)
        picture.captions(painter, now, self._level)

    def _stamp(self, painter: QPainter, cards: list[tuple[QPointF, int]], on_road: tuple[Spot, ...]) -> None:
        card = self._stamps.card()
        corner = QPointF(floor.CARD[0] / 2 + MARGIN, floor.CARD[1] / 2 + MARGIN)
        for spot, _ in cards:
            painter.drawPixmap(self._way.map(spot - corner), card)
        for truck in on_road:
            first = truck.trucks[0]
            picked = self._stamps.truck(picture.load(truck.load), first.late)
            painter.drawPixmap(self._way.map(truck.box.topLeft() - QPointF(MARGIN, MARGIN)), picked)


def _counts(scene: Scene, plant: PlantView) -> dict[int, int]:
    """Cards at a moment by the identity of their route."""
    signals = {(link.kind, link.source, link.target): link.signals for link in plant.links}
    return {id(r): signals.get((r.link.kind, r.link.source, r.link.target), 0) for r in scene.routes}


def _busiest(film: Playback) -> PlantView:
    """The floor at its end, with an arrow for every card that walks in between."""
    last = film.frames[-1]
    most = [max(signals) for signals in zip(*([link.signals for link in f.links] for f in film.frames), strict=True)]
    links = tuple(replace(link, signals=count) for link, count in zip(last.links, most, strict=True))
    return replace(last, links=links)


def _between(view: View, after: View, part: float) -> View:
    """A stock that falls does so bit by bit; anything else changes when the period is over."""
    if not isinstance(view, ItemView) or not isinstance(after, ItemView) or after.on_hand >= view.on_hand or not part:
        return view
    units = round(view.on_hand + (after.on_hand - view.on_hand) * part)
    return replace(view, on_hand=units, full=-(-max(0, units) // max(1, view.container)))
