"""Mean demand of items through the bills of materials."""

from game.demand import mean_per_day
from game.levelfile.sense.draft import Sense, components


def mean_need(sense: Sense) -> dict[str, float]:
    """Units a calendar day that customers, and items made of it, ask of each item on average.

    The bill of materials must have no circle.
    """
    need = dict.fromkeys(sense.items, 0.0)
    for stream in sense.level.stream:
        _add(sense, need, stream.item, mean_per_day(sense.pack, stream))
    return need


def _add(sense: Sense, need: dict[str, float], name: str, units: float) -> None:
    need[name] += units
    item = sense.items[name]
    yielded = 1 - item.make.scrap if item.make else 1.0
    for part, count in components(item).items():
        _add(sense, need, part, units * count / yielded)
