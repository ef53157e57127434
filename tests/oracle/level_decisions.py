"""Random decisions: what a restless player sets, turn by turn."""

from random import Random
from typing import Any

from game.levers import Decision
from tests.oracle.facts import Facts
from tests.oracle.level_chance import maybe
from tests.oracle.level_supply import POLICIES, random_shares

Decisions = tuple[Decision, ...]

NUMBERS: dict[str, tuple[int, int]] = {
    "cards": (0, 12),
    "reorder_point": (-3, 40),
    "order_quantity": (1, 40),
    "order_up_to": (0, 40),
    "quantity": (0, 40),
    "failover": (0, 1),
    "lot": (1, 4),
    "cover": (0, 4),
    "smoothing": (1, 4),
    "safety": (0, 9),
    "count_every": (0, 4),
    "markdown": (0, 90),
    "markdown_after_days": (0, 1),
}
PLAIN = tuple(NUMBERS)[:5]


def random_decisions(rng: Random, facts: Facts) -> list[Decisions]:
    """What is decided in each turn."""
    containers = [item.loop.container for item in facts.items]
    return [_of_turn(rng, facts, containers) for _ in range(facts.level.calendar.turns)]


def _of_turn(rng: Random, facts: Facts, containers: list[int]) -> Decisions:
    return tuple(_decision(rng, facts, containers) for _ in range(rng.choice([0, 1, 2, 4, 6])))


def _decision(rng: Random, facts: Facts, containers: list[int]) -> Decision:
    i = rng.randrange(len(facts.items))
    if maybe(rng, 0.25):
        decision = _elsewhere(rng, facts)
        if decision:
            return decision
    if facts.level.station and maybe(rng, 0.15):
        decision = _of_station(rng, facts)
        if decision:
            return decision
    if facts.items[i].offer and maybe(rng, 0.45):
        return _of_offer(rng, facts, i)
    return _of_item(rng, facts, i, containers)


def _of_item(rng: Random, facts: Facts, i: int, containers: list[int]) -> Decision:
    item = facts.items[i]
    levers = [*PLAIN, "policy", "container", "buffer"]
    levers += ["lot"] if item.make else []
    levers += [*["shares"] * 8, "failover"] if len(item.offer) > 1 else []
    levers += ["cover", "smoothing", "safety"] if item.loop.smoothing_days else []
    levers += ["count_every"] if item.record_error else []
    priced = any(facts.level.stream[d].elasticity for d in facts.streams_of(i))
    levers += ["markdown", "markdown", "markdown_after_days"] if priced and item.shelf_life_days is not None else []
    lever = rng.choice(levers)
    return Decision(lever, item.id, _value(rng, facts, i, lever, containers))


def _value(rng: Random, facts: Facts, i: int, lever: str, containers: list[int]) -> Any:
    item = facts.items[i]
    if lever == "shares":
        suppliers = [offer.supplier for offer in item.offer]
        return dict(zip(suppliers, random_shares(rng, len(suppliers)), strict=True))
    if lever == "policy":
        return rng.choice([*POLICIES, *(["forecast"] * 2 if item.loop.smoothing_days else [])])
    if lever == "container":
        containers[i] = rng.choice([1, 2, 4, 7])
        return containers[i]
    return containers[i] * rng.randint(0, 4) if lever == "buffer" else rng.randint(*NUMBERS[lever])


def _of_offer(rng: Random, facts: Facts, i: int) -> Decision:
    item = facts.items[i]
    s = rng.choice(facts.sources_of(i))
    offer = facts.sources[s].offer
    assert offer is not None
    levers = ["recall"]
    levers += [] if facts.trip(s).departures.weekdays else ["trip_every"]
    levers += ["rush", "rush", "rush_when_red"] if offer.expedite_days is not None else []
    levers += ["inspect"] if offer.defects else []
    levers += ["pay_early"] if offer.discount else []
    levers += [] if offer.qualified else ["onboard"] * 4
    lever = rng.choice(levers)
    value = {
        "recall": 1,
        "onboard": 1,
        "pay_early": rng.randint(0, 1),
        "trip_every": rng.randint(1, 6),
        "rush": rng.choice([0, 1, 5, 30]),
        "rush_when_red": rng.choice([0, 4, 20]),
        "inspect": rng.choice([0, 35, 100]),
    }[lever]
    return Decision(lever, f"{item.id}/{offer.supplier}", value)


def _of_station(rng: Random, facts: Facts) -> Decision | None:
    station = rng.choice(facts.level.station)
    made = facts.station_items(facts.station_of(station.id))
    may_be_bad = any((make := facts.items[i].make) and make.defects for i in made)
    levers = ["stop_the_line"] if may_be_bad else []
    levers += ["maintenance"] if station.maintenance_cost or station.maintenance_minutes else []
    levers += ["overtime"] if station.overtime_limit else []
    if not levers:
        return None
    lever = rng.choice(levers)
    value = rng.randint(0, 1) if lever != "overtime" else 30 * rng.randint(0, station.overtime_limit // 30)
    return Decision(lever, station.id, value)


def _elsewhere(rng: Random, facts: Facts) -> Decision | None:
    """A project, a price, a repayment."""
    level = facts.level
    prices = [stream.id for stream in level.stream if stream.elasticity]
    decisions = [Decision("project", project.id, 1) for project in level.project]
    decisions += [Decision("price", name, rng.randint(80, 120)) for name in prices]
    decisions += [Decision("repay", "firm", rng.choice([1, 500, int(level.money.loan)]))] if level.money.loan else []
    return rng.choice(decisions) if decisions else None
