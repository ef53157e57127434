"""From a level to its plant. The level must have passed `levelfile`'s checks."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Protocol

import numpy as np

from game.level import Item, LeadTime, Level, Route, Spread
from game.level.pack import LevelPack
from game.luck import gamma
from game.plant import Depth, Plant, Source, minor, ppm
from game.plant.calendar import clock, periods
from game.plant.projects import stretched
from game.plant.supply import fetched, may_escape


def build(pack: LevelPack) -> Plant:
    """The plant of a level."""
    level = pack.level
    index = {item.id: i for i, item in enumerate(level.item)}
    stations = {station.id: w for w, station in enumerate(level.station)}
    routes = {route.id: route for route in level.route}
    sources = [source for i, item in enumerate(level.item) for source in _sources(i, item, index, stations, routes)]
    sources_of = [tuple(s for s, source in enumerate(sources) if source.item == i) for i in range(len(index))]
    components = tuple(_components(item, index) for item in level.item)
    station_items = tuple(
        tuple(i for i, item in enumerate(level.item) if item.make and item.make.station == station.id)
        for station in level.station
    )
    per_day = level.calendar.periods_per_day
    horizon = _horizon(level, sources)
    delay = np.array([periods(item.signal_delay_days, per_day) for item in level.item], dtype=np.int64)
    longest_delay = stretched(level, "signal_delay", int(delay.max()))
    return Plant(
        pack=pack,
        clock=clock(level, run_out_days(level), horizon + longest_delay + 16 * per_day),
        sources=tuple(sources),
        sources_of=tuple(sources_of),
        components=components,
        depths=_depths(components, station_items),
        station_items=station_items,
        streams_of=tuple(_streams_of(level, item) for item in level.item),
        horizon=horizon,
        signal_horizon=longest_delay + 2 + 7 * per_day,
        signal_delay=delay,
        transit=np.array([_transit(level.item[s.item], per_day) for s in sources], dtype=np.int64),
        unit_value=tuple(_unit_values(level, components)),
        shelf_life=np.array([_life(item, per_day) for item in level.item], dtype=np.int64),
        lot_items=tuple(i for i, item in enumerate(level.item) if _keeps_lots(item) or may_escape(level, item)),
        review=np.array([max(1, periods(item.loop.review_days, per_day)) for item in level.item], dtype=np.int64),
        work=np.array([_thousandths(item.make.minutes) if item.make else 0 for item in level.item], dtype=np.int64),
        setup_work=np.array(
            [_thousandths(item.make.setup_minutes) if item.make else 0 for item in level.item], dtype=np.int64
        ),
        scrap=np.array([ppm(item.make.scrap) if item.make else 0 for item in level.item], dtype=np.int64),
    )


def run_out_days(level: Level) -> int:
    """Days played after the last turn; by default the longest mean lead time plus signal delay, rounded up."""
    if level.calendar.run_out_days is not None:
        return level.calendar.run_out_days
    routes = {route.id: route for route in level.route}
    return max(ceil(item.signal_delay_days + days) for item in level.item for days in _mean_times(item, routes))


def _mean_times(item: Item, routes: dict[str, Route]) -> list[float]:
    times = [offer_lead_days(fetched(offer, routes).lead_time_days) for offer in item.offer]
    times += [item.make.process_days] if item.make else []
    times += [item.transfer.days] if item.transfer else []
    return times


def offer_lead_days(lead: LeadTime | None) -> float:
    """Mean transit of an offer in days; one that has its terms from a milk run must have got them (`fetched`)."""
    assert lead is not None
    if isinstance(lead, tuple):
        return sum(lead) / len(lead)
    return lead.mean if isinstance(lead, Spread) else lead


def usual_lead(plant: Plant, item: int) -> int:
    """Usual periods from an order to its receipt, of the item's first source."""
    source = plant.sources_of[item][0]
    offer = plant.sources[source].offer
    transit = max(1, plant.periods(offer_lead_days(offer.lead_time_days))) if offer else 1 + int(plant.transit[source])
    return int(plant.signal_delay[item]) + transit


class Draws(Protocol):
    """What turns luck into transit times."""

    @property
    def high(self) -> int:
        """The largest value."""

    def draw(self, bits: np.ndarray) -> np.ndarray:
        """Values of fields of 24 bits."""


@dataclass(frozen=True)
class Listed:
    """Values that are equally likely, in the order of the list."""

    values: tuple[int, ...]

    @property
    def high(self) -> int:
        """The largest value."""
        return max(self.values)

    def draw(self, bits: np.ndarray) -> np.ndarray:
        """The value at place bits * count // 2**24."""
        return np.asarray(np.array(self.values, dtype=np.int64)[bits * len(self.values) >> 24])


@lru_cache
def lead_table(lead: LeadTime | None, per_day: int) -> Draws | None:
    """The distribution of a transit time in periods, None when it does not vary."""
    if isinstance(lead, tuple):
        return Listed(tuple(periods(days, per_day) for days in lead))
    if not isinstance(lead, Spread) or lead.cv == 0:
        return None
    return gamma(lead.mean * per_day, lead.cv, low=1)


