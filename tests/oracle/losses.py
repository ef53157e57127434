"""Disruptions that strike at their beginning, and escapes of bad units (rules D7, D10, D11)."""

from typing import Any

from game.level import Disruption
from tests.oracle.facts import MILLION, ppm
from tests.oracle.stock import account, lose
from tests.oracle.world import World


def begins(world: World, x: int, t: int) -> bool:
    """Rule D7."""
    return bool(world.luck("active", x, t)) and (t == 0 or not world.luck("active", x, t - 1))


def concerned(world: World, disruption: Disruption, key: str, names: list[str]) -> list[int]:
    """What a disruption names under a key, all when it names nothing."""
    said: Any = disruption.extras.get(key, ())
    return [k for k, name in enumerate(names) if not said or name in said]


def strike(world: World, t: int) -> None:
    """Rule D11, in step 5 after what expires."""
    for x, disruption in enumerate(world.facts.level.disruption):
        at_once = disruption.kind in ("storage_loss", "obsolescence", "customer_default")
        world.count("struck", x, int(at_once and begins(world, x, t)))
        if disruption.kind in ("storage_loss", "obsolescence") and begins(world, x, t):
            share = ppm(disruption.extras["share"])
            for i in concerned(world, disruption, "items", [item.id for item in world.facts.items]):
                if disruption.kind == "storage_loss":
                    _destroy(world, i, share)
                else:
                    _write_down(world, i, share)


def _destroy(world: World, i: int, share: int) -> None:
    item = world.items[i]
    units = item.stock * share // MILLION
    if world.facts.keeps_lots(i):
        units = 0
        for lot in item.lots:
            good, bad = lot.good * share // MILLION, lot.bad * share // MILLION
            lot.good -= good
            lot.bad -= bad
            units += good + bad
        item.lots = [lot for lot in item.lots if lot.good or lot.bad]
    lose(world, i, units, "loss", "destroyed")


def _write_down(world: World, i: int, share: int) -> None:
    amount = world.items[i].value * share // MILLION
    world.items[i].value -= amount
    world.post(f"obsolete_{account(world, i)}", i, amount)


def find_escapes(world: World, t: int) -> None:
    """Rule D10: what comes to light ends an escape from the next period on."""
    for x, disruption in enumerate(world.facts.level.disruption):
        if disruption.kind == "quality_escape" and world.luck("active", x, t):
            made = spoiled(world, disruption)
            items = {*made, *(world.facts.sources[s].item for s in struck(world, disruption))}
            stopped = any(world.flows["defective"][i] and _stops(world, i) for i in made)
            if stopped or any(world.flows["scrapped"][i] or _returned(world, i) for i in items):
                world.escapes_found.add(x)


def _stops(world: World, i: int) -> int:
    """Whether the line that makes an item stops for bad units."""
    make = world.facts.items[i].make
    assert make is not None
    return world.stations[world.facts.station_of(make.station)].stop_the_line


def _returned(world: World, i: int) -> int:
    return sum(world.flows["returned"][s] for s in world.facts.sources_of(i))


def struck(world: World, disruption: Disruption) -> list[int]:
    """The offers that a disruption names, by supplier or one by one."""
    facts, said = world.facts, disruption.extras
    return [
        s
        for s, source in enumerate(facts.sources)
        if source.offer
        and (
            source.offer.supplier in (said.get("supplier"), *said.get("suppliers", ()))
            or f"{facts.items[source.item].id}/{source.offer.supplier}" in said.get("offers", ())
            or facts.items[source.item].id in (said.get("items", ()) if disruption.kind == "quality_escape" else ())
        )
    ]


def spoiled(world: World, disruption: Disruption) -> list[int]:
    """The items made that an escape names, by item or station."""
    said = disruption.extras
    return [
        i
        for i, item in enumerate(world.facts.items)
        if item.make and (item.id in said.get("items", ()) or item.make.station in said.get("stations", ()))
    ]
