"""What a supplier sends is inspected, paid for later and put in stock (rules 8, S3 and S4)."""

import numpy as np

from game.engine.context import Period, any_of
from game.engine.payments import owe
from game.engine.stock import BITS, bad_among, put
from game.level import Offer
from game.plant import PPM, minor, ppm
from game.state import Array


def buy(p: Period, source: int, offer: Offer, units: Array) -> None:
    """Receive a purchase; bad units that are not found lie hidden in the lot."""
    state, item = p.state, p.plant.sources[source].item
    cost = _cost(p, source, offer, units)
    bad = returned = np.zeros_like(units)
    if source in p.plant.supply.flawed:
        share = p.value("defects", source, ppm(offer.defects)) + p.force.flaws.get(source, 0)
        bad = bad_among(units, np.minimum(share, PPM), p.luck.defect_bits[source])
        if any_of(state.settings["inspect"][source]):
            returned = _inspect(p, source, offer, units, bad)
    put(p, source, units, units - returned)
    p.flow("received")[item] += units - returned
    credit = cost * returned // np.maximum(units, 1)
    p.post("purchase", source, cost)
    p.post("purchase_return", source, credit)
    state.value[item] += cost - credit
    owe(p, source, offer, cost - credit)
    if source in p.plant.supply.flawed:
        state.bad[p.plant.lot_of[item], 0] += bad - returned


def _cost(p: Period, source: int, offer: Offer, units: Array) -> Array:
    """The sum of the worth of the shipments that arrive // `per`."""
    if not p.plant.supply.prices_move:
        return units * minor(offer.price) // offer.per
    slot = p.t % p.state.arrivals.shape[1]
    cost: Array = p.state.worth[source, slot] // offer.per
    p.state.worth[source, slot] = 0
    return cost


def _inspect(p: Period, source: int, offer: Offer, units: Array, bad: Array) -> Array:
    """A share of the units is looked at; the bad ones among them go back."""
    looked = units * p.state.settings["inspect"][source] // 100
    p.flow("inspected")[source] += looked
    p.post("inspection", source, looked * minor(offer.inspection_cost))
    some = np.maximum(units, 1)
    found = (bad * looked * 2**BITS + p.luck.late_bits[source] * some) // (some * 2**BITS)
    returned = np.where(bad > 0, np.minimum(found, np.minimum(looked, bad)), 0)
    p.flow("returned")[source] += returned
    return returned
