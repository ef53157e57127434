"""What a player may set. A lever is declared once; checking, forms, bots and the engine use the declaration.

A decision is written `target.lever = value`, the target being an item (`tube`), an offer (`tube/rhein`) or a station.
`query` says why a decision is refused, `apply` makes it; both run the same checks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.levers.actions import ACTIONS
from game.levers.base import Decision, Lever, Refused, Value, Where
from game.levers.choice import BOARD, GRANTED_WITH, PolicyLever
from game.levers.firm import FIRM
from game.levers.lots import never_fills
from game.levers.numbers import NUMBERS
from game.levers.production import PRODUCTION
from game.levers.shares import SharesLever
from game.message import Message
from game.plant import Plant
from game.state import Settings, State

__all__ = [
    "LEVERS",
    "Decision",
    "Lever",
    "Refused",
    "Value",
    "apply",
    "cost",
    "first_refused",
    "in_reach",
    "parse",
    "query",
    "refusal",
]

LEVERS: dict[str, Lever] = {
    lever.name: lever for lever in (PolicyLever(), *NUMBERS, *PRODUCTION, SharesLever(), *ACTIONS, *FIRM, *BOARD)
}


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
    item, name = target.partition("/")[0], GRANTED_WITH.get(lever, lever)
    return bool({name, f"{target}.{name}", f"{item}.{name}"} & set(plant.level.levers))


def query(
    plant: Plant, settings: Settings, decision: Decision, replication: int = 0, *, state: State | None = None
) -> Message | None:
    """None when the player may decide this, else the sentence that says why not.

    `state` is that before the turn; without it only the settings are looked at.
    """
    why = refusal(plant, settings, decision, replication)
    if why is None:
        why = never_fills(plant, settings, _sought(plant, decision).lever, decision, replication)
    if why is None and state is not None:
        found = _sought(plant, decision)
        why = found.lever.forbidden(plant, state, found.index, decision.value, replication)
    if why is None and not in_reach(plant, decision.lever, decision.target):
        return Message("refused.reach", {"lever": Message(f"lever.{decision.lever}.name")})
    return why


def first_refused(plant: Plant, settings: Settings, decisions: Iterable[Decision]) -> tuple[Decision, Message] | None:
    """Make decisions in `settings`, one after another, up to the first that the player may not make; that one, and why.

    The state of things is not looked at: what only that forbids does nothing (rule S2), so that plans suit any luck.
    """
    for decision in decisions:
        why = query(plant, settings, decision)
        if why is not None:
            return decision, why
        apply(plant, settings, decision)
    return None


def refusal(plant: Plant, settings: Settings, decision: Decision, replication: int = 0) -> Message | None:
    """Why a decision makes no sense, whoever makes it; None when it does."""
    found = _find(plant, decision)
    if isinstance(found, Message):
        return found
    return found.lever.check(plant, settings, found.index, decision.value, replication)


def cost(plant: Plant, state: State, decision: Decision, replication: int = 0) -> int:
    """What a decision that makes sense costs at the start of the turn, minor units."""
    found = _sought(plant, decision)
    return found.lever.cost(plant, state, found.index, decision.value, replication)


def apply(
    plant: Plant,
    settings: Settings,
    decision: Decision,
    replication: int | None = None,
    *,
    state: State | None = None,
) -> None:
    """Set it, in one replication or in all; raises `Refused` and changes nothing when it makes no sense.

    Where the state before the turn is given and forbids it, it is left out (rule S2).
    """
    why = refusal(plant, settings, decision, replication or 0)
    if why is not None:
        raise Refused(why)
    found = _sought(plant, decision)
    where: Where = slice(None) if replication is None else replication
    if state is not None and found.lever.bound(plant, found.index):
        every = range(state.replications) if replication is None else (replication,)
        forbids, value = found.lever.forbidden, decision.value
        where = [r for r in every if forbids(plant, state, found.index, value, r) is None]
    found.lever.put(plant, settings, found.index, decision.value, where)


def _sought(plant: Plant, decision: Decision) -> _Found:
    found = _find(plant, decision)
    assert isinstance(found, _Found)
    return found


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
