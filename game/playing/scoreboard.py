"""The row of tiles above the floor: the goals' figures first, filled up with those every firm looks at."""

from dataclasses import replace

from game.history import History
from game.level import Goal
from game.measures import Score, score
from game.message import Message
from game.playing.figures import cycle, figure, goal_view
from game.playing.scene import Scene
from game.playing.views import GoalView, Scoreboard, Tile

TILES = 4
STOCK = {"stock_at_cost", "stock_turns", "days_of_stock"}
"""One of them on a tile is enough to fill up with."""


def scoreboard(scene: Scene) -> Scoreboard:
    """Tiles, cash cycle, stars so far and what the next star lacks."""
    found = score(scene.history)
    goals = [goal_view(goal, scene.run.turn > 0) for goal in found.goals]
    stars = int(found.stars[0]) if scene.run.turn else 0
    return Scoreboard(
        tiles=tuple(_tile(scene, measure, goals) for measure in measures_shown(scene.level.goal, scene.level.kind)),
        cycle=cycle(scene.history),
        stars=stars,
        score=float(found.score[0]) if scene.run.turn else 0.0,
        hint=next_star(scene, found) if scene.run.turn else None,
    )


def measures_shown(goals: tuple[Goal, ...], kind: str) -> tuple[tuple[str, str | None], ...]:
    """Measure and item of each tile: cash first, whatever the goals, then what they ask, filled up to four."""
    wanted = [(goal.measure, goal.item) for goal in goals]
    usual = ["cash", "fill_rate", "waste" if kind == "store" else "on_time_in_full", "stock_at_cost"]
    asked = {measure for measure, item in wanted if item is None}
    rest = [name for name in usual[1:] if name not in asked and not (name in STOCK and asked & STOCK)]
    room = max(0, TILES - len(set(wanted) | {("cash", None)}))
    everything = [*wanted, *((name, None) for name in ("cash", *rest[:room]))]
    return tuple(sorted(dict.fromkeys(everything), key=lambda entry: _place(entry[0], usual)))


def _place(measure: str, usual: list[str]) -> int:
    if measure in STOCK:
        return len(usual)
    return usual.index(measure) if measure in usual else len(usual) - 1


def _tile(scene: Scene, entry: tuple[str, str | None], goals: list[GoalView]) -> Tile:
    """The figure over all turns, its change by the last one; the trend is by turn."""
    measure, item = entry
    now = figure(scene.history, measure, item)
    before = scene.remembered(measure, item, 0, scene.run.turn - 1) if scene.run.turn > 1 else None
    change = now.value - before if now.value is not None and before is not None else None
    by_turn = (scene.remembered(measure, item, turn, turn + 1) for turn in range(scene.run.turn))
    return Tile(now, change, tuple(v for v in by_turn if v is not None), _goal_of(measure, item, goals))


def _goal_of(measure: str, item: str | None, goals: list[GoalView]) -> GoalView | None:
    return next((goal for goal in goals if (goal.figure.measure, goal.item) == (measure, item)), None)


def next_star(scene: Scene, found: Score) -> Message | None:
    """What the next star lacks: the goal with fewest stars; None without goals or with all three."""
    if not found.goals or (worst := min(int(goal.stars[0]) for goal in found.goals)) == 3:
        return Message("hint.all_stars") if found.goals else None
    lacking = [goal for goal in found.goals if int(goal.stars[0]) == worst]
    names = {"measure": Message(f"measure.{lacking[0].goal.measure}")}
    if len(lacking) == 1:
        return Message(f"hint.star_{worst + 1}", names)
    return Message("hint.star_more", {**names, "others": len(lacking) - 1})


def before_last_turn(scene: Scene) -> History:
    """The history as it was before the last turn."""
    return replace(scene.history, records=scene.history.records[: max(0, scene.run.turn - 1)])


def stars_of_goals(history: History) -> tuple[int, ...]:
    """Stars of each goal; none before the first turn."""
    return tuple(int(goal.stars[0]) if history.records else 0 for goal in score(history).goals)
