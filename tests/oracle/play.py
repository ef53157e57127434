"""The oracle's door: a level, a tape and the decisions of each turn give what happens in each period.

It plays one replication with plain numbers, straight from the rules, as slowly and readably as it likes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from game.level.pack import LevelPack
from tests.oracle.facts import Facts, cents
from tests.oracle.making import produce
from tests.oracle.money import settle
from tests.oracle.opening import opening
from tests.oracle.selling import sell, unserved
from tests.oracle.stock import expire, merge_old_lots
from tests.oracle.supply import arrive, break_down, replenish
from tests.oracle.weather import conditions
from tests.oracle.world import Sheet, World


class Setting(Protocol):
    """A decision: any object with these."""

    @property
    def lever(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def value(self) -> Any: ...


@dataclass(frozen=True)
class Period:
    """What happened in a period, `{name: [per owner]}`, and the levels and balances after it."""

    t: int
    flows: Sheet
    postings: Sheet
    levels: Sheet


def play(
    pack: LevelPack, tape: Any, decisions: Sequence[Sequence[Setting]], replication: int = 0
) -> list[list[Period]]:
    """All turns, the run-out included; `decisions` by turn, missing turns decide nothing."""
    facts = Facts(pack)
    world = opening(facts, tape, replication)
    turns = []
    for turn, periods in enumerate(facts.turns):
        decide(world, decisions[turn] if turn < len(decisions) else ())
        world.turn_start = periods[0]
        for item in world.items:
            item.containers_refilled_this_turn = 0
        turns.append([play_period(world, t) for t in periods])
    return turns


def decide(world: World, decisions: Sequence[Setting]) -> None:
    """Put a turn's decisions into force; credits restart where they change shares (rule 23)."""
    before = [list(item.settings.shares) for item in world.items]
    for decision in decisions:
        _put(world, decision)
    for i, item in enumerate(world.items):
        if item.settings.shares != before[i]:
            for s in world.facts.sources_of(i):
                world.sources[s].credit = 0


def _put(world: World, decision: Setting) -> None:
    item, _, supplier = decision.target.partition("/")
    i = world.facts.item_of(item)
    suppliers = [offer.supplier for offer in world.facts.items[i].offer]
    settings = world.items[i].settings
    if decision.lever == "trip_every":
        s = world.facts.sources_of(i)[suppliers.index(supplier)]
        world.sources[s].trip_every = decision.value
    elif decision.lever == "shares":
        settings.shares = [decision.value.get(name, 0) for name in suppliers]
    else:
        assert hasattr(settings, decision.lever)
        setattr(settings, decision.lever, decision.value)


def play_period(world: World, t: int) -> Period:
    """The eight steps in order."""
    world.new_sheets()
    world.conditions = conditions(world, t)
    if world.insolvent:
        unserved(world, t)
    else:
        _steps(world, t)
    return Period(t, world.flows, world.postings, world.levels())


def _steps(world: World, t: int) -> None:
    is_open = world.facts.is_open(t)
    owed = (-world.balances["credit_line"], -world.balances["loan"])
    if t % world.facts.per_day == 0:
        for item in world.items:
            item.containers_released_today = 0
    merge_old_lots(world, t)
    break_down(world, t)
    if is_open:
        arrive(world, t)
        produce(world, t)
    sell(world, t)
    expire(world, t)
    if is_open:
        replenish(world, t)
    for i, given in enumerate(world.facts.items):
        holding = cents(given.holding_cost) * world.items[i].stock
        world.count("chain_cost", i, holding + cents(given.backorder_cost) * world.backorders(i))
    settle(world, t, owed)
    for k, station in enumerate(world.stations):
        station.ran = world.flows["running"][k]
