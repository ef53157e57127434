# ruff: noqa: E402
"""Frame times of a turn that is played back, in software at 1920x1080: `python tests/benchmarks/motion.py`.

A frame is the tick and the repaint it causes. Measured on the largest shipped level and on a plant of 24 items.
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

from PySide6.QtWidgets import QApplication

from game.archive import Archive
from game.playing import library
from game.run import start
from tests.benchmarks.plant24 import plant24
from ui import theme
from ui.app import application
from ui.play import PlayPage

SIZE, SECONDS, FRAME, BOUND = (1920, 1080), 3.0, 1 / 60, 0.016


def largest() -> PlayPage:
    """The shipped level with the most items, in its tenth turn."""
    shelf = library.open(Path(tempfile.mkdtemp()), "en")
    runs = [shelf.start(card, 7) for card in shelf.levels() if not card.problems]
    playing = max(runs, key=lambda run: len(run.level.item))
    for _ in range(10):
        playing.run_turn()
    return PlayPage(playing)


def plant_of_24() -> PlayPage:
    """24 items on five stations, in the tenth turn of a real run."""
    archive = Archive(Path(tempfile.mkdtemp()) / "runs.sqlite")
    playing = library.Session(start(plant24(), 7), archive)
    for _ in range(10):
        playing.run_turn()
    return PlayPage(playing)


def frames(page: PlayPage) -> list[tuple[float, float]]:
    """Seconds of each frame, on the clock and of the processor, at 60 a second over a turn of three seconds."""
    page.resize(*SIZE)
    page.show()
    QApplication.processEvents()
    floor, film = page.views.floor, page.playing.playback()
    assert film is not None
    began = perf_counter()
    floor.play(film)
    floor.repaint()
    print(f"  first frame {1000 * (perf_counter() - began):.1f} ms, floor {floor.width()} x {floor.height()}")
    spent = []
    for tick in range(1, round(SECONDS / FRAME) + 1):
        began, worked = perf_counter(), process_time()
        floor.show_moment(tick * FRAME / SECONDS * film.periods)
        floor.repaint()
        spent.append((perf_counter() - began, process_time() - worked))
    floor.stop()
    return spent


def main() -> int:
    """Print the figures; 1 when the processor needs longer than the bound (the clock depends on who else works)."""
    theme.apply(application(), "light")
    worst = 0.0
    for name, make in (("largest shipped level", largest), ("24 items", plant_of_24)):
        print(name)
        spent = frames(make())
        for kind, times in zip(("clock", "processor"), zip(*spent, strict=True), strict=True):
            p95 = statistics.quantiles(times, n=20)[-1]
            print(
                f"  {kind}: {len(times)} frames, median {1000 * statistics.median(times):.1f} ms, p95 {1000 * p95:.1f}"
            )
        worst = max(worst, p95)
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
