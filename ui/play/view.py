"""The floor: the plant as a picture that can be clicked and walked with the arrow keys.

Arrows follow the flow, Enter opens a thing in the inspector, 1 to 9 select a loop, Tab leaves. It is painted from
the `PlantView` alone; screen readers get a description here and the same plant as a table beside it.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from game.level import Level
from game.playing.views import PlantView, Playback
from ui import theme
from ui.play import paint, picture
from ui.play.camera import STEP, Camera
from ui.play.layout import Key
from ui.play.reel import Reel
from ui.play.roads import Spot
from ui.play.scene import Scene, build, fit
from ui.play.things import draw_thing, names_of, things_of
from ui.play.tips import plant_text, thing_tip, truck_tip
from ui.play.walk import beside
from ui.theme import GRID
from ui.widgets import plain
from ui.words import tr

ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip

PAN = 20 * GRID


class Floor(QWidget):
    """The plant; `chosen(kind, id)` asks for the inspector."""

    chosen = Signal(str, str)
    entered = Signal()
    zoomed = Signal(float)

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self._plant: PlantView | None = None
        self._day = 0.0
        self._scene: Scene | None = None
        self._selected: Key | None = None
        self._cursor: Key | None = None
        self.camera = Camera()
        self._held: QPointF | None = None
        self._film: Playback | None = None
        self._reel: Reel | None = None
        self._moment = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("play.floor.name"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(100 * GRID, 60 * GRID)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As large as it may be."""
        return QSize(200 * GRID, 120 * GRID)

    def show_plant(self, plant: PlantView, day: float) -> None:
        """Show the plant as it is at the start of a day."""
        self._plant, self._day, self._scene = plant, day, None
        self.setAccessibleDescription(f"{plant_text(plant)} {tr('play.floor.keys')}")
        self.update()

    def select(self, key: Key | None) -> None:
        """Mark the thing that the inspector shows."""
        self._selected = key
        if key in self.scene.boxes:
            self._cursor = key
        self.update()

    @property
    def scene(self) -> Scene:
        """The geometry in force."""
        if self._reel is not None:
            return self._reel.scene
        if self._scene is None:
            assert self._plant is not None
            self._scene = build(self._plant, self._level, self._canvas, self._day, self._scale)
        return self._scene

    @property
    def _window(self) -> QSizeF:
        return QSizeF(self.size())

    @property
    def _canvas(self) -> QSizeF:
        return self.camera.canvas(self._window)

    @property
    def _scale(self) -> float:
        return fit(self._window) * self.camera.magnified

    def play(self, film: Playback) -> None:
        """Begin to play a turn back."""
        self._film = film
        self._reel = Reel(film, self._level, self._canvas, self._scale, self._selected)
        self._reel.prepare(self.size(), self.devicePixelRatioF(), self.camera.corner)
        self.show_moment(0.0)

    def show_moment(self, moment: float) -> None:
        """Show a moment of the turn that is played back, in periods."""
        self._moment = moment
        if self._reel is not None:
            self._reel.show(moment)
            self.update()

    def stop(self) -> None:
        """Back to the plant as it is."""
        self._reel = self._film = None
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor about a point of the window; 0 fits the whole floor."""
        if self.camera.zoom_to(self.camera.zoom * factor, self._window, at):
            self._moved(anew=True)

    def pan(self, by: QPointF) -> None:
        """Move the part shown by so many pixels."""
        if self.camera.move(by, self._window):
            self._moved()

    def _moved(self, anew: bool = False) -> None:
        if anew:
            self._scene = None
            self.zoomed.emit(self.camera.zoom)
        if self._film is not None:
            moment = self._moment
            self.play(self._film)
            self.show_moment(moment)
        self.update()

    @property
    def cursor_key(self) -> Key | None:
        """The thing that the arrow keys stand on."""
        return self._cursor

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out anew."""
        self.camera.hold(self._window)
        self._scene = None
        self._moved()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground, links, things and trucks; or the moment of a turn that is played back."""
        if self._plant is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._reel is not None:
            self._reel.paint(painter, QRectF(self.rect()))
            return
        scene = self.scene
        painter.translate(-self.camera.corner)
        painter.scale(scene.scale, scene.scale)
        picture.ground(painter, scene)
        picture.routes(painter, scene, self._selected)
        names = names_of(self._plant)
        for key, view in things_of(self._plant):
            draw_thing(painter, scene.boxes[key], view, names, self._edge(key))
        picture.cards(painter, scene, self._level, self._selected)
        picture.trucks(painter, scene, self._level)
        if self.hasFocus() and self._cursor in scene.boxes:
            paint.focus_ring(painter, scene.boxes[self._cursor].adjusted(-4, -4, 4, 4), theme.RADIUS + 4)

    def _edge(self, key: Key) -> QColor | None:
        return theme.colors().teal if key == self._selected else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open what was clicked (a truck opens its route); else take hold of the floor."""
        key = self._at(event.position())
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(key)
        elif self.camera.zoom > 1:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the floor, or show that a thing can be clicked."""
        if self._held is not None:
            self.pan(self._held - event.position())
            self._held = event.position()
            return
        free = Qt.CursorShape.OpenHandCursor if self.camera.zoom > 1 else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._at(event.position()) else free)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """With Ctrl zoom about the mouse, else move."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (turned.y() / 120), event.position())
        elif self.camera.zoom > 1:
            self.pan(-QPointF(event.pixelDelta() if not event.pixelDelta().isNull() else turned))
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, open, select a loop; anything else goes on to the page."""
        key = event.key()
        if key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(QPointF(*ARROWS[Qt.Key(key)]) * PAN)
        elif key in ARROWS:
            self._walk(*ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor:
            self._open(self._cursor)
            self.entered.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._select_loop(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Stand on something as soon as the floor has the keyboard."""
        if self._cursor is None and self._plant is not None and self.scene.columns:
            self._cursor = self.scene.columns[0][0]
        self.update()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tool-tips by place."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._plant is not None:
            tip = self._tip(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain(tip), self) if tip else QToolTip.hideText()
            return True
        return super().event(event)

    def _tip(self, spot: QPointF) -> str:
        assert self._plant is not None
        truck, key = self._spot(spot), self._thing(spot)
        if truck is not None:
            return truck_tip(truck.trucks, self._plant, self._level)
        return thing_tip(key, self._plant) if key else ""

    def _at(self, position: QPointF) -> Key | None:
        spot = self._spot(position)
        return (
            self._thing(position)
            if spot is None
            else ("route", "/".join((spot.trucks[0].item, spot.trucks[0].supplier)))
        )

    def _spot(self, position: QPointF) -> Spot | None:
        at = self._inside(position)
        return next((spot for spot in self.scene.spots if spot.box.contains(at)), None)

    def _inside(self, position: QPointF) -> QPointF:
        """A point of the window as one of the scene."""
        return (position + self.camera.corner) / self.scene.scale

    def _thing(self, position: QPointF) -> Key | None:
        at = self._inside(position)
        return next((key for key, box in self.scene.boxes.items() if box.contains(at)), None)

    def _open(self, key: Key) -> None:
        self._cursor = key
        self.chosen.emit(*key)
        self.update()

    def _select_loop(self, number: int) -> None:
        assert self._plant is not None
        if number < len(self._plant.items):
            self._open(("item", self._plant.items[number].id))

    def _walk(self, across: int, down: int) -> None:
        known = self._cursor is not None and self._cursor in self.scene.boxes
        goal = beside(self.scene, self._cursor, across, down) if known and self._cursor else self.scene.columns[0][0]
        if goal is not None:
            self._cursor = goal
            self._reveal(goal)
            self.setAccessibleDescription(thing_tip(goal, self._plant) if self._plant else "")
            self.update()

    def _reveal(self, key: Key) -> None:
        """Bring a thing into sight."""
        box, scale = self.scene.boxes[key].adjusted(-GRID, -GRID, GRID, GRID), self.scene.scale
        if self.camera.show(QRectF(box.topLeft() * scale, box.size() * scale), self._window):
            self._moved()
