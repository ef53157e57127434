"""Before a turn's first period: decisions come into force, actions happen (rules S1, S2, S6 to S9)."""

from collections.abc import Sequence
from typing import Any, Protocol

from tests.oracle.facts import cents
from tests.oracle.rushing import recall, rush
from tests.oracle.states import SourceState, StationState
from tests.oracle.world import World

ACTIONS = ("project", "onboard", "recall", "rush")


class Setting(Protocol):
    """A decision: any object with these."""

    @property
    def lever(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def value(self) -> Any: ...


def begin_turn(world: World, turn: int, decisions: Sequence[Setting]) -> None:
    """Decisions one after another, then what they cost and do; all belongs to the turn's first period."""
    world.turn, world.turn_start = turn, world.facts.turns[turn][0]
    if world.insolvent:
        decisions = [decision for decision in decisions if decision.lever == "price"]
    for item in world.items:
        item.containers_refilled_this_turn = 0
    before = [list(item.settings.shares) for item in world.items]
    actions: dict[str, dict[int, int]] = {action: {} for action in ACTIONS}
    world.t = world.turn_start
    for decision in decisions:
        _put(world, decision, actions)
    for i, shares in enumerate(before):
        _pay_for_shares(world, i, shares)
    _act(world, actions)


def _act(world: World, actions: dict[str, dict[int, int]]) -> None:
    t = world.turn_start
    for k in sorted(actions["project"]):
        _start(world, t, k)
    for s in sorted(actions["onboard"]):
        _onboard(world, t, s)
    for s in sorted(actions["recall"]):
        recall(world, s)
    for s, units in sorted(actions["rush"].items()):
        rush(world, t, s, units)


def _put(world: World, decision: Setting, actions: dict[str, dict[int, int]]) -> None:
    name, _, supplier = decision.target.partition("/")
    stations = [station.id for station in world.facts.level.station]
    if _put_elsewhere(world, decision, actions):
        return
    if name in stations and hasattr(StationState, decision.lever):
        setattr(world.stations[stations.index(name)], decision.lever, decision.value)
        return
    i = world.facts.item_of(name)
    suppliers = [offer.supplier for offer in world.facts.items[i].offer]
    if supplier:
        _put_source(world, world.facts.sources_of(i)[suppliers.index(supplier)], decision, actions)
    elif decision.lever == "shares":
        _put_shares(world, i, [decision.value.get(name, 0) for name in suppliers])
    else:
        settings = world.items[i].settings
        assert hasattr(settings, decision.lever)
        setattr(settings, decision.lever, decision.value)


def _put_elsewhere(world: World, decision: Setting, actions: dict[str, dict[int, int]]) -> bool:
    """Projects (rule M1), the price of a stream (rule D4), repayment of the loan (rule M10)."""
    if decision.lever == "project":
        k = [project.id for project in world.facts.level.project].index(decision.target)
        _note(actions["project"], k, decision.value)
    elif decision.lever == "price":
        d = [stream.id for stream in world.facts.level.stream].index(decision.target)
        world.streams[d].price = decision.value
    elif decision.lever == "repay":
        world.repay = decision.value
    return decision.lever in ("project", "price", "repay")


def _note(actions: dict[int, int], index: int, value: int) -> None:
    """The last decision of a turn about an action holds."""
    actions[index] = value
    if not value:
        del actions[index]


def _start(world: World, t: int, k: int) -> None:
    """Rule M1, and the offers that a project qualifies (M2)."""
    project = world.facts.level.project[k]
    if world.project_starts[k] is not None:
        return
    world.project_starts[k] = t
    world.post("project", k, cents(project.cost))
    ready = t + world.facts.per(project.days)
    for entry in project.effect:
        if entry.parameter == "qualified":
            for source in _named(world, entry.targets):
                source.qualified = ready if source.qualified is None else min(ready, source.qualified)


def _named(world: World, targets: tuple[str, ...]) -> list[SourceState]:
    names = [
        f"{world.facts.items[source.item].id}/{source.offer.supplier}" if source.offer else ""
        for source in world.facts.sources
    ]
    return [world.sources[s] for s, name in enumerate(names) if name and (name in targets or not targets)]


def _put_source(world: World, s: int, decision: Setting, actions: dict[str, dict[int, int]]) -> None:
    if decision.lever in ACTIONS:
        _note(actions[decision.lever], s, decision.value)
    elif decision.lever == "trip_every":
        for other in _same_tour(world, s):
            other.trip_every = decision.value
    else:
        assert decision.lever in ("inspect", "rush_when_red", "pay_early")
        setattr(world.sources[s], decision.lever, decision.value)


def _same_tour(world: World, s: int) -> list[SourceState]:
    """An offer and those that share its milk run."""
    for k in range(len(world.facts.level.route)):
        if s in world.facts.on_route(k):
            return [world.sources[other] for other in world.facts.on_route(k)]
    return [world.sources[s]]


def _put_shares(world: World, i: int, shares: list[int]) -> None:
    """Rule S2: what is fixed or not qualified yet changes nothing."""
    item, sources = world.items[i], world.facts.sources_of(i)
    able = [world.qualified(s, world.turn_start) for s in sources]
    if world.turn < item.shares_free or any(share and not may for share, may in zip(shares, able, strict=True)):
        return
    item.settings.shares = shares


def _pay_for_shares(world: World, i: int, before: list[int]) -> None:
    """Rule S6."""
    item, given = world.items[i], world.facts.items[i]
    moved = sum(max(0, new - old) for old, new in zip(before, item.settings.shares, strict=True))
    if not moved:
        return
    world.post("share_change", i, moved * cents(given.share_change_cost) // 10)
    item.shares_free = world.turn + given.share_commitment
    for s in world.facts.sources_of(i):
        world.sources[s].credit = 0


def _onboard(world: World, t: int, s: int) -> None:
    """Rule S7."""
    offer, source = world.facts.sources[s].offer, world.sources[s]
    if offer is None or source.qualified is not None:
        return
    world.post("onboarding", s, cents(offer.onboarding_cost))
    world.count("onboardings", s, 1)
    source.qualified = t + world.facts.per(offer.onboarding_days)
