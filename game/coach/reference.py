"""Reference policies (model, section 13): rules of thumb that see no more than a player does.

Each sets what the level lets the player set, before the first turn, and leaves the rest alone.
"""

from collections.abc import Callable, Iterator
from math import ceil

from game import levers
from game.coach.formulas import GUARD, SAFETY, lead_days
from game.coach.risk import risky
from game.coach.sight import Policy, Sight
from game.levers import Decision
from game.levers.choice import SIZES
from game.levers.numbers import NumberLever
from game.measures import daily_demand
from game.run import Decisions
from game.state import KANBAN, POLICIES

BIG = 2.0
"""What `big_buffers` holds in the loop beyond lead time demand, and once more behind the fence."""

Rule = Callable[[Sight, int], Iterator[Decision]]


def do_nothing(_sight: Sight) -> Decisions:
    """Leaves everything as the level starts."""
    return ()


def _at_start(rule: Rule) -> Policy:
    """The rule for every item, before the first turn only."""

    def decide(sight: Sight) -> Decisions:
        if sight.turn:
            return ()
        return tuple(decision for item in range(len(sight.plant.items)) for decision in rule(sight, item))

    return Policy(decide)


def _formula(sight: Sight, item: int) -> Iterator[Decision]:
    if int(sight.settings["policy"][item, 0]) == KANBAN:
        yield from _sized(sight, item, SAFETY)


def _big(sight: Sight, item: int) -> Iterator[Decision]:
    yield from _sized(sight, item, BIG)
    yield from _buffer(sight, item, BIG * _lead_demand(sight, item))


def _bare(sight: Sight, item: int) -> Iterator[Decision]:
    yield from _sized(sight, item, 0.0)
    yield from _buffer(sight, item, 0.0)


def _held(buffer: float) -> Rule:
    """Cards by the formula, and behind the fence so many times the demand of a lead time."""

    def rule(sight: Sight, item: int) -> Iterator[Decision]:
        yield from _sized(sight, item, SAFETY)
        yield from _buffer(sight, item, buffer * _lead_demand(sight, item))

    return rule


def _hybrid(sight: Sight, item: int) -> Iterator[Decision]:
    yield from _held(1.0 if risky(sight.plant, item) else 0.0)(sight, item)


def _push(sight: Sight, item: int) -> Iterator[Decision]:
    yield from _allowed(sight, Decision("policy", sight.plant.items[item].id, "forecast"))


def _sized(sight: Sight, item: int, safety: float) -> Iterator[Decision]:
    """The loop's size: lead time demand and a safety on top, in whole cards under kanban."""
    name = SIZES.get(POLICIES[int(sight.settings["policy"][item, 0])])
    if name is None:
        return
    units = _lead_demand(sight, item) * (1 + safety)
    step = int(sight.settings["container"][item, 0]) if name == "cards" else 1
    least = 1 if name == "cards" else 0
    if name == "cards" and sight.plant.items[item].make:
        least = int(sight.settings["lot"][item, 0])
    yield from _number(sight, name, item, max(least, ceil(units / step - GUARD)))


def _buffer(sight: Sight, item: int, units: float) -> Iterator[Decision]:
    """A buffer of at least so many units, in whole containers."""
    container = int(sight.settings["container"][item, 0])
    yield from _number(sight, "buffer", item, ceil(units / container - GUARD) * container)


def _number(sight: Sight, name: str, item: int, value: int) -> Iterator[Decision]:
    """A setting, at most what the lever allows, where it is in reach."""
    lever = levers.LEVERS[name]
    assert isinstance(lever, NumberLever)
    step = lever.step(sight.settings, item)
    value = min(value, lever.maximum(sight.plant, item) // step * step)
    yield from _allowed(sight, Decision(name, sight.plant.items[item].id, value))


def _allowed(sight: Sight, decision: Decision) -> Iterator[Decision]:
    if levers.query(sight.plant, sight.settings, decision) is None:
        yield decision


def _lead_demand(sight: Sight, item: int) -> float:
    """Units that are asked for while an order is under way."""
    return daily_demand(sight.plant)[item] * lead_days(sight.plant, sight.settings, item)


STANCES: dict[str, Rule] = {"jit": _held(0.0), "hybrid": _held(0.5), "buffer": _held(1.5)}
"""What a choice on the policy board sets."""

kanban_formula = _at_start(_formula)
"""Cards by the formula, for every kanban item whose cards may be set."""
big_buffers = _at_start(_big)
"""Three times the lead time demand in every loop, and twice as much behind the fence."""
bare_jit = _at_start(_bare)
"""No more in any loop than the mean needs, and no buffer: just in time by slogan."""
hybrid = _at_start(_hybrid)
"""Cards by the formula for all; a buffer of one lead time's demand for what is risky."""
forecast_push = _at_start(_push)
"""Makes and orders by forecast wherever that policy is open."""

REFERENCE: dict[str, Policy] = {
    "do_nothing": Policy(do_nothing),
    "kanban_formula": kanban_formula,
    "big_buffers": big_buffers,
    "bare_jit": bare_jit,
    "hybrid": hybrid,
    "forecast_push": forecast_push,
}
