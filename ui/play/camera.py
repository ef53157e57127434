"""How much of the floor is seen: zoom and place of the part shown. Pure arithmetic on sizes in pixels.

Zoom 1 fits the floor into its window. Further in, half of the zoom goes into larger type and half into more room,
so that what was drawn in short shows more of itself.
"""

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSizeF

LEAST, MOST, STEP = 1.0, 4.0, 1.25


class Camera:
    """Zoom, and the corner of the canvas that stands at the upper left of the window."""

    def __init__(self) -> None:
        self.zoom = LEAST
        self.corner = QPointF(0, 0)

    @property
    def magnified(self) -> float:
        """How much larger type is than at zoom 1."""
        return sqrt(self.zoom)

    def canvas(self, window: QSizeF) -> QSizeF:
        """The whole floor in pixels."""
        return window * self.zoom

    def zoom_to(self, zoom: float, window: QSizeF, at: QPointF | None = None) -> bool:
        """Zoom so that what is under a point of the window (its middle) stays there; answers whether it changed."""
        zoom = min(MOST, max(LEAST, zoom))
        if abs(zoom - LEAST) < 0.02:
            zoom = LEAST
        if zoom == self.zoom:
            return False
        spot = at if at is not None else QPointF(window.width() / 2, window.height() / 2)
        self.corner = (self.corner + spot) * (zoom / self.zoom) - spot
        self.zoom = zoom
        self.hold(window)
        return True

    def move(self, by: QPointF, window: QSizeF) -> bool:
        """Move the part shown; answers whether it moved."""
        before = QPointF(self.corner)
        self.corner = self.corner + by
        self.hold(window)
        return before != self.corner

    def hold(self, window: QSizeF) -> None:
        """Keep the part shown within the floor."""
        most = self.canvas(window) - window
        self.corner = QPointF(
            min(max(0.0, self.corner.x()), most.width()), min(max(0.0, self.corner.y()), most.height())
        )

    def show(self, box: QRectF, window: QSizeF) -> bool:
        """Bring a box of the canvas into sight; answers whether anything moved."""
        seen = QRectF(self.corner, window)
        x = min(0.0, box.left() - seen.left()) + max(0.0, box.right() - seen.right())
        y = min(0.0, box.top() - seen.top()) + max(0.0, box.bottom() - seen.bottom())
        return self.move(QPointF(x, y), window)
