"""Random small games, played for the property tests."""

from dataclasses import dataclass
from functools import cache
from random import Random

from game.engine import advance, opening
from game.history import History
from game.level.pack import LevelPack
from game.levers import Decision
from game.plant import Plant
from game.plant.build import build
from game.state import State
from game.tape import Tape, make
from tests.oracle.levels import random_case


@dataclass
class Game:
    """A game played to its end; `states[k]` is the state after k turns."""

    plant: Plant
    tape: Tape
    history: History
    states: list[State]


def dealt(seed: int) -> tuple[LevelPack, list[tuple[Decision, ...]], int]:
    """A random level, the decisions of its turns and a seed for its luck."""
    case = random_case(Random(seed))
    return case.pack, case.decisions[0], case.seeds[0]


@cache
def played(seed: int) -> Game:
    """The random game of a seed, one replication."""
    pack, decisions, luck = dealt(seed)
    plant = build(pack)
    tape, states = make(plant, [luck]), [opening(plant)]
    history = History(plant, states[0].levels)
    for turn in range(plant.clock.turns):
        state, record = advance(plant, states[-1], decisions[turn] if turn < len(decisions) else (), tape, turn)
        states.append(state)
        history = history.append(record)
    return Game(plant, tape, history, states)
