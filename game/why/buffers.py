"""Buffers that were opened or are full again, and stock that was thrown away."""

from collections.abc import Iterator

import numpy as np

from game.message import Message
from game.state import Settings
from game.why.event import Event, Mood
from game.why.seen import Seen


def released(seen: Seen, settings: Settings) -> Iterator[Event]:
    """Buffers that had to help out, in the red when less than a third is left."""
    left, target = seen.level_now("buffer"), settings["buffer"][:, 0]
    for item, units in enumerate(seen.total("released")):
        if units:
            values = {
                "item": seen.name("item", item),
                "units": int(units),
                "left": int(left[item]),
                "target": int(target[item]),
            }
            red = 3 * left[item] < target[item]
            period = seen.since + int(np.flatnonzero(seen.flow("released")[:, item])[-1])
            key = "feed.buffer_red" if red else "feed.buffer_used"
            yield Event(
                period, 65 if red else 52, "bad" if red else "warn", Message(key, values), seen.thing("item", item)
            )


def refilled(seen: Seen, settings: Settings) -> Iterator[Event]:
    """Buffers that are whole again after they were used."""
    before, left, target = seen.level_before("buffer"), seen.level_now("buffer"), settings["buffer"][:, 0]
    for item in np.flatnonzero((before < target) & (left >= target)).tolist():
        if seen.total("released")[item] == 0:
            values = {"item": seen.name("item", item), "units": int(left[item])}
            yield Event(seen.now - 1, 35, "good", Message("feed.buffer_full", values), seen.thing("item", item))


def expired(seen: Seen) -> Iterator[Event]:
    """Units past their date, with their cost."""
    cost = seen.posted("spoilage_raw") + seen.posted("spoilage_finished")
    for item, units in enumerate(seen.total("expired")):
        if units:
            values = {"item": seen.name("item", item), "units": int(units), "money": seen.money(int(cost[item]))}
            share = units / max(1, units + int(seen.total("sold")[item] + seen.total("used")[item]))
            mood: Mood = "bad" if share > 0.15 else "warn"
            period = seen.since + int(np.argmax(seen.flow("expired")[:, item]))
            weight = 61 if mood == "bad" else 42
            yield Event(period, weight, mood, Message("feed.expired", values), seen.thing("item", item))


def scrapped(seen: Seen) -> Iterator[Event]:
    """Bad units that came to light in stock."""
    cost = seen.posted("scrap_raw") + seen.posted("scrap_finished")
    for item, units in enumerate(seen.total("scrapped")):
        if units:
            values = {"item": seen.name("item", item), "units": int(units), "money": seen.money(int(cost[item]))}
            period = seen.since + int(np.argmax(seen.flow("scrapped")[:, item]))
            yield Event(period, 38, "warn", Message("feed.scrapped", values), seen.thing("item", item))
