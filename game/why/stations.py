"""Why stations stood still: components that ran out, breakdowns; and what setups cost them."""

from collections.abc import Iterator

import numpy as np

from game.message import Message, Number, Percent
from game.why.event import Event, Mood
from game.why.seen import Seen

TIMES = ("running", "setup", "down", "starved", "blocked", "idle")
ASIDE = ("stopped", "maintained")
"""Parts of `down` that are no breakdown."""
THOUSANDTHS_PER_HOUR = 60_000
LEAST_HOURS = 0.5


def split(seen: Seen, station: int) -> dict[str, int]:
    """Thousandths of minutes of the last turn by what the station did."""
    return {name: int(seen.total(name)[station]) for name in TIMES}


def detailed(seen: Seen, station: int) -> dict[str, int]:
    """The same, bad units put right and maintenance told apart from breakdowns."""
    apart = {name: int(seen.total(name)[station]) for name in ASIDE}
    times = split(seen, station)
    return {**times, "down": times["down"] - sum(apart.values()), **apart}


def missing_component(seen: Seen, station: int, turns: slice | None = None) -> int | None:
    """The component most units of which were missing while the station starved in the last turn (or others)."""
    starved = seen.flow("starved", turns)[:, station] > 0
    short = seen.flow("short", turns)[starved].sum(axis=0)
    parts = {part for item in seen.plant.station_items[station] for part, _ in seen.plant.components[item]}
    found = max(parts, key=lambda part: (short[part], -part), default=None)
    return found if found is not None and short[found] > 0 else None


def starved(seen: Seen) -> Iterator[Event]:
    """Stations that waited for components, with the one that was missing."""
    for station in range(len(seen.plant.level.station)):
        hours = _spent(seen, "starved", station)
        if hours >= LEAST_HOURS:
            yield _starved(seen, station, hours)


def _starved(seen: Seen, station: int, hours: float) -> Event:
    share = _share(seen, station, "starved")
    missing = missing_component(seen, station)
    values: dict[str, object] = {"station": seen.name("station", station), "hours": _hours(hours)}
    if missing is not None:
        values["item"] = seen.name("item", missing)
    message = Message("feed.starved" if missing is None else "feed.starved_of", values)
    return Event(
        worst(seen, "starved", station), 60 + round(30 * share), "bad", message, seen.thing("station", station)
    )


def failures(seen: Seen) -> Iterator[Event]:
    """Stations that broke down, with the hours lost."""
    for station, times in enumerate(seen.total("failures")):
        lost = detailed(seen, station)["down"]
        hours = lost / THOUSANDTHS_PER_HOUR
        if hours >= LEAST_HOURS:
            key = ("feed.still_down", "feed.failed", "feed.failed_often")[min(int(times), 2)]
            values = {"station": seen.name("station", station), "hours": _hours(hours), "times": int(times)}
            bad = lost > 0.1 * max(1, sum(split(seen, station).values()))
            mood: Mood = "bad" if bad else "warn"
            period = worst(seen, "failures" if times else "down", station)
            yield Event(period, 60 if bad else 45, mood, Message(key, values), seen.thing("station", station))


def setups(seen: Seen) -> Iterator[Event]:
    """Stations that spent much of their time on setups."""
    for station in range(len(seen.plant.level.station)):
        share = _share(seen, station, "setup")
        if share >= 0.15:
            values = {
                "station": seen.name("station", station),
                "share": Percent(share, 0),
                "hours": _hours(_spent(seen, "setup", station)),
            }
            period = worst(seen, "setup", station)
            yield Event(period, 40, "warn", Message("feed.setups", values), seen.thing("station", station))


def _spent(seen: Seen, name: str, station: int) -> float:
    return int(seen.total(name)[station]) / THOUSANDTHS_PER_HOUR


def _share(seen: Seen, station: int, name: str) -> float:
    times = split(seen, station)
    return times[name] / max(1, sum(times.values()))


def worst(seen: Seen, flow: str, owner: int) -> int:
    """The period of the last turn in which a flow was largest."""
    return seen.since + int(np.argmax(seen.flow(flow)[:, owner]))


def _hours(hours: float) -> Number:
    return Number(hours, 0 if hours >= 9.5 else 1)
