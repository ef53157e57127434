"""Speed of the engine on the plant of 24 items, by hand: `python tests/benchmarks/engine.py`.

Processor time, medians; ratios are within this run: one turn with full history, sums over 1,000 replications as a
multiple of the scalar rules of `tests/oracle`.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import engine, tape  # noqa: E402
from game.plant.build import build  # noqa: E402
from tests.benchmarks.plant24 import plant24  # noqa: E402
from tests.oracle.play import play  # noqa: E402

TURNS, MANY = 8, 1000


def seconds(work: Callable[[], object], runs: int = 5) -> float:
    """Median processor time of a piece of work."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    pack = plant24(TURNS)
    plant = build(pack)
    periods = plant.clock.turn_starts[TURNS]
    work = len(plant.items) * periods

    def played(replications: int, keep: str) -> None:
        luck, state = tape.make(plant, range(replications)), engine.opening(plant, replications)
        for turn in range(TURNS):
            state, _ = engine.advance(plant, state, (), luck, turn, keep=keep)  # type: ignore[arg-type]

    one = seconds(lambda: played(1, "periods"))
    many = seconds(lambda: played(MANY, "sums"), 3)
    luck = tape.make(plant, [0])
    oracle = seconds(lambda: play(pack, luck, [()] * TURNS), 3)
    print(f"one turn, one replication, full history: {one / TURNS * 1000:.1f} ms")
    print(f"item-periods a second at {MANY} replications: {work * MANY / many:,.0f}")
    print(f"the scalar rules: {work / oracle:,.0f} a second, 1 : {work * MANY / many / (work / oracle):.1f}")


if __name__ == "__main__":
    main()
