"""Icons of `assets/icons`, drawn in a token's colour at the screen's resolution."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[2] / "assets" / "icons"


def renderer(name: str, color: QColor) -> QSvgRenderer:
    """The drawing of an icon with its `currentColor` replaced."""
    text = (ICONS / f"{name}.svg").read_text("utf-8").replace("currentColor", color.name())
    return QSvgRenderer(QByteArray(text.encode()))


def paint(painter: QPainter, name: str, color: QColor, box: QRectF) -> None:
    """Draw an icon into a box."""
    renderer(name, color).render(painter, box)


def pixmap(name: str, color: QColor, size: int = 16, ratio: float = 1.0, gap: int = 0) -> QPixmap:
    """An icon as a picture of `size` pixels at scale `ratio`, with an empty `gap` at its right."""
    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer(name, color).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, color: QColor, disabled: QColor | None = None, size: int = 16, gap: int = 0) -> QIcon:
    """An icon for buttons, sharp at scales 1, 2 and 3."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(pixmap(name, color, size, ratio, gap))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, ratio, gap), QIcon.Mode.Disabled)
    return made
