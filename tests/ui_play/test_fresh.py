"""How fresh a shelf is told to be, what a till tells, and what is drawn of a crowded floor."""

from game.playing.views import ItemView
from tests.ui_play import plants
from tests.ui_play.conftest import Open
from tests.ui_play.plants import item
from ui.play import fresh
from ui.play.rack import loop_text


def shelf(*ages: int, **more: object) -> ItemView:
    """`ages` from the oldest to today's."""
    return item("Bread", 1, shelf=True, ages=ages, container=10, full=-(-sum(ages) // 10), on_hand=sum(ages), **more)


def test_units_are_told_by_age() -> None:
    view = shelf(5, 7, 0, 11, 20)
    assert fresh.groups(view) == [("today", 20), ("yesterday", 11), ("older", 7), ("last", 5)]


def test_what_is_marked_down_is_a_group_of_its_own() -> None:
    view = shelf(5, 7, 3, 11, 20, reduced=2)
    assert fresh.groups(view)[2:] == [("reduced", 10), ("last", 5)]


def test_containers_hold_the_freshest_first() -> None:
    view = shelf(10, 10, 20)
    assert list(fresh.of_places(view)) == ["today", "today", "yesterday", "last"]


def test_what_must_go_soon_is_the_last_to_be_left_out(open_page: Open) -> None:
    open_page("store")
    view = shelf(5, 7, 0, 11, 20)
    assert loop_text(view, 2000.0) == "today 20 \u00b7 yesterday 11 \u00b7 older 7 \u00b7 last day 5"
    assert loop_text(view, 10.0) == "last day 5"


def test_a_crowded_floor_draws_the_ways_of_what_is_chosen(open_page: Open) -> None:
    floor = open_page("factory", 11, plant=lambda: plants.large(14, 10, 4)).views.floor
    scene = floor.scene
    assert scene.crowded
    chosen = ("item", "part-number-0")
    assert {chosen} == {key for r in scene.vivid(chosen) for key in (r.link.source, r.link.target) if key[0] == "item"}
    floor.zoom(4.0)
    assert not floor.scene.crowded, "from nearer there is room for all"
    assert floor.scene.vivid(chosen) == floor.scene.routes
