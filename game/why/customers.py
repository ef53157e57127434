"""Units that customers got late or not at all, what it cost, and which part was missing."""

from collections.abc import Iterator

import numpy as np

from game.message import Message, Percent
from game.plant import PPM, minor
from game.why.event import Event
from game.why.seen import Seen
from game.why.stations import missing_component


def cause(seen: Seen, item: int) -> int | None:
    """The component that ran out first: the one an item's station starved of, or what that in turn was made from."""
    station = seen.plant.sources[seen.plant.sources_of[item][0]].station
    missing = None if station is None else missing_component(seen, station)
    if missing is None:
        return None
    deeper = cause(seen, missing)
    return missing if deeper is None else deeper


def late(seen: Seen) -> Iterator[Event]:
    """Units not shipped when due, by customer, with the penalty paid."""
    for stream, units in enumerate(seen.total("late")):
        if units:
            penalty = int(seen.posted("late_penalty")[stream])
            yield _event(seen, stream, "late", int(units), penalty)


def lost(seen: Seen) -> Iterator[Event]:
    """Units that customers wanted and did not get, by customer, with the sales missed."""
    for stream, units in enumerate(seen.total("lost")):
        if units:
            missed = int(units) * minor(seen.plant.level.stream[stream].price)
            yield _event(seen, stream, "lost", int(units), missed)


def _event(seen: Seen, stream: int, kind: str, units: int, amount: int) -> Event:
    item = seen.plant.item_of_stream[stream]
    missing = cause(seen, item)
    values: dict[str, object] = {
        "units": units,
        "item": seen.name("item", item),
        "customer": seen.name("stream", stream),
        "cost": Message(f"feed.{kind}_cost", {"money": seen.money(amount)}) if amount else "",
        "cause": "" if missing is None else Message("feed.no_part", {"item": seen.name("item", missing)}),
    }
    share = units / max(1, int(seen.total("demand")[stream]))
    period = seen.since + int(np.argmax(seen.flow(kind)[:, stream]))
    if share < 0.02:
        return Event(period, 50, "warn", Message(f"feed.{kind}", values), seen.thing("stream", stream))
    weight = 62 + min(33, round(100 * share))
    return Event(period, weight, "bad", Message(f"feed.{kind}", values), seen.thing("stream", stream))


def goodwill(seen: Seen) -> Iterator[Event]:
    """Customers who have lost patience, and those who are as before again."""
    before, now = seen.level_before("goodwill"), seen.level_now("goodwill")
    for stream in np.flatnonzero(before != now).tolist():
        name, thing = seen.name("stream", stream), seen.thing("stream", stream)
        if now[stream] < before[stream]:
            values = {"customer": name, "share": Percent(int(now[stream]) / PPM, 0)}
            yield Event(seen.now - 1, 64, "bad", Message("feed.goodwill_fell", values), thing)
        elif now[stream] == PPM:
            yield Event(seen.now - 1, 37, "good", Message("feed.goodwill_back", {"customer": name}), thing)
