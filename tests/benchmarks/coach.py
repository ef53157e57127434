"""Times of the coach, by hand: `python tests/benchmarks/coach.py [look] [luck] [helped] [proof] [search]`.

Processor time of one process. Ratio: the same runs one at a time by the scalar rules of `tests/oracle`, estimated
from one of them.
"""

import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game import levelfile, tape  # noqa: E402
from game.coach.ahead import DAYS, FIRST, FUTURES, Question, blocks, part  # noqa: E402
from game.coach.best import best  # noqa: E402
from game.coach.fortune import TAPES, fortune  # noqa: E402
from game.coach.fortune import blocks as tapes_of  # noqa: E402
from game.coach.helped import helped  # noqa: E402
from game.coach.judging import play_block  # noqa: E402
from game.coach.policies import for_level, play  # noqa: E402
from game.coach.proof import prove  # noqa: E402
from game.jobs import Pool  # noqa: E402
from game.level.pack import LevelPack  # noqa: E402
from game.levers import Decision  # noqa: E402
from game.plant.build import build  # noqa: E402
from game.run import play_turn, start  # noqa: E402
from tests.benchmarks.plant24 import plant24  # noqa: E402
from tests.benchmarks.timing import seconds  # noqa: E402
from tests.oracle import play as oracle  # noqa: E402

INLINE = Pool(0)
TURNS = 13
PLANNED = (Decision("cards", "part0", 12),)
once = partial(seconds, runs=1)


def scalar(pack: LevelPack) -> float:
    """Seconds of a whole run by the scalar rules."""
    luck = tape.make(build(pack), [1])
    return once(lambda: oracle.play(pack, luck, []))


def shipped(name: str) -> LevelPack:
    """A shipped level."""
    pack = levelfile.load(ROOT / "levels" / f"{name}.toml")
    assert isinstance(pack, LevelPack)
    return pack


def told(name: str, took: float, runs: float, alone: float) -> None:
    """A line of the table."""
    print(f"{name:58s} {took:8.2f} s   {runs * alone / took:6.1f} times faster than one by one", flush=True)


def looking() -> None:
    """64 and 1,000 futures of the plant of 24 items for a plan, the settings at hand being known already.

    Pieces go to two processes: the coming turn to one, 64 futures of all days to the other, then half the rest to each.
    """
    pack = plant24(TURNS)
    run = start(pack, 1)
    for _ in range(3):
        run = play_turn(run)
    alone = scalar(pack) * DAYS / (7 * TURNS)
    question = Question.of(run, PLANNED)
    pieces = [(0, FIRST, 1), *((*block, None) for block in blocks(FUTURES))]
    for piece in pieces:
        part(question, *piece)  # the luck of the futures is drawn once in a level
    sketch, first, *rest = [seconds(partial(part, question, *piece)) for piece in pieces]
    told(f"look ahead, 24 items, {FIRST} futures of the coming turn", sketch, FIRST, alone * 7 / DAYS)
    told(f"  of {DAYS} days", first, FIRST, alone)
    told(f"  {FUTURES} futures, in one process", sketch + first + sum(rest), FUTURES, alone)
    told("  in two, the longer of both", max(sketch + rest[0], first + rest[1]), FUTURES, alone)
    told("  a first question, settings at hand and plan", 2 * (sketch + first + sum(rest)), 2 * FUTURES, alone)


def luck() -> None:
    """1,000 other tapes of the plant of 24 items."""
    pack = plant24(TURNS)
    run = play(pack, 1, for_level(pack)["do_nothing"])
    alone = scalar(pack)
    first = next(tapes_of(TAPES))
    picture = seconds(partial(play_block, pack, run.decisions, first))
    told(f"luck or skill, 24 items, first picture of {len(first)} tapes", picture, len(first), alone)
    took = seconds(lambda: fortune(run, INLINE))
    told(f"luck or skill, 24 items, {TAPES} tapes in one process", took, TAPES, alone)
    told("  in two, half of it", took / 2, TAPES, alone)


def helping() -> None:
    """What would have helped with the tempting plan of each shipped level."""
    for path in sorted((ROOT / "levels").glob("*.toml")):
        pack = shipped(path.stem)
        if "tempting" in pack.level.plan:
            run = play(pack, 1, for_level(pack)["tempting"])
            found = helped(run, INLINE)
            name = f"what would have helped, {path.stem}, {len(pack.level.item)} items, {found.tried} changes"
            told(name, once(partial(helped, run, INLINE)), found.tried, scalar(pack))


def proving() -> None:
    """200 tapes of each shipped level."""
    for path in sorted((ROOT / "levels").glob("*.toml")):
        pack = shipped(path.stem)
        count = 200 * len(for_level(pack))
        took = once(partial(prove, pack, 200, INLINE))
        told(f"proof, {path.stem}, {count} runs", took, count, scalar(pack))


def searching() -> None:
    """The best plan of each shipped level, in two processes: time on the wall."""
    for path in sorted((ROOT / "levels").glob("*.toml")):
        before = time.monotonic()
        with Pool(2) as pool:
            found = best(shipped(path.stem), pool)
        made = {one.key: one.value for turn in found.decisions for one in turn}
        print(
            f"search, {path.stem}: {time.monotonic() - before:.0f} s, {found.tried} plans, {found.source}: {made}",
            flush=True,
        )


PARTS = {"look": looking, "luck": luck, "helped": helping, "proof": proving, "search": searching}

if __name__ == "__main__":
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()
