"""The inspector for every kind of thing, on every shipped level, and the way from each thing to the next."""

from pathlib import Path

import pytest

from game.message import Message, render
from game.playing import library
from game.playing.session import Session


def session(tmp_path: Path, level: str, turns: int = 2) -> Session:
    shelf = library.open(tmp_path, workers=0)
    playing = shelf.start(next(card for card in shelf.levels() if card.id == level), 3)
    for _ in range(turns):
        playing.run_turn()
    assert isinstance(playing, Session)
    return playing


@pytest.mark.parametrize("level", sorted(path.stem for path in library.SHIPPED.glob("*.toml")))
def test_all_that_hangs_together_can_be_opened(tmp_path: Path, level: str) -> None:
    playing = session(tmp_path, level)
    waiting = [("item", item.id) for item in playing.level.item]
    seen = set(waiting)
    while waiting:
        view = playing.inspect(*waiting.pop())
        assert view.name
        for one in view.links:
            if (one.kind, one.target) not in seen:
                seen.add((one.kind, one.target))
                waiting.append((one.kind, one.target))
    assert {kind for kind, _ in seen} >= {"item", "stream", "supplier", "price", "route"}
    for project in playing.level.project:
        assert playing.inspect("project", project.id).sections


def test_a_price_tells_what_was_paid(tmp_path: Path) -> None:
    view = session(tmp_path, "pedal-and-sons").inspect("price", "tube/rhein")
    assert set(view.history) == {680.0}, "6.80 a tube, as listed"
    assert {"price", "list_price_offer", "payment", "spend"} <= {fact.name for fact in view.sections[0].facts}


def test_a_tour_is_one_truck_for_all_it_fetches(tmp_path: Path) -> None:
    playing = session(tmp_path, "milk-run")
    view = playing.inspect("route", "frame/tour")
    loads = next(section for section in view.sections if section.name == "load")
    assert len(loads.table) == 4, "frames, wheel sets, seats, buckles"
    links = [link for link in playing.plant().links if link.route == "round"]
    assert [link.idle for link in links] == [True] * 4, "nothing is fetched by it yet"
    assert not any(link.idle for link in playing.plant().links if link.route == "" and link.kind == "supply")


def test_without_a_supplier(tmp_path: Path) -> None:
    facts = session(tmp_path, "pedal-and-sons", 0).inspect("supplier", "rhein").sections[0].facts
    alone = next(fact for fact in facts if fact.name == "survive")
    assert isinstance(alone.value, Message)
    a_day = (12 * 3 + 5 * 5) * 5 / 7 / 0.98
    assert f"lasts {360 / a_day:.1f} d" in render(alone.value), (
        "360 in stock; 3 and 5 to a frame, 2 % scrap, 5 of 7 days"
    )
    assert render(alone.value).endswith("no other source")
