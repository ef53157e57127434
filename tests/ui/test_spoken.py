"""What a screen reader gets: no page has a focusable thing without a name."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollBar, QWidget

from tests.ui.conftest import MakeShell
from tests.ui.fakes import FakePlaying
from ui.help import HelpPage
from ui.runs import RunsPage
from ui.shell import Shell

PAGES: dict[str, Callable[[Shell], object]] = {
    "home": lambda shell: shell.open_home(),
    "levels": lambda shell: shell.open_levels(),
    "briefing": lambda shell: shell.open_briefing(shell.shelf.levels()[0]),
    "play": lambda shell: shell.open_play(FakePlaying(turn=9)),
    "debrief": lambda shell: shell.open_debrief(FakePlaying(turn=26)),
    "runs": lambda shell: shell.open_runs(),
    "lessons": lambda shell: shell.open_lessons(0),
    "test": lambda shell: shell.open_test("before"),
    "help": lambda shell: shell.open_help(),
    "glossary": lambda shell: shell.open_help("measure.cash"),
    "settings": lambda shell: shell.open_settings(),
}


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Widgets that the Tab key or a click can reach."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")
        inside = isinstance(widget.parent(), QLineEdit)
        if widget.isVisible() and not inner and not inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def name_of(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(spoken, QAccessibleInterface)
    return spoken.text(QAccessible.Text.Name)


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_takes_the_focus_has_a_name(make_shell: MakeShell, page: str) -> None:
    shell = make_shell()
    PAGES[page](shell)
    QApplication.processEvents()
    reached = list(focusable(shell))
    assert reached
    assert [type(widget).__name__ for widget in reached if not name_of(widget).strip()] == []


def test_a_screen_reader_can_change_the_tab(make_shell: MakeShell) -> None:
    """It toggles a button, which is no click."""
    shell = make_shell()
    shell.open_help()
    assert isinstance(shell.page, HelpPage)
    keys = shell.page.tabs.findChildren(QPushButton)[2]
    QAccessible.queryAccessibleInterface(keys).actionInterface().doAction("Toggle")
    assert (keys.isChecked(), shell.page.tab) == (True, "keys")
    assert shell.page.list.item(0).text() == "Everywhere"


def test_the_list_of_runs_is_a_tree_with_rows_to_read(make_shell: MakeShell) -> None:
    shell = make_shell()
    shell.open_runs()
    assert isinstance(shell.page, RunsPage)
    spoken = QAccessible.queryAccessibleInterface(shell.page.tree)
    assert spoken.role() == QAccessible.Role.Tree
    assert spoken.childCount() > 3
