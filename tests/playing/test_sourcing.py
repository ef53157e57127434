"""Suppliers side by side, and projects, with figures worked out by hand from the small level and a shipped one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.level import Effect
from game.message import render
from game.playing import library, projects
from game.playing.library import Library
from game.playing.session import Session
from tests.playing.small import begun


def test_before_the_first_turn_promises_stand_alone(shelf: Library) -> None:
    [tube] = begun(shelf).sourcing()
    near, far = tube.offers
    assert (tube.item, near.supplier, far.supplier) == ("tube", "near", "far")
    assert (near.lead, near.on_time, near.payment) == (2.0, 1.0, 7.0)
    assert (near.lead_seen, near.on_time_seen, near.loads, near.spend) == (None, None, 0, 0)
    assert (near.share, near.dependence, far.share) == (1.0, 1.0, 0.0)
    assert [lever.lever for lever in tube.levers] == ["shares", "trip_every", "trip_every"]


def test_how_long_stock_lasts_and_who_could_step_in(shelf: Library) -> None:
    [tube] = begun(shelf).sourcing()
    near, far = tube.offers
    assert near.survive == pytest.approx(120 / 20), "100 and a buffer of 20, at 2 tubes for each of 10 frames a day"
    assert near.replace == far.lead
    assert far.replace == near.lead


def test_what_was_seen_stands_beside_it(shelf: Library) -> None:
    playing = begun(shelf)
    playing.run_turn()
    near, far = playing.sourcing()[0].offers
    arrived = int(playing.run.history.total_flow("arrived")[0, 0])
    assert near.loads > 0
    assert near.lead_seen == pytest.approx(2.0), "it is never late"
    assert near.on_time_seen == 1.0
    assert near.spend == arrived * 200, "2.00 each"
    assert (near.dependence, far.dependence) == (1.0, 0.0)


def test_a_planned_share_shows_at_once(shelf: Library) -> None:
    playing = begun(shelf)
    playing.decide("shares", "tube", {"near": 60, "far": 40})
    assert [offer.share for offer in playing.sourcing()[0].offers] == [0.6, 0.4]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Session]:
    shelf = library.open(tmp_path, workers=0)
    yield shelf.start(next(card for card in shelf.levels() if card.id == "growing-pains"), 3)  # type: ignore[misc]
    shelf.close()


def test_a_project_from_its_begin_to_its_end(shop: Session) -> None:
    office = shop.projects()[0]
    assert (office.id, office.cost, office.days, office.stage, office.share) == (
        "offices-contract",
        0,
        7.0,
        "open",
        0.0,
    )
    assert [render(line).replace("\u2060", "") for line in office.effects] == ["Demand, Offices: +100 %"]
    shop.decide("project", "offices-contract", 1)
    assert shop.projects()[0].lever is not None
    assert shop.projects()[0].lever.planned == 1  # type: ignore[union-attr]
    shop.decide("project", "give-back", 1)
    shop.run_turn()
    office, _, room = shop.projects()
    assert (office.stage, office.share, office.begun_day) == ("done", 1.0, 0)
    assert (room.stage, room.share) == ("runs", 0.25), "7 of 28 days"


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (Effect(parameter="lease", targets=("store-room",), factor=0), "to \u20ac\u00a00"),
        (Effect(parameter="demand", targets=("offices",), factor=0.5), "\u00d7 0.50"),
        (Effect(parameter="lead_time", targets=("coffee/roaster",), add=-2), "\u22122\u00a0d"),
        (Effect(parameter="overhead", add=12.5), "+\u20ac\u00a012.50"),
    ],
)
def test_effects_are_told_in_their_units(shop: Session, effect: Effect, said: str) -> None:
    scene = replace(shop._scene)
    words = render(projects.told(scene, effect)).replace("\u2060", "")
    assert words.replace("\u00a0", " ").endswith(said.replace("\u00a0", " ")), words


def test_what_is_overdue_is_not_on_time(tmp_path: Path) -> None:
    shelf = library.open(tmp_path, workers=0)
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "pedal-and-sons"), 7)
    for _ in range(10):
        playing.run_turn()
    gears = next(view for view in playing.sourcing() if view.item == "gears")
    far = next(offer for offer in gears.offers if offer.supplier == "shenzhen")
    late = [truck for truck in playing.plant().trucks if truck.supplier == "shenzhen" and truck.promised_day < 70]
    assert late, "the port has been closed since day 50, and a load was promised before day 70"
    assert far.on_time_seen is not None
    assert far.on_time_seen <= 1 - len(late) / far.loads
    shelf.close()
