"""What was done about supply in the last turn, and how suppliers see their customer (rules S4 and S7 to S10)."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from game.level import Offer
from game.levers.supply import TURNS_LOOKED_AT, offer_of, regularity
from game.message import Message, Number
from game.plant import minor
from game.state import Settings
from game.why.event import Event, Mood
from game.why.seen import Seen


def rushed(seen: Seen) -> Iterator[Event]:
    """Express freight with its cost."""
    cost = seen.posted("expediting")
    for source in np.flatnonzero(seen.total("rushed")).tolist():
        yield _event(seen, source, "rushed", 56, "warn", money=seen.money(int(cost[source])))


def returned(seen: Seen) -> Iterator[Event]:
    """Bad units that inspection found."""
    for source in np.flatnonzero(seen.total("returned")).tolist():
        yield _event(seen, source, "returned", 46, "warn")


def recalled(seen: Seen, settings: Settings) -> Iterator[Event]:
    """Orders taken back by hand, or given to others because a supplier is out."""
    for source in np.flatnonzero(seen.total("recalled")).tolist():
        moved = settings["failover"][seen.plant.sources[source].item, 0] and _was_out(seen, source)
        yield _event(seen, source, "recalled", 50, "warn", key="moved" if moved else "recalled")


def onboarded(seen: Seen) -> Iterator[Event]:
    """Suppliers whose onboarding began or ended."""
    begun = seen.history.flow("onboardings")[:, :, 0]
    for period, source in np.argwhere(begun).tolist():
        ready = period + seen.plant.periods(offer_of(seen.plant, source).onboarding_days)
        if seen.since < ready <= seen.now:
            yield _event(seen, source, "onboardings", 59, "good", key="qualified", period=ready - 1)
        elif seen.since <= period and ready > seen.now:
            days = -(-(ready - seen.now) // seen.plant.clock.per_day)
            yield _event(seen, source, "onboardings", 49, "info", key="onboarding", days=days)


def dearer(seen: Seen) -> Iterator[Event]:
    """Suppliers that used their customer's dependence."""
    for source in np.flatnonzero(seen.total("dearer")).tolist():
        yield _event(seen, source, "dearer", 64, "bad")


def relations(seen: Seen) -> Iterator[Event]:
    """Suppliers that changed their mind about the orders they get."""
    if not seen.plant.level.relationship or len(marks(seen)) < 2:
        return
    before, now = marks(seen)[-2:]
    for source in seen.plant.bought_sources:
        if before[source] != now[source]:
            yield from _changed(seen, source, int(before[source]), int(now[source]))


def _changed(seen: Seen, source: int, before: int, now: int) -> Iterator[Event]:
    offer = offer_of(seen.plant, source)
    if now < 0:
        yield _event(seen, source, "ordered", 62, "bad", key="wild")
    elif before < 0:
        yield _event(seen, source, "ordered", 43, "good", key="tame")
    if now > 0:
        key = "steady" if offer.steady_price else "steady_no_price"
        yield _event(seen, source, "ordered", 57, "good", key=key, price=_steady_price(seen, offer))
    elif before > 0 and offer.steady_price:
        yield _event(seen, source, "ordered", 54, "warn", key="no_longer")


def _steady_price(seen: Seen, offer: Offer) -> Message:
    price = seen.money(minor(offer.steady_price or offer.price))
    return Message("fact.price_per" if offer.per > 1 else "supply.feed.a_piece", {"money": price, "units": offer.per})


@lru_cache(maxsize=2)
def marks(seen: Seen) -> np.ndarray:
    """1 for steady, -1 for wild orders as suppliers see them in each turn and the next, `[turn, source]`."""
    turns = range(seen.history.turns)
    orders = np.array([seen.history.total_flow("ordered", slice(k, k + 1))[:, 0] for k in turns])
    found = np.zeros((len(turns) + 1, len(seen.plant.sources)), dtype=np.int64)
    for turn in range(TURNS_LOOKED_AT, len(turns) + 1):
        found[turn] = regularity(orders[turn - TURNS_LOOKED_AT : turn])
    return found


def _was_out(seen: Seen, source: int) -> bool:
    period = _last(seen, "recalled", source)
    return any(source in effect.down and seen.active(x, period) for x, effect in enumerate(seen.effects))


def _last(seen: Seen, flow: str, source: int) -> int:
    """The last period of the turn in which a flow was counted, or its last one of all."""
    periods = np.flatnonzero(seen.flow(flow)[:, source])
    return seen.since + int(periods[-1]) if len(periods) else seen.now - 1


def _event(
    seen: Seen,
    source: int,
    flow: str,
    weight: int,
    mood: Mood,
    *,
    key: str | None = None,
    period: int | None = None,
    **more: Message | Number | object,
) -> Event:
    """About an offer, at the last period in which a flow of it was counted."""
    supplier = seen.supplier_of(source)
    values = {
        "supplier": seen.name("supplier", supplier),
        "item": seen.name("item", seen.plant.sources[source].item),
        "units": int(seen.total(flow)[source]),
        **more,
    }
    when = _last(seen, flow, source) if period is None else period
    message = Message(f"supply.feed.{key or flow}", values)
    return Event(min(when, seen.now - 1), weight, mood, message, seen.thing("supplier", supplier))
