"""What other numbers of cards would have lost and thrown away so far: the turns played, again, on the same luck."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from game.coach.batch import Game, spread
from game.levers import Decision
from game.measures import MEASURES
from game.plant import minor
from game.run import Decisions, Run

WASTE = ("spoilage_raw", "spoilage_finished")


@dataclass(frozen=True)
class Tried:
    """So many cards from the first turn on: sales missed, goods thrown away and profit of all turns, minor units."""

    cards: int
    missed: int
    waste: int
    profit: int


class Trial:
    """Each number of cards of an item in place of the player's; all else stays. A step plays a turn of all of them."""

    def __init__(self, run: Run, item: int, numbers: Sequence[int]) -> None:
        self._run, self._item, self._numbers = run, item, numbers
        self._game = Game(run.plant, spread(run.tape, len(numbers)), len(numbers))

    @property
    def over(self) -> bool:
        """Whether all turns of the run were played."""
        return self._game.turn == self._run.turn

    def step(self) -> None:
        """Play one turn more."""
        turn, name = self._game.turn, self._run.plant.items[self._item].id
        kept = tuple(one for one in self._run.decisions[turn] if (one.lever, one.target) != ("cards", name))
        firsts: list[Decisions] = [(Decision("cards", name, cards),) if not turn else () for cards in self._numbers]
        self._game.advance(each=[(*first, *kept) for first in firsts])

    def found(self) -> tuple[Tried, ...]:
        """What each number came to in the turns played."""
        history, plant = self._game.history, self._run.plant
        missed = np.zeros(len(self._numbers), dtype=np.int64)
        for stream in plant.streams_of[self._item]:
            missed += history.total_flow("lost")[stream] * minor(plant.level.stream[stream].price)
        waste = sum(history.total_posting(kind)[self._item] for kind in WASTE)
        profit = MEASURES["profit"].value(history)
        rows = zip(self._numbers, missed.tolist(), np.asarray(waste).tolist(), profit.astype(np.int64), strict=True)
        return tuple(Tried(cards, lost, thrown, int(made)) for cards, lost, thrown, made in rows)
