"""What all levers share."""

from dataclasses import dataclass
from typing import Protocol

from game.kinds import Owner
from game.message import Message
from game.plant import Plant
from game.state import Settings, State

Value = int | str | dict[str, int]
Where = int | slice | list[int]


@dataclass(frozen=True)
class Decision:
    """A setting for a target, in force from the coming turn on."""

    lever: str
    target: str
    value: Value

    def __hash__(self) -> int:
        """Decisions about the same setting share a bucket (a value may be a table)."""
        return hash((self.lever, self.target))

    @property
    def key(self) -> str:
        """As written in a plan: `tube.cards`."""
        return f"{self.target}.{self.lever}"


class Refused(ValueError):
    """A decision that makes no sense; `message` is the sentence that says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Lever(Protocol):
    """One kind of setting. `index` is that of the thing it is set for; texts are `lever.<name>.name` and `.help`."""

    @property
    def name(self) -> str:
        """As plans and records write it."""

    @property
    def owner(self) -> Owner:
        """Kind of thing it is set for."""

    @property
    def unit(self) -> str:
        """Key of the unit's text, `unit.<unit>`."""

    def applies(self, plant: Plant, index: int) -> bool:
        """Whether the thing has this setting at all."""

    def matters(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> bool:
        """Whether it has an effect under the policy in force."""

    def value(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> Value:
        """The value in force."""

    def check(self, plant: Plant, settings: Settings, index: int, value: Value, replication: int = 0) -> Message | None:
        """Why a value is refused, None when it is not."""

    def put(self, plant: Plant, settings: Settings, index: int, value: Value, where: Where) -> None:
        """Set a checked value."""

    def bound(self, plant: Plant, index: int) -> bool:
        """Whether the state of things may forbid a setting; what it forbids is then left out (rule S2)."""

    def forbidden(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> Message | None:
        """Why the state of things forbids a value, or leaves nothing to do for it; None when it does not."""

    def cost(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> int:
        """What is paid at the start of the turn for the value, minor units."""


class Free:
    """A lever that the state of things never forbids and that costs nothing to move."""

    def bound(self, plant: Plant, index: int) -> bool:
        """Never."""
        return False

    def forbidden(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> Message | None:
        """Never."""
        return None

    def cost(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> int:
        """Nothing."""
        return 0
