"""What is done once is a button: press to plan, press again to take back; what has begun stays."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from game.message import Message
from game.playing.views import LeverView
from ui.play.action import Action
from ui.play.rush import Rush

RECALL = LeverView("recall", "tube/rhein", 0, 0, 0, 1, 1, "switch", True, None, most=1)


def test_a_press_plans_and_another_takes_back(qtbot: QtBot) -> None:
    asked: list[object] = []

    def decide(lever: str, target: str, value: object) -> Message | None:
        asked.append((lever, target, value))
        return None

    row = Action(RECALL, decide)
    qtbot.addWidget(row)
    row.show()
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    row.show_lever(replace(RECALL, planned=1))
    assert row.button.isChecked()
    qtbot.keyClick(row.button, Qt.Key.Key_Space)
    assert asked == [("recall", "tube/rhein", 1), ("recall", "tube/rhein", 0)]


def test_a_refusal_stands_beneath_and_what_has_begun_is_over(qtbot: QtBot) -> None:
    row = Action(RECALL, lambda *_: Message("refused.nothing_to_recall"))
    qtbot.addWidget(row)
    row.show()
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert row.refusal.text()
    assert not row.button.isChecked()
    row.show_lever(replace(RECALL, value=1, planned=1))
    assert not row.button.isEnabled()
    assert row.button.accessibleName().endswith("Begun")


def test_nothing_to_recall_is_no_button_to_press(qtbot: QtBot) -> None:
    row = Action(replace(RECALL, most=0), lambda *_: None)
    qtbot.addWidget(row)
    assert not row.button.isEnabled()


def test_a_screen_reader_toggles_and_does_not_click(qtbot: QtBot) -> None:
    asked: list[object] = []
    row = Action(RECALL, lambda *wish: asked.append(wish))
    qtbot.addWidget(row)
    row.button.toggle()
    row.show_lever(replace(RECALL, planned=1))
    assert asked == [("recall", "tube/rhein", 1)]


def test_all_is_rushed_by_a_toggle_and_taken_back(qtbot: QtBot) -> None:
    asked: list[object] = []
    lever = LeverView("expedite", "tube/rhein", 0, 0, 0, 30, 10, "number", True, None, most=30)
    row = Rush(lever, lambda *wish: asked.append(wish))
    qtbot.addWidget(row)
    row.all.toggle()
    row.show_lever(replace(lever, planned=30))
    assert row.all.isChecked()
    row.all.toggle()
    assert asked == [("expedite", "tube/rhein", 30), ("expedite", "tube/rhein", 0)]
