"""Memory of big batches, by hand: `python tests/benchmarks/memory.py [replications ...]`.

The plant of 24 items over 365 days, sums only, in blocks as the proof of a level plays them. Each figure is the peak
of a process of its own; beside it what that process takes with numpy alone, and with the game and the plant.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.benchmarks.timing import header, told  # noqa: E402

COUNTS = (1000, 2000, 10_000)
TURNS = 52
"""52 turns of a week and the run-out: 365 days and more."""
MIB = 1024


def child(replications: int) -> None:
    """Play so many and print the peaks in KiB: with numpy alone, before play, at the end."""
    import resource

    import numpy  # noqa: F401  only to be there

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    bare = peak()
    from game.coach.batch import plant_of
    from game.coach.judging import judge
    from game.jobs import Pool
    from tests.benchmarks.plant24 import plant24

    pack = plant24(TURNS)
    assert plant_of(pack).clock.end >= 365 * 2
    before = peak()
    judge(pack, {"policy": "do_nothing"}, range(1, replications + 1), Pool(0))
    print(bare, before, peak())


def main(counts: list[int]) -> None:
    """One process after another."""
    header()
    for count in counts or COUNTS:
        command = [sys.executable, str(Path(__file__)), "child", str(count)]
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        bare, before, peak = (int(part) / MIB for part in shown.split())
        work = f"peak at {count:,} replications ({bare:.0f} MB with numpy alone, {before:.0f} MB before play), MB"
        told(work, peak, "{:.0f}", 300, 150)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(int(sys.argv[2]))
    else:
        main([int(count) for count in sys.argv[1:]])
