"""`best_found`: the best plan known of a level, searched once and kept by the level's hash.

The plan found by the search meets the level's policies on the tapes of the search; the best of all of them is kept.
It is judged elsewhere, on tapes that it was not made for.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game import files, levers
from game.coach.batch import Outcome
from game.coach.figures import mean
from game.coach.judging import Bid, judge
from game.coach.policies import for_level, play
from game.coach.search import TRAINING, USUAL, Effort, Hunt, hunt_of, search_plan
from game.jobs import Pool, Progress
from game.level.pack import LevelPack
from game.run import RULES_VERSION, Decisions, RunError

SEARCH = "search"
FORM = 1
LONG = 3
"""How many times the tapes of the search its best plans and the policies meet in the end."""


@dataclass(frozen=True)
class Best:
    """A plan: its decisions by turn, and where it comes from: the search, or a policy that was better."""

    decisions: tuple[Decisions, ...]
    source: str
    tried: int


def best(
    pack: LevelPack,
    pool: Pool,
    folder: Path | None = None,
    effort: Effort = USUAL,
    heard: Progress | None = None,
) -> Best:
    """The best plan known, from the folder when it was found before; `heard` hears how far the search is."""
    kept = None if folder is None else folder / f"{pack.hash}-{RULES_VERSION}.json"
    if kept is not None and (found := _read(kept)) is not None:
        return found
    found = _found(hunt_of(pack, pool, effort, heard))
    if kept is not None:
        _write(kept, found)
    return found


def _found(search: Hunt) -> Best:
    bids = _policies(search.pack)
    tried = 0
    if search.where:
        plan = search_plan(search, [_standing(made) for made in bids.values()])
        bids, tried = {SEARCH: plan.decisions, **bids}, plan.tried
    tapes = range(TRAINING, TRAINING + LONG * search.effort.tapes)
    outcomes: Mapping[str, Bid] = dict(bids)
    results = judge(search.pack, outcomes, tapes, search.pool)
    good = {name: result for name, result in results.items() if isinstance(result, Outcome)}
    name = max(good, key=lambda name: worth(search, good[name]))
    return Best(bids[name], name, tried)


def worth(search: Hunt, found: Outcome) -> tuple[float, float]:
    """What the search looks at, and profit where that is equal."""
    sign = -1 if search.aim == "chain_cost" else 1
    return sign * mean(getattr(found, search.aim).tolist()).middle, mean(found.profit.tolist()).middle


def _policies(pack: LevelPack) -> dict[str, tuple[Decisions, ...]]:
    """What each policy that does not react decides."""
    found = {}
    for name, policy in for_level(pack).items():
        if not policy.reacts:
            try:
                found[name] = play(pack, TRAINING, policy).decisions
            except RunError:
                continue
    return found


def standing_plans(pack: LevelPack) -> list[Decisions]:
    """The settings in which the level's policies end: where a search begins."""
    return [_standing(made) for made in _policies(pack).values()]


def _standing(turns: tuple[Decisions, ...]) -> Decisions:
    """The settings in which decisions end."""
    last = {decision.key: decision for made in turns for decision in made}
    return tuple(last.values())


def _read(path: Path) -> Best | None:
    """A plan kept before; None when it cannot be read, for it can be found again."""
    try:
        content = json.loads(path.read_text("utf-8"))
        turns = tuple(tuple(levers.parse(key, value) for key, value in made) for made in content["decisions"])
        return Best(turns, str(content["source"]), int(content["tried"])) if content["form"] == FORM else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, found: Best) -> None:
    """Keep a plan; where that fails it is found again next time."""
    turns = [[[decision.key, decision.value] for decision in made] for made in found.decisions]
    content: dict[str, Any] = {"form": FORM, "decisions": turns, "source": found.source, "tried": found.tried}
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, json.dumps(content, indent=1) + "\n")
