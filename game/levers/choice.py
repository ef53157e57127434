"""The choice of a replenishment policy."""

from game.kinds import Owner
from game.levers.base import Free, Value, Where
from game.message import Message
from game.plant import Plant
from game.state import FORECAST, POLICIES, Settings


class PolicyLever(Free):
    """How an item is replenished; open orders stay when it changes (model, section 4)."""

    name = "policy"
    owner: Owner = "item"
    unit = "none"

    def open_to(self, plant: Plant, index: int) -> tuple[str, ...]:
        """Policies that an item may have: `forecast`, the last one, where the level tells how to smooth."""
        return POLICIES if index in plant.production.forecast else POLICIES[:FORECAST]

    def applies(self, plant: Plant, index: int) -> bool:
        """Every item has a policy."""
        return 0 <= index < len(plant.items)

    def matters(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> bool:
        """Always."""
        return self.applies(plant, index)

    def value(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> str:
        """Name of the policy in force."""
        return POLICIES[int(settings["policy"][index, replication])]

    def check(self, plant: Plant, settings: Settings, index: int, value: Value, replication: int = 0) -> Message | None:
        """It must be one of the policies open to the item."""
        choices = self.open_to(plant, index)
        if isinstance(value, str) and value in choices:
            return None
        return Message("refused.choice", {"value": str(value), "choices": ", ".join(choices)})

    def put(self, plant: Plant, settings: Settings, index: int, value: Value, where: Where) -> None:
        """Set the policy's number."""
        assert isinstance(value, str)
        settings["policy"][index, where] = POLICIES.index(value)
