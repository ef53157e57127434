"""Policies judged on many tapes, in blocks that a pool plays in any order; results are the same to the digit."""

from collections.abc import Mapping, Sequence

from game.coach.batch import Outcome, joined, outcome, plant_of, play_policy
from game.coach.policies import decided, for_level
from game.jobs import Pool, Progress
from game.level.pack import LevelPack
from game.run import Decisions, RunError

Bid = str | tuple[Decisions, ...]
"""A policy by its name, or the decisions of each turn."""

BLOCK = 200
"""Replications played together; small enough for the processor's cache, and for progress to be seen."""


def judge(
    pack: LevelPack, bids: Mapping[str, Bid], seeds: Sequence[int], pool: Pool, progress: Progress | None = None
) -> dict[str, Outcome | RunError]:
    """How each bid ends on each tape, in the order of the seeds; the error of one that the level does not allow."""
    blocks = [tuple(seeds[start : start + BLOCK]) for start in range(0, len(seeds), BLOCK)]
    tasks = [(pack, bid, block) for bid in bids.values() for block in blocks]
    parts = iter(pool.map(play_block, tasks, progress))
    found = {name: [next(parts) for _ in blocks] for name in bids}
    return {name: _whole(blocks) for name, blocks in found.items()}


def play_block(pack: LevelPack, bid: Bid, seeds: tuple[int, ...]) -> Outcome | RunError:
    """One bid on some tapes, as a worker does it."""
    policy = for_level(pack)[bid] if isinstance(bid, str) else decided(bid)
    try:
        return outcome(play_policy(plant_of(pack), policy, seeds))
    except RunError as error:
        return error


def _whole(parts: list[Outcome | RunError]) -> Outcome | RunError:
    good = [part for part in parts if isinstance(part, Outcome)]
    return next((part for part in parts if isinstance(part, RunError)), None) or joined(good)
