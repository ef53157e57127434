# ruff: noqa: E402
"""How soon a lever's click shows while the coach looks ahead: `python tests/benchmarks/press.py`.

From the click on `+` until what changed is painted; the bound is a tenth of a second, on a machine at rest.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from game.playing import library
from ui import theme
from ui.app import application
from ui.play import PlayPage
from ui.play.levers import Stepper
from ui.preferences import Preferences
from ui.shell import Shell

LEVELS, TURNS, CLICKS, BOUND = ("pedal-and-sons", "sandbox-store", "sandbox-factory"), 6, 20, 100


class Painted(QObject):
    """Watches for the number of a stepper to be painted."""

    def __init__(self, edit: QWidget) -> None:
        super().__init__()
        self.seen = False
        edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note a paint event."""
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def clicked(page: PlayPage) -> tuple[float, float]:
    """Seconds from a click on the first open stepper until it is painted, on the clock and of the processor."""
    stepper = next(row for row in page.inspector.rows if isinstance(row, Stepper) and row.more.isEnabled())
    before = stepper.lever.planned
    began, worked = perf_counter(), process_time()
    painted = Painted(stepper.edit)
    QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    while not painted.seen:
        QApplication.processEvents()
    spent = perf_counter() - began, process_time() - worked
    after = next(row for row in page.inspector.rows if row.lever.lever == stepper.lever.lever).lever.planned
    assert after > before, "the click counts"
    return spent


def measured(level: str) -> bool:
    """Print the times of a level; answers whether the median keeps the bound."""
    folder = Path(tempfile.mkdtemp())
    shell = Shell(lambda language: library.open(folder, language), Preferences(folder / "window.ini"))
    shell.resize(1280, 800)
    shell.show()
    playing = shell.shelf.start(next(card for card in shell.shelf.levels() if card.id == level), 7)
    playing.predict(0)
    for _ in range(TURNS):
        playing.run_turn()
    shell.open_play(playing)
    QApplication.processEvents()
    page = shell.page
    assert isinstance(page, PlayPage)
    spent, busy = [], 0
    for _ in range(CLICKS):
        busy += shell.desk.busy
        spent.append(clicked(page))
    (clock, slowest), (work, _) = ((1000 * statistics.median(one), 1000 * max(one)) for one in zip(*spent, strict=True))
    print(
        f"{level}: {clock:.0f} ms, slowest {slowest:.0f}; processor {work:.0f} ms; coach at work at {busy} of {CLICKS}"
    )
    shell.close()
    return clock <= BOUND


def main() -> int:
    """Measure all; the exit code tells whether the bound is kept."""
    theme.apply(application(), "light")
    kept = [measured(level) for level in LEVELS]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
