"""Amounts of money that can be counted exactly: what a unit, a day or a customer costs, over as much as may be.

Amounts are counted in 63 bits and multiplied by shares in parts per million, so that none may reach 2^62 / 10^6 cents.
"""

from collections.abc import Iterator

from game.demand import thousandths_per_day
from game.level import Item, Offer, Part, Stream
from game.levelfile.problems import Path
from game.levelfile.sense.draft import Found, Sense, said
from game.levelfile.sense.money import GROWTH, LIMIT, units_of

LARGEST = LIMIT // 1_000_000
YEAR = 365
OF_UNITS = ("resale", "handling_cost", "holding_cost", "backorder_cost")
OF_OFFERS = ("price", "steady_price", "inspection_cost", "expedite_unit_cost", "order_cost", "cost_per_trip")
OF_STREAMS = ("price", "late_penalty", "lost_sale_cost")
OF_STATIONS = ("wage_per_day", "maintenance_cost")
Amount = tuple[Path, float, int]
"""Where it stands, in units of currency, and how often it may be due."""


def of_items(sense: Sense) -> Found:
    """What units cost, at ten times the opening settings."""
    for i, item in enumerate(sense.level.item):
        yield from _judged(_of_item(("item", i), item))


def of_days(sense: Sense) -> Found:
    """What every day costs, to the last one."""
    days, level = _days(sense), sense.level
    yield from _judged([(("money", "overhead_per_day"), level.money.overhead_per_day, days)])
    for w, station in enumerate(level.station):
        yield from _judged(_keys(("station", w), station, OF_STATIONS, days))
    for k, lease in enumerate(level.lease):
        yield from _judged([(("lease", k, "cost"), lease.cost, days)])
    for k, project in enumerate(level.project):
        yield from _judged([(("project", k, "cost_per_day"), project.cost_per_day, days)])


def of_customers(sense: Sense) -> Found:
    """What customers pay and cost, if they want ten times as much to the last day."""
    for d, stream in enumerate(sense.level.stream):
        yield from _judged(_keys(("stream", d), stream, OF_STREAMS, _wanted(sense, stream)))


def _wanted(sense: Sense, stream: Stream) -> int:
    return GROWTH * (thousandths_per_day(sense.pack, stream) * _days(sense) // 1000 + 1)


def _days(sense: Sense) -> int:
    dates = sense.level.calendar
    return dates.turns * dates.days_per_turn + (dates.run_out_days or 0)


def _of_item(path: Path, item: Item) -> Iterator[Amount]:
    units = GROWTH * units_of(item)
    yield from _keys(path, item, OF_UNITS, units)
    yield (*path, "storage_cost"), item.storage_cost, YEAR * units
    yield (*path, "loop", "release_cost"), item.loop.release_cost, units
    for k, offer in enumerate(item.offer):
        yield from _of_offer((*path, "offer", k), offer, units)


def _of_offer(path: Path, offer: Offer, units: int) -> Iterator[Amount]:
    yield from _keys(path, offer, OF_OFFERS, units)
    for k, step in enumerate(offer.breaks):
        yield (*path, "breaks", k, "price"), step.price, units


def _keys(path: Path, thing: Part, keys: tuple[str, ...], times: int) -> Iterator[Amount]:
    for key in keys:
        yield (*path, key), getattr(thing, key) or 0.0, times


def _judged(amounts: Iterator[Amount] | list[Amount]) -> Found:
    for path, amount, times in amounts:
        if amount * 100 * times >= LARGEST:
            yield said(path, "too_much_money", times=times, most=LARGEST // 100 // times)
