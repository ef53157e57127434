"""What may be asked for in the days to come: goods out of season rest, and an empty rack of theirs is no alarm."""

from functools import lru_cache

from game.demand import comes
from game.plant import Plant

WEEK = 7


@lru_cache(maxsize=64)
def in_season(plant: Plant, day: int) -> frozenset[int]:
    """Items that customers, or what is made of them, may ask for in the turn that begins on `day` (a week at least)."""
    calendar = plant.level.calendar
    days = max(WEEK, calendar.days_per_turn)
    first = max(0, min(day, calendar.turns * calendar.days_per_turn - days))
    sold = zip(plant.item_of_stream, _days(plant), strict=True)
    waiting = [int(item) for item, open_days in sold if any(open_days[first : first + days])]
    found = set[int]()
    while waiting:
        item = waiting.pop()
        if item not in found:
            found.add(item)
            waiting += [part for part, _ in plant.components[item]]
    return frozenset(found)


@lru_cache(maxsize=8)
def _days(plant: Plant) -> list[list[bool]]:
    """Of each stream, whether customers may come on each day."""
    return [comes(plant.pack, stream) for stream in plant.level.stream]
