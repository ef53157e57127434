"""Customers pay what they owe, suppliers are paid what is due, early ones less their discount (rules M8 and M9)."""

import numpy as np

from game.engine.context import Period, any_of
from game.plant import PPM
from game.state import Array

ALL = slice(None)


def pay(p: Period) -> None:
    """Settle what is due in this period."""
    _customers(p)
    _suppliers(p)


def owe(p: Period, amounts: Array) -> None:
    """Note purchases `[offer, replication]` as payable: early and less a discount, or at the usual time."""
    state, offers = p.state, p.plant.purchases
    ring = state.payables.shape[1]
    due, soon = (p.t + offers.usual) % ring, (p.t + offers.early) % ring
    early = state.settings["pay_early"][offers.at] > 0
    if any_of(early):
        at_once = amounts * early
        state.payables[offers.sources, soon] += at_once
        state.discounts[offers.sources, soon] += at_once * offers.discount // PPM
        amounts = amounts - at_once
    state.payables[offers.sources, due] += amounts


def _customers(p: Period) -> None:
    dues = p.state.receivables
    due = dues[:, p.t % dues.shape[1]]
    if not any_of(due):
        return
    unpaid = due * p.values("bad_debt", range(len(due)), p.plant.sales.bad_debt) // PPM
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
