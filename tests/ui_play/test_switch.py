"""A setting that is on or off has two buttons; the one down is what is planned."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from game.message import Message
from game.playing.views import LeverView
from ui.play.switch import Switch


def _view(value: int, planned: int) -> LeverView:
    return LeverView(
        lever="failover", target="gears", value=value, planned=planned, minimum=0, maximum=1, step=1, unit="switch",
        allowed=True, why=None, hint=None, choices=(), parts=(),
    )  # fmt: skip


def test_a_click_decides_and_a_refusal_goes_back(qtbot: QtBot) -> None:
    asked: list[object] = []
    row = Switch(_view(0, 0), lambda *what: asked.append(what))
    qtbot.addWidget(row)
    qtbot.mouseClick(row.buttons[0], Qt.MouseButton.LeftButton)
    assert asked == []
    qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    assert asked == [("failover", "gears", 1)]
    refusing = Switch(_view(0, 0), lambda *_: Message("refused.nothing_to_recall"))
    qtbot.addWidget(refusing)
    qtbot.mouseClick(refusing.buttons[1], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in refusing.buttons] == [True, False]
    assert not refusing.refusal.isHidden()


def test_a_planned_change_stands_out(qtbot: QtBot) -> None:
    row = Switch(_view(0, 1), lambda *_: None)
    qtbot.addWidget(row)
    assert [button.isChecked() for button in row.buttons] == [False, True]
    assert row.frame.property("changed") is True


def test_a_screen_reader_toggles_and_does_not_click(qtbot: QtBot) -> None:
    asked: list[object] = []
    row = Switch(_view(0, 0), lambda *what: asked.append(what))
    qtbot.addWidget(row)
    row.buttons[1].toggle()
    assert asked == [("failover", "gears", 1)]
    row.show_lever(_view(0, 1))
    assert [button.isChecked() for button in row.buttons] == [False, True]
    assert asked == [("failover", "gears", 1)]
