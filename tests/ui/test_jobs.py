"""The desk: progress, better answers, the newest question of a topic, errors shown once, nothing left behind."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from game.playing.door import Coaching
from ui import errors
from ui.jobs import Desk, Work


@dataclass
class FakeAsked:
    """A question whose course a test steers."""

    share: float = 0.0
    answer: object = None
    error: BaseException | None = None
    over: bool = False
    cancelled: bool = False

    @property
    def complete(self) -> bool:
        return self.over and not self.cancelled and self.error is None

    def cancel(self) -> None:
        self.over = self.cancelled = True


@dataclass
class FakeCoach:
    pumped: int = 0
    warmed: int = 0
    steps: list[Callable[[], None]] = field(default_factory=list)

    def warm(self) -> None:
        self.warmed += 1

    def pump(self) -> None:
        self.pumped += 1
        if self.steps:
            self.steps.pop(0)()


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach()


@pytest.fixture
def desk(coach: FakeCoach) -> Desk:
    def found() -> Coaching:
        return coach  # type: ignore[return-value]

    return Desk(found)


def heard(work: Work) -> list[object]:
    told: list[object] = []
    work.progressed.connect(lambda share: told.append(round(share, 2)))
    work.answered.connect(told.append)
    work.ended.connect(lambda: told.append("ended"))
    return told


def test_progress_and_ever_better_answers(desk: Desk, coach: FakeCoach, qtbot: QtBot) -> None:
    asked = FakeAsked()
    coach.steps = [
        lambda: vars(asked).update(share=0.5),
        lambda: vars(asked).update(answer="rough"),
        lambda: None,
        lambda: vars(asked).update(share=1.0, answer="sharp", over=True),
    ]
    told = heard(desk.ask(lambda coach: asked))
    qtbot.waitUntil(lambda: not desk.busy)
    assert told == [0.5, "rough", 1.0, "sharp", "ended"]
    pumped = coach.pumped
    qtbot.wait(60)
    assert coach.pumped == pumped  # the timer rests


def test_the_newest_question_of_a_topic_wins(desk: Desk) -> None:
    older, other, newer = FakeAsked(), FakeAsked(), FakeAsked()
    told = heard(desk.ask(lambda coach: older, "ahead"))
    desk.ask(lambda coach: other, "luck")
    desk.ask(lambda coach: newer, "ahead")
    assert (older.cancelled, other.cancelled, newer.cancelled) == (True, False, False)
    assert told == ["ended"]
    desk.close()
    assert (other.cancelled, newer.cancelled) == (True, True)
    assert not desk.busy


def test_the_end_of_the_owner_cancels(desk: Desk, qtbot: QtBot) -> None:
    owner, asked = QObject(), FakeAsked()
    desk.ask(lambda coach: asked, owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: asked.cancelled and not desk.busy)


def test_the_first_error_of_a_kind_is_shown(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(errors, "show", shown.append)
    first, second, other = (FakeAsked(error=error) for error in (ValueError("a"), ValueError("b"), KeyError("c")))
    works = [desk.ask(lambda coach, one=one: one) for one in (first, second, other)]  # type: ignore[misc]
    failed: list[object] = []
    for work in works:
        work.failed.connect(failed.append)
    qtbot.waitUntil(lambda: len(shown) == 2)
    qtbot.wait(60)
    assert len(shown) == 2
    assert failed == [first.error, second.error, other.error]
    assert second.cancelled
    assert not desk.busy


def test_workers_are_woken_when_asked_to(desk: Desk, coach: FakeCoach) -> None:
    desk.warm()
    assert coach.warmed == 1
