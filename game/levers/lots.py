"""Loops that could never fill their lot: a station that makes several items would wait for them for good."""

from game.levers.base import Decision, Lever
from game.message import Message
from game.plant import Plant
from game.state import KANBAN, Settings

TOUCHING = frozenset({"policy", "cards", "container", "buffer", "lot"})


def never_fills(plant: Plant, settings: Settings, lever: Lever, decision: Decision, replication: int) -> Message | None:
    """Why a decision would leave a made item's loop with fewer cards than its lot; None when it would not.

    `settings` are those before the decision, which makes sense in itself.
    """
    if decision.lever not in TOUCHING or lever.owner != "item":
        return None
    item = plant.index["item"][decision.target]
    make = plant.items[item].make
    if make is None or len(plant.station_items[_station(plant, item)]) < 2:
        return None
    after = {name: settings[name].copy() for name in TOUCHING}
    lever.put(plant, after, item, decision.value, replication)
    policy, cards, container, buffer, lot = (
        int(after[name][item, replication]) for name in ("policy", "cards", "container", "buffer", "lot")
    )
    authorised = cards + buffer // container
    if policy != KANBAN or lot <= authorised:
        return None
    return Message("refused.lot_never_fills", {"lot": lot, "cards": authorised})


def _station(plant: Plant, item: int) -> int:
    made = plant.items[item].make
    assert made
    return plant.index["station"][made.station]
