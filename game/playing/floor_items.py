"""Stock points on the floor: containers, buffer, ages and the colour of the number."""

import numpy as np

from game.level import in_language
from game.playing.floor_places import stream_mood
from game.playing.scene import Scene
from game.playing.views import ItemView, Mood

TREND_DAYS = 28


def item_view(scene: Scene, item: int) -> ItemView:
    """One stock point."""
    entry = scene.level.item[item]
    on_hand, container, target = scene.on_hand(item), scene.setting("container", item), scene.target(item)
    full = -(-max(0, on_hand) // container)
    cards = scene.setting("cards", item) if scene.policy(item) == "kanban" else 0
    return ItemView(
        id=entry.id,
        name=in_language(entry.name, scene.language),
        unit=in_language(entry.unit, scene.language),
        policy=scene.policy(item),
        on_hand=on_hand,
        on_order=scene.on_order(item),
        backorders=scene.backorders(item),
        container=container,
        cards=cards,
        target=target,
        full=full,
        places=max(full, cards or -(-target // container)),
        buffer=int(scene.state.buffer[item, 0]),
        buffer_target=scene.setting("buffer", item),
        buffer_reached=min(scene.setting("buffer", item), scene.most_buffered[item]),
        cover=(on_hand - scene.backorders(item)) / max(1, target),
        mood=mood(scene, item),
        shelf=entry.shelf_life_days is not None,
        ages=ages(scene, item),
        column="finished" if _is_finished(scene, item) else "inbound",
        trend=trend(scene, item),
        to_order=scene.to_order(item),
        reduced=scene.setting("markdown_after_days", item) if scene.setting("markdown", item) else None,
    )


def days_of_cover(scene: Scene, item: int) -> float | None:
    """Working stock less what is owed, in days of the demand of the last turn; None without demand."""
    return _days_from(scene, item, scene.on_hand(item) - scene.backorders(item))


def _days_from(scene: Scene, item: int, units: int) -> float | None:
    demand = scene.recent_demand[item] or scene.usual_demand[item]
    return units / demand if demand else None


def mood(scene: Scene, item: int) -> Mood:
    """The colour of a stock as it is now."""
    reached = min(scene.setting("buffer", item), scene.most_buffered[item])
    units = scene.on_hand(item) - scene.backorders(item)
    return mood_of(scene, item, units, int(scene.state.buffer[item, 0]), reached)


def mood_of(scene: Scene, item: int, units: int, left: int, reached: int) -> Mood:
    """Red when the stock does not last half a day, or less than a third is left of what the buffer once held.

    Amber below a day, or two thirds. A buffer that is filled for the first time is no alarm, nor is an empty rack
    out of season; what is only made to order is as well off as its customers.
    """
    if scene.to_order(item):
        return _customers(scene, item)
    cover = _days_from(scene, item, units) if item in scene.in_season or units < 0 else None
    if (cover is not None and cover < 0.5) or 3 * left < reached:
        return "bad"
    return "warn" if (cover is not None and cover < 1) or 3 * left < 2 * reached else "good"


def _customers(scene: Scene, item: int) -> Mood:
    """The worst that customers of an item met in the last turn."""
    streams = list(scene.plant.streams_of[item])
    late, lost, demand = (int(scene.seen.total(name)[streams].sum()) for name in ("late", "lost", "demand"))
    return stream_mood(demand, late, lost)


def ages(scene: Scene, item: int) -> tuple[int, ...]:
    """Units of perishable stock by age in days, the oldest first."""
    life = int(scene.plant.shelf_life[item])
    if not life:
        return ()
    lots = scene.state.lots[scene.plant.lot_of[item], :life, 0]
    days = -(-life // scene.per_day)
    padded = np.concatenate([lots, np.zeros(days * scene.per_day - life, dtype=lots.dtype)])
    return tuple(int(units) for units in padded.reshape(days, scene.per_day).sum(axis=1)[::-1])


def trend(scene: Scene, item: int) -> tuple[int, ...]:
    """Working stock at the end of each of the last 28 days."""
    stock = scene.stock_by_period(item)
    return tuple(int(units) for units in stock[:: scene.per_day][-TREND_DAYS:])


def _is_finished(scene: Scene, item: int) -> bool:
    """What customers buy, and what is made and used nowhere else."""
    used = any(part == item for parts in scene.plant.components for part, _ in parts)
    return bool(scene.plant.streams_of[item]) or not used
