"""Plans tried on many tapes in one batch: a replication is one plan on one tape."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np

from game import engine, levelfile, tape
from game.history import History
from game.level import Plan
from game.level.pack import LevelPack
from game.levers import Decision, parse
from game.measures import MEASURES, Score, score
from game.plant import Plant
from game.plant.build import build
from game.state import State

FOLDER = Path(__file__).parents[2] / "levels"
CAMPAIGN = (
    "first-cards", "corner-bakery", "small-lots", "milk-run", "near-or-far", "stop-the-line", "growing-pains",
    "pedal-and-sons", "last-season", "made-to-measure", "beer-game", "two-of-everything", "going-lean", "the-choice",
)  # fmt: skip
"""Ids of the levels, in order."""

Student = Callable[[Plant, State, History, int, int], dict[str, int]]
"""Settings for turn `turn` (0 is the first) in one replication, from what has happened so far."""


@cache
def load(name: str) -> LevelPack:
    """A shipped level."""
    pack = levelfile.load(FOLDER / f"{name}.toml")
    assert isinstance(pack, LevelPack), [str(problem) for problem in pack]
    return pack


@dataclass(frozen=True, eq=False)
class Trials:
    """Histories of several players on the same tapes, side by side."""

    players: tuple[str, ...]
    tapes: int
    history: History

    def columns(self, player: str) -> slice:
        """Replications of one player."""
        place = self.players.index(player)
        return slice(place * self.tapes, (place + 1) * self.tapes)

    @cached_property
    def score(self) -> Score:
        """Stars and goals of all."""
        return score(self.history)

    def stars(self, player: str) -> np.ndarray:
        """Stars on each tape."""
        return self.score.stars[self.columns(player)]

    def values(self, player: str, name: str, item: str | None = None, turns: slice | None = None) -> np.ndarray:
        """A measure on each tape; money in units of currency."""
        measure = MEASURES[name]
        index = None if item is None else self.history.plant.item_index(item)
        value = measure.value(self.history, index, turns)[self.columns(player)]
        return value / 100 if measure.kind == "money" else value

    def median(self, player: str, name: str, item: str | None = None, turns: slice | None = None) -> float:
        """Its median over the tapes."""
        return float(np.nanmedian(self.values(player, name, item, turns)))

    def total(self, player: str, kind: str, item: str) -> np.ndarray:
        """Sum of an item's postings of a kind on each tape, in units of currency."""
        index = self.history.plant.item_index(item)
        return self.history.total_posting(kind)[index, self.columns(player)] / 100


def play(
    pack: LevelPack, plans: Mapping[str, Plan], tapes: int, students: Mapping[str, Student] | None = None
) -> Trials:
    """Play named plans, and students who look before they decide, on tapes 1 to `tapes`."""
    plant = build(pack)
    watching = students or {}
    players = (*plans, *watching)
    luck = tape.make(plant, list(range(1, tapes + 1)) * len(players))
    state = engine.opening(plant, tapes * len(players))
    history = History(plant, state.levels)
    for turn in range(plant.clock.turns):
        decided = _decided(plans, watching, state, history, turn, tapes) if turn < plant.clock.play_turns else ()
        state, record = engine.advance(plant, state, (), luck, turn, keep="sums", per_replication=decided)
        history = history.append(record)
    return Trials(players, tapes, history)


def _decided(
    plans: Mapping[str, Plan],
    students: Mapping[str, Student],
    state: State,
    history: History,
    turn: int,
    tapes: int,
) -> list[tuple[Decision, ...]]:
    decided: list[tuple[Decision, ...]] = []
    for plan in plans.values():
        settings = plan.get(str(turn + 1), {})
        decided += [tuple(parse(key, value) for key, value in settings.items())] * tapes
    for place, student in enumerate(students.values(), start=len(plans)):
        for replication in range(place * tapes, (place + 1) * tapes):
            settings = student(history.plant, state, history, turn, replication)
            decided.append(tuple(parse(key, value) for key, value in settings.items()))
    return decided
