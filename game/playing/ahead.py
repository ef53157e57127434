"""The look ahead of one thing, told from the futures of the whole plant: stock of an item, cash, or service."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from game.measures import Kind
from game.message import Message, Percent
from game.playing.scene import Scene
from game.playing.views import AheadView, Chance, Fan, Mood

if TYPE_CHECKING:
    from game.coach.ahead import Ahead, Band, Compared

PAST = 14
"""Days (or turns) of the past drawn before the fan."""
LIKELY, POSSIBLE = 0.25, 0.05
"""Chances of running dry from which they are red, and amber."""
SERVICE = ("fill_rate", "on_time_in_full", "lost_sales", "late_units")


@dataclass(frozen=True)
class Subject:
    """What is drawn of the futures: its band, its past, and what must not happen to it."""

    title: Message
    kind: Kind
    band: Callable[["Ahead"], "Band"]
    past: np.ndarray
    by_turn: bool = False
    item: str | None = None
    floor: float | None = None
    floor_name: Message | None = None


def ahead_view(scene: Scene, found: "Compared", kind: str, target: str) -> AheadView:
    """The futures of a thing; what has none of its own is shown by the stock it depends on, else by the cash."""
    subject = _subject(scene, found, kind, target)
    changed = found.planned is not found.now and found.planned != found.now
    return AheadView(
        title=subject.title,
        kind=subject.kind,
        futures=found.now.futures,
        steps=tuple(_steps(scene, found.now, subject)),
        past=tuple(float(value) for value in subject.past[-PAST:]),
        fan=_fan(subject.band(found.planned)),
        ghost=_fan(subject.band(found.now)) if changed else None,
        floor=subject.floor,
        floor_name=subject.floor_name,
        chances=tuple(_chances(scene, found, subject, changed)),
    )


def _fan(band: "Band") -> Fan:
    return Fan(band.low, band.middle, band.high)


def _subject(scene: Scene, found: "Compared", kind: str, target: str) -> Subject:
    if kind == "stream" or (kind == "goal" and target in SERVICE):
        return _service(scene)
    item = _item_of(scene, found, kind, target)
    return _cash(scene) if item is None else _stock(scene, item)


def _item_of(scene: Scene, found: "Compared", kind: str, target: str) -> int | None:
    """The item itself, or of those that a supplier sells or a station makes the one likeliest to run dry."""
    plant = scene.plant
    if kind == "item":
        return plant.item_index(target)
    if kind in ("price", "route"):
        return plant.item_index(target.partition("/")[0])
    if kind == "supplier":
        items = [plant.sources[source].item for source in plant.sources_from({target})]
    elif kind == "station":
        items = list(plant.station_items[plant.index["station"][target]])
    else:
        items = []
    return max(items, key=lambda item: found.planned.dry[scene.level.item[item].id].middle, default=None)


def _stock(scene: Scene, item: int) -> Subject:
    entry = scene.level.item[item].id
    whole = scene.history.level("stock")[:, item, 0]
    past = np.concatenate([scene.history.opening("stock")[item, :1], whole[scene.per_day - 1 :: scene.per_day]])
    title = Message("ahead.stock", {"item": scene.seen.name("item", item)})
    empty = Message("ahead.empty")
    return Subject(title, "units", lambda ahead: ahead.stock[entry], past, item=entry, floor=0.0, floor_name=empty)


def _cash(scene: Scene) -> Subject:
    whole = scene.history.level("cash")[:, 0, 0]
    past = np.concatenate([scene.history.opening("cash")[0, :1], whole[scene.per_day - 1 :: scene.per_day]])
    limit = -float(round(scene.level.money.credit_limit * 100))
    name = Message("ahead.credit_limit" if limit else "ahead.no_cash")
    return Subject(Message("ahead.cash"), "money", lambda ahead: ahead.cash, past, floor=limit, floor_name=name)


def _service(scene: Scene) -> Subject:
    figures = [scene.remembered("fill_rate", None, turn, turn + 1) for turn in range(scene.run.turn)]
    past = np.array([1.0 if value is None else value for value in figures])
    return Subject(Message("ahead.service"), "percent", lambda ahead: ahead.service, past, by_turn=True)


def _steps(scene: Scene, ahead: "Ahead", subject: Subject) -> list[Message]:
    if subject.by_turn:
        turns = range(scene.run.turn + 1, scene.run.turn + 1 + len(ahead.service.middle))
        return [Message("debrief.word", {"word": scene.turn_word, "turn": turn}) for turn in turns]
    weekday = scene.plant.clock.weekday
    return [
        Message("fact.on_day", {"weekday": Message(f"feed.day.{weekday(day)}"), "day": day + 1}) for day in ahead.days
    ]


def _chances(scene: Scene, found: "Compared", subject: Subject, changed: bool) -> list[Chance]:
    both, lines, item = (found.now, found.planned), list[Chance](), subject.item
    if item is not None:
        lines.append(_dry(scene, item, [each.dry[item].middle for each in both], changed))
    elif not subject.by_turn:
        lines.append(_chance("insolvent", [each.insolvent.middle for each in both], changed))
    costs = [each.holding.middle for each in both]
    if max(costs) >= 1:
        now, then = (scene.seen.money(round(cost)) for cost in costs)
        days = len(found.now.days)
        after = Message("ahead.with_change", {"value": then}) if changed else None
        lines.append(Chance(Message("ahead.holding", {"money": now, "days": days}), None, after))
    return lines


def _dry(scene: Scene, item: str, shares: list[float], changed: bool) -> Chance:
    """How often it runs dry; what is made to order has nothing that could."""
    index = scene.plant.item_index(item)
    chance = _chance("dry", shares, changed)
    if scene.to_order(index):
        chance = replace(chance, words=Message("ahead.to_order"), mood=None)
    if changed and scene.to_order(index, planned=True):
        chance = replace(chance, changed=Message("ahead.change_to_order"), changed_mood=None)
    return chance


def _chance(name: str, shares: list[float], changed: bool) -> Chance:
    now, then = shares
    after = Message("ahead.with_change", {"value": Percent(then, 0)}) if changed else None
    words = Message(f"ahead.{name}" if now else f"ahead.never_{name}", {"share": Percent(now, 0)})
    return Chance(words, _mood(now), after, _mood(then) if changed else None)


def _mood(share: float) -> Mood:
    return "bad" if share >= LIKELY else "warn" if share >= POSSIBLE else "good"
