"""Suppliers side by side, item by item: what they promise, what was seen of them, and what hangs on them."""

from collections.abc import Iterable

import numpy as np

from game.measures.risk import time_to_survive
from game.playing import offers
from game.playing.floor_places import lead_days
from game.playing.lever_views import share_lever, source_levers
from game.playing.scene import Scene
from game.playing.trouble import supplier_mood
from game.playing.views import OfferView, SourcingView
from game.why import Shipment, overdue


def sourcing(scene: Scene) -> tuple[SourcingView, ...]:
    """All bought items in the order of the level."""
    bought = [item for item, entry in enumerate(scene.level.item) if entry.offer]
    return tuple(_item(scene, item) for item in bought)


def _item(scene: Scene, item: int) -> SourcingView:
    sources = scene.plant.sources_of[item]
    further = tuple(view for source in sources for view in source_levers(scene, source))
    levers = tuple(view for view in (*share_lever(scene, item), *further) if view.allowed)
    rows = tuple(offer_view(scene, source) for source in sources)
    return SourcingView(scene.level.item[item].id, scene.seen.name("item", item), rows, levers)


def offer_view(scene: Scene, source: int) -> OfferView:
    """One supplier of one item."""
    offer = scene.plant.sources[source].offer
    assert offer
    came = [ship for ship in scene.shipments if ship.source == source and ship.arrived is not None]
    kept, due = punctual(scene, (source,))
    supplier = scene.level.supplier[scene.seen.supplier_of(source)]
    alone = len(scene.plant.sources_of[scene.plant.sources[source].item]) == 1
    share = 1.0 if alone else scene.plan("shares", source) / 100
    return OfferView(
        supplier=supplier.id,
        name=scene.seen.name("supplier", scene.seen.supplier_of(source)),
        region=region_name(supplier.region),
        mood=supplier_mood(scene, (source,))[0],
        price=offers.price(scene, source),
        lead=lead_days(scene, source),
        lead_seen=_lead_seen(scene, came),
        on_time=offer.on_time,
        on_time_seen=kept / due if due else None,
        loads=due,
        bad=offer.defects,
        bad_seen=_bad_seen(scene, source),
        share=share,
        payment=offer.payment_days,
        spend=int(scene.history.total_posting("purchase")[source, 0]) if scene.run.turn else 0,
        dependence=_dependence(scene, source, share),
        survive=survive(scene, source),
        replace=replacement(scene, source),
    )


def _bad_seen(scene: Scene, source: int) -> float | None:
    """Share of bad units among those inspected so far; None while nothing was."""
    looked, found = (int(scene.history.total_flow(name)[source, 0]) for name in ("inspected", "returned"))
    return found / looked if looked else None


def region_name(region: str) -> str:
    """A region's id as a name."""
    return region.replace("-", " ").replace("_", " ").title()


def _lead_seen(scene: Scene, came: list[Shipment]) -> float | None:
    days = [((ship.arrived or 0) - ship.left) / scene.per_day for ship in came]
    return sum(days) / len(days) if days else None


def punctual(scene: Scene, sources: Iterable[int]) -> tuple[int, int]:
    """How many loads of some offers came by the promised day, and of how many; what is overdue has not."""
    day, wanted = scene.plant.clock.day, frozenset(sources)
    ships = [ship for ship in scene.shipments if ship.source in wanted]
    came = [ship for ship in ships if ship.arrived is not None]
    kept = sum(day(ship.arrived or 0) <= day(ship.promised) for ship in came)
    return kept, len(came) + sum(overdue(scene.seen, ship) for ship in ships)


def _dependence(scene: Scene, source: int, share: float) -> float:
    if not scene.run.turn:
        return share
    arrived = scene.history.total_flow("arrived")[:, 0]
    whole = int(arrived[list(scene.plant.sources_of[scene.plant.sources[source].item])].sum())
    return float(arrived[source]) / whole if whole else share


def survive(scene: Scene, source: int) -> float | None:
    """Days that the item lasts without this supplier: (stock + what is on the road from others) / demand a day."""
    item = scene.plant.sources[source].item
    coming = sum(ship.units for ship in scene.on_road if _rival(scene, ship.source, source))
    at_hand = int(scene.seen.level_now("stock")[item]) + coming
    days = float(time_to_survive(np.array(at_hand), scene.usual_demand[item]))
    return days if np.isfinite(days) else None


def replacement(scene: Scene, source: int) -> float | None:
    """Days until the quickest other supplier of the item could deliver, onboarding included; None without one."""
    rivals = [one for one in scene.plant.sources_of[scene.plant.sources[source].item] if one != source]
    return min((_ready(scene, one) + lead_days(scene, one) for one in rivals), default=None)


def _ready(scene: Scene, source: int) -> float:
    offer = scene.plant.sources[source].offer
    assert offer
    if source not in scene.plant.supply.standby:
        return 0.0
    waits = int(scene.state.qualified_from[source, 0]) - scene.state.period
    return offer.onboarding_days if waits > scene.plant.clock.end else max(0, waits) / scene.per_day


def _rival(scene: Scene, other: int, source: int) -> bool:
    sources = scene.plant.sources
    return other != source and sources[other].item == sources[source].item
