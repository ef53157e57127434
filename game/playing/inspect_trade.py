"""All about a price, a route and a project: what is bought from whom at what price, by which trucks, what changes."""

from collections.abc import Iterator

import numpy as np

from game.level import in_language
from game.levers.supply import offer_of
from game.message import Message, Percent
from game.plant import minor
from game.playing import offers
from game.playing.floor_places import lead_days
from game.playing.inspect_firm import terms
from game.playing.inspect_places import road
from game.playing.lever_views import project_levers, source_levers
from game.playing.projects import parts
from game.playing.scene import Scene
from game.playing.views import Fact, Inspection, Section

VOLUME = 1000
"""Volumes of the plant are thousandths."""


def price(scene: Scene, target: str) -> Inspection:
    """What an item costs at a supplier; history is what a unit cost on average, by turn in which some came."""
    source = source_of(scene, target)
    offer = offer_of(scene.plant, source)
    item, supplier = ends(scene, source)
    facts = [
        Fact("price", offers.price(scene, source)),
        Fact("list_price_offer", _per(scene, minor(offer.price), offer.per)),
    ]
    if offer.breaks:
        facts.append(Fact("breaks", offers.breaks(scene, offer)))
    if offer.steady_price:
        facts.append(Fact("steady_price", _per(scene, minor(offer.steady_price), offer.per)))
    paid = _paid(scene, source)
    if paid:
        facts.append(Fact("paid_last", scene.seen.money(round(paid[-1]))))
    facts += [Fact("payment", offers.days(offer.payment_days))]
    if offer.discount:
        facts.append(Fact("discount", Percent(offer.discount, 1)))
    bought = int(scene.history.total_posting("purchase")[source, 0]) if scene.run.turn else 0
    facts.append(Fact("spend", scene.seen.money(bought)))
    title = Message("fact.price_of", {"item": item})
    return Inspection(("price", target), supplier, title, (Section("terms", (), tuple(facts)),), paid, "money")


def _per(scene: Scene, amount: int, units: int) -> object:
    money = scene.seen.money(amount)
    return money if units == 1 else Message("fact.price_per", {"money": money, "units": units})


def _paid(scene: Scene, source: int) -> tuple[float, ...]:
    """Minor units a unit, for each turn in which some came."""
    turns = [slice(turn, turn + 1) for turn in range(scene.run.turn)]
    came = np.array([scene.history.total_flow("arrived", turn)[source, 0] for turn in turns])
    paid = np.array([scene.history.total_posting("purchase", turn)[source, 0] for turn in turns])
    return tuple((paid[came > 0] / came[came > 0]).tolist()) if turns else ()


def route(scene: Scene, target: str) -> Inspection:
    """The truck that fetches from a supplier, or the tour that calls at several; history is units brought by turn."""
    sources = scene.plant.supply.together(source_of(scene, target))
    offer = offer_of(scene.plant, sources[0])
    names = {entry.id: in_language(entry.name, scene.language) for entry in scene.level.route}
    _, supplier = ends(scene, sources[0])
    trips = source_levers(scene, sources[0])
    sections = (
        Section("trips", trips, tuple(_trips(scene, sources))),
        Section("load", (), (), ("item", "supplier", "share"), tuple(_loads(scene, sources))),
        *road(scene, sources),
    )
    turns = range(scene.run.turn)
    brought = tuple(
        float(scene.history.total_flow("arrived", slice(turn, turn + 1))[list(sources), 0].sum()) for turn in turns
    )
    title = Message("fact.tour" if offer.route else "fact.truck_of", {"supplier": supplier})
    name = names[offer.route] if offer.route else supplier
    return Inspection(("route", target), name, title, sections, brought)


def _trips(scene: Scene, sources: tuple[int, ...]) -> Iterator[Fact]:
    """A truck's costs are booked with the first offer that it fetches."""
    first, history = sources[0], scene.history
    offer = offer_of(scene.plant, first)
    yield Fact("lead_time", offers.days(lead_days(scene, first)))
    yield Fact("on_time", Percent(offer.on_time, 0))
    yield Fact("trip_cost", scene.seen.money(minor(offer.cost_per_trip)))
    if offer.truck_capacity:
        yield Fact("truck_holds", offer.truck_capacity)
    if not scene.run.turn:
        return
    trucks, freight = int(history.total_flow("trucks")[first, 0]), int(history.total_posting("freight")[first, 0])
    shipped = history.total_flow("shipped")[list(sources), 0]
    yield Fact("trucks", trucks)
    yield Fact("freight", scene.seen.money(freight))
    if shipped.sum():
        yield Fact("freight_a_unit", scene.seen.money(round(freight / int(shipped.sum()))))
    if trucks and offer.truck_capacity:
        volume = int((shipped * scene.plant.supply.volume[list(sources)]).sum())
        yield Fact("truck_filled", Percent(volume / (trucks * offer.truck_capacity * VOLUME), 0))


def _loads(scene: Scene, sources: tuple[int, ...]) -> Iterator[tuple[object, ...]]:
    for source in sources:
        item, supplier = ends(scene, source)
        alone = len(scene.plant.sources_of[scene.plant.sources[source].item]) == 1
        yield item, supplier, Percent(1.0 if alone else scene.plan("shares", source) / 100, 0)


def project(scene: Scene, target: str) -> Inspection:
    """A project's terms and what it changes; history is its cost by turn, once it has begun."""
    index = scene.plant.index["project"][target]
    entry = scene.level.project[index]
    facts = tuple(fact for fact in terms(scene, index) if fact.name != "project")
    sections = [Section("project", project_levers(scene, index), facts)]
    for name, changes in (("meanwhile", entry.transition), ("afterwards", entry.effect)):
        if changes:
            sections.append(Section(name, facts=tuple(Fact(*parts(scene, change)) for change in changes)))
    title, spent = scene.seen.name("project", index), _spent(scene, index)
    return Inspection(("project", entry.id), title, None, tuple(sections), spent, "money")


def _spent(scene: Scene, index: int) -> tuple[float, ...]:
    """Minor units by turn; nothing before it has begun."""
    kinds = ("project", "project_day")
    turns = [slice(turn, turn + 1) for turn in range(scene.run.turn)]
    spent = [float(sum(scene.history.total_posting(kind, turn)[index, 0] for kind in kinds)) for turn in turns]
    return tuple(spent) if any(spent) else ()


def source_of(scene: Scene, target: str) -> int:
    """The offer of `item/supplier`; KeyError where there is none."""
    return scene.plant.index["source"][target]


def ends(scene: Scene, source: int) -> tuple[str, str]:
    """Names of the item and of the supplier of an offer."""
    item = scene.seen.name("item", scene.plant.sources[source].item)
    return item, scene.seen.name("supplier", scene.seen.supplier_of(source))
