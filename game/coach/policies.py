"""All policies of a level, and how one plays a run to its end.

`POLICIES` holds those of every level (model, section 13), `for_level` adds the level's named plans. A policy decides
from a `Sight`: the level's terms and what has been seen, never the tape.
"""

from game import levers
from game.coach.reference import REFERENCE
from game.coach.sight import Policy, of_run
from game.level import Plan
from game.level.pack import LevelPack
from game.run import Decisions, Run, play_turn, start

__all__ = ["POLICIES", "Policy", "decided", "for_level", "play", "scheduled"]

POLICIES: dict[str, Policy] = REFERENCE


def scheduled(table: Plan) -> Policy:
    """A plan, settings by turn from "1" on, as a policy: `{"1": {"tube.cards": 6}}`."""
    turns = {
        int(turn) - 1: tuple(levers.parse(key, value) for key, value in made.items()) for turn, made in table.items()
    }
    return Policy(lambda sight: turns.get(sight.turn, ()))


def decided(turns: tuple[Decisions, ...]) -> Policy:
    """Decisions made before, one tuple for each turn, as a policy."""
    return Policy(lambda sight: turns[sight.turn] if sight.turn < len(turns) else ())


def for_level(pack: LevelPack) -> dict[str, Policy]:
    """The policies of every level, and the named plans of this one."""
    return {**POLICIES, **{name: scheduled(plan) for name, plan in pack.level.plan.items()}}


def play(pack: LevelPack, seed: int, policy: Policy) -> Run:
    """A whole run under a policy; raises `RunError` when it decides what the player may not."""
    run = start(pack, seed)
    while not run.finished:
        run = play_turn(run, policy(of_run(run)))
    return run
