"""A turn plays back from its record, can be skipped by any key, and the floor can be zoomed and moved."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from pytestqt.qtbot import QtBot

from tests.ui_play.conftest import Open
from ui.play import PlayPage, motion
from ui.play.camera import MOST, Camera

KEY = Qt.Key


@pytest.fixture
def moving(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> PlayPage:
    monkeypatch.setattr(motion, "system_moves", lambda: True)
    page = open_page()
    page.motion.pace = lambda: "slow"
    return page


def test_the_turn_is_over_before_its_first_frame_and_any_key_skips(moving: PlayPage, qtbot: QtBot) -> None:
    title = moving.turn_label.words.text()
    moving.run_turn()
    assert moving.motion.running
    assert moving.playing.turn == 12, "what is shown was kept before"
    assert moving.turn_label.words.text() == title
    assert not moving.actions_.run.isEnabled()
    qtbot.wait(60)
    qtbot.keyClick(moving.views.floor, KEY.Key_F5)
    assert not moving.motion.running
    assert moving.playing.turn == 12, "the key that skips does nothing else"
    assert moving.turn_label.words.text() != title
    assert moving.actions_.run.isEnabled()


def test_a_click_skips_and_opens_nothing(moving: PlayPage, qtbot: QtBot) -> None:
    before = moving.selected
    moving.run_turn()
    qtbot.mouseClick(moving.views.floor, Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert not moving.motion.running
    assert moving.selected == before


def test_it_ends_by_itself(moving: PlayPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(motion.SECONDS, "slow", 0.2)
    moving.run_turn()
    qtbot.waitUntil(lambda: not moving.motion.running, timeout=4000)
    assert moving.actions_.run.isEnabled()


@pytest.mark.parametrize("why", ["pace", "system", "hidden"])
def test_nothing_moves_where_nobody_wants_it(moving: PlayPage, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    if why == "pace":
        moving.motion.pace = lambda: "off"
    elif why == "system":
        monkeypatch.setattr(motion, "system_moves", lambda: False)
    else:
        moving.views.tabs.choose(1)
    moving.run_turn()
    assert not moving.motion.running
    assert moving.playing.turn == 12


def test_frames_differ_and_end_as_the_plant_is(moving: PlayPage) -> None:
    floor = moving.views.floor
    film = moving.playing.playback()
    assert film is not None
    still = floor.grab().toImage()
    floor.play(film)
    shots = []
    for moment in (0.0, 3.4, 9.9):
        floor.show_moment(moment)
        shots.append(floor.grab().toImage())
    assert shots[0] != shots[1] != shots[2]
    floor.stop()
    assert floor.grab().toImage() == still


def test_zoom_by_keys_wheel_and_buttons(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    floor = page.views.floor
    widths = [floor.scene.boxes["item", "gears"].width() * floor.scene.scale]
    for keys in (KEY.Key_Plus, KEY.Key_Equal):
        qtbot.keyClick(page, keys, Qt.KeyboardModifier.ControlModifier)
        widths.append(floor.scene.boxes["item", "gears"].width() * floor.scene.scale)
    assert widths == sorted(widths)
    assert page.views.zoom.fit.text() == "156\u00a0%"
    page.grab()
    qtbot.keyClick(page, KEY.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert floor.camera.zoom == 1
    assert not page.views.zoom.out.isVisible()
    qtbot.mouseClick(page.views.zoom.into, Qt.MouseButton.LeftButton)
    assert floor.camera.zoom == 1.25


def test_walking_brings_a_thing_into_sight(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    floor = page.views.floor
    page.zoom_in()
    floor.zoom(2.0, QPointF(0, 0))
    qtbot.keyClick(floor, KEY.Key_1)
    for _ in range(3):
        qtbot.keyClick(floor, KEY.Key_Right)
    box, corner = floor.scene.boxes[floor.cursor_key], floor.camera.corner
    left, right = box.left() * floor.scene.scale - corner.x(), box.right() * floor.scene.scale - corner.x()
    assert left >= 0
    assert right <= floor.width()


def test_a_camera_keeps_what_is_under_the_mouse_and_stays_on_the_floor() -> None:
    camera, window = Camera(), QSizeF(1000, 500)
    camera.zoom_to(2.0, window, QPointF(250, 100))
    assert camera.corner == QPointF(250, 100), "the point 250, 100 is now 500, 200 on the canvas, and still there"
    camera.move(QPointF(5000, -5000), window)
    assert camera.corner == QPointF(1000, 0), "canvas 2000 less window 1000"
    camera.zoom_to(99.0, window)
    assert camera.zoom == MOST
    assert not camera.zoom_to(99.0, window)
    camera.zoom_to(0, window)
    assert (camera.zoom, camera.corner) == (1.0, QPointF(0, 0))


def test_a_frame_leaves_no_trace_of_the_one_before(moving: PlayPage) -> None:
    """A thing that was in alarm had a wider edge; the picture afterwards is as if it never had been."""
    floor, film = moving.views.floor, moving.playing.playback()
    assert film is not None
    calm = film.frames[0]
    loud = replace(calm, suppliers=tuple(replace(one, mood="bad") for one in calm.suppliers))
    quiet = replace(calm, suppliers=tuple(replace(one, mood="good", note=None) for one in calm.suppliers))
    pictures = []
    for frames in ((quiet, loud, quiet, quiet), (quiet, quiet, quiet, quiet)):
        floor.play(replace(film, frames=frames))
        for moment in (1.1, 1.2, 1.3, 2.0, 2.0, 2.0):
            floor.show_moment(moment)
        pictures.append(floor.grab().toImage())
    assert pictures[0] == pictures[1]
