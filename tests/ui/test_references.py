"""Guards against a binding that loses references to None at every call and aborts after some thousand."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_none_keeps_its_references(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(4000):
        widget.update()
        widget.setToolTip("")
        widget.repaint()
    assert abs(sys.getrefcount(None) - before) < 100
