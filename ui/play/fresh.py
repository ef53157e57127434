"""How fresh a shelf is: its units by age in words and colours; what must go soon is amber, on its last day hatched."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from game.playing.views import ItemView
from ui import theme
from ui.play import paint, shapes
from ui.play.paint import width
from ui.words import tr

Group = tuple[str, int]
"""(name, units)"""
FRESH = ("today", "yesterday", "older")
OLD = ("last", "reduced")
"""Groups that will not be sold at full price much longer."""


def shows(view: ItemView) -> bool:
    """Whether ages can differ on the shelf of an item: it keeps for more than a day."""
    return view.shelf and len(view.ages) > 1


def groups(view: ItemView) -> list[Group]:
    """Units of today, of yesterday, older, marked down, and on their last day; the freshest first, none empty."""
    found: dict[str, int] = {}
    for age, units in enumerate(reversed(view.ages)):
        if units:
            name = _name(age, view)
            found[name] = found.get(name, 0) + units
    return list(found.items())


def _name(age: int, view: ItemView) -> str:
    if age == len(view.ages) - 1:
        return "last"
    if view.reduced is not None and age >= view.reduced:
        return "reduced"
    return ("today", "yesterday")[age] if age < 2 else "older"


def words(view: ItemView) -> str:
    """All groups in one line."""
    return _joined(groups(view))


def fitting(view: ItemView, room: float) -> str:
    """As much of it as a width holds; what must go soon is told last of all to be left out."""
    parts = groups(view)
    for least in ("older", "yesterday", "today", "reduced"):
        if width(_joined(parts), theme.font("small")) <= room or len(parts) == 1:
            break
        parts = [part for part in parts if part[0] != least]
    return _joined(parts)


def _joined(parts: list[Group]) -> str:
    return " \u00b7 ".join(tr(f"play.fresh.{name}", units=units) for name, units in parts)


def of_places(view: ItemView) -> Iterator[str]:
    """The group of what lies in each full container, the freshest first."""
    names = [name for name, units in groups(view) for _ in range(units)] or ["today"]
    for place in range(view.full):
        yield names[min(place * max(1, view.container), len(names) - 1)]


def container(painter: QPainter, box: QRectF, name: str) -> None:
    """A full container, paler with age; amber when what is in it must go soon."""
    shapes.container(painter, box, color(name))
    if name == "last":
        paint.hatch(painter, box, theme.colors().amber_line, box.width() / 4)


def bar(painter: QPainter, box: QRectF, view: ItemView, share: float) -> None:
    """A bar full to a share, its pieces by age side by side."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colors().sunken)
    painter.drawRoundedRect(box, 2, 2)
    parts, x = groups(view), box.x()
    scale = box.width() * min(1.0, share) / max(1, sum(units for _, units in parts))
    for name, units in parts:
        piece = QRectF(x, box.y(), max(2.0, scale * units - 1), box.height())
        x += scale * units
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(name))
        painter.drawRoundedRect(piece, 2, 2)
        if name == "last":
            paint.hatch(painter, piece, theme.colors().amber_line, 2)


def color(name: str) -> QColor:
    """The colour of a group."""
    return theme.colors().amber if name in OLD else shapes.aged(FRESH.index(name), len(FRESH) - 1)
