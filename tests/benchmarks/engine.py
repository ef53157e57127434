"""Speed of the engine on the plant of 24 items, by hand: `python tests/benchmarks/engine.py`.

Processor time, medians; ratios are within this run: one turn with full history, one of 64 futures as the coach looks
ahead, sums over 1,000 replications as a multiple of the scalar rules of `tests/oracle`, drawing the tape as a share of
playing it.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import engine, tape  # noqa: E402
from game.history import Keep  # noqa: E402
from game.plant import Plant  # noqa: E402
from game.plant.build import build  # noqa: E402
from tests.benchmarks.plant24 import plant24  # noqa: E402
from tests.benchmarks.timing import header, seconds, told  # noqa: E402
from tests.oracle.play import play  # noqa: E402

TURNS, SOME, MANY = 8, 64, 1000


def main() -> None:
    """Measure and print."""
    pack = plant24()
    plant = build(pack)
    periods = plant.clock.turn_starts[TURNS]
    work = len(plant.items) * periods
    tapes = {replications: tape.make(plant, range(replications)) for replications in (1, SOME, MANY)}

    def played(replications: int, keep: Keep) -> None:
        state = engine.opening(plant, replications)
        for turn in range(TURNS):
            state, _ = engine.advance(plant, state, (), tapes[replications], turn, keep=keep)

    header()
    one = seconds(partial(played, 1, "periods"))
    told("one turn, one replication, full history, ms", one / TURNS * 1000, "{:.1f}", 30, 18)
    some = seconds(partial(played, SOME, "sums"))
    told(f"one turn, {SOME} replications, sums, ms", some / TURNS * 1000, "{:.1f}", 40, 30)
    many = seconds(partial(played, MANY, "sums"), 3)
    oracle = seconds(lambda: play(plant24(TURNS), tapes[1], [()] * TURNS), 3)
    told(
        f"item-periods a second at {MANY} replications ({work * MANY / many:,.0f}), times the scalar rules'",
        MANY * oracle / many, "{:.1f}", 25, 40, rising=True,
    )  # fmt: skip
    for replications, draw, took in ((1, tape.make, one), (MANY, unrolled, many)):
        drawn = seconds(partial(draw, plant, range(replications)), 3) * periods / plant.clock.end
        told(f"drawing a tape of {replications}, share of playing it", drawn / took, "{:.3f}", 0.1, 0.05)


def unrolled(plant: Plant, seeds: Sequence[int]) -> None:
    """A tape as batches draw it, never whole."""
    reel = tape.Reel(plant, seeds)
    for t in range(plant.clock.end):
        reel.period(t)


if __name__ == "__main__":
    main()
