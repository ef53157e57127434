"""Opening settings: shares, containers, cards, profiles and dates that fit together."""

from math import ceil

from game.level import Level
from game.levelfile.sense.draft import Found, Sense, said
from game.levelfile.sense.flow import mean_need

LEAST = 10
LONGEST = 40_000
MOST_WORK = 1_000_000
"""Periods, and things times periods, that a level may have: more could be read, and hardly be played."""


def shares(sense: Sense) -> Found:
    """Shares of an item's offers: each 0 or at least 10, together 100, unless none is given."""
    for i, item in enumerate(sense.level.item):
        given = [offer.share for offer in item.offer]
        if all(share is None for share in given):
            continue
        for k, share in enumerate(given):
            if share is not None and 0 < share < LEAST:
                yield said(("item", i, "offer", k, "share"), "small_share", share=share, least=LEAST)
        total = sum(share or 0 for share in given)
        if total != 100:
            first = next(k for k, share in enumerate(given) if share is not None)
            yield said(("item", i, "offer", first, "share"), "share_sum", item=item.id, total=total)


def containers(sense: Sense) -> Found:
    """A buffer is a number of whole containers."""
    for i, item in enumerate(sense.level.item):
        loop = item.loop
        if loop.buffer % loop.container:
            low = loop.buffer // loop.container * loop.container
            values = {"buffer": loop.buffer, "container": loop.container, "low": low, "high": low + loop.container}
            yield said(("item", i, "loop", "buffer"), "buffer_multiple", **values)


def order_levels(sense: Sense) -> Found:
    """Min and max: the upper level lies above the lower."""
    for i, item in enumerate(sense.level.item):
        loop = item.loop
        if loop.policy == "min_max" and loop.order_up_to <= loop.reorder_point:
            values = {"high": loop.order_up_to, "low": loop.reorder_point}
            yield said(("item", i, "loop", "order_up_to"), "levels_crossed", **values)


def cards_reach(sense: Sense) -> Found:
    """The cards of a loop hold at least one period's mean demand."""
    per_day = sense.level.calendar.periods_per_day
    need = mean_need(sense)
    for i, item in enumerate(sense.level.item):
        loop = item.loop
        wanted = need[item.id] / per_day
        if loop.policy == "kanban" and loop.cards * loop.container < wanted:
            values = {"cards": loop.cards, "container": loop.container, "need": ceil(wanted)}
            least = ceil(wanted / loop.container)
            yield said(("item", i, "loop", "cards"), "few_cards", **values, least=least)


def day_profiles(sense: Sense) -> Found:
    """A profile has a weight for each period of the day, not all of them zero."""
    per_day = sense.level.calendar.periods_per_day
    for d, stream in enumerate(sense.level.stream):
        if not stream.day_profile:
            continue
        path = ("stream", d, "day_profile")
        if len(stream.day_profile) != per_day:
            yield said(path, "profile_length", count=len(stream.day_profile), periods_per_day=per_day)
        elif not any(stream.day_profile):
            yield said(path, "profile_zero")


def patience(sense: Sense) -> Found:
    """A customer who waits for ever has no patience to run out."""
    for d, stream in enumerate(sense.level.stream):
        if stream.waits and stream.patience_days:
            yield said(("stream", d, "patience_days"), "waits_and_patience")


def calendar(sense: Sense) -> Found:
    """Weekdays are named once, and the whole is not too long to be played."""
    dates = sense.level.calendar
    for place, day in enumerate(dates.open_days):
        if day in dates.open_days[:place]:
            yield said(("calendar", "open_days", place), "day_twice", day=day)
    periods, things = dates.turns * dates.days_per_turn * dates.periods_per_day, _things(sense.level)
    if periods > LONGEST:
        yield said(("calendar", "turns"), "too_long", periods=periods, most=LONGEST)
    elif things * periods > MOST_WORK:
        yield said(("calendar", "turns"), "too_much", things=things, periods=periods, most=MOST_WORK // things)


def _things(level: Level) -> int:
    """All that is looked at in every period."""
    return len(level.item) + sum(len(item.offer) for item in level.item) + len(level.station) + len(level.stream)
