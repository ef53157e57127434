"""What a standing plan may set: an axis for each setting in reach, with the values worth trying.

A point is an index into the values of each axis. Buffers are counted in containers, so that they stay whole ones when
the container changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from game import engine, levers
from game.coach.formulas import card_formula
from game.levers import Decision, Value
from game.levers.actions import ActionLever
from game.levers.base import Lever
from game.levers.choice import PolicyLever
from game.levers.numbers import NumberLever
from game.levers.shares import SharesLever
from game.plant import Plant
from game.run import Decisions
from game.state import POLICIES, Settings

Point = tuple[int, ...]
ROOM = 3
"""How far beyond what is set, or what the formula says, values are tried."""
FINEST = 4000
"""Most values of a setting."""
SHARE_STEPS = {2: 10, 3: 20}
FIRST = ("policy", "container")
"""Settings that others depend on come first."""


@dataclass(frozen=True)
class Axis:
    """One setting. `ordered`: neighbours are alike; `containers`: values count containers."""

    lever: str
    target: str
    values: tuple[Value, ...]
    ordered: bool = True
    containers: bool = False


def axes(plant: Plant) -> tuple[Axis, ...]:
    """All settings in reach that have more than one value worth trying."""
    settings = engine.opening(plant, 1).settings
    found = [
        axis(plant, settings, lever, target)
        for name, lever in levers.LEVERS.items()
        if not isinstance(lever, ActionLever)
        for target, index in plant.index[lever.owner].items()
        if lever.applies(plant, index) and levers.in_reach(plant, name, target)
    ]
    useful = [one for one in found if len(one.values) > 1]
    return tuple(sorted(useful, key=lambda one: FIRST.index(one.lever) if one.lever in FIRST else len(FIRST)))


def axis(plant: Plant, settings: Settings, lever: Lever, target: str) -> Axis:
    """The values of one setting that are worth trying."""
    index = plant.index[lever.owner][target]
    if isinstance(lever, PolicyLever):
        names = [name for name in POLICIES if lever.check(plant, settings, index, name) is None]
        return Axis(lever.name, target, tuple(names), ordered=False)
    if isinstance(lever, SharesLever):
        return Axis(lever.name, target, tuple(_shares(plant, index)), ordered=len(plant.sources_of[index]) == 2)
    if not isinstance(lever, NumberLever):
        return Axis(lever.name, target, ())
    low, high = max(0, lever.minimum), lever.maximum(plant, index)
    if lever.in_containers:
        container = int(settings["container"][index, 0])
        most = min(high // container, ROOM * ceil(_need(plant, settings, index) / container))
        most = max(most, ROOM * lever.value(plant, settings, index) // container)
        return Axis(lever.name, target, tuple(range(most + 1)), containers=True)
    most = min(high, _most(plant, settings, lever, index))
    step = max(1, (most - low) // FINEST)
    return Axis(lever.name, target, tuple(range(max(low, int(lever.name == "cards")), most + 1, step)))


def plan(where: Sequence[Axis], point: Point, start: int = 0, base: Decisions = ()) -> tuple[Decisions, ...]:
    """The decisions of a point, made in turn `start` after those that belong to all of them."""
    chosen = [(one, one.values[index]) for one, index in zip(where, point, strict=True)]
    containers = {one.target: value for one, value in chosen if one.lever == "container"}
    made = tuple(Decision(one.lever, one.target, _value(one, value, containers)) for one, value in chosen)
    return (*[()] * start, (*base, *made))


def in_containers(plant: Plant, where: Sequence[Axis]) -> tuple[Axis, ...]:
    """Axes that count containers, in units where the container is not an axis itself."""
    moved = {one.target for one in where if one.lever == "container"}
    return tuple(one if not one.containers or one.target in moved else _units(plant, one) for one in where)


def nearest(where: Sequence[Axis], plant: Plant, decisions: Decisions) -> Point:
    """The point next to the level's settings with these decisions on top."""
    settings = engine.opening(plant, 1).settings
    for decision in decisions:
        if levers.refusal(plant, settings, decision) is None:
            levers.apply(plant, settings, decision)
    return tuple(_index(one, plant, settings) for one in where)


def _index(one: Axis, plant: Plant, settings: Settings) -> int:
    lever = levers.LEVERS[one.lever]
    index = plant.index[lever.owner][one.target]
    value = lever.value(plant, settings, index)
    if isinstance(value, dict):
        return min(range(len(one.values)), key=lambda k: _apart(one.values[k], value))
    if isinstance(value, str):
        return one.values.index(value) if value in one.values else 0
    if one.containers:
        value //= int(settings["container"][index, 0])
    return min(range(len(one.values)), key=lambda k: abs(_number(one.values[k]) - value))


def _apart(first: Value, second: dict[str, int]) -> int:
    assert isinstance(first, dict)
    return sum(abs(first.get(name, 0) - share) for name, share in second.items())


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _value(one: Axis, value: Value, containers: dict[str, Value]) -> Value:
    return _number(value) * _number(containers[one.target]) if one.containers else value


def _units(plant: Plant, one: Axis) -> Axis:
    container = plant.items[plant.index["item"][one.target]].loop.container
    return Axis(one.lever, one.target, tuple(_number(value) * container for value in one.values))


def _need(plant: Plant, settings: Settings, item: int) -> float:
    found = card_formula(plant, settings, item)
    return found.demand * found.lead_days


def _most(plant: Plant, settings: Settings, lever: NumberLever, index: int) -> int:
    """The largest value worth trying of a setting that is not the buffer."""
    now = lever.value(plant, settings, index)
    need = _need(plant, settings, index) if lever.owner == "item" else 0.0
    container = int(settings["container"][index, 0]) if lever.owner == "item" else 1
    most = {
        "cards": ROOM * max(now, ceil(need / container)),
        "container": ROOM * now,
        "reorder_point": ROOM * max(now, ceil(need)),
        "order_up_to": ROOM * max(now, ceil(2 * need)),
        "order_quantity": ROOM * max(now, ceil(need)),
        "quantity": ROOM * max(now, ceil(need)),
        "lot": max(8, ROOM * now),
        "trip_every": max(now, 14 * plant.clock.per_day),
    }
    return most.get(lever.name, lever.maximum(plant, index))


def _shares(plant: Plant, item: int) -> Iterator[dict[str, int]]:
    offers = [offer.supplier for offer in plant.items[item].offer]
    step = SHARE_STEPS.get(len(offers), 50)
    for parts in product(range(0, 101, step), repeat=len(offers)):
        if sum(parts) == 100:
            yield dict(zip(offers, parts, strict=True))
