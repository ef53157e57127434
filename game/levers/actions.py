"""Levers that act once, at the start of the coming turn, and are 0 again: onboard, recall, rush (rule S1)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from game.levers.base import Value
from game.levers.numbers import NumberLever, can_be_rushed, most_of_source
from game.levers.supply import never_onboarded, offer_of, rush_cost, rushable, undispatched
from game.message import Message, Number
from game.plant import Plant, minor
from game.state import Array, State


def _no_cost(_plant: Plant, state: State, _source: int, _units: Array) -> Array:
    return np.zeros(state.replications, dtype=np.int64)


@dataclass(frozen=True)
class ActionLever(NumberLever):
    """`most` is what there is to do by replication, `nothing` why there is nothing, `paid` what so many cost."""

    most: Callable[[Plant, State, int], Array] = lambda _plant, state, source: undispatched(state, source)
    nothing: Callable[[Plant, State, int, int], Message] = lambda *_: Message("refused.nothing_to_recall")
    paid: Callable[[Plant, State, int, Array], Array] = _no_cost

    def forbidden(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> Message | None:
        """There is nothing to do."""
        if not value or self.most(plant, state, index)[replication] > 0:
            return None
        return self.nothing(plant, state, index, replication)

    def cost(self, plant: Plant, state: State, index: int, value: Value, replication: int = 0) -> int:
        """What is paid at once."""
        assert isinstance(value, int)
        done = self.most(plant, state, index).clip(max=value)
        return int(self.paid(plant, state, index, done)[replication])


def _onboarding(plant: Plant, state: State, source: int, replication: int) -> Message:
    waits = int(state.qualified_from[source, replication]) - state.period
    values = {"supplier": offer_of(plant, source).supplier, "days": -(-waits // plant.clock.per_day)}
    return Message("refused.being_onboarded" if waits > 0 else "refused.onboarded", values)


def _nothing_to_rush(plant: Plant, state: State, source: int, _replication: int) -> Message:
    days = offer_of(plant, source).expedite_days or 0.0
    return Message("refused.nothing_to_rush", {"days": Number(days, 0 if days == round(days) else 1)})


def _bought(plant: Plant, source: int) -> bool:
    return plant.sources[source].bought


def _once(_plant: Plant, _source: int) -> int:
    return 1


ACTIONS = (
    ActionLever(
        "onboard", "source", "switch", 0, _once,
        only=lambda plant, source: source in plant.supply.standby,
        most=lambda _plant, state, source: never_onboarded(state, source),
        nothing=_onboarding,
        paid=lambda plant, _state, source, done: done * minor(offer_of(plant, source).onboarding_cost),
    ),
    ActionLever("recall", "source", "switch", 0, _once, only=_bought),
    ActionLever(
        "rush", "source", "units", 0, most_of_source,
        only=can_be_rushed,
        most=lambda plant, state, source: rushable(plant, state, source, state.period),
        nothing=_nothing_to_rush,
        paid=rush_cost,
    ),
)  # fmt: skip
