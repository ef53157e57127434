"""The debrief on fakes: what the coach says fills in, can be stopped and started, opened, read and tried."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeShell
from tests.ui.fake_coach import FakeCoach
from tests.ui.fakes import FakePlaying
from ui.debrief.drawing import Picture
from ui.debrief.money import MoneyPicture
from ui.debrief.page import DebriefPage
from ui.debrief.part import ChartPart
from ui.debrief.tables import NumberTable
from ui.shell import Shell


def page(shell: Shell) -> DebriefPage:
    assert isinstance(shell.page, DebriefPage)
    return shell.page


def opened(shell: Shell, qtbot: QtBot) -> DebriefPage:
    shell.open_debrief(FakePlaying(turn=26))
    qtbot.waitUntil(lambda: not shell.desk.busy or coach(shell).hold)
    QApplication.processEvents()
    return page(shell)


def coach(shell: Shell) -> FakeCoach:
    found = shell.shelf.coach
    assert isinstance(found, FakeCoach)
    return found


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def named(widget: QWidget, name: str) -> QAbstractButton:
    return next(one for one in widget.findChildren(QAbstractButton) if one.accessibleName() == name and one.isVisible())


def test_all_parts_fill_in(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    found = said(opened(shell, qtbot))
    for words in (
        "You did better than 2 of 4 plans",
        "A little above what this plan usually brings.",
        "A lower bound, no grade",
        "Gear sets: 9 cards instead of 7",
        "\u2605 one more star",
        "Dealers' promotion: declined",
        "The dearest loss, week 8",
        "The shock lasted 20 days.",
    ):
        assert words in found
    assert set(coach(shell).asked) == {"standing", "bridge taught", "fortune", "helped"}


def test_parts_say_that_they_wait_and_may_be_stopped_and_started(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    coach(shell).hold = True
    shown = opened(shell, qtbot)
    qtbot.waitUntil(lambda: shown.luck.status.words == "The coach is working this out.")
    named(shown.luck, "Stop: Luck or skill").click()
    assert shown.luck.status.words == "Stopped before it was done."
    assert shown.stand.status.words == "The coach is working this out."
    coach(shell).hold = False
    named(shown.luck, "Work it out: Luck or skill").click()
    qtbot.waitUntil(lambda: shown.luck.view is not None)
    assert shown.luck.status.words == ""
    shell.go_back()
    qtbot.waitUntil(lambda: not shell.desk.busy)


def test_a_part_that_fails_says_so_and_the_others_stand(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shown = opened(shell, qtbot)
    told = coach(shell)
    told.failing = ValueError("lost")
    shell.desk._shown.add(ValueError)  # it was shown before
    shown.money.compare("hybrid")
    qtbot.waitUntil(lambda: shown.money.status.words == "This could not be worked out.")
    assert shown.luck.status.words == ""


def test_money_adds_up_and_a_step_opens_its_postings(make_shell: MakeShell, qtbot: QtBot) -> None:
    """61,200 - 3,900 + 500.50 = 57,800.50; of the 3,900 of late and lost orders 3,000 were late, 900 lost."""
    shell = make_shell()
    money = opened(shell, qtbot).money
    assert money.view is not None
    assert money.view.levels == (6_120_000, 5_730_000, 5_780_050)
    picture = money.picture
    picture.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(picture, key)
    assert picture.accessibleDescription() == "Late, lost orders: \u2212€\u00a03,900"
    assert money.note.text() == picture.accessibleDescription()
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    table = money.stack.currentWidget()
    assert isinstance(table, NumberTable)
    cells = [[table.item(line, column).text() if table.item(line, column) else "" for column in range(3)]
             for line in range(3)]  # fmt: skip
    assert cells == [["\u2212€\u00a03,000", "Dealers", "week 2"], ["\u2212€\u00a0900", "Dealers", "week 2"],
                     ["\u2212€\u00a03,900", "", ""]]  # fmt: skip
    named(money, "Show the data of: Where the money went").click()
    assert isinstance(money.stack.currentWidget(), MoneyPicture)


def test_money_is_compared_with_another_plan(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    money = opened(shell, qtbot).money
    names = [money.which.itemText(place) for place in range(money.which.count())]
    assert names == ["taught plan", "as you found it", "bare JIT", "hybrid"]
    money.which.activated.emit(2)
    qtbot.waitUntil(lambda: not shell.desk.busy)
    assert coach(shell).asked[-1] == "bridge bare_jit"
    assert money.view is not None
    assert money.view.plan == "bare_jit"


def test_every_picture_is_read_by_keys_and_shows_its_data(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shown = opened(shell, qtbot)
    parts = shown.findChildren(ChartPart)
    assert len(parts) == 4
    for part in parts:
        qtbot.keyClick(part.picture, Qt.Key.Key_End)
        last = part.picture.accessibleDescription()
        qtbot.keyClick(part.picture, Qt.Key.Key_Home)
        assert last
        assert part.picture.accessibleDescription() not in ("", last)
        named(part, f"Show the data of: {part.title}").click()
        table = part.stack.currentWidget()
        assert isinstance(table, NumberTable)
        assert table.rowCount() >= 4
        assert all(table.item(0, column) for column in range(table.columnCount()))


def test_try_and_look_go_where_they_say(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shown = opened(shell, qtbot)
    went: list[object] = []
    shell.attempt = lambda playing, change: went.append(change)  # type: ignore[method-assign]
    shell.open_replay = lambda run, turn=0: went.append((run, turn))  # type: ignore[method-assign]
    named(shown, "Try from week 7: Gear sets: 9 cards instead of 7").click()
    named(shown, "Look at week 8: The dearest loss").click()
    assert shown.helped.view is not None
    assert went == [shown.helped.view.changes[0], (7, 7)]


def test_without_a_shock_there_is_a_sentence(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    coach(shell).shocks = False
    assert "No shock to supply or demand struck in this run." in said(opened(shell, qtbot))


def test_a_what_if_says_that_its_stars_do_not_count(make_shell: MakeShell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = make_shell()
    monkeypatch.setattr(FakePlaying, "parent", (3, 6))
    shell.open_debrief(FakePlaying(turn=26))
    QApplication.processEvents()
    assert "A what-if that left its run before week 7: practice, without stars that count." in said(page(shell))


def test_names_stand_inside_the_picture_and_apart(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    picture = opened(shell, qtbot).stand.picture
    boxes = [box for box, _, _ in picture._labels]  # type: ignore[attr-defined]
    assert len(boxes) == 4
    assert all(picture.rect().contains(box.toRect()) for box in boxes)
    assert not any(one.intersects(other) for place, one in enumerate(boxes) for other in boxes[:place])


def test_a_click_on_a_picture_reads_before_it_opens(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shown = opened(shell, qtbot)
    picture: Picture = shown.luck.picture
    spot = picture.places[3][0].center().toPoint()
    qtbot.mouseMove(picture, spot)
    picture.point(3)
    assert shown.luck.note.text() == "65 to 70: 20 of 93 futures"
