"""Levers that are whole numbers: one row each."""

from collections.abc import Callable
from dataclasses import dataclass

from game.kinds import Owner
from game.levers.base import Free, Value, Where
from game.message import Message
from game.plant import Plant
from game.state import KANBAN, MANUAL, MIN_MAX, ORDER_UP_TO, REORDER, Settings

Bound = Callable[[Plant, int], int]


@dataclass(frozen=True)
class NumberLever(Free):
    """A whole number between bounds. `policies` are those under which it matters, none meaning all.

    `by` is its step, `alike` are things that share one setting.
    """

    name: str
    owner: Owner
    unit: str
    minimum: int
    maximum: Bound
    policies: tuple[int, ...] = ()
    in_containers: bool = False
    by: int = 1
    only: Callable[[Plant, int], bool] = lambda _plant, _index: True
    alike: Callable[[Plant, int], tuple[int, ...]] = lambda _plant, index: (index,)

    def applies(self, plant: Plant, index: int) -> bool:
        """Whether the thing has this setting at all."""
        return self.only(plant, index)

    def matters(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> bool:
        """Whether it has an effect under the policy in force."""
        return not self.policies or int(settings["policy"][index, replication]) in self.policies

    def value(self, plant: Plant, settings: Settings, index: int, replication: int = 0) -> int:
        """The value in force."""
        return int(settings[self.name][index, replication])

    def step(self, settings: Settings, index: int, replication: int = 0) -> int:
        """By how much plus and minus change it."""
        return int(settings["container"][index, replication]) if self.in_containers else self.by

    def check(self, plant: Plant, settings: Settings, index: int, value: Value, replication: int = 0) -> Message | None:
        """A whole number within the bounds; a buffer in whole containers."""
        low, high = self.minimum, self.maximum(plant, index)
        if type(value) is not int or not low <= value <= high:
            return Message("refused.range", {"value": str(value), "low": low, "high": high})
        step = self.step(settings, index, replication)
        if value % step:
            return Message("refused.step", {"value": value, "step": step})
        return None

    def put(self, plant: Plant, settings: Settings, index: int, value: Value, where: Where) -> None:
        """Set it."""
        assert isinstance(value, int)
        for same in self.alike(plant, index):
            settings[self.name][same, where] = value


def _most(least: int, factor: int, field: str) -> Bound:
    """The larger of `least` and `factor` times what the level starts with."""
    return lambda plant, index: max(least, factor * int(getattr(plant.items[index].loop, field)))


def most_units(plant: Plant, index: int) -> int:
    """The bound of an item's units."""
    item = plant.items[index]
    loop = item.loop
    start = max(loop.cards * loop.container, loop.order_up_to, loop.reorder_point, item.opening_stock, loop.buffer)
    return max(1000, 10 * start)


def _made(plant: Plant, index: int) -> bool:
    return plant.items[index].make is not None


def _has_interval(plant: Plant, index: int) -> bool:
    offer = plant.sources[index].offer
    return offer is not None and plant.weekday_trips[index] is None


def _has_choice(plant: Plant, index: int) -> bool:
    return len(plant.sources_of[index]) > 1


def _may_be_bad(plant: Plant, index: int) -> bool:
    return index in plant.supply.flawed


def _gives_discount(plant: Plant, index: int) -> bool:
    offer = plant.sources[index].offer
    return offer is not None and offer.discount > 0


def _minds_price(plant: Plant, index: int) -> bool:
    return index in plant.market.elasticity


def _grows_old(plant: Plant, index: int) -> bool:
    return index in plant.market.markable


def _days_of_life(plant: Plant, index: int) -> int:
    return max(1, -(-int(plant.shelf_life[index]) // plant.clock.per_day))


def can_be_rushed(plant: Plant, index: int) -> bool:
    """Whether a source's supplier rushes loads at all."""
    return index in plant.supply.hurried


def most_of_source(plant: Plant, index: int) -> int:
    """The bound of units of a source's item."""
    return most_units(plant, plant.sources[index].item)


NUMBERS = (
    NumberLever("cards", "item", "cards", 0, _most(40, 3, "cards"), (KANBAN,)),
    NumberLever("container", "item", "units", 1, _most(20, 10, "container")),
    NumberLever("buffer", "item", "units", 0, most_units, in_containers=True),
    NumberLever("reorder_point", "item", "units", -1000, most_units, (REORDER, MIN_MAX)),
    NumberLever("order_quantity", "item", "units", 1, most_units, (REORDER,)),
    NumberLever("order_up_to", "item", "units", 0, most_units, (MIN_MAX, ORDER_UP_TO)),
    NumberLever("quantity", "item", "units", 0, most_units, (MANUAL,)),
    NumberLever("lot", "item", "containers", 1, lambda _plant, _index: 40, only=_made),
    NumberLever(
        "trip_every",
        "source",
        "periods",
        1,
        lambda plant, _index: 28 * plant.clock.per_day,
        only=_has_interval,
        alike=lambda plant, source: plant.supply.together(source),
    ),
    NumberLever("failover", "item", "switch", 0, lambda _plant, _index: 1, only=_has_choice),
    NumberLever("inspect", "source", "percent", 0, lambda _plant, _index: 100, only=_may_be_bad),
    NumberLever("rush_when_red", "source", "units", 0, most_of_source, only=can_be_rushed),
    NumberLever("pay_early", "source", "switch", 0, lambda _plant, _index: 1, only=_gives_discount),
    NumberLever("price", "stream", "percent", 80, lambda _plant, _index: 120, only=_minds_price),
    NumberLever("markdown", "item", "percent", 0, lambda _plant, _index: 90, only=_grows_old),
    NumberLever("markdown_after_days", "item", "days", 0, _days_of_life, only=_grows_old),
)
