"""What can be recalled and rushed, and what that costs: asked by the player, obeyed by the engine.

All figures are `[replication]`, in units and minor units; `t` is the period in which it is done.
"""

import numpy as np

from game.level import Offer
from game.plant import PPM, Plant, minor
from game.state import NEVER, Array, State

TURNS_REMEMBERED = 4
TURNS_LOOKED_AT = 8


def offer_of(plant: Plant, source: int) -> Offer:
    """The terms of a source that is bought."""
    offer = plant.sources[source].offer
    assert offer
    return offer


def undispatched(state: State, source: int) -> Array:
    """Ordered and not yet on the road: signals under way, backlog and what is ready (rule S8)."""
    units: Array = state.signals[source].sum(axis=0) + state.backlog[source] + state.ready[source]
    return units


def rushed_arrival(plant: Plant, source: int, t: int) -> int:
    """The period in which a rushed load comes."""
    days = offer_of(plant, source).expedite_days
    assert days is not None
    return int(plant.clock.next_open[t + max(1, plant.periods(days))])


def rushable(plant: Plant, state: State, source: int, t: int) -> Array:
    """Working units on the road that would come later than a rushed load (rule S9)."""
    ring = state.arrivals.shape[1]
    due = t + (np.arange(ring) - t) % ring
    later = due > rushed_arrival(plant, source, t)
    units: Array = np.minimum(state.arrivals[source, later].sum(axis=0), state.on_order[source])
    return units


def rush_cost(plant: Plant, state: State, source: int, units: Array) -> Array:
    """What it costs to rush so many units: a quarter more for each rush of the item within four turns."""
    offer = offer_of(plant, source)
    earlier = state.rushes[plant.sources[source].item].sum(axis=0)
    cost = (minor(offer.expedite_cost) + units * minor(offer.expedite_unit_cost)) * (TURNS_REMEMBERED + earlier)
    return np.where(units > 0, cost // TURNS_REMEMBERED, 0)


def asked(plant: Plant, state: State, source: int, price: Array) -> Array:
    """What a supplier makes of a price: steady orders earn the lower one, dependence costs more (rule S10)."""
    if not plant.level.relationship:
        return price
    steady = offer_of(plant, source).steady_price
    if steady is not None:
        price = np.where(state.steady[source] > 0, np.minimum(price, minor(steady)), price)
    raised: Array = price * state.raised[source] // PPM
    return raised


def regularity(orders: Array) -> Array:
    """1 for steady and -1 for wild orders of the turns along the last axis but one (rule S10).

    The coefficient of variation is below 0.2 or above 0.6: n Q / S**2 - 1 against 1/25 and 9/25.
    """
    total, squares = orders.sum(axis=-2) ** 2, 25 * orders.shape[-2] * (orders**2).sum(axis=-2)
    marks: Array = np.where(total > 0, (squares < 26 * total).astype(np.int64) - (squares > 34 * total), 0)
    return marks


def never_onboarded(state: State, source: int) -> Array:
    """1 where onboarding may begin."""
    begins: Array = (state.qualified_from[source] >= NEVER).astype(np.int64)
    return begins
