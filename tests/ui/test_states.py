"""The pages around play in the states of the pictures, on real levels and runs: no text is cut, none lies below the
contrast that is asked for, and whatever takes the focus has a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from tests.cut import cut
from tests.screen_states import STATES, Stage, settle
from tests.ui.test_spoken import focusable, name_of
from ui import theme
from ui.play import PlayPage

MORE = ("runs-deleted", "compare-levels", "replay", "what-if")
NAMES = (
    "home", "home-fresh", "levels", "levels-broken", "levels-locked", "levels-none", "levels-open", "sandboxes",
    "own-store", "own-store-refused", "lessons", "test", "test-before", "test-compared", "briefing", "briefing-first",
    "briefing-store", "runs", "runs-fresh", "compare", "help-rules", "help-glossary", "help-authors", "help-keys",
    "help-proofs", "settings", "crash", *(pytest.param(name, marks=pytest.mark.long) for name in MORE),
)  # fmt: skip
LEAST = 4.5


@pytest.fixture(params=["en", "de"])
def stage(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    theme.apply(qapp, "light")
    made = Stage(tmp_path, request.param)
    made.shell.resize(1280, 800)
    made.shell.show()
    yield made
    made.shell.close()
    made.shell.deleteLater()
    settle()


@pytest.mark.parametrize("name", NAMES)
def test_a_state_is_fit_to_be_shown(stage: Stage, name: str, qapp: QApplication) -> None:
    STATES[name](stage)
    if stage.over is not None:
        stage.over.show()
    settle()
    shown = stage.over or stage.shell
    unseen = {page.status.text()} if isinstance(page := stage.shell.page, PlayPage) else set()
    elided = {box.currentText() for box in shown.findChildren(QComboBox) if shortens(box)}
    assert [text for text in cut(shown) if text not in elided | unseen] == []
    assert [type(widget).__name__ for widget in focusable(shown) if not name_of(widget).strip()] == []
    faint = {}
    for mode in theme.THEMES:
        theme.apply(qapp, mode)
        settle()
        faint[mode] = list(unreadable(shown))
    assert {mode: found for mode, found in faint.items() if found} == {}


def shortens(box: QComboBox) -> bool:
    """Whether a field that drops down ends in an ellipsis where its choice is too long; its list has all of it."""
    return box.sizeAdjustPolicy() == QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


def unreadable(shown: QWidget) -> Iterator[str]:
    """Labels whose colour lies too near to what is painted behind them."""
    picture = shown.grab().toImage()
    for one in shown.findChildren(QLabel):
        if not one.text() or not one.property("tone") or not one.isEnabled():
            continue
        corner = QPoint(0, 0)
        if not one.visibleRegion().contains(corner):
            continue
        ink, ground = getattr(theme.colors(), one.property("tone")), picture.pixelColor(one.mapTo(shown, corner))
        if theme.contrast(ink, ground) < LEAST:
            yield f"{one.text()}: {ink.name()} on {ground.name()}"
