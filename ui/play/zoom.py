"""Buttons that zoom the floor: closer; once it is closer also farther, and how far, which shows all of it again."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.play.camera import LEAST, MOST, STEP
from ui.play.numbers import percent
from ui.play.view import Floor
from ui.theme import GRID
from ui.widgets import button
from ui.words import tr

WIDE = 13 * GRID


class ZoomTools(QFrame):
    """The zoom of one floor."""

    def __init__(self, floor: Floor) -> None:
        super().__init__(floor)
        self._floor = floor
        self.setProperty("role", "stepper")
        self.setAccessibleName(tr("play.zoom.name"))
        self.out = button("\u2212", "zoom", lambda: floor.zoom(1 / STEP), name=tr("play.zoom.out"))
        self.fit = button("", "zoom-wide", lambda: floor.zoom(0), name=tr("play.zoom.fit"))
        self.into = button("+", "zoom", lambda: floor.zoom(STEP), name=tr("play.zoom.in"))
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 1, 1, 1)
        line.setSpacing(0)
        for one in (self.out, self.fit, self.into):
            one.setToolTip(one.accessibleName())
            line.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        self.fit.setFixedWidth(WIDE)
        floor.zoomed.connect(self.show_zoom)
        floor.installEventFilter(self)
        self.show_zoom(LEAST)

    def show_zoom(self, zoom: float) -> None:
        """Show how far the floor is zoomed."""
        self.fit.setText(percent(zoom))
        self.out.setVisible(zoom > LEAST)
        self.fit.setVisible(zoom > LEAST)
        self.into.setEnabled(zoom < MOST)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the corner when the floor changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """In the upper right corner of the floor."""
        self.adjustSize()
        self.move(self._floor.width() - self.width(), 0)
