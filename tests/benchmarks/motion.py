# ruff: noqa: E402
"""Frame times of a turn that is played back, in software at 1920x1080: `python tests/benchmarks/motion.py`.

A frame is the tick and the repaint it causes. Measured on the largest shipped level and on a plant of 24 items.
"""

import os
import statistics
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication

from game.playing import library
from game.playing import views as v
from tests.ui.fakes import FakePlaying
from tests.ui_play import plants
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


def synthetic() -> PlayPage:
    """24 items, 4 stations, everything changes in every one of 14 periods."""
    base = plants.large(14, 10, 4)

    def item(one: v.ItemView, at: int) -> v.ItemView:
        full = (one.full + 3 * at) % (one.places + 1)
        return replace(one, full=full, on_hand=full * one.container)

    frames = tuple(
        replace(
            base,
            items=tuple(item(one, at) for one in base.items),
            links=tuple(replace(link, signals=(at + n) % 4) for n, link in enumerate(base.links)),
            trucks=tuple(replace(t, left_day=66 + n % 5, promised_day=79 + n % 7) for n, t in enumerate(base.trucks)),
        )
        for at in range(15)
    )
    playing = FakePlaying(turn=11)
    playing.plant = lambda: base  # type: ignore[method-assign]
    playing.playback = lambda: v.Playback(70.0, 2, frames)  # type: ignore[method-assign]
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
    for name, make in (("largest shipped level", largest), ("24 items", synthetic)):
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
