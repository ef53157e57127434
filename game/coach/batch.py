"""Many runs at once: a replication for each tape, or for each plan on one tape, in one sweep of the engine.

Each replication comes out as a run of its own would, to the digit, so that it does not matter how many are played
together or in which process.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from game import engine
from game.coach.sight import Policy, Sight, seen
from game.history import History, Record
from game.jobs import tell
from game.level.pack import LevelPack
from game.levers import Decision
from game.measures import MEASURES, score
from game.plant import Plant
from game.plant.build import build
from game.run import Decisions, check
from game.state import State
from game.tape import Reel, Tape

Plans = Sequence[Sequence[Decisions]]
"""By replication, the decisions of each turn."""

_plants: dict[str, Plant] = {}
KEPT = 8


@dataclass(frozen=True, eq=False)
class Outcome:
    """How replications ended, `[replication]`; `goals` are figures by goal, `[goal, replication]`.

    `profit` and `chain_cost` in minor units.
    """

    stars: np.ndarray
    score: np.ndarray
    goals: np.ndarray
    profit: np.ndarray
    chain_cost: np.ndarray
    insolvent: np.ndarray

    def part(self, where: slice | np.ndarray) -> "Outcome":
        """Some of the replications."""
        return Outcome(*(getattr(self, field.name)[..., where] for field in fields(self)))


def plant_of(pack: LevelPack) -> Plant:
    """The plant of a level, built once in a process."""
    if pack.hash not in _plants:
        while len(_plants) >= KEPT:
            del _plants[next(iter(_plants))]
        _plants[pack.hash] = build(pack)
    return _plants[pack.hash]


def joined(parts: Sequence[Outcome]) -> Outcome:
    """Outcomes side by side, in their order."""
    return Outcome(*(np.concatenate([getattr(part, f.name) for part in parts], axis=-1) for f in fields(Outcome)))


def outcome(history: History) -> Outcome:
    """Stars, points and figures of a history, run-out included."""
    found = score(history)
    empty = np.zeros((0, history.replications))
    return Outcome(
        stars=found.stars,
        score=found.score,
        goals=np.stack([goal.value for goal in found.goals]) if found.goals else empty,
        profit=MEASURES["profit"].value(history).astype(np.int64),
        chain_cost=history.total_flow("chain_cost").sum(axis=0),
        insolvent=history.closing("insolvent")[0] > 0,
    )


def play_policy(plant: Plant, policy: Policy, seeds: Sequence[int]) -> History:
    """A policy on many tapes; raises `RunError` when it decides what the player may not. The history has two
    records, the last turn and all before it, so that long runs take no more room.
    """
    game = Game(plant, Reel(plant, seeds), len(seeds))
    while game.turn < plant.clock.turns:
        if game.turn >= plant.clock.play_turns:
            game.advance()
        elif policy.reacts:
            game.advance(each=[policy(game.sight(r)) for r in range(len(seeds))])
        else:
            game.advance(game.checked(policy(game.sight(0))))
    return game.history


def play_plans(plant: Plant, plans: Plans, luck: Tape) -> History:
    """Plans on one tape of one replication or of as many as there are plans; they must be allowed. The history is as
    that of `play_policy`.
    """
    game = Game(plant, luck if luck.demand.shape[-1] == len(plans) else spread(luck, len(plans)), len(plans))
    while game.turn < plant.clock.turns:
        turn = game.turn
        game.advance(each=[plan[turn] if turn < len(plan) else () for plan in plans])
    return game.history


def spread(luck: Tape, replications: int) -> Tape:
    """One replication's luck for many; takes no room."""

    def many(array: np.ndarray) -> np.ndarray:
        return np.broadcast_to(array[..., :1], (*array.shape[:-1], replications))

    return replace(luck, **{field.name: many(getattr(luck, field.name)) for field in fields(luck)})


def tiled(luck: Tape, times: int) -> Tape:
    """All replications of a tape so many times over, side by side."""
    return replace(luck, **{f.name: np.concatenate([getattr(luck, f.name)] * times, axis=-1) for f in fields(Tape)})


class Game:
    """A batch under way: `turn` turns were played; the history has two records, the last turn and all before it."""

    def __init__(self, plant: Plant, luck: Tape | Reel, replications: int) -> None:
        self.plant, self.luck, self.turn = plant, luck, 0
        self.state: State = engine.opening(plant, replications)
        self.history = History(plant, self.state.levels.copy())

    def sight(self, replication: int) -> Sight:
        """What a player of one replication sees."""
        return seen(self.plant, self.state, self.history, self.turn, replication)

    def checked(self, decisions: Decisions) -> Decisions:
        """The decisions, if the player may make them one after another; all replications have the same settings."""
        settings = {name: array[:, :1].copy() for name, array in self.state.settings.items()}
        check(self.plant, settings, decisions, self.turn)
        return decisions

    def advance(self, decisions: Decisions = (), each: Sequence[Sequence[Decision]] = ()) -> None:
        """Play a turn, with decisions for all replications or for each."""
        tell(self.turn, self.plant.clock.turns)
        past = _joined_turns(self.history.records)
        self.state, last = engine.advance(
            self.plant, self.state, decisions, self.luck, self.turn, keep="sums", per_replication=each, used_up=True
        )
        self.history = replace(self.history, records=(*past, last))
        self.turn += 1


def _joined_turns(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The sums of two records in one, in place of the first."""
    if len(records) < 2:
        return records
    first, last = records
    for name in ("flows", "postings", "levels"):
        sums = getattr(first, name)
        sums += getattr(last, name)
    return (replace(first, last=last.last, closing=last.closing),)
