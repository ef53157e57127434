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
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from game.level import Level
from game.playing.views import PlantView
from ui import theme
from ui.play import nodes, paint, picture, rack
from ui.play.layout import Key
from ui.play.scene import Scene, Spot, build
from ui.play.tips import plant_text, thing_tip, truck_tip
from ui.theme import GRID
from ui.words import tr

ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class Floor(QWidget):
    """The plant; `chosen(kind, id)` asks for the inspector."""

    chosen = Signal(str, str)
    entered = Signal()

    def __init__(self, level: Level) -> None:
        super().__init__()
        self._level = level
        self._plant: PlantView | None = None
        self._day = 0.0
        self._scene: Scene | None = None
        self._selected: Key | None = None
        self._cursor: Key | None = None
        self._hover: Key | None = None
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
        if self._scene is None:
            assert self._plant is not None
            self._scene = build(self._plant, self._level, QSizeF(self.size()), self._day)
        return self._scene

    @property
    def cursor_key(self) -> Key | None:
        """The thing that the arrow keys stand on."""
        return self._cursor

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out anew."""
        self._scene = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground, links, things and trucks."""
        if self._plant is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = self.scene
        painter.scale(scene.scale, scene.scale)
        picture.ground(painter, scene)
        picture.routes(painter, scene)
        picture.cards(painter, scene)
        self._draw_things(painter, self._plant, scene)
        picture.trucks(painter, scene, self._level)
        if self.hasFocus() and self._cursor in scene.boxes:
            paint.focus_ring(painter, scene.boxes[self._cursor].adjusted(-4, -4, 4, 4), theme.RADIUS + 4)

    def _draw_things(self, painter: QPainter, plant: PlantView, scene: Scene) -> None:
        names = {item.id: item.name for item in plant.items}
        boxes = scene.boxes
        for supplier in plant.suppliers:
            nodes.supplier(painter, boxes["supplier", supplier.id], supplier, self._edge(("supplier", supplier.id)))
        for item in plant.items:
            rack.item(painter, boxes["item", item.id], item, self._edge(("item", item.id)))
        for station in plant.stations:
            made = names.get(station.item or "", "")
            nodes.station(painter, boxes["station", station.id], station, made, self._edge(("station", station.id)))
        for stream in plant.streams:
            nodes.stream(painter, boxes["stream", stream.id], stream, self._edge(("stream", stream.id)))

    def _edge(self, key: Key) -> QColor | None:
        return theme.colors().teal if key == self._selected else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open what was clicked; a truck opens its supplier."""
        key = self._at(event.position())
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show that a thing can be clicked."""
        key = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, open, select a loop; anything else goes on to the page."""
        key = event.key()
        if key in ARROWS:
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
            QToolTip.showText(event.globalPos(), tip, self) if tip else QToolTip.hideText()
            return True
        return super().event(event)

    def _tip(self, spot: QPointF) -> str:
        assert self._plant is not None
        truck = self._spot(spot)
        if truck is not None:
            return truck_tip(truck.trucks, self._plant, self._level)
        key = self._thing(spot)
        return thing_tip(key, self._plant) if key else ""

    def _at(self, position: QPointF) -> Key | None:
        spot = self._spot(position)
        return ("supplier", spot.trucks[0].supplier) if spot else self._thing(position)

    def _spot(self, position: QPointF) -> Spot | None:
        at = position / self.scene.scale
        return next((spot for spot in self.scene.spots if spot.box.contains(at)), None)

    def _thing(self, position: QPointF) -> Key | None:
        at = position / self.scene.scale
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
        goal = self._beside(across, down) if self._cursor in self.scene.boxes else self.scene.columns[0][0]
        if goal is not None:
            self._cursor = goal
            self.setAccessibleDescription(thing_tip(goal, self._plant) if self._plant else "")
            self.update()

    def _beside(self, across: int, down: int) -> Key | None:
        """The next thing: along a link where there is one, else the nearest of the next column; rows by height."""
        scene, here = self.scene, self._cursor
        assert here is not None
        column = next(i for i, keys in enumerate(scene.columns) if here in keys)
        if down:
            row = scene.columns[column].index(here) + down
            return scene.columns[column][row] if 0 <= row < len(scene.columns[column]) else None
        ends = [(r.link.source, r.link.target) for r in scene.routes]
        linked = [b for a, b in ends if a == here] if across > 0 else [a for a, b in ends if b == here]
        if not linked and 0 <= column + across < len(scene.columns):
            linked = list(scene.columns[column + across])
        middle = scene.boxes[here].center().y()
        return min(linked, key=lambda key: abs(scene.boxes[key].center().y() - middle), default=None)


def box_of(floor: Floor, key: Key) -> QRectF:
    """Where a thing is in pixels of the widget."""
    scene = floor.scene
    box = scene.boxes[key]
    return QRectF(box.topLeft() * scene.scale, box.size() * scene.scale)
