"""Customers pay what they owe, suppliers are paid what is due, early ones less their discount (rules M8 and M9)."""

import numpy as np

from game.engine.context import Period, any_of
from game.level import Offer
from game.plant import PPM, ppm
from game.state import Array

ALL = slice(None)


def pay(p: Period) -> None:
    """Settle what is due in this period."""
    _customers(p)
    _suppliers(p)


def owe(p: Period, source: int, offer: Offer, amount: Array) -> None:
    """Note a purchase as payable: early and less a discount, or at the usual time."""
    state = p.state
    due = (p.t + p.plant.periods(offer.payment_days)) % state.payables.shape[1]
    early = state.settings["pay_early"][source] > 0
    if not any_of(early):
        state.payables[source, due] += amount
        return
    soon = (p.t + p.plant.periods(offer.discount_days)) % state.payables.shape[1]
    state.payables[source, soon] += np.where(early, amount, 0)
    state.payables[source, due] += np.where(early, 0, amount)
    state.discounts[source, soon] += np.where(early, amount * ppm(offer.discount) // PPM, 0)


def _customers(p: Period) -> None:
    dues = p.state.receivables
    due = dues[:, p.t % dues.shape[1]]
    if not any_of(due):
        return
    unpaid = np.zeros_like(due)
    for index, stream in enumerate(p.plant.level.stream):
        unpaid[index] = due[index] * p.value("bad_debt", index, ppm(stream.bad_debt)) // PPM
    p.post("bad_debt", ALL, unpaid)
    p.post("customer_payment", ALL, due - unpaid)
    due[:] = 0


def _suppliers(p: Period) -> None:
    dues, kept = p.state.payables, p.state.discounts
    due = dues[:, p.t % dues.shape[1]]
    if not any_of(due):
        return
    discount = kept[:, p.t % dues.shape[1]] if len(kept) else np.zeros_like(due)
    p.post("supplier_payment", ALL, due - discount)
    p.post("discount_taken", ALL, discount)
    due[:] = 0
    discount[:] = 0
