"""Levers as the inspector shows them: value in force and planned, bounds, why not, and a hint with the arithmetic."""

from collections.abc import Iterator

from game import levers
from game.levers import Decision, Lever
from game.levers.actions import ActionLever
from game.levers.choice import PolicyLever
from game.levers.numbers import NumberLever
from game.message import Message, Money
from game.playing.alike import alike
from game.playing.hints import hint
from game.playing.pending import IN_PERIODS, shown, target_of
from game.playing.scene import Scene
from game.playing.views import LeverView
from game.state import POLICIES

LOOP = ("policy", "cards", "container", "reorder_point", "order_quantity", "order_up_to", "quantity", "buffer", "lot")
SUPPLY = ("shares", "failover")
BASIC = {*LOOP, "shares", "trip_every"}
"""Levers that are shown when they are fixed, too."""


def item_levers(scene: Scene, item: int) -> tuple[LeverView, ...]:
    """The loop's levers that matter under the policy planned, the buffer, a made item's lot, and what is in reach."""
    further = (name for name in _further("item") if name not in SUPPLY)
    return tuple(_views(scene, (*LOOP, *further), "item", item))


def share_lever(scene: Scene, item: int) -> tuple[LeverView, ...]:
    """How an item's orders are shared, where there is a choice."""
    return tuple(_views(scene, SUPPLY, "item", item))


def source_levers(scene: Scene, source: int) -> tuple[LeverView, ...]:
    """How often an offer's truck leaves, where that may be set at all, and what else is in reach."""
    return tuple(_views(scene, ("trip_every", *_further("source")), "source", source))


def stream_levers(scene: Scene, stream: int) -> tuple[LeverView, ...]:
    """What may be set for a customer."""
    return tuple(_views(scene, tuple(_further("stream")), "stream", stream))


def station_levers(scene: Scene, station: int) -> tuple[LeverView, ...]:
    """What the crew and the machine may be asked for, where it is in reach."""
    return tuple(_views(scene, tuple(_further("station")), "station", station))


def project_levers(scene: Scene, project: int) -> tuple[LeverView, ...]:
    """Whether a project begins."""
    return tuple(_views(scene, tuple(_further("project")), "project", project))


def firm_levers(scene: Scene) -> tuple[LeverView, ...]:
    """What may be set for the firm as a whole."""
    return tuple(_views(scene, tuple(_further("firm")), "firm", 0))


def lot_lever(scene: Scene, item: int) -> tuple[LeverView, ...]:
    """The lot of a made item."""
    return tuple(_views(scene, ("lot",), "item", item))


def _views(scene: Scene, names: tuple[str, ...], owner: str, index: int) -> Iterator[LeverView]:
    for name in names:
        lever = levers.LEVERS[name]
        fits = lever.owner == owner and lever.applies(scene.plant, index)
        shown_when_fixed = name in BASIC or levers.in_reach(scene.plant, name, target_of(scene, lever.owner, index))
        if fits and shown_when_fixed and lever.matters(scene.plant, scene.planned, index):
            yield lever_view(scene, lever, index)


def _further(owner: str) -> Iterator[str]:
    """Levers beyond the usual ones, shown where the level puts them in reach."""
    return (name for name, lever in levers.LEVERS.items() if lever.owner == owner and name not in BASIC)


def lever_view(scene: Scene, lever: Lever, index: int) -> LeverView:
    """One lever of one item or source."""
    target = target_of(scene, lever.owner, index)
    low, high, step = _bounds(scene, lever, index)
    advice = hint(scene, lever.name, index)
    why = _why_fixed(scene, lever, target, advice)
    most = int(lever.most(scene.plant, scene.state, index)[0]) if isinstance(lever, ActionLever) else 0
    return LeverView(
        lever=lever.name,
        target=target,
        value=_number(lever.value(scene.plant, scene.state.settings, index)),
        planned=_number(lever.value(scene.plant, scene.planned, index)),
        minimum=low,
        maximum=high,
        step=step,
        unit="days" if lever.name in IN_PERIODS else lever.unit,
        per=scene.per_day if lever.name in IN_PERIODS else 1,
        allowed=why is None,
        why=why,
        hint=advice,
        choices=lever.open_to(scene.plant, index) if isinstance(lever, PolicyLever) else (),
        parts=_parts(scene, lever, index),
        shown=shown(scene, lever.name, lever.value(scene.plant, scene.state.settings, index)),
        most=most,
        alike=alike(scene, lever, index) if why is None else (),
        most_cost=_cost(scene, Decision(lever.name, target, most)) if most else None,
    )


def _cost(scene: Scene, decision: Decision) -> Money:
    """What a decision costs at once, by the code that will charge it."""
    return scene.seen.money(levers.cost(scene.plant, scene.state, decision))


def _number(value: levers.Value) -> int:
    """A lever's value as a number: a policy's place in the list, the first share of several."""
    if isinstance(value, str):
        return POLICIES.index(value)
    return next(iter(value.values())) if isinstance(value, dict) else value


def _bounds(scene: Scene, lever: Lever, index: int) -> tuple[int, int, int]:
    if isinstance(lever, NumberLever):
        return lever.minimum, lever.maximum(scene.plant, index), lever.step(scene.planned, index)
    return (0, len(lever.open_to(scene.plant, index)) - 1, 1) if isinstance(lever, PolicyLever) else (0, 100, 5)


def _why_fixed(scene: Scene, lever: Lever, target: str, advice: Message | None) -> Message | None:
    """The sentence that greys a lever out, beside its hint: not in reach, or nothing left to decide."""
    if scene.run.finished:
        return Message("hint.over")
    if levers.in_reach(scene.plant, lever.name, target):
        return None
    if advice is not None:
        return Message("hint.fixed", {"hint": advice})
    planned = lever.value(scene.plant, scene.planned, scene.plant.index[lever.owner][target])
    return levers.query(scene.plant, scene.planned, Decision(lever.name, target, planned))


def _parts(scene: Scene, lever: Lever, index: int) -> tuple[tuple[str, int, int], ...]:
    if lever.name != "shares":
        return ()
    now, planned = (lever.value(scene.plant, settings, index) for settings in (scene.state.settings, scene.planned))
    assert isinstance(now, dict)
    assert isinstance(planned, dict)
    return tuple((supplier, share, planned[supplier]) for supplier, share in now.items())
