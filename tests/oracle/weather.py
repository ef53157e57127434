"""Step 1, rule 5 and D8 to D13: what the disruptions that are active in a period do."""

from typing import Any

from game.level import Disruption
from tests.oracle.facts import MILLION, percent, ppm
from tests.oracle.losses import begins, concerned, spoiled, struck
from tests.oracle.parameters import of_stream
from tests.oracle.states import Conditions
from tests.oracle.world import World


def conditions(world: World, t: int) -> Conditions:
    """The parameters in force in period t."""
    level, sources = world.facts.level, world.facts.sources
    result = Conditions(
        up=[True] * len(sources),
        extra=[world.facts.per(1) if source.wild else 0 for source in world.sources],
        held=[False] * len(sources),
        slow=[MILLION] * len(sources),
        factor=[of_stream(world, "demand", d, 0 if s.closed else MILLION) for d, s in enumerate(level.stream)],
        working=[True] * len(level.station),
        labour=[MILLION] * len(level.station),
        input_price=[MILLION] * len(sources),
        escaped=[0] * len(sources),
        spoiled=[0] * len(world.facts.items),
    )
    for x, disruption in enumerate(level.disruption):
        if world.luck("active", x, t):
            if begins(world, x, t):
                world.escapes_found.discard(x)
            _apply(world, x, disruption, result)
    return result


def _apply(world: World, x: int, disruption: Disruption, result: Conditions) -> None:
    said, level = disruption.extras, world.facts.level
    streams, stations = [one.id for one in level.stream], [one.id for one in level.station]
    match disruption.kind:
        case "demand_spike" | "customer_default":
            _multiply(result.factor, concerned(world, disruption, "streams", streams), said.get("factor", 0))
        case "machine_failure":
            result.working[stations.index(said["station"])] = False
        case "labour_shortage":
            _multiply(result.labour, concerned(world, disruption, "stations", stations), said["factor"])
        case "rate_rise":
            result.credit_points += percent(said.get("credit_points", 0))
            result.loan_points += percent(said.get("loan_points", 0))
        case "pandemic":
            _multiply(result.factor, range(len(streams)), said.get("demand", 1))
            _multiply(result.labour, range(len(stations)), said.get("labour", 1))
            _multiply(result.slow, _in_regions(world, said.get("regions")), said.get("supply", 1))
            _delay(world, result, _in_regions(world, said.get("regions")), said)
        case _:
            _strike_supply(world, x, disruption, result)


def _strike_supply(world: World, x: int, disruption: Disruption, result: Conditions) -> None:
    said = disruption.extras
    match disruption.kind:
        case "supplier_outage":
            for s in struck(world, disruption):
                result.up[s] = False
        case "regional_event":
            hit = _in_regions(world, [said["region"]])
            _delay(world, result, hit, said)
            for s in hit:
                result.held[s] |= said.get("closed", False)
        case "transport_delay":
            _delay(world, result, struck(world, disruption), said)
        case "supplier_slowdown":
            _multiply(result.slow, struck(world, disruption), said["factor"])
        case "input_price":
            _multiply(result.input_price, struck(world, disruption), said["price_factor"])
        case "quality_escape" if x not in world.escapes_found:
            for s in struck(world, disruption):
                result.escaped[s] += ppm(said["defects"])
            for i in spoiled(world, disruption):
                result.spoiled[i] += ppm(said["defects"])


def _multiply(numbers: list[int], hit: Any, factor: float) -> None:
    for k in hit:
        numbers[k] = numbers[k] * ppm(factor) // MILLION


def _delay(world: World, result: Conditions, hit: list[int], said: dict[str, Any]) -> None:
    for s in hit:
        result.extra[s] += world.facts.per(said.get("extra_days", 0))


def _in_regions(world: World, regions: Any) -> list[int]:
    """Offers of suppliers in some regions, in all when none is named."""
    home = {one.id: one.region for one in world.facts.level.supplier}
    return [
        s
        for s, source in enumerate(world.facts.sources)
        if source.offer and (not regions or home[source.offer.supplier] in regions)
    ]
