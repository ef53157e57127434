"""Rows that change something: a click on a track, days as they are typed, the same for others, a strip that stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from game.message import Message
from game.playing.views import Alike, LeverView
from tests.ui_play.conftest import Open
from tests.ui_play.test_page import stepper
from ui import words
from ui.play.alike import KEYS
from ui.play.levers import Stepper
from ui.play.numbers import steps_of
from ui.play.share_row import Shares

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
TRIP = LeverView(
    lever="trip_every", target="gears/rhein", value=2, planned=2, minimum=1, maximum=56, step=1, unit="days",
    allowed=True, why=None, per=2,
)  # fmt: skip
SHARES = LeverView(
    lever="shares", target="gears", value=80, planned=80, minimum=0, maximum=100, step=5, unit="percent",
    allowed=True, why=None, parts=(("near", 80, 80), ("far", 20, 20)),
)  # fmt: skip
OTHERS = (
    Alike(("wheels", "tubes"), Message("two more"), Message("Sets two.")),
    Alike(("wheels", "tubes", "frames"), Message("all"), Message("Sets all.")),
)


class Asked(list[tuple[str, str, object]]):
    """What a row decided."""

    def __call__(self, lever: str, target: str, value: object) -> Message | None:
        self.append((lever, target, value))
        return None


@pytest.mark.parametrize(("share", "taken"), [(0.6, 60), (0.31, 30), (0.0, 0), (1.0, 100)])
def test_a_click_on_the_track_brings_the_share_there(qtbot: QtBot, share: float, taken: int) -> None:
    asked = Asked()
    row = Shares(SHARES, asked, {})
    qtbot.addWidget(row)
    row.resize(300, 120)
    row.show()
    slider = row.sliders["near"]
    at = QPoint(min(slider.width() - 1, round(share * slider.width())), slider.height() // 2)
    qtbot.mouseClick(slider, LEFT, pos=at)
    assert asked == [("shares", "gears", {"near": taken, "far": 100 - taken})]


def test_keys_move_a_share_step_by_step(qtbot: QtBot) -> None:
    asked = Asked()
    row = Shares(SHARES, asked, {})
    qtbot.addWidget(row)
    qtbot.keyClick(row.sliders["near"], Qt.Key.Key_Left)
    assert asked == [("shares", "gears", {"near": 75, "far": 25})]


@pytest.mark.parametrize(
    ("language", "before", "after", "typed", "steps"),
    [("en", "1 day", "1 → 1.5 days", "2.5", 5), ("de", "1 Tag", "1 → 1,5 Tage", "2,5", 5)],
)
def test_half_days_are_shown_and_typed_as_days(
    qtbot: QtBot, language: str, before: str, after: str, typed: str, steps: int
) -> None:
    words.set_language(language)
    asked = Asked()
    row = Stepper(TRIP, asked)
    qtbot.addWidget(row)
    assert row.edit.text().replace("\u00a0", " ") == before
    row.more.click()
    assert asked.pop() == ("trip_every", "gears/rhein", 3)
    row.show_lever(replace(TRIP, planned=3))
    assert row.edit.text().replace("\u00a0", " ") == after
    row.edit.setText(typed)
    row.edit.finish()
    assert asked.pop() == ("trip_every", "gears/rhein", steps)
    row.edit.setText("90")
    row.edit.finish()
    assert not asked
    assert "28" in row.refusal.text()
    words.set_language("en")


def test_numbers_typed() -> None:
    assert [steps_of(typed, 2) for typed in ("1.5", "1,5", "2", "x", "1e999")] == [3, 3, 4, None, None]
    assert [steps_of(typed, 1) for typed in ("1,200", "\u22123", "1 000", "")] == [1200, -3, 1000, None]


def test_links_offer_the_same_for_others_and_so_do_keys(qtbot: QtBot) -> None:
    asked = Asked()
    row = Stepper(replace(TRIP, lever="cards", per=1, unit="cards"), asked)
    qtbot.addWidget(row)
    row.show()
    qtbot.keyClick(row.edit, Qt.Key.Key_D, CONTROL)
    assert asked == [], "nothing was changed yet"
    assert row.alike.isHidden()
    row.show_lever(replace(row.lever, planned=9, alike=OTHERS))
    assert [link.text() for link in row.alike.links] == ["two more", "all"]
    assert [link.accessibleDescription() for link in row.alike.links] == ["Sets two.", "Sets all."]
    qtbot.mouseClick(row.alike.links[1], LEFT)
    assert asked.pop() == ("cards", "gears/rhein", OTHERS[1])
    with qtbot.waitActive(row):
        row.activateWindow()
    row.edit.setFocus()
    assert KEYS == ("Ctrl+D", "Ctrl+Shift+D")
    qtbot.keyClick(row.edit, Qt.Key.Key_D, CONTROL)
    assert asked.pop() == ("cards", "gears/rhein", OTHERS[0])
    row.alike.links[0].setFocus()
    qtbot.keyClick(row.alike.links[0], Qt.Key.Key_Return)
    assert asked.pop() == ("cards", "gears/rhein", OTHERS[0])
    assert QApplication.focusWidget() not in row.alike.links, "the link will be gone, the keyboard is not"


def test_the_strip_keeps_its_place(open_page: Open) -> None:
    page = open_page()
    page.choose("item", "gears")
    page.grab()
    before = page.inspector.area.height()
    stepper(page, "cards").step(1)
    page.grab()
    assert page.pending.undo.isVisible()
    assert page.inspector.area.height() == before
