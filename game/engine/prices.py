"""The price in force for a shipment at its departure, in minor units for `per` units (rule S3)."""

import numpy as np

from game.engine.context import Period
from game.level import Offer
from game.levers.supply import asked
from game.plant import PPM
from game.plant.supply import tiers
from game.state import Array


def worth(p: Period, source: int, offer: Offer, units: Array) -> Array:
    """Units times price; the receipt divides by `per`."""
    price = np.zeros_like(units)
    for least, amount in tiers(offer):
        price = np.where(units >= least, amount, price)
    price = asked(p.plant, p.state, source, price)
    return units * (p.value("price", source, price) * p.force.cost.get(source, PPM) // PPM)
