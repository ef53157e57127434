"""Proof of a level: how its policies fare on many tapes, what kind of level that makes it, and whether it keeps the
rules for a level.

Spread of luck = root of the mean variance of a policy's score over tapes; spread of skill = standard deviation of the
policies' mean scores, both in points; policies that decide alike count once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np

from game.coach.batch import Outcome
from game.coach.figures import Interval, mean, share, spread
from game.coach.judging import Bid, judge
from game.coach.policies import for_level
from game.jobs import Pool, Progress
from game.level import Level
from game.level.pack import LevelPack
from game.message import Message
from game.run import RunError

Verdict = Literal["trivial", "fair", "hard", "impossible", "lucky", "none"]

REACHED = 0.05
"""Share of tapes on which the best policy must earn a star, or the level is impossible."""
IDLE_STARS = 2.0
"""Mean stars of doing nothing from which the level is trivial."""
MASTERED = 0.5
"""Share of tapes on which the best policy must earn three stars, or the level is hard."""


@dataclass(frozen=True)
class Standing:
    """How one policy fared. `stars` are tapes by stars 0 to 3; `goals` figures in the units of their measures.

    `refused` says why the level does not allow what the policy decides; the figures are empty then.
    """

    name: str
    stars: tuple[int, int, int, int] = (0, 0, 0, 0)
    score: Interval | None = None
    profit: Interval | None = None
    goals: tuple[Interval, ...] = ()
    insolvent: int = 0
    refused: Message | None = None

    def at_least(self, stars: int) -> Interval:
        """Share of tapes with so many stars or more."""
        return share(sum(self.stars[stars:]), max(1, sum(self.stars)))


@dataclass(frozen=True)
class Rule:
    """A rule for a level: on at least `wanted` of the tapes `policy` earns from `least` to `most` stars."""

    policy: str
    least: int
    most: int
    wanted: float
    found: float

    @property
    def kept(self) -> bool:
        """Whether it holds."""
        return self.found >= self.wanted


@dataclass(frozen=True)
class Proof:
    """See the module; `luck` and `skill` in points."""

    level: Level
    tapes: int
    standings: tuple[Standing, ...]
    verdict: Verdict
    luck: float
    skill: float
    rules: tuple[Rule, ...]

    @property
    def sound(self) -> bool:
        """Whether the level needs no repair."""
        return self.verdict in ("fair", "hard", "none") and all(rule.kept for rule in self.rules)


RULES: tuple[tuple[str, int, int, float], ...] = (
    ("do_nothing", 0, 0, 1.0),
    ("tempting", 0, 1, 0.95),
    ("taught", 3, 3, 0.8),
)
PULL_RULE = ("big_buffers", 0, 1, 0.95)


def prove(
    pack: LevelPack, tapes: int, pool: Pool, progress: Progress | None = None, more: Mapping[str, Bid] | None = None
) -> Proof:
    """All policies of a level, and `more`, on tapes 1 to `tapes`."""
    bids: dict[str, Bid] = {**{name: name for name in for_level(pack)}, **(more or {})}
    found = judge(pack, bids, range(1, tapes + 1), pool, progress)
    return proof(pack, found, tapes)


def proof(pack: LevelPack, found: Mapping[str, Outcome | RunError], tapes: int) -> Proof:
    """What the outcomes of policies prove."""
    good = {name: result for name, result in found.items() if isinstance(result, Outcome)}
    standings = tuple(standing(name, result) for name, result in found.items())
    luck, skill = spreads(good)
    verdict = verdict_of(standings, luck, skill) if pack.level.goal else "none"
    return Proof(pack.level, tapes, standings, verdict, luck, skill, rules(pack.level, standings))


def standing(name: str, found: Outcome | RunError) -> Standing:
    """The figures of one policy."""
    if isinstance(found, RunError):
        return Standing(name, refused=found.message)
    counts = np.bincount(found.stars, minlength=4).tolist()
    return Standing(
        name,
        (counts[0], counts[1], counts[2], counts[3]),
        mean(found.score.tolist()),
        mean(found.profit.tolist()),
        tuple(mean(row) for row in found.goals.tolist()),
        int(found.insolvent.sum()),
    )


def spreads(found: Mapping[str, Outcome]) -> tuple[float, float]:
    """Spread of luck and spread of skill."""
    scores = [list(score) for score in dict.fromkeys(tuple(result.score.tolist()) for result in found.values())]
    if not scores:
        return 0.0, 0.0
    luck = sqrt(mean(spread(score) ** 2 for score in scores).middle)
    return luck, spread([mean(score).middle for score in scores])


def verdict_of(standings: tuple[Standing, ...], luck: float, skill: float) -> Verdict:
    """The kind of level, by the bounds above, the first that fits."""
    allowed = [one for one in standings if one.refused is None]
    idle = next((one for one in allowed if one.name == "do_nothing"), None)
    if max(one.at_least(1).middle for one in allowed) < REACHED:
        return "impossible"
    if idle and sum(k * count for k, count in enumerate(idle.stars)) >= IDLE_STARS * sum(idle.stars):
        return "trivial"
    if luck > skill:
        return "lucky"
    return "fair" if max(one.at_least(3).middle for one in allowed) >= MASTERED else "hard"


def rules(level: Level, standings: tuple[Standing, ...]) -> tuple[Rule, ...]:
    """The rules for a level whose policies it has."""
    wanted = [*RULES, PULL_RULE] if _teaches_pull(level) else list(RULES)
    by_name = {one.name: one for one in standings if one.refused is None}
    return tuple(
        Rule(name, least, most, limit, sum(by_name[name].stars[least : most + 1]) / sum(by_name[name].stars))
        for name, least, most, limit in wanted
        if name in by_name and level.goal
    )


def _teaches_pull(level: Level) -> bool:
    return any("pull" in str(concept).lower() for concept in level.teaches)
