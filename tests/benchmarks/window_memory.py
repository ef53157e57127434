"""Memory of a window that plays on and on, by hand: `python tests/benchmarks/window_memory.py`.

Offscreen: one run to warm up, then ten runs of thirty turns through the pages, briefing to debrief; prints by how much
the resident memory has grown after each run.
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from game.playing import library  # noqa: E402
from ui import theme  # noqa: E402
from ui.play import PlayPage  # noqa: E402
from ui.preferences import Preferences  # noqa: E402
from ui.shell import Shell  # noqa: E402

LEVEL, RUNS = "going-lean", 10
PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> float:
    """Resident memory of this process, MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * PAGE / 1e6


def play(shell: Shell, app: QApplication) -> int:
    """One run from its first page to its debrief; the turns played."""
    card = next(card for card in shell.shelf.levels() if card.id == LEVEL)
    shell.start(card)
    page = shell.page
    assert isinstance(page, PlayPage)
    turns = 0
    while not page.playing.finished:
        page.run_turn()
        turns += 1
        app.processEvents()
    shell.open_home()
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return turns


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "window.ini")
        preferences.pace = "off"
        shell = Shell(lambda language: library.open(Path(folder) / "data", language, workers=2), preferences)
        shell.show()
        play(shell, app)
        before, turns = resident(), 0
        for run in range(RUNS):
            turns += play(shell, app)
            print(f"after {run + 1} runs, {turns} turns: {resident() - before:+.1f} MB of {before:.0f}", flush=True)
        shell.close()


if __name__ == "__main__":
    main()
