"""All about a stock point: its loop, its suppliers or station, its stock, and the last turn."""

from collections.abc import Iterator

from game.level import in_language
from game.message import Message, Number, Percent
from game.playing import inspect_causes, offers
from game.playing.floor_items import days_of_cover, mood
from game.playing.lever_views import item_levers, share_lever, source_levers
from game.playing.scene import Scene
from game.playing.views import Fact, Inspection, Mood, Section

FLOWS = (
    "received", "made", "moved_in", "used", "moved_out", "sold", "marked_down", "released", "expired", "scrapped",
    "destroyed",
)  # fmt: skip


def item(scene: Scene, index: int) -> Inspection:
    """An item's inspection; history is its working stock by period, the opening first."""
    entry = scene.level.item[index]
    summary = Message("fact.summary_item", {"on_hand": scene.on_hand(index), "coming": scene.on_order(index)})
    sections = (
        Section("loop", levers=item_levers(scene, index)),
        *_supply(scene, index),
        Section("stock", facts=tuple(_stock(scene, index))),
        *_turn(scene, index),
        *inspect_causes.of_item(scene, entry.id),
    )
    history = tuple(float(units) for units in scene.stock_by_period(index))
    return Inspection(("item", entry.id), in_language(entry.name, scene.language), summary, sections, history)


def _supply(scene: Scene, index: int) -> Iterator[Section]:
    entry = scene.level.item[index]
    if entry.offer:
        yield _offers(scene, index)
    elif entry.make:
        yield Section("making", facts=tuple(_making(scene, index)))
    elif entry.transfer:
        origin = scene.seen.name("item", scene.plant.item_index(entry.transfer.source))
        yield Section("transfer", facts=(Fact("origin", origin), Fact("transit", offers.days(entry.transfer.days))))


def _offers(scene: Scene, index: int) -> Section:
    sources = scene.plant.sources_of[index]
    names = [scene.seen.name("supplier", scene.seen.supplier_of(source)) for source in sources]
    trips = tuple(view for source in sources for view in source_levers(scene, source))
    return Section(
        "sources", (*share_lever(scene, index), *trips), (), *offers.table(scene, sources, "supplier", names)
    )


def _making(scene: Scene, index: int) -> Iterator[Fact]:
    entry = scene.level.item[index]
    assert entry.make
    make = entry.make
    yield Fact("station", scene.seen.name("station", scene.plant.index["station"][make.station]))
    yield Fact("minutes_a_unit", Number(scene.seen.minutes("minutes", index), 1))
    yield Fact("setup_minutes", Number(scene.seen.minutes("setup_minutes", index)))
    if make.scrap:
        yield Fact("scrap", Percent(make.scrap, 1))
    for part, count in make.components.items():
        name = scene.seen.name("item", scene.plant.item_index(part))
        yield Fact("component", Message("fact.times", {"count": count, "item": name}))
    yield Fact("asked", int(scene.state.authorised[index, 0] + scene.state.authorised_refill[index, 0]))


def _stock(scene: Scene, index: int) -> Iterator[Fact]:
    cover = days_of_cover(scene, index)
    yield Fact("on_hand", scene.on_hand(index), mood(scene, index))
    yield Fact("on_order", scene.on_order(index))
    if owed := scene.backorders(index):
        yield Fact("backorders", owed, "warn" if scene.plant.streams_of[index] else None)
    if target := scene.setting("buffer", index):
        left = int(scene.state.buffer[index, 0])
        values = {"left": left, "target": target}
        yield Fact("buffer", Message("fact.of", values), "bad" if 3 * left < target else None)
    if cover is not None:
        yield Fact("cover", Message("fact.days_value", {"days": Number(max(0.0, cover), 1)}))
    yield Fact("usual_demand", Message("fact.a_day", {"units": Number(scene.usual_demand[index], 1)}))
    yield Fact("value", scene.seen.money(int(scene.state.value[index, 0])))


def _turn(scene: Scene, index: int) -> Iterator[Section]:
    if not scene.run.turn:
        return
    found = [(name, int(scene.seen.total(name)[index])) for name in FLOWS]
    facts = [Fact(name, units, _flow_mood(name)) for name, units in found if units]
    yield Section("last_turn", facts=tuple(facts))


def _flow_mood(name: str) -> Mood | None:
    return "warn" if name in ("released", "expired", "scrapped", "destroyed") else None
