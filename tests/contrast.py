"""Which words of a widget are too faint, by what is really painted: the ground of each against its strongest pixel."""

import numpy as np
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ui import theme

LEAST = 4.2
"""A little below what is demanded of the colours: thin strokes lie between pixels and do not quite reach theirs."""


def faint(widget: QWidget) -> list[str]:
    """Texts of enabled labels, buttons and fields that stand out less than they must, on the theme's surface."""
    picture = pixels(widget.grab())
    found = []
    for one in [*widget.findChildren(QLabel), *widget.findChildren(QPushButton), *widget.findChildren(QLineEdit)]:
        words = one.text()
        if one.isVisibleTo(widget) and one.isEnabled() and any(letter.isalnum() for letter in words):
            box = QRect(one.mapTo(widget, QPoint(0, 0)), one.size()).intersected(widget.rect())
            if box.width() > 2 and box.height() > 2 and _strongest(picture, box) < LEAST:
                found.append(words)
    return found


def pixels(shown: QPixmap) -> np.ndarray:
    """`[y, x]` as 0xRRGGBB."""
    plain = QImage(shown.size(), QImage.Format.Format_RGB32)
    plain.fill(theme.colors().surface)
    painter = QPainter(plain)
    painter.drawPixmap(0, 0, shown)
    painter.end()
    flat = np.frombuffer(plain.constBits(), dtype=np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return flat[:, : plain.width()] & 0xFFFFFF


def _strongest(picture: np.ndarray, box: QRect) -> float:
    """The contrast of the commonest colour within a box with the one farthest from it."""
    colours, counts = np.unique(picture[box.top() + 1 : box.bottom(), box.left() + 1 : box.right()], return_counts=True)
    light = _light(colours)
    ground = light[counts.argmax()]
    return float(((np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)).max())


def _light(colours: np.ndarray) -> np.ndarray:
    """Relative luminance, as the accessibility guidelines define it."""
    parts = np.stack([colours >> shift & 0xFF for shift in (16, 8, 0)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.array([0.2126, 0.7152, 0.0722]) @ linear)
