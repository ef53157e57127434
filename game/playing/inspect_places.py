"""All about a supplier, a station or a customer."""

from collections.abc import Iterator

import numpy as np

from game.message import Message, Number, Percent
from game.plant import PPM
from game.playing import inspect_causes, offers
from game.playing.floor_places import backlog, station_view, stream_view, supplier_view
from game.playing.lever_views import lot_lever, share_lever, source_levers, station_levers, stream_levers
from game.playing.scene import Scene
from game.playing.sourcing import punctual, region_name, replacement, survive
from game.playing.trouble import is_late
from game.playing.views import Fact, Inspection, LeverView, Mood, Section
from game.why import Shipment
from game.why.stations import THOUSANDTHS_PER_HOUR, TIMES, detailed

WEARY, TIRED = 30, 60


def supplier(scene: Scene, index: int) -> Inspection:
    """Terms, levers, what waits and what is on the road, how punctual it was; history is how long each load took."""
    view = supplier_view(scene, index)
    sources = scene.plant.sources_from({view.id})
    table = offers.table(scene, sources, "item", [_item_name(scene, source) for source in sources])
    sections = (
        Section("delivery", facts=tuple(_delivery(scene, view.region, sources))),
        Section("offers", _source_levers(scene, sources), (), *table),
        *road(scene, sources),
    )
    return Inspection(("supplier", view.id), view.name, view.note, sections, _took(scene, sources), "days")


def _took(scene: Scene, sources: tuple[int, ...]) -> tuple[float, ...]:
    """Days that each load was on the road, in order of arrival."""
    came = sorted((ship.arrived, ship.left) for ship in scene.shipments if ship.source in sources and ship.arrived)
    return tuple((arrived - left) / scene.per_day for arrived, left in came)


def _item_name(scene: Scene, source: int) -> str:
    return scene.seen.name("item", scene.plant.sources[source].item)


def _source_levers(scene: Scene, sources: tuple[int, ...]) -> tuple[LeverView, ...]:
    items = dict.fromkeys(scene.plant.sources[source].item for source in sources)
    shares = [view for item in items for view in share_lever(scene, item)]
    return (*shares, *(view for source in sources for view in source_levers(scene, source)))


def _delivery(scene: Scene, region: str, sources: tuple[int, ...]) -> Iterator[Fact]:
    kept, due = punctual(scene, sources)
    yield Fact("region", region_name(region))
    if due:
        mood: Mood | None = "bad" if 10 * kept < 8 * due else None
        yield Fact("punctual", Message("fact.of", {"left": kept, "target": due}), mood)
    for source in sources:
        yield from _without(scene, source)
    yield Fact("backlog", sum(backlog(scene, source) for source in sources))
    yield Fact("on_road", sum(ship.units for ship in scene.on_road if ship.source in sources))


def _without(scene: Scene, source: int) -> Iterator[Fact]:
    """How long an item would last without this supplier, against the time until another could deliver."""
    lasts, other = survive(scene, source), replacement(scene, source)
    if lasts is None:
        return
    mood: Mood | None = "bad" if other is not None and lasts < other else None
    lasting, waiting = (Number(days, 0 if days == round(days) else 1) for days in (round(lasts, 1), other or 0.0))
    days = {"item": _item_name(scene, source), "days": lasting, "other": waiting}
    yield Fact("survive", Message("fact.survive_alone" if other is None else "fact.survive_other", days), mood)


def road(scene: Scene, sources: tuple[int, ...]) -> Iterator[Section]:
    """Loads under way with the days they were promised, the next one first."""
    ships = sorted((s for s in scene.on_road if s.source in sources), key=lambda ship: ship.promised)
    if ships:
        yield Section("road", (), (), ("item", "units", "promised", "state"), tuple(_ship(scene, s) for s in ships))


def _ship(scene: Scene, ship: Shipment) -> tuple[object, ...]:
    late = Message("note.late_truck" if is_late(scene, ship) else "note.on_time")
    return _item_name(scene, ship.source), ship.units, when(scene, ship.promised), late


def when(scene: Scene, period: int) -> Message:
    """A day as the player counts them: day 1 is the first."""
    values = {"weekday": scene.seen.weekday(period), "day": scene.plant.clock.day(period) + 1}
    return Message("fact.on_day", values)


def station(scene: Scene, index: int) -> Inspection:
    """What may be set, the items made there, how the time of the last turn went, breakdowns; history: running share."""
    view = station_view(scene, index)
    entry = scene.level.station[index]
    items = scene.plant.station_items[index]
    lots = tuple(lever for item in items for lever in lot_lever(scene, item))
    head = ("item", "minutes_a_unit", "setup_minutes", "asked")
    sections = (
        Section("made_here", lots, (), head, tuple(_made(scene, item) for item in items)),
        *_times(scene, index),
        *inspect_causes.of_station(scene, view.id),
        Section(
            "machine",
            station_levers(scene, index),
            (
                Fact("minutes_a_day", Number(entry.minutes_per_day)),
                *_failing(scene, index),
                Fact("wage_a_day", scene.seen.money(round(entry.wage_per_day * 100))),
                *_crew(scene, index),
            ),
        ),
    )
    first = tuple(sorted(sections, key=_fixed))
    return Inspection(("station", view.id), view.name, view.note, first, _running(scene, index), "percent")


