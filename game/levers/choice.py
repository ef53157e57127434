"""Settings that are words to choose from: the replenishment policy, and what is said on the policy board."""

from dataclasses import dataclass

from game.kinds import Owner
from game.levers.base import Free, Value, Where
from game.message import Message
from game.plant import Plant
from game.state import FORECAST, POLICIES, Settings


class ChoiceLever(Free):
    """A word out of a list; what is kept is its place in the list."""

    name: str
    words: tuple[str, ...]
    owner: Owner = "item"
    unit = "none"

    def open_to(self, plant: Plant, index: int) -> tuple[str, ...]:
        """The words that a thing may have."""
        return self.words

    def applies(self, plant: Plant, index: int) -> bool:
        """Everything of its kind has it."""
        return 0 <= index < plant.counts[self.owner]

    def value(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> str:
        """The word in force."""
        return self.words[int(settings[self.name][index, replication])]

    def check(self, plant: Plant, settings: Settings, index: int, value: Value, replication: int = 0) -> Message | None:
        """It must be one of the words open to the thing."""
        choices = self.open_to(plant, index)
        if isinstance(value, str) and value in choices:
            return None
        return Message("refused.choice", {"value": str(value), "choices": ", ".join(choices)})

    def put(self, plant: Plant, settings: Settings, index: int, value: Value, where: Where) -> None:
        """Set the word's number."""
        assert isinstance(value, str)
        settings[self.name][index, where] = self.words.index(value)


class PolicyLever(ChoiceLever):
    """How an item is replenished; open orders stay when it changes (model, section 4)."""

    name = "policy"
    words = POLICIES

    def open_to(self, plant: Plant, index: int) -> tuple[str, ...]:
        """Policies that an item may have: `forecast`, the last one, where the level tells how to smooth."""
        return POLICIES if index in plant.production.forecast else POLICIES[:FORECAST]

    def matters(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> bool:
        """Always."""
        return self.applies(plant, index)


@dataclass(frozen=True)
class SaidLever(ChoiceLever):
    """What the learner says; it is kept with the run and changes nothing in it."""

    name: str
    words: tuple[str, ...]
    owner: Owner = "item"

    def matters(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> bool:
        """Never: nothing in the plant looks at it."""
        return False


SIZES = {"kanban": "cards", "reorder": "reorder_point", "min_max": "order_up_to", "order_up_to": "order_up_to"}
"""The setting that says how large a loop is, by policy."""
OPEN = "open"
"""Not said yet."""
BOARD = (
    SaidLever("board", (OPEN, "jit", "hybrid", "buffer")),
    SaidLever("reason", (OPEN, "steady", "swings", "near", "far", "sure", "unsure", "dear", "cheap", "outage")),
    SaidLever("tolerance", (OPEN, "1", "5", "10", "20", "35"), "firm"),
)
"""The policy board: how a part shall be held, why, and which chance of no star (percent) the learner can bear."""
GRANTED_WITH = {"reason": "board"}
"""Who may pick on the board may say why."""
