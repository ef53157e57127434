"""What was received and paid in the last turn, what the bank lent, and the end of a firm."""

from collections.abc import Iterator

from game.message import Message
from game.why.event import Event
from game.why.seen import Seen


def payments(seen: Seen) -> Iterator[Event]:
    """One line: what customers paid, what suppliers were paid."""
    received = int(seen.posted("sale_cash").sum() + seen.posted("customer_payment").sum())
    paid = int(seen.posted("supplier_payment").sum())
    if received or paid:
        values = {"received": seen.money(received), "paid": seen.money(paid)}
        yield Event(seen.now - 1, 20, "info", Message("feed.payments", values), ("goal", "cash"))


def credit(seen: Seen) -> Iterator[Event]:
    """The overdraft, when it grew; and its end."""
    now, before = -int(seen.level_now("credit_line")[0]), -int(seen.level_before("credit_line")[0])
    limit = round(seen.plant.level.money.credit_limit * 100)
    if now > before:
        values = {"drawn": seen.money(now - before), "balance": seen.money(now), "limit": seen.money(limit)}
        near = 2 * now > limit
        message = Message("feed.credit_drawn", values)
        yield Event(seen.now - 1, 66 if near else 55, "bad" if near else "warn", message, ("goal", "cash"))
    elif before and not now:
        yield Event(seen.now - 1, 36, "good", Message("feed.credit_repaid"), ("goal", "cash"))


def insolvency(seen: Seen) -> Iterator[Event]:
    """The firm could not pay."""
    failed = seen.history.level("insolvent", seen.last_turn)[:, 0, 0]
    if failed.any():
        yield Event(seen.since + int(failed.argmax()), 100, "bad", Message("feed.insolvent"), ("goal", "cash"))