def _thousandths(minutes: float) -> int:
    return int(minutes * 1000 + 0.5)


def _sources(
    i: int, item: Item, index: dict[str, int], stations: dict[str, int], routes: dict[str, Route]
) -> list[Source]:
    if item.make:
        return [Source(i, None, stations[item.make.station], None)]
    if item.transfer:
        return [Source(i, None, None, index[item.transfer.source])]
    return [Source(i, fetched(offer, routes), None, None) for offer in item.offer]


def _components(item: Item, index: dict[str, int]) -> tuple[tuple[int, int], ...]:
    if item.make:
        return tuple((index[name], count) for name, count in item.make.components.items())
    if item.transfer:
        return ((index[item.transfer.source], 1),)
    return ()


def _streams_of(level: Level, item: Item) -> tuple[int, ...]:
    found = [d for d, stream in enumerate(level.stream) if stream.item == item.id]
    return tuple(sorted(found, key=lambda d: -level.stream[d].priority))


def _item_depths(components: tuple[tuple[tuple[int, int], ...], ...], made: set[int]) -> list[int]:
    depths = [1 if i in made else 0 for i in range(len(components))]
    for _ in components:
        for i, parts in enumerate(components):
            if parts:
                depths[i] = max(depths[i], 1 + max(depths[part] for part, _ in parts))
    return depths


def _depths(
    components: tuple[tuple[tuple[int, int], ...], ...], station_items: tuple[tuple[int, ...], ...]
) -> tuple[Depth, ...]:
    made = {i for items in station_items for i in items}
    depth = _item_depths(components, made)
    station_depth = [max((depth[i] for i in items), default=0) for items in station_items]
    transfers = [i for i, parts in enumerate(components) if parts and i not in made]
    levels = sorted({d for d in station_depth if d} | {depth[i] for i in transfers})
    result = []
    for level in levels:
        stations = tuple(w for w, d in enumerate(station_depth) if d == level)
        moved = tuple(i for i in transfers if depth[i] == level)
        consumers = tuple(sorted({i for w in stations for i in station_items[w]} | set(moved)))
        result.append(Depth(stations, moved, consumers, _shared(consumers, components)))
    return tuple(result)


def _shared(
    consumers: tuple[int, ...], components: tuple[tuple[tuple[int, int], ...], ...]
) -> tuple[tuple[int, tuple[tuple[int, int], ...]], ...]:
    users: dict[int, list[tuple[int, int]]] = {}
    for consumer in consumers:
        for part, count in components[consumer]:
            users.setdefault(part, []).append((consumer, count))
    return tuple((part, tuple(rows)) for part, rows in sorted(users.items()))


def _transit(item: Item, per_day: int) -> int:
    if item.make:
        return periods(item.make.process_days, per_day)
    if item.transfer:
        return periods(item.transfer.days, per_day)
    return 0


def _horizon(level: Level, sources: list[Source]) -> int:
    per_day = level.calendar.periods_per_day
    longest = 1
    for source in sources:
        item = level.item[source.item]
        longest = max(longest, _longest_offer(level, source, per_day) if source.bought else _transit(item, per_day))
    extra = sum(_extra_days(disruption.extras) for disruption in level.disruption)
    extra += 1 if level.relationship else 0
    return longest + periods(extra, per_day) + 9 * per_day


def _longest_offer(level: Level, source: Source, per_day: int) -> int:
    assert source.offer
    table = lead_table(source.offer.lead_time_days, per_day)
    lead = table.high if table else periods(offer_lead_days(source.offer.lead_time_days), per_day)
    lead = stretched(level, "lead_time", lead)
    late = max(1, lead) + periods(source.offer.late_by_days, per_day)
    return max(late, periods(source.offer.expedite_days or 0, per_day))


def _extra_days(extras: dict[str, object]) -> float:
    days = extras.get("extra_days", 0)
    return float(days) if isinstance(days, int | float) else 0.0


def _life(item: Item, per_day: int) -> int:
    return max(1, periods(item.shelf_life_days, per_day)) if item.shelf_life_days is not None else 0


def _keeps_lots(item: Item) -> bool:
    made_bad = item.make is not None and item.make.defects > 0
    return made_bad or item.shelf_life_days is not None or any(offer.defects for offer in item.offer)


def _unit_values(level: Level, components: tuple[tuple[tuple[int, int], ...], ...]) -> list[tuple[int, int]]:
    @lru_cache
    def value(i: int) -> Fraction:
        item = level.item[i]
        if item.value is not None:
            return Fraction(int(item.value * 100 + 0.5))
        if item.offer:
            return Fraction(int(item.offer[0].price * 100 + 0.5), item.offer[0].per)
        labour = Fraction(minor(item.make.labour)) if item.make else Fraction(0)
        return sum((value(part) * count for part, count in components[i]), labour)

    values = [value(i) for i in range(len(level.item))]
    return [(v.numerator, v.denominator) for v in values]
