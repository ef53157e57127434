"""Disruptions that began, ended or were announced in the last turn."""

from collections.abc import Iterator

from game.level import in_language
from game.message import Message
from game.why.event import Event, Mood
from game.why.seen import Seen, Spell, Thing

MOODS: dict[str, Mood] = {"feed.began": "bad", "feed.ended": "good", "feed.announced": "warn"}


def disruptions(seen: Seen) -> Iterator[Event]:
    """Beginnings, ends and announcements."""
    for spell in seen.spells():
        if spell.announced:
            yield from _announced(seen, spell)
        else:
            if spell.start >= seen.since:
                yield _event(seen, spell, "feed.began", spell.start, 75)
            if spell.end is not None and spell.end >= seen.since:
                yield _event(seen, spell, "feed.ended", spell.end, 58)


def _announced(seen: Seen, spell: Spell) -> Iterator[Event]:
    """News only in the turn in which the warning came."""
    warning = spell.start - seen.plant.periods(seen.plant.level.disruption[spell.disruption].warn_days)
    if warning >= seen.since or seen.played == 0:
        yield _event(seen, spell, "feed.announced", max(warning, seen.since), 72)


def expected(seen: Seen, spell: Spell) -> str:
    """What is announced about the length, such as `2 to 4 weeks`; may be empty."""
    return in_language(seen.plant.level.disruption[spell.disruption].expected, seen.language)


def hit(seen: Seen, spell: Spell) -> Thing | None:
    """The thing a disruption acts upon, the first of several."""
    effect = seen.effects[spell.disruption]
    sources = (*effect.down, *effect.held, *(source for source, _ in effect.extra))
    if sources:
        return seen.thing("supplier", seen.supplier_of(sources[0]))
    if effect.demand:
        return seen.thing("stream", effect.demand[0][0])
    return seen.thing("station", effect.stopped[0]) if effect.stopped else None


def _event(seen: Seen, spell: Spell, key: str, period: int, weight: int) -> Event:
    length = expected(seen, spell)
    days = -(-(spell.start - seen.now) // seen.plant.clock.per_day)
    values = {
        "name": seen.name("disruption", spell.disruption),
        "expected": Message("feed.expected", {"length": length}) if length else "",
        "when": Message("feed.in_days" if days > 1 else "feed.tomorrow", {"days": days}),
    }
    return Event(min(period, max(0, seen.now - 1)), weight, MOODS[key], Message(key, values), hit(seen, spell))
