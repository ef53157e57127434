"""Bands of the timeline and their names never lie upon one another."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from game.playing.views import Band, Timeline
from ui.play.timeline import placed

FIELD = QRectF(0, 0, 520, 80)


def band(name: str, start: float, end: float | None, expected: float | None = None, announced: bool = False) -> Band:
    return Band(name, start, end, expected, "bad", announced, "3 to 6 weeks" if end is None else "")


BUSY = (
    band("Port congestion", 7.0, None, 13.0),
    band("Road works on the A61", 15.0, 15.7),
    band("Strike at Ostrava", 16.0, 16.4),
    band("Spring demand", 17.0, None, 21.0, announced=True),
    band("Machine failure", 9.5, 9.7),
)


@pytest.mark.parametrize("bands", [BUSY[:1], BUSY[:3], BUSY])
def test_nothing_lies_upon_another(qapp: QApplication, bands: tuple[Band, ...]) -> None:
    places = placed(Timeline(26, 17, (), bands), FIELD, 520 / 26)
    boxes = [box for place in places for box in (place.known.united(place.hatched), place.name) if box is not None]
    outside = [box for place in places if place.name and not place.known.contains(place.name) for box in [place.name]]
    assert all(FIELD.contains(box) for box in boxes)
    bars = [place.known for place in places]
    for one, other in combinations([*bars, *outside], 2):
        assert not one.intersects(other), (one, other)


def test_a_name_stands_in_its_band_where_it_fits(qapp: QApplication) -> None:
    [place] = placed(Timeline(26, 26, (), (band("Port", 2.0, 20.0),)), FIELD, 20)
    assert place.name is not None
    assert place.known.contains(place.name)
    assert (place.known.left(), place.known.width()) == (40, 360), "turns 2 to 20 at 20 pixels"


def test_what_is_expected_is_hatched_after_now(qapp: QApplication) -> None:
    [place] = placed(Timeline(26, 10, (), (band("Port", 7.0, None, 13.0),)), FIELD, 20)
    assert (place.known.right(), place.hatched.left(), place.hatched.right()) == (200, 200, 260)


def test_a_name_without_room_is_left_out(qapp: QApplication) -> None:
    bands = tuple(band("A long name of a long disruption indeed " * 2, float(n), n + 0.5) for n in range(9))
    assert any(place.name is None for place in placed(Timeline(26, 10, (), bands), FIELD, 20))
