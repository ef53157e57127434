"""How time grows, by hand: `python tests/benchmarks/growth.py [periods] [replications] [items]`.

Slopes on logarithmic scales, processor time, medians: a run of one replication with full history against its periods,
as it is played turn by turn; sums over a turn against replications; the same plant with 4 to 96 items.
"""

import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import engine, tape  # noqa: E402
from game.history import Keep  # noqa: E402
from game.level.pack import LevelPack  # noqa: E402
from game.plant import Plant  # noqa: E402
from game.plant.build import build  # noqa: E402
from game.run import play_turn, start  # noqa: E402
from tests.benchmarks.plant24 import plant24  # noqa: E402
from tests.benchmarks.timing import header, seconds, slope, told  # noqa: E402

TURNS = (4, 8, 16, 32, 64)
REPLICATIONS = tuple(2**k for k in range(10))
CELLS = (1, 2, 3, 6, 12, 24)
FEW, ROUNDS = 4, 3


def whole(pack: LevelPack) -> None:
    """A run from its start to its end."""
    run = start(pack, 1)
    while not run.finished:
        run = play_turn(run)


def turns(plant: Plant, replications: int, keep: Keep) -> None:
    """A few turns, drawn and played."""
    luck, state = tape.make(plant, range(replications)), engine.opening(plant, replications)
    for turn in range(FEW):
        state, _ = engine.advance(plant, state, (), luck, turn, keep=keep)


def grown(name: str, works: dict[int, Callable[[], object]], aim: float) -> None:
    """A line of the table, with the times behind it; sizes take turns, so that other work on the machine hits all."""
    rounds = [[seconds(work, 1) for work in works.values()] for _ in range(ROUNDS + 1)][1:]
    sizes, times = list(works), [statistics.median(took) for took in zip(*rounds, strict=True)]
    shown = ", ".join(f"{size}: {took * 1000:.0f} ms" for size, took in zip(sizes, times, strict=True))
    told(f"time against {name} ({shown}), slope", slope(sizes, times), "{:.2f}", aim)


def periods() -> None:
    """Against periods."""
    packs = [plant24(turns) for turns in TURNS]
    grown("periods", {build(pack).clock.end: partial(whole, pack) for pack in packs}, 1.02)


def replications() -> None:
    """Against replications."""
    plant = build(plant24(FEW))
    grown("replications", {count: partial(turns, plant, count, "sums") for count in REPLICATIONS}, 0.4)


def items() -> None:
    """Against items."""
    plants = [build(plant24(FEW, cells)) for cells in CELLS]
    grown("items", {len(plant.items): partial(turns, plant, 1, "periods") for plant in plants}, 1.0)


PARTS = {"periods": periods, "replications": replications, "items": items}

if __name__ == "__main__":
    header()
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
