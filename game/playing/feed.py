"""What happened in the last turn, latest first; before the first turn what to do."""

from collections.abc import Iterator

from game.message import Message, Percent
from game.playing.scene import Scene
from game.playing.scoreboard import before_last_turn, stars_of_goals
from game.playing.views import FeedLine
from game.why import SERIOUS, Event, Mood

LINES = 12


def feed(scene: Scene) -> tuple[FeedLine, ...]:
    """At most a dozen lines, the most important; more when more is serious."""
    if not scene.run.turn:
        return _welcome(scene)
    found = [*scene.events, *_stars(scene), *_calm(scene)]
    ranked = sorted(found, key=lambda event: -event.weight)
    serious = sum(event.weight >= SERIOUS for event in ranked)
    shown = sorted(ranked[: max(LINES, serious)], key=lambda event: (-event.period, -event.weight))
    return tuple(_line(scene, event) for event in shown)


def _line(scene: Scene, event: Event) -> FeedLine:
    clock = scene.plant.clock
    day = clock.day(event.period)
    return FeedLine(day, clock.weekday(day), event.mood, event.message, event.thing)


def _welcome(scene: Scene) -> tuple[FeedLine, ...]:
    calendar = scene.level.calendar
    values = {"turns": calendar.turns, "days": calendar.days_per_turn}
    reach = Message(f"feed.welcome_{calendar.turn_name}", values)
    lines = [_line(scene, Event(0, 50, "info", reach))]
    return (*lines, *(_line(scene, event) for event in scene.events))


def _stars(scene: Scene) -> Iterator[Event]:
    """Goals that have gained or lost a star in the last turn."""
    if scene.run.turn < 2:
        return
    before, now = stars_of_goals(before_last_turn(scene)), stars_of_goals(scene.history)
    for goal, old, new in zip(scene.level.goal, before, now, strict=True):
        if old != new:
            values = {"measure": Message(f"measure.{goal.measure}"), "stars": new}
            rose = new > old
            target = f"{goal.measure}/{goal.item}" if goal.item else goal.measure
            key = ("feed.star_up" if rose else "feed.star_down") + {0: "_none", 1: "_one"}.get(new, "")
            mood: Mood = "good" if rose else "warn"
            yield Event(scene.seen.now - 1, 44, mood, Message(key, values), ("goal", target))


def _calm(scene: Scene) -> Iterator[Event]:
    """Said when nothing went wrong."""
    if any(event.mood in ("bad", "warn") for event in scene.events):
        return
    filled, demand = (int(scene.seen.total(name).sum()) for name in ("filled_at_once", "demand"))
    if demand:
        values = {"sold": int(scene.seen.total("delivered").sum()), "share": Percent(filled / demand, 0)}
        yield Event(scene.seen.now - 1, 30, "good", Message("feed.calm" if filled else "feed.calm_to_order", values))
