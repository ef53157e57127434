"""The oracle's door: a level, a tape and the decisions of each turn give what happens in each period.

It plays one replication with plain numbers, straight from the rules, as slowly and readably as it likes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.level.pack import LevelPack
from tests.oracle.crews import tire
from tests.oracle.facts import Facts, cents
from tests.oracle.losses import find_escapes, strike
from tests.oracle.making import produce
from tests.oracle.measuring import note_cycles
from tests.oracle.money import settle
from tests.oracle.opening import opening
from tests.oracle.ordering import replenish
from tests.oracle.selling import sell, unserved
from tests.oracle.stock import expire, merge_old_lots
from tests.oracle.supply import arrive, break_down
from tests.oracle.turning import Setting, begin_turn
from tests.oracle.weather import conditions
from tests.oracle.world import Sheet, World


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
        world.new_sheets()
        begin_turn(world, turn, decisions[turn] if turn < len(decisions) else ())
        turns.append([play_period(world, t) for t in periods])
    return turns


def play_period(world: World, t: int) -> Period:
    """The eight steps in order."""
    world.t = t
    world.conditions = conditions(world, t)
    if world.insolvent:
        unserved(world, t)
    else:
        _steps(world, t)
        world.latest_levels = world.levels()
    period = Period(t, world.flows, world.postings, world.latest_levels)
    world.new_sheets()
    return period


def _steps(world: World, t: int) -> None:
    is_open = world.facts.is_open(t)
    owed = (-world.balances["credit_line"], -world.balances["loan"])
    for item in world.items:
        item.authorised_now = 0
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
    strike(world, t)
    find_escapes(world, t)
    replenish(world, t)
    for i, given in enumerate(world.facts.items):
        holding = cents(given.holding_cost) * world.items[i].stock
        world.count("chain_cost", i, holding + cents(given.backorder_cost) * world.backorders(i))
    settle(world, t, owed)
    tire(world, t)
    note_cycles(world)
    for k, station in enumerate(world.stations):
        station.ran = world.flows["running"][k]