def _fixed(section: Section) -> bool:
    """Nothing in it may be set; what may be set is told first."""
    return not any(lever.allowed for lever in section.levers)


def _made(scene: Scene, item: int) -> tuple[object, ...]:
    asked = int(scene.state.authorised[item, 0] + scene.state.authorised_refill[item, 0])
    work, setup = (scene.seen.minutes(name, item) for name in ("minutes", "setup_minutes"))
    return scene.seen.name("item", item), Number(work, 1), Number(setup), asked


def _times(scene: Scene, index: int) -> Iterator[Section]:
    times = detailed(scene.seen, index)
    total = sum(times.values())
    if total:
        rows = tuple(
            (
                Message(f"fact.time.{name}"),
                Percent(times[name] / total, 0),
                Message("fact.n_hours", {"hours": Number(times[name] / THOUSANDTHS_PER_HOUR, 1)}),
            )
            for name in times
            if times[name]
        )
        yield Section("times", (), (), ("did", "share", "hours"), rows)


def _failing(scene: Scene, index: int) -> Iterator[Fact]:
    entry = scene.level.station[index]
    if entry.failure_every_minutes:
        hours = Number(entry.failure_every_minutes / 60, 0)
        yield Fact("failure_every", Message("fact.n_hours", {"hours": hours}))
        yield Fact("repair", Message("fact.n_minutes", {"minutes": Number(entry.repair_minutes)}))
        yield Fact("failures", int(scene.history.total_flow("failures")[index, 0]))


def _crew(scene: Scene, index: int) -> Iterator[Fact]:
    entry, terms = scene.level.station[index], scene.plant.production
    if index in terms.upkept:
        yield Fact("maintenance_a_day", scene.seen.money(round(entry.maintenance_cost * 100)))
        yield Fact("maintenance_time", Message("fact.n_minutes", {"minutes": Number(entry.maintenance_minutes)}))
    if index in terms.overtime:
        yield Fact("overtime_premium", Percent(entry.overtime_premium / 100, 0))
    if index in terms.strained:
        strain = int(scene.state.strain[index, 0])
        mood: Mood | None = "bad" if strain >= TIRED else "warn" if strain >= WEARY else None
        yield Fact("strain", Message("fact.of", {"left": strain, "target": 100}), mood)


def _running(scene: Scene, index: int) -> tuple[float, ...]:
    flows = np.array([scene.history.flow(name)[:, index, 0] for name in TIMES])
    total = np.maximum(flows.sum(axis=0), 1)
    return tuple(float(share) for share in flows[0] / total)


def stream(scene: Scene, index: int) -> Inspection:
    """Terms of a customer and the service of the last turn; history is units delivered by period."""
    view = stream_view(scene, index)
    item = scene.plant.index["item"][view.item]
    sections = (
        *_service(scene, index),
        *inspect_causes.of_stream(scene, view.id),
        Section("terms", stream_levers(scene, index), tuple(_terms(scene, index))),
    )
    delivered = tuple(float(units) for units in scene.history.flow("delivered")[:, index, 0])
    summary = Message("fact.summary_stream", {"item": scene.seen.name("item", item)})
    return Inspection(("stream", view.id), view.name, summary, sections, delivered)


def _service(scene: Scene, index: int) -> Iterator[Section]:
    if not scene.run.turn:
        return
    total = {
        name: int(scene.seen.total(name)[index]) for name in ("demand", "delivered", "filled_at_once", "late", "lost")
    }
    facts = [Fact(name, units, "bad" if name in ("late", "lost") and units else None) for name, units in total.items()]
    waiting = int(scene.seen.level_now("waiting")[index])
    if waiting:
        facts.append(Fact("waiting", waiting, "warn"))
    yield Section("last_turn", facts=tuple(facts))


def _terms(scene: Scene, index: int) -> Iterator[Fact]:
    entry, money = scene.level.stream[index], scene.seen.money
    yield Fact("list_price" if entry.elasticity else "sells_at", money(round(entry.price * 100)))
    if entry.goodwill:
        yield Fact("goodwill", Percent(int(scene.state.goodwill[index, 0]) / PPM, 0))
    yield Fact("pays_after", offers.days(entry.payment_days))
    yield Fact("due", offers.days(entry.due_days))
    patience = Message("fact.for_ever") if entry.waits else offers.days(entry.patience_days)
    yield Fact("patience", patience)
    if entry.late_penalty:
        yield Fact("late_penalty", money(round(entry.late_penalty * 100)))
    if entry.lost_sale_cost:
        yield Fact("lost_sale_cost", money(round(entry.lost_sale_cost * 100)))
