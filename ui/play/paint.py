"""Strokes shared by all that paints itself on the play page: text that fits, marks of mood, sparklines, arrows."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from game.playing.views import Mood
from ui import theme
from ui.theme import GRID, floor

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter
ELLIPSIS, POINT = "\u2026", " \u00b7"


def fitted(text: str, font: QFont, width: float) -> str:
    """The text, shortened at its end when it is wider than `width`; the only place where text is cut."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width + 0.5:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def width(text: str, font: QFont) -> float:
    """Width of a line of text."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line_height(font: QFont) -> float:
    """Height of a line of text."""
    return math.ceil(QFontMetricsF(font).height())


def draw(painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, align: Qt.AlignmentFlag = LEFT) -> None:
    """One line of text, vertically centred in a box and cut at its width."""
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, align | MIDDLE | Qt.TextFlag.TextDontClip, fitted(text, font, box.width()))


def wrapped(text: str, font: QFont, room: float, most: int = 2) -> list[str]:
    """The text in at most so many lines, none of which ends in a point between parts; the last is cut if it must be."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most - 1:
        count = len(words)
        while count > 1 and width(" ".join(words[:count]), font) > room:
            count -= 1
        if count == 1 and width(words[0], font) > room:
            head, tail = _broken(words[0], font, room)
            lines.append(head)
            words[0] = tail
            continue
        lines.append(" ".join(words[:count]).removesuffix(POINT))
        words = words[count:]
    if words:
        lines.append(" ".join(words))
    return [fitted(line, font, room) for line in lines]


def _broken(word: str, font: QFont, room: float) -> tuple[str, str]:
    """A long word in two, with a hyphen, so that at least three letters stand on each side."""
    most = len(word) - 3
    while most > 3 and width(word[:most] + "-", font) > room:
        most -= 1
    return word[:most] + "-", word[most:]


def mood_color(mood: Mood) -> QColor:
    """The colour of shapes of a mood."""
    c = theme.colors()
    return {"good": c.green, "warn": c.amber, "bad": c.red, "info": c.blue}[mood]


def mood_ink(mood: Mood) -> QColor:
    """The colour of text of a mood, readable on white."""
    c = theme.colors()
    return {"good": c.green, "warn": c.amber_line, "bad": c.red, "info": c.blue}[mood]


def mark(painter: QPainter, center: QPointF, mood: Mood, size: float = floor.MARK) -> None:
    """The mark of a mood: a disc is good, a triangle warns, a diamond is bad, a ring informs."""
    half = size / 2
    painter.setPen(QPen(theme.colors().amber_line, 1) if mood == "warn" else Qt.PenStyle.NoPen)
    painter.setBrush(mood_color(mood))
    if mood == "good":
        painter.drawEllipse(center, half, half)
    elif mood == "info":
        painter.setPen(QPen(mood_color(mood), floor.LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, half - 1, half - 1)
    else:
        reach = half + 1
        diamond = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        triangle = [QPointF(0, -half), QPointF(reach, half), QPointF(-reach, half)]
        painter.drawPolygon(QPolygonF([center + corner for corner in (triangle if mood == "warn" else diamond)]))


def plate(
    painter: QPainter, box: QRectF, edge: QColor | None = None, wide: bool = False, fill: QColor | None = None
) -> None:
    """A white rounded plate with a hair line, or a wide edge when selected or in alarm."""
    c = theme.colors()
    painter.setPen(QPen(edge or c.line, 2 if wide else 1))
    painter.setBrush(fill or c.surface)
    painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)


def bar(painter: QPainter, box: QRectF, share: float, color: QColor, thirds: bool = False) -> None:
    """A level on a pale track; thirds are marked by two notches."""
    c = theme.colors()
    radius = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.sunken)
    painter.drawRoundedRect(box, radius, radius)
    if share > 0:
        painter.setBrush(color)
        filled = QRectF(box.x(), box.y(), max(box.height(), box.width() * min(1.0, share)), box.height())
        painter.drawRoundedRect(filled, radius, radius)
    if thirds:
        painter.setPen(QPen(c.surface, floor.LINE))
        for third in (1, 2):
            x = box.x() + box.width() * third / 3
            painter.drawLine(QPointF(x, box.y()), QPointF(x, box.bottom()))


def hatch(painter: QPainter, box: QRectF, color: QColor, radius: float = GRID) -> None:
    """Diagonal stripes in a rounded box: late, or not yet certain."""
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(box, radius, radius)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, floor.LINE))
    x = box.x() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.y()))
        x += 1.5 * GRID
    painter.restore()


def arrow_head(painter: QPainter, tip: QPointF, angle: float, color: QColor, size: float = floor.ARROW) -> None:
    """A filled head at the end of a line that runs at `angle` (radians)."""
    back = QPointF(math.cos(angle), math.sin(angle)) * size
    side = QPointF(-math.sin(angle), math.cos(angle)) * size * 0.55
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color))
    painter.drawPolygon(QPolygonF([tip, tip - back + side, tip - back - side]))


def focus_ring(painter: QPainter, box: QRectF, radius: float = theme.RADIUS) -> None:
    """The frame of what has the keyboard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colors().focus, floor.LINE))
    painter.drawRoundedRect(box, radius, radius)
