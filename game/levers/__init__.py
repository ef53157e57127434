"""What a player may set. A lever is declared once; checking, forms, bots and the engine use the declaration.

A decision is written `target.lever = value`, the target being an item (`tube`) or an offer (`tube/rhein`).
`query` says why a decision is refused, `apply` makes it; both run the same checks.
"""

from dataclasses import dataclass

from game.levers.base import Decision, Lever, Refused, Value
from game.levers.choice import PolicyLever
from game.levers.numbers import NUMBERS
from game.levers.shares import SharesLever
from game.message import Message
from game.plant import Plant
from game.state import Settings

__all__ = [
    "LEVERS",
    "Decision",
    "Lever",
    "Refused",
    "Value",
    "apply",
    "in_reach",
    "parse",
    "query",
    "refusal",
]

LEVERS: dict[str, Lever] = {lever.name: lever for lever in (PolicyLever(), *NUMBERS, SharesLever())}


@dataclass(frozen=True)
class _Found:
    lever: Lever
    index: int


def parse(key: str, value: Value) -> Decision:
    """The decision of a plan's line such as `tube.cards = 6`; ValueError when the key has no point."""
    target, point, lever = key.rpartition(".")
    if not point:
        raise ValueError(key)
    return Decision(lever, target, value)


def in_reach(plant: Plant, lever: str, target: str) -> bool:
    """Whether the level lets the player set it: its `levers` list `cards`, `tube.cards` or `tube/rhein.trip_every`."""
    item = target.partition("/")[0]
    return bool({lever, f"{target}.{lever}", f"{item}.{lever}"} & set(plant.level.levers))


def query(plant: Plant, settings: Settings, decision: Decision, replication: int = 0) -> Message | None:
    """None when the player may decide this, else the sentence that says why not."""
    why = refusal(plant, settings, decision, replication)
    if why is None and not in_reach(plant, decision.lever, decision.target):
        return Message("refused.reach", {"lever": Message(f"lever.{decision.lever}.name")})
    return why


def refusal(plant: Plant, settings: Settings, decision: Decision, replication: int = 0) -> Message | None:
    """Why a decision makes no sense, whoever makes it; None when it does."""
    found = _find(plant, decision)
    if isinstance(found, Message):
        return found
    return found.lever.check(plant, settings, found.index, decision.value, replication)


def apply(plant: Plant, settings: Settings, decision: Decision, replication: int | None = None) -> None:
    """Set it, in one replication or in all; raises `Refused` and changes nothing when it makes no sense."""
    why = refusal(plant, settings, decision, replication or 0)
    if why is not None:
        raise Refused(why)
    found = _find(plant, decision)
    assert isinstance(found, _Found)
    where = slice(None) if replication is None else replication
    found.lever.put(plant, settings, found.index, decision.value, where)


def _find(plant: Plant, decision: Decision) -> _Found | Message:
    lever = LEVERS.get(decision.lever)
    if lever is None:
        return Message("refused.lever", {"lever": decision.lever})
    index = plant.index[lever.owner].get(decision.target)
    if index is None:
        return Message("refused.target", {"target": decision.target})
    if not lever.applies(plant, index):
        return Message("refused.applies", {"lever": Message(f"lever.{lever.name}.name"), "target": decision.target})
    return _Found(lever, index)
