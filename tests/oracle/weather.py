"""Step 1, rule 5: what the disruptions that are active in a period do."""

from typing import Any

from game.level import Disruption
from tests.oracle.facts import MILLION, Source, ppm
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
        factor=[MILLION] * len(level.stream),
        working=[True] * len(level.station),
    )
    for x, disruption in enumerate(level.disruption):
        if world.luck("active", x, t):
            _apply(world, disruption, result)
    return result


def _apply(world: World, disruption: Disruption, result: Conditions) -> None:
    said, level = disruption.extras, world.facts.level
    for s, source in enumerate(world.facts.sources):
        if source.offer and _hits(world, disruption.kind, said, source):
            result.up[s] &= disruption.kind != "supplier_outage"
            result.extra[s] += world.facts.per(said.get("extra_days", 0))
            result.held[s] |= said.get("closed", False)
    for d, stream in enumerate(level.stream):
        if disruption.kind == "demand_spike" and stream.id in said["streams"]:
            result.factor[d] = result.factor[d] * ppm(said["factor"]) // MILLION
    for k, station in enumerate(level.station):
        if disruption.kind == "machine_failure" and station.id == said["station"]:
            result.working[k] = False


def _hits(world: World, kind: str, said: dict[str, Any], source: Source) -> bool:
    assert source.offer is not None
    supplier = source.offer.supplier
    match kind:
        case "supplier_outage":
            return bool(supplier == said["supplier"])
        case "regional_event":
            regions = {one.id: one.region for one in world.facts.level.supplier}
            return bool(regions[supplier] == said["region"])
        case "transport_delay":
            name = f"{world.facts.items[source.item].id}/{supplier}"
            return supplier in said.get("suppliers", ()) or name in said.get("offers", ())
    return False
