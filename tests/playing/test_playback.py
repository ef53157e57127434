"""A playback begins as the floor stood before the turn and ends as it stands after it."""

import dataclasses
from pathlib import Path

import pytest

from game.playing import library
from game.playing.views import PlantView

NUMBERS = ("on_hand", "on_order", "backorders", "full", "places", "buffer", "ages")


def told(plant: PlantView) -> dict[str, object]:
    """What a record knows exactly: stocks, trucks, cards of stations."""
    items = {item.id: [getattr(item, name) for name in NUMBERS] for item in plant.items}
    trucks = sorted((t.supplier, t.item, t.units, t.left_day, t.late) for t in plant.trucks)
    cards = [(link.source, link.target, link.signals) for link in plant.links if link.kind in ("make", "use", "move")]
    return {"items": items, "trucks": trucks, "cards": cards}


@pytest.mark.parametrize("level", ["pedal-and-sons", "corner-bakery", "first-cards"])
def test_first_and_last_frame_are_the_floor_before_and_after(tmp_path: Path, level: str) -> None:
    shelf = library.open(tmp_path, "en")
    playing = shelf.start(next(card for card in shelf.levels() if card.id == level), 7)
    assert playing.playback() is None
    for _ in range(10):
        before = told(playing.plant())
        playing.run_turn()
        if playing.finished:
            break
        film = playing.playback()
        assert film is not None
        assert film.periods == playing.level.calendar.days_per_turn * playing.level.calendar.periods_per_day
        assert told(film.frames[0]) == before
        assert told(film.frames[-1]) == told(playing.plant())
    shelf.close()


def test_between_them_stock_moves_only_by_what_the_record_holds(tmp_path: Path) -> None:
    shelf = library.open(tmp_path, "en")
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "first-cards"), 7)
    playing.run_turn()
    film = playing.playback()
    assert film is not None
    history = playing.run.history
    for at, plant in enumerate(film.frames[1:]):
        stock = [item.on_hand + item.buffer for item in plant.items]
        assert stock == history.level("stock")[at, :, 0].tolist()
    assert film.day(0) == 0
    assert film.day(film.periods) == playing.level.calendar.days_per_turn
    assert dataclasses.is_dataclass(film)
    shelf.close()


def test_the_last_turn_plays_back_with_the_run_out(tmp_path: Path) -> None:
    shelf = library.open(tmp_path, "en")
    playing = shelf.start(next(card for card in shelf.levels() if card.id == "growing-pains"), 7)
    while not playing.finished:
        before = told(playing.plant())
        playing.run_turn()
    film = playing.playback()
    assert film is not None
    calendar = playing.level.calendar
    assert film.periods == (calendar.days_per_turn + calendar.run_out_days) * calendar.periods_per_day
    assert told(film.frames[0])["items"] == before["items"]
    assert told(film.frames[-1]) == told(playing.plant())
    shelf.close()
