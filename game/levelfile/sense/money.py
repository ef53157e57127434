"""Money: amounts that can be counted exactly, and cash for the first week."""

from functools import cache

from game.level import WEEKDAYS, Item, Level
from game.levelfile.sense.draft import Found, Sense, components, said

LIMIT = 2**62
PPM_OF_PERCENT = 10_000
PPM = 1_000_000
GROWTH = 10
LEAST_RATE = 0.5


def countable(sense: Sense) -> Found:
    """Value times quantity, and value times rate or share, stay below 2^62 at ten times the opening settings."""
    level = sense.level
    values = unit_values(sense)
    for i, item in enumerate(level.item):
        quantity = GROWTH * units_of(item)
        value = int(values[item.id] * 100) * quantity
        rate = max(level.money.storage_rate, item.storage_rate or 0, item.buffer_storage_rate or 0) * PPM_OF_PERCENT
        if value * max(quantity, int(rate), PPM) >= LIMIT:
            key = "value" if item.value is not None else "id"
            yield said(("item", i, key), "too_much_value", item=item.id, units=quantity)


def rates(sense: Sense) -> Found:
    """Yearly rates are in percent: nine percent is 9, not 0.09."""
    for key in ("credit_rate", "storage_rate", "tax_rate"):
        rate = getattr(sense.level.money, key)
        if 0 < rate < LEAST_RATE:
            yield said(("money", key), "rate_as_share", key=key, found=f"{rate:g}", percent=f"{rate * 100:g}")


def units_of(item: Item) -> int:
    """The most units of an item that the opening settings aim at, those under way and behind the fence included."""
    loop = item.loop
    reordered = abs(loop.reorder_point) + loop.order_quantity
    settings = (loop.cards * loop.container, loop.order_up_to, reordered, loop.quantity)
    return max(1, item.opening_stock + sum(item.opening_orders) + loop.buffer + max(settings))


def unit_values(sense: Sense) -> dict[str, float]:
    """Cost of a unit of each item at the start; the bill of materials must have no circle."""

    @cache
    def value(name: str) -> float:
        item = sense.items[name]
        own = _own_value(item)
        labour = item.make.labour if item.make else 0.0
        return labour + sum(value(part) * count for part, count in components(item).items()) if own is None else own

    return {name: value(name) for name in sense.items}


def _own_value(item: Item) -> float | None:
    if item.value is not None:
        return item.value
    return item.offer[0].price / item.offer[0].per if item.offer else None


def first_week(sense: Sense) -> Found:
    """Opening cash and credit pay the wages and overhead of the first seven days."""
    money = sense.level.money
    costs, has = week_costs(sense.level), money.opening_cash + money.credit_limit
    if has < costs:
        values = {"has": round(has), "costs": round(costs), "currency": money.currency}
        yield said(("money", "opening_cash"), "first_week", **values)


def week_costs(level: Level) -> float:
    """Wages of the open days and overhead that fall due on the first pay day within a week."""
    first = level.calendar.start.weekday()
    days = (WEEKDAYS.index(level.money.pay_day) - first) % 7 + 1
    opened = sum(1 for day in range(days) if WEEKDAYS[(first + day) % 7] in level.calendar.open_days)
    return opened * sum(station.wage_per_day for station in level.station) + days * level.money.overhead_per_day
