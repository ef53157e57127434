"""Disruptions that began, ended or were announced in the last turn."""

from collections.abc import Iterator

import numpy as np

from game.disruptions import hidden
from game.level import in_language
from game.message import Message
from game.why.event import Event, Mood
from game.why.seen import Seen, Spell, Thing


def disruptions(seen: Seen) -> Iterator[Event]:
    """Beginnings, ends and announcements."""
    for spell in seen.spells():
        began = not spell.announced and spell.start >= seen.since
        ended = spell.end is not None and spell.end >= seen.since
        if spell.announced:
            yield from _announced(seen, spell)
        elif hidden(seen.plant.level.disruption[spell.disruption]):
            yield from _found_out(seen, spell)
        elif began and ended:
            yield _event(seen, spell, "feed.passed", spell.start, 68, "warn")
        elif began:
            yield _event(seen, spell, "feed.began", spell.start, 75, mood(seen, spell))
        elif ended and spell.end is not None:
            yield _event(seen, spell, "feed.ended", spell.end, 58, "good")


def _found_out(seen: Seen, spell: Spell) -> Iterator[Event]:
    """What nobody knew of came to light in the last turn."""
    if spell.start >= seen.since:
        item = _found_in(seen, spell)
        values = {
            "name": seen.name("disruption", spell.disruption),
            "item": seen.name("item", item),
            "maker": _maker(seen, spell, item),
        }
        yield Event(spell.start, 69, "bad", Message("feed.found_out", values), hit(seen, spell))


def _found_in(seen: Seen, spell: Spell) -> int:
    """The item that gave a quality escape away: the first of those it strikes of which bad units were found."""
    effect, flow = seen.effects[spell.disruption], seen.history.flow
    found = flow("scrapped")[spell.start, :, 0].copy()
    np.add.at(found, [source.item for source in seen.plant.sources], flow("returned")[spell.start, :, 0])
    stopped = [item for item, _ in effect.made_at(seen.plant) if flow("defective")[spell.start, item, 0]]
    return [*(item for item in effect.tainted(seen.plant) if found[item]), *stopped][0]


def _maker(seen: Seen, spell: Spell, item: int) -> str:
    """Who puts it right: the station that makes the item, else the supplier struck."""
    effect = seen.effects[spell.disruption]
    station = dict(effect.made_at(seen.plant)).get(item)
    if station is not None:
        return seen.name("station", station)
    source = next(source for source, _ in effect.flaws if seen.plant.sources[source].item == item)
    return seen.name("supplier", seen.supplier_of(source))


def mood(seen: Seen, spell: Spell) -> Mood:
    """Amber for what is announced or only moves demand, red for what does harm."""
    effect = seen.effects[spell.disruption]
    harms = effect.sources or effect.stations or effect.items or effect.unpaid or effect.rates
    return "bad" if harms and not spell.announced else "warn"


def _announced(seen: Seen, spell: Spell) -> Iterator[Event]:
    """News only in the turn in which the warning came."""
    warning = spell.start - seen.warned_ahead(spell.disruption)
    if warning >= seen.since or seen.played == 0:
        yield _event(seen, spell, "feed.announced", max(warning, seen.since), 72, "warn")


def expected(seen: Seen, spell: Spell) -> str:
    """What is announced about the length, such as `2 to 4 weeks`; may be empty."""
    return in_language(seen.plant.level.disruption[spell.disruption].expected, seen.language)


def hit(seen: Seen, spell: Spell) -> Thing | None:
    """The thing a disruption acts upon, the first of several."""
    effect = seen.effects[spell.disruption]
    if effect.sources:
        return seen.thing("supplier", seen.supplier_of(effect.sources[0]))
    struck = (("stream", effect.streams), ("station", effect.stations), ("item", effect.items))
    return next((seen.thing(kind, found[0]) for kind, found in struck if found), None)


def _event(seen: Seen, spell: Spell, key: str, period: int, weight: int, tone: Mood) -> Event:
    length = expected(seen, spell)
    days = -(-(spell.start - seen.now) // seen.plant.clock.per_day)
    lasted = -(-((spell.end or seen.now) - spell.start) // seen.plant.clock.per_day)
    values = {
        "lasted": Message("feed.lasted_one" if lasted == 1 else "feed.lasted", {"days": lasted}),
        "name": seen.name("disruption", spell.disruption),
        "expected": Message("feed.expected", {"length": length}) if length else "",
        "when": Message("feed.in_days" if days > 1 else "feed.tomorrow", {"days": days}),
    }
    return Event(min(period, max(0, seen.now - 1)), weight, tone, Message(key, values), hit(seen, spell))
