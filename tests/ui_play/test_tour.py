"""A milk run on the floor: one road for all it fetches, and one truck with the load of the day."""

from PySide6.QtCore import QRectF

from game.playing.views import Link, PlantView, Truck
from tests.ui import fake_data as data
from ui.play.roads import spots
from ui.play.routes import routes

BOXES = {
    ("supplier", "a"): QRectF(0, 0, 100, 60),
    ("supplier", "b"): QRectF(0, 100, 100, 60),
    ("item", "x"): QRectF(200, 0, 100, 60),
    ("item", "y"): QRectF(200, 100, 100, 60),
}
LINKS = tuple(Link("supply", ("supplier", a), ("item", b), 0, 5, route="round") for a, b in (("a", "x"), ("b", "y")))


def truck(supplier: str, item: str, left: float, units: int) -> Truck:
    return Truck(supplier, item, units, left, left + 2, False, "round")


def plant(*trucks: Truck) -> PlantView:
    some = data.factory(False)
    return PlantView("factory", some.suppliers, some.items, (), (), LINKS, trucks)


def test_all_that_a_tour_fetches_shares_its_road() -> None:
    ways = routes(plant(), BOXES)
    first, second = (way.track for way in ways)
    assert first == second
    assert {point.y() for point in first} == {80.0}, "level with the middle of all four"
    assert 100 < first[0].x() < first[-1].x() < 200
    assert all(way.material.pointAtPercent(1).x() == 200 for way in ways), "each ends at its stock"


def test_what_left_together_is_one_truck() -> None:
    loads = (truck("a", "x", 3.0, 40), truck("b", "y", 3.0, 60), truck("a", "x", 3.1, 10))
    some = plant(*loads)
    [spot] = spots(some, routes(some, BOXES), None, 4.0)
    assert (spot.load, spot.more) == (100, 1), "40 and 60 on the first, another truck behind it"
