"""Suppliers, stations and customers on the floor."""

from typing import Literal

import numpy as np

from game.level import in_language
from game.message import Message
from game.playing.scene import Scene
from game.playing.trouble import supplier_mood
from game.playing.views import Mood, StationView, StreamView, SupplierView
from game.why import announced_delay, mean_transit
from game.why.stations import TIMES, missing_component, split

StationState = Literal["running", "setup", "down", "starved", "blocked", "idle", "closed"]
STATES: tuple[StationState, ...] = ("running", "down", "setup", "blocked", "idle")


def supplier_view(scene: Scene, index: int) -> SupplierView:
    """One supplier: usual lead time plus what is announced, its share, and what waits to be sent."""
    supplier = scene.level.supplier[index]
    sources = scene.plant.sources_from({supplier.id})
    offers = [offer for source in sources if (offer := scene.plant.sources[source].offer)]
    mood, note = supplier_mood(scene, sources)
    return SupplierView(
        id=supplier.id,
        name=in_language(supplier.name, scene.language),
        region=supplier.region,
        mood=mood,
        lead_days=max((lead_days(scene, source) for source in sources), default=0.0),
        on_time=min((offer.on_time for offer in offers), default=1.0),
        share=max((scene.setting("shares", source) for source in sources), default=0),
        backlog=sum(backlog(scene, source) for source in sources),
        note=note,
    )


def lead_days(scene: Scene, source: int) -> float:
    """Usual days on the road, with the delay of the last period played."""
    delay = announced_delay(scene.seen, source, scene.seen.now - 1) if scene.seen.now else 0
    return (mean_transit(scene.plant, source) + delay) / scene.per_day


def backlog(scene: Scene, source: int) -> int:
    """Units ordered that have not left the supplier."""
    state = scene.state
    waiting = state.backlog[source, 0] + state.ready[source, 0] + state.collecting[source, 0]
    return int(waiting + state.signals[source, :, 0].sum() + state.refill_signals[source, :, 0].sum())


def station_view(scene: Scene, station: int) -> StationView:
    """One workstation."""
    entry = scene.level.station[station]
    times = split(scene.seen, station)
    total = sum(times.values())
    item = int(scene.state.set_up[station, 0])
    state = _now(scene, station)
    return StationView(
        id=entry.id,
        name=in_language(entry.name, scene.language),
        state=state,
        item=scene.level.item[item].id if scene.plant.station_items[station] else None,
        lot=scene.setting("lot", item) * scene.setting("container", item),
        split={name: minutes / total for name, minutes in times.items()} if total else {},
        note=_station_note(scene, station, state),
    )


def _now(scene: Scene, station: int) -> StationState:
    """What it did in its last open period; down and setting up are told by what is left to do."""
    if scene.state.repair_left[station, 0] > 0:
        return "down"
    period = int(scene.plant.clock.last_open[scene.seen.now])
    if period < 0:
        return "closed" if scene.seen.now else "idle"
    did = {name: int(scene.history.flow(name)[period, station, 0]) for name in TIMES}
    if did["starved"] > 0:
        return "starved"
    if scene.state.setup_left[station, 0] > 0:
        return "setup"
    return max(STATES, key=lambda state: did[state])


def _station_note(scene: Scene, station: int, state: StationState) -> Message | None:
    if state == "starved":
        missing = missing_component(scene.seen, station)
        if missing is not None:
            return Message("note.waiting_for", {"item": scene.seen.name("item", missing)})
    if state in ("starved", "down", "setup", "blocked"):
        return Message(f"note.{state}")
    return None


def stream_view(scene: Scene, stream: int) -> StreamView:
    """One customer."""
    entry, seen = scene.level.stream[stream], scene.seen
    delivered = [int(scene.history.total_flow("delivered", turn)[stream, 0]) for turn in played(scene)]
    late, lost = (int(seen.total(name)[stream]) for name in ("late", "lost"))
    waiting = int(seen.level_now("waiting")[stream])
    return StreamView(
        id=entry.id,
        name=in_language(entry.name, scene.language),
        item=entry.item,
        demand=tuple(delivered),
        late=late,
        lost=lost,
        waiting=waiting,
        note=stream_note(scene, late, lost, waiting, delivered[-1] if delivered else 0),
        mood=stream_mood(int(np.sum(seen.total("demand")[stream])), late, lost),
    )


def played(scene: Scene) -> list[slice]:
    """The turns played, without the run-out."""
    return [slice(turn, turn + 1) for turn in range(scene.run.turn)]


def stream_note(scene: Scene, late: int, lost: int, waiting: int, sold: int) -> Message | None:
    """What customers suffered, or that all were served; a till tells what it sold, too."""
    if scene.level.kind == "store" and scene.run.turn and not late and not waiting:
        return Message("note.sold_lost" if lost else "note.sold", {"lost": lost, "sold": sold})
    for name, units in (("lost", lost), ("late_units", late), ("waiting", waiting)):
        if units:
            return Message(f"note.{name}", {"units": units})
    return Message("note.all_served") if scene.run.turn else None


def stream_mood(demand: int, late: int, lost: int) -> Mood:
    """Red when more than a fiftieth of what was asked came late or was lost."""
    if 50 * (late + lost) > max(1, demand):
        return "bad"
    return "warn" if late + lost else "good"
