"""The page by keyboard and mouse, against the fake run."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QSlider, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from game.message import Message
from tests.ui_play.conftest import Open
from ui.play import PlayPage
from ui.play.choice import Choice
from ui.play.layout import Key
from ui.play.levers import Stepper
from ui.play.share_row import Shares
from ui.play.view import Floor

KEY = Qt.Key


def stepper(page: PlayPage, lever: str) -> Stepper:
    return next(row for row in page.inspector.rows if isinstance(row, Stepper) and row.lever.lever == lever)


def box_of(floor: Floor, key: Key) -> QRectF:
    """Where a thing is in pixels of the widget."""
    scene = floor.scene
    box = scene.boxes[key]
    return QRectF(box.topLeft() * scene.scale - floor.camera.corner, box.size() * scene.scale)


def test_a_level_is_played_by_keyboard_alone(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(turn=0, turns=6)
    floor = page.views.floor
    floor.setFocus()
    qtbot.keyClick(floor, KEY.Key_2)
    assert page.selected == ("item", "gears")
    for _ in range(40):
        focus = page.focusWidget()
        if isinstance(focus, QLineEdit) and focus is stepper(page, "cards").edit:
            break
        qtbot.keyClick(focus, KEY.Key_Tab)
    edit = stepper(page, "cards").edit
    assert edit.hasFocus(), "Tab reaches the setting"
    qtbot.keyClicks(edit, "9")
    qtbot.keyClick(edit, KEY.Key_Return)
    assert [(p.lever, p.target, p.after) for p in page.playing.pending] == [("cards", "gears", 9)]
    qtbot.keyClick(edit, KEY.Key_Up)
    assert page.playing.pending[-1].after == 10
    qtbot.keyClick(edit, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.playing.pending[-1].after == 9
    qtbot.keyClick(page, KEY.Key_F5)
    assert page.playing.turn == 1
    assert page.playing.pending == ()
    with qtbot.waitSignal(page.finished, timeout=2000):
        for _ in range(5):
            qtbot.keyClick(page, KEY.Key_F5)
    assert page.playing.finished
    assert not page.actions_.run.isEnabled()


def test_arrows_walk_along_the_flow_and_enter_opens(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    floor = page.views.floor
    qtbot.keyClick(floor, KEY.Key_1)
    steps = []
    for _ in range(3):
        qtbot.keyClick(floor, KEY.Key_Right)
        steps.append(floor.cursor_key)
    assert steps == [("station", "frames"), ("item", "cargo"), ("stream", "couriers")]
    qtbot.keyClick(floor, KEY.Key_Return)
    assert page.selected == ("stream", "couriers")
    qtbot.keyClick(floor, KEY.Key_Up)
    qtbot.keyClick(floor, KEY.Key_Down)
    assert floor.cursor_key is not None


def test_tab_leaves_the_floor(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    floor = page.views.floor
    floor.setFocus()
    qtbot.keyClick(floor, KEY.Key_Tab)
    assert page.focusWidget() is not floor


@pytest.mark.parametrize(
    "key", [("supplier", "rhein"), ("item", "tube"), ("station", "assembly"), ("stream", "dealers")]
)
def test_a_click_opens_a_thing(open_page: Open, qtbot: QtBot, key: tuple[str, str]) -> None:
    page = open_page()
    spot = box_of(page.views.floor, key).center().toPoint()
    qtbot.mouseClick(page.views.floor, Qt.MouseButton.LeftButton, pos=spot)
    assert page.selected == key
    assert page.inspector.heading.text()


def test_a_click_on_a_truck_opens_its_route(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    scene = page.views.floor.scene
    late = next(spot for spot in scene.spots if spot.trucks[0].late)
    at = QPointF(late.box.center() * scene.scale).toPoint()
    qtbot.mouseClick(page.views.floor, Qt.MouseButton.LeftButton, pos=at)
    assert page.selected == ("route", "gears/shenzhen")


def test_a_tile_shows_its_measure_and_a_feed_line_its_thing(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    qtbot.mouseClick(page.scores.tiles[1], Qt.MouseButton.LeftButton)
    assert page.selected == ("goal", "fill_rate")
    page.feed.itemActivated.emit(page.feed.item(2))
    assert page.selected == ("supplier", "shenzhen")


def test_buttons_step_and_a_change_is_shown_before_and_after(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    row = stepper(page, "cards")
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert stepper(page, "cards") is row, "rows stay while values change"
    assert row.edit.text() == "7 \u2192 8"
    assert "7" in page.pending.words.text()
    assert page.actions_.undo.isEnabled()
    qtbot.mouseClick(page.pending.undo, Qt.MouseButton.LeftButton)
    assert row.edit.text() == "7"
    assert not page.actions_.undo.isEnabled()
    assert page.actions_.redo.isEnabled()


def test_a_refusal_says_why_and_nothing_changes(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    row = stepper(page, "cards")
    row.edit.setFocus()
    qtbot.keyClicks(row.edit, "-3")
    qtbot.keyClick(row.edit, KEY.Key_Return)
    assert row.refusal.isVisible()
    assert row.refusal.text() == "A setting cannot be below zero."
    row.edit.setText("many")
    qtbot.keyClick(row.edit, KEY.Key_Return)
    assert row.refusal.text() == "Please type a whole number."
    assert page.playing.pending == ()


def test_a_policy_is_chosen(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    choice = next(row for row in page.inspector.rows if isinstance(row, Choice))
    qtbot.mouseClick(choice.buttons[1], Qt.MouseButton.LeftButton)
    assert [(p.lever, p.after) for p in page.playing.pending] == [("policy", "reorder")]


def test_sliders_keep_a_hundred(open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page()
    page.choose("item", "gears")
    shares = next(row for row in page.inspector.rows if isinstance(row, Shares))
    asked: list[object] = []
    monkeypatch.setattr(page.playing, "query", lambda *what: asked.append(what) or Message("no"))
    slider = shares.sliders["ostrava"]
    slider.setFocus()
    qtbot.keyClick(slider, KEY.Key_Left)
    assert asked == [("shares", "gears", {"ostrava": 65, "shenzhen": 35})]
    assert slider.value() == 70, "a refused value goes back"
    assert shares.refusal.text() == "no"


def test_run_on_stops_at_trouble(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(turn=0)
    qtbot.keyClick(page, KEY.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert any(line.mood == "bad" for line in page.playing.feed())


def test_tabs_by_keys(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    for key, place in ((KEY.Key_2, 1), (KEY.Key_3, 2), (KEY.Key_4, 3), (KEY.Key_5, 4), (KEY.Key_1, 0)):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        assert page.views.tabs.current == place
    assert page.views.stack.currentWidget() is page.views.floor
    qtbot.keyClick(page, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.views.table.isVisible()
    assert page.views.table.hasFocus()
    qtbot.keyClick(page, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.views.floor.hasFocus()


def test_the_table_holds_the_plant_and_opens_it(open_page: Open) -> None:
    page = open_page()
    table = page.views.table
    plant = page.playing.plant()
    assert table.rowCount() == sum(map(len, (plant.suppliers, plant.items, plant.stations, plant.streams)))
    table.cellActivated.emit(2, 1)
    assert page.selected == ("supplier", "shenzhen")


def test_everything_that_takes_the_keyboard_has_a_name(open_page: Open) -> None:
    page = open_page()
    page.choose("item", "gears")
    kinds = (QAbstractButton, QLineEdit, QSlider, QListWidget, QTableWidget)
    reached = [
        w for w in page.findChildren(QWidget) if isinstance(w, kinds) and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    reached += [page.views.floor, *page.bar_actions]
    assert len(reached) > 20
    assert [w for w in reached if not w.accessibleName()] == []
    assert page.views.floor.accessibleDescription()
    assert page.timeline.accessibleDescription()


def test_the_outcome_of_a_turn_is_announced(open_page: Open) -> None:
    page = open_page(turn=11)
    page.run_turn()
    assert "12 of 26" in page.status.accessibleName()
    assert "starved" in page.status.accessibleName()


def test_a_number_being_typed_counts_when_the_turn_is_run(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    edit = stepper(page, "cards").edit
    asked: list[object] = []
    decide = page.playing.decide
    page.playing.decide = lambda *what: asked.append(what) or decide(*what)  # type: ignore[method-assign,func-returns-value]
    edit.setFocus()
    qtbot.keyClicks(edit, "11")
    qtbot.keyClick(edit, KEY.Key_F5)
    assert asked == [("cards", "gears", 11)]
    assert page.playing.turn == 12


def test_escape_forgets_what_is_typed_before_it_leaves(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    edit = stepper(page, "cards").edit
    edit.setFocus()
    qtbot.keyClicks(edit, "11")
    assert page.escape()
    assert edit.text() == "7"
    assert not page.escape()


def test_enter_on_the_floor_goes_to_the_first_setting(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    floor = page.views.floor
    floor.setFocus()
    qtbot.keyClick(floor, KEY.Key_2)
    qtbot.keyClick(floor, KEY.Key_Return)
    assert page.focusWidget() is stepper(page, "cards").edit


def test_a_row_that_is_made_anew_by_its_own_click_does_no_harm(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.choose("item", "gears")
    row = stepper(page, "cards")
    page.inspector._signature = ()
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert stepper(page, "cards") is not row
    assert stepper(page, "cards").edit.text() == "7 \u2192 8"
