"""Customers pay what they owe, suppliers are paid what is due, early ones less their discount (rules M8 and M9)."""

from game.engine.context import ALL, Period, any_of
from game.plant import PPM
from game.state import Array


def pay(p: Period) -> None:
    """Settle what is due in this period."""
    if p.plant.sales.credit:
        _customers(p)
    _suppliers(p)


def owe(p: Period, amounts: Array) -> None:
    """Note purchases `[offer, replication]` as payable: early and less a discount, or at the usual time."""
    state, offers = p.state, p.plant.purchases
    if p.loops.early:
        at_once = amounts * (state.settings["pay_early"][offers.at] > 0)
        p.put(state.payables, offers.at, p.t + offers.early, at_once)
        p.put(state.discounts, offers.at, p.t + offers.early, at_once * offers.discount // PPM)
        amounts = amounts - at_once
    p.put(state.payables, offers.at, p.t + offers.usual, amounts)


def _customers(p: Period) -> None:
    dues = p.state.receivables
    due = dues[:, p.t % dues.shape[1]]
    if not any_of(due):
        return
    unpaid = due * p.values("bad_debt", range(len(due)), p.plant.sales.bad_debt) // PPM
    p.post("bad_debt", ALL, unpaid)
    p.post("customer_payment", ALL, due - unpaid)
    due.fill(0)


def _suppliers(p: Period) -> None:
    offers, dues, kept = p.plant.purchases.at, p.state.payables, p.state.discounts
    due = dues[offers, p.t % dues.shape[1]]
    if not any_of(due):
        return
    if len(kept):
        discount = kept[offers, p.t % dues.shape[1]]
        p.post("discount_taken", offers, discount)
        due = due - discount
        kept[:, p.t % dues.shape[1]] = 0
    p.post("supplier_payment", offers, due)
    dues[:, p.t % dues.shape[1]] = 0
