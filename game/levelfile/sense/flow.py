"""Mean demand of items through the bills of materials."""

from graphlib import TopologicalSorter

from game.demand import mean_per_day
from game.levelfile.sense.draft import Sense, components


def mean_need(sense: Sense) -> dict[str, float]:
    """Units a calendar day that customers, and items made of it, ask of each item on average.

    The bill of materials must have no circle.
    """
    need = dict.fromkeys(sense.items, 0.0)
    for stream in sense.level.stream:
        need[stream.item] += mean_per_day(sense.pack, stream)
    for name in _users_first(sense):
        item = sense.items[name]
        yielded = 1 - item.make.scrap if item.make else 1.0
        for part, count in components(item).items():
            need[part] += need[name] * count / yielded
    return need


def _users_first(sense: Sense) -> list[str]:
    """Items in an order in which each stands behind all that it goes into."""
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(sense.items, ()))
    for name, item in sense.items.items():
        for part in components(item):
            order.add(part, name)
    return list(order.static_order())
