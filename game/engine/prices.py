"""The price in force for a shipment at its departure, in minor units for `per` units (rule S3)."""

import numpy as np

from game.engine.context import Period
from game.level import Offer
from game.plant import PPM, minor
from game.plant.supply import tiers
from game.state import Array


def worth(p: Period, source: int, offer: Offer, units: Array) -> Array:
    """Units times price; the receipt divides by `per`."""
    price = np.zeros_like(units)
    for least, amount in tiers(offer):
        price = np.where(units >= least, amount, price)
    if p.plant.level.relationship:
        price = _of_friends(p, source, offer, price)
    return units * (p.value("price", source, price) * p.force.cost.get(source, PPM) // PPM)


def _of_friends(p: Period, source: int, offer: Offer, price: Array) -> Array:
    """Steady orders earn the lower price, dependence costs more (rule S10)."""
    if offer.steady_price is not None:
        steady = p.state.steady[source] > 0
        price = np.where(steady, np.minimum(price, minor(offer.steady_price)), price)
    raised: Array = price * p.state.raised[source] // PPM
    return raised
