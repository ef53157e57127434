"""Sources and bills of materials: each item comes from one kind of source, goes somewhere, and can be made."""

from game.level import WEEKDAYS, Departures, Item
from game.levelfile.sense.draft import Found, Sense, components, said, target
from game.levelfile.sense.flow import mean_need
from game.levelfile.sense.production import most_minutes


def one_source(sense: Sense) -> Found:
    """Exactly one of offers, make and transfer."""
    for i, item in enumerate(sense.level.item):
        given = [name for name in ("offer", "make", "transfer") if getattr(item, name)]
        if not given:
            yield said(("item", i), "no_source", item=item.id)
        elif len(given) > 1:
            yield said(("item", i, given[1]), "two_sources", item=item.id, first=given[0], second=given[1])


def needed(sense: Sense) -> Found:
    """Every item is sold, or used in another."""
    level = sense.level
    wanted = {stream.item for stream in level.stream}
    wanted |= {part for item in level.item for part in components(item)}
    for i, item in enumerate(level.item):
        if item.id not in wanted:
            yield said(("item", i, "id"), "item_idle", id=item.id)


def no_circle(sense: Sense) -> Found:
    """No item is, in the end, made of itself."""
    told: set[str] = set()
    for item in sense.level.item:
        circle = _circle(sense, item.id)
        if circle and not told & set(circle):
            told |= set(circle)
            way = " → ".join([*circle, circle[0]])
            last = sense.items[circle[-1]]
            inner = ("make", "components", circle[0]) if last.make else ("transfer", "from")
            yield said(("item", sense.place[circle[-1]], *inner), "circle", way=way)


def _circle(sense: Sense, start: str) -> list[str]:
    """The way from an item back to itself through its components, empty when there is none."""
    user: dict[str, str] = {}
    open_ends = [start]
    while open_ends:
        name = open_ends.pop()
        for part in components(sense.items[name]) if name in sense.items else ():
            if part == start:
                return _way(user, name)
            if part not in user:
                user[part] = name
                open_ends.append(part)
    return []


def _way(user: dict[str, str], last: str) -> list[str]:
    """From where a search began to `last`, by who uses whom."""
    way = [last]
    while way[-1] in user:
        way.append(user[way[-1]])
    return way[::-1]


def departures(sense: Sense) -> Found:
    """Trucks leave every so many days, or on weekdays at periods of the day that exist."""
    per_day = sense.level.calendar.periods_per_day
    for i, item in enumerate(sense.level.item):
        for k, offer in enumerate(item.offer):
            for steps, key, values in _departure_slips(offer.departures, per_day):
                yield said(("item", i, "offer", k, "departures", *steps), key, **values)
    for r, route in enumerate(sense.level.route):
        for steps, key, values in _departure_slips(route.departures, per_day):
            yield said(("route", r, "departures", *steps), key, **values)


def _departure_slips(when: Departures, per_day: int) -> list[tuple[tuple[str | int, ...], str, dict[str, object]]]:
    slips: list[tuple[tuple[str | int, ...], str, dict[str, object]]] = []
    if when.every_days is not None and (when.weekdays or when.periods):
        slips.append((("every_days",), "departures_both", {}))
    elif bool(when.weekdays) != bool(when.periods):
        given, lacks = ("weekdays", "periods") if when.weekdays else ("periods", "weekdays")
        slips.append(((given,), "departures_half", {"given": given, "lacks": lacks}))
    for place, period in enumerate(when.periods):
        if period >= per_day:
            slips.append(
                (
                    ("periods", place),
                    "no_such_period",
                    {"period": period, "last": per_day - 1, "periods_per_day": per_day},
                )
            )
    return slips


def can_be_made(sense: Sense) -> Found:
    """Stations have the minutes that the mean demand takes, setups not counted."""
    level = sense.level
    need = mean_need(sense)
    open_share = len(set(level.calendar.open_days)) / len(WEEKDAYS)
    for w, station in enumerate(level.station):
        made = [item for item in level.item if item.make and item.make.station == station.id]
        minutes = sum(need[item.id] * _minutes(item) for item in made) / open_share
        if minutes > most_minutes(station):
            values = {"minutes": round(minutes), "station": station.id, "has": round(most_minutes(station))}
            yield said(("station", w, "minutes_per_day"), "too_little_time", **values)


def _minutes(item: Item) -> float:
    assert item.make
    return item.make.minutes / (1 - item.make.scrap)


def lots_fill(sense: Sense) -> Found:
    """A loop can authorise what its station's lot or its suppliers' minimum order asks for."""
    for i, item in enumerate(sense.level.item):
        loop = item.loop
        if loop.policy != "kanban" or not loop.cards:
            continue
        shared = item.make and _makes_more(sense, item.make.station)
        if item.make and shared and item.make.lot > loop.cards + loop.buffer // loop.container:
            yield said(("item", i, "make", "lot"), "lot_never_full", lot=item.make.lot, cards=loop.cards)
        for k, offer in enumerate(item.offer):
            if offer.minimum_order > target(loop) + loop.buffer:
                values = {"minimum": offer.minimum_order, "target": target(loop)}
                yield said(("item", i, "offer", k, "minimum_order"), "minimum_never_met", **values)


def _makes_more(sense: Sense, station: str) -> bool:
    return sum(1 for item in sense.level.item if item.make and item.make.station == station) > 1


def repairs(sense: Sense) -> Found:
    """Failures and repairs are given together."""
    pair = ("failure_every_minutes", "repair_minutes")
    for w, station in enumerate(sense.level.station):
        for given, lacks in (pair, pair[::-1]):
            if getattr(station, given) and not getattr(station, lacks):
                yield said(("station", w, given), "half_failure", given=given, lacks=lacks)
