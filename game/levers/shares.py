"""How an item's orders are shared among suppliers."""

from game.kinds import Owner
from game.levers.base import Free, Value, Where
from game.message import Message
from game.plant import Plant, minor
from game.state import Settings, State

LEAST = 10


class SharesLever(Free):
    """Percent of the orders by supplier: each 0 or at least 10, together 100 (model, section 5)."""

    name = "shares"
    owner: Owner = "item"
    unit = "percent"

    def applies(self, plant: Plant, index: int) -> bool:
        """Items with a choice of suppliers."""
        return len(plant.sources_of[index]) > 1

    def matters(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> bool:
        """Whenever there is a choice."""
        return self.applies(plant, index)

    def value(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> dict[str, int]:
        """Shares in force, in the order of the file."""
        shares = settings["shares"]
        return {_supplier(plant, s): int(shares[s, replication]) for s in plant.sources_of[index]}

    def check(self, plant: Plant, settings: Settings, index: int, value: Value, replication: int = 0) -> Message | None:
        """Known suppliers, whole numbers, 0 or at least 10, sum 100; who is not named gets 0."""
        if not isinstance(value, dict) or not all(type(share) is int for share in value.values()):
            return Message("refused.shares_form")
        known = {_supplier(plant, s) for s in plant.sources_of[index]}
        for name, share in value.items():
            if name not in known:
                return Message("refused.supplier", {"supplier": name, "known": ", ".join(sorted(known))})
            if share and not LEAST <= share <= 100:
                return Message("refused.share", {"supplier": name, "share": share, "least": LEAST})
        total = sum(value.values())
        return None if total == 100 else Message("refused.sum", {"total": total})

    def put(self, plant: Plant, settings: Settings, index: int, value: Value, where: Where) -> None:
        """Set all shares of the item."""
        assert isinstance(value, dict)
        for s in plant.sources_of[index]:
            settings["shares"][s, where] = value.get(_supplier(plant, s), 0)

    def bound(self, plant: Plant, index: int) -> bool:
        """Where shares are fixed once changed, or an offer has to be onboarded."""
        waits = any(s in plant.supply.standby for s in plant.sources_of[index])
        return waits or plant.items[index].share_commitment > 0

    def forbidden(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> Message | None:
        """Shares are still fixed, or a supplier is not qualified."""
        assert isinstance(value, dict)
        turns = plant.clock.turn_of(int(state.share_fixed[index, replication])) - plant.clock.turn_of(state.period)
        if turns > 0:
            return Message("refused.shares_fixed_one" if turns == 1 else "refused.shares_fixed", {"turns": turns})
        for s in plant.sources_of[index]:
            if value.get(_supplier(plant, s)) and state.qualified_from[s, replication] > state.period:
                return Message("refused.not_qualified", {"supplier": _supplier(plant, s)})
        return None

    def cost(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> int:
        """For each ten points that move."""
        now = self.value(plant, state.settings, index, replication)
        assert isinstance(value, dict)
        moved = sum(max(0, value.get(name, 0) - share) for name, share in now.items())
        return moved * minor(plant.items[index].share_change_cost) // 10


def _supplier(plant: Plant, source: int) -> str:
    offer = plant.sources[source].offer
    assert offer
    return offer.supplier
