"""What holds for all periods of a turn, formed once."""

from dataclasses import dataclass

from game.disruptions import Effects
from game.engine.context import Force
from game.engine.loops import Loops
from game.engine.sheet import Ledger
from game.plant import Plant
from game.state import State
from game.tape import Reel, Tape


@dataclass(frozen=True, eq=False)
class Turn:
    """A turn that begins with period `start`, to be played in `state`, whose settings stay as they are."""

    plant: Plant
    state: State
    tape: Tape | Reel
    effects: tuple[Effects, ...]
    start: int
    loops: Loops
    ledger: Ledger
    calm: Force | None
    """the parameters in force in all periods, where nothing can change them"""

    @classmethod
    def of(cls, plant: Plant, state: State, tape: Tape | Reel, start: int) -> "Turn":
        """With what has been decided."""
        calm = Force.usual(plant, state.replications) if plant.calm else None
        loops, ledger = Loops.of(plant, state), Ledger(plant, state)
        return cls(plant, state, tape, tape.effects(plant), start, loops, ledger, calm)

    def force(self) -> Force:
        """The parameters in force in a period, before disruptions and projects."""
        return self.calm or Force.usual(self.plant, self.state.replications)
