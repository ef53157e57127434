"""The things of the floor by their keys, and how each is drawn."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from game.playing.views import ItemView, PlantView, StationView, StreamView, SupplierView
from ui.play import nodes, rack
from ui.play.layout import Key

View = SupplierView | ItemView | StationView | StreamView


def things_of(plant: PlantView) -> Iterator[tuple[Key, View]]:
    """All things with their keys, in the order they are drawn."""
    yield from ((("supplier", one.id), one) for one in plant.suppliers)
    yield from ((("item", one.id), one) for one in plant.items)
    yield from ((("station", one.id), one) for one in plant.stations)
    yield from ((("stream", one.id), one) for one in plant.streams)


def names_of(plant: PlantView) -> dict[str, str]:
    """Names of the items by id."""
    return {item.id: item.name for item in plant.items}


def draw_thing(painter: QPainter, box: QRectF, view: View, names: dict[str, str], edge: QColor | None) -> None:
    """Draw one thing into its box; `edge` marks the one that is selected."""
    match view:
        case SupplierView():
            nodes.supplier(painter, box, view, edge)
        case ItemView():
            rack.item(painter, box, view, edge)
        case StationView():
            nodes.station(painter, box, view, names.get(view.item or "", ""), edge)
        case StreamView():
            nodes.stream(painter, box, view, edge)


def thing_names(plant: PlantView) -> dict[str, str]:
    """Names of suppliers, items and projects by id."""
    suppliers, items = ({one.id: one.name for one in plant.suppliers}, names_of(plant))
    return suppliers | items | dict(plant.projects)
