"""The same for others: which things may take a setting as it is planned for one of them, and planning it for them."""

from collections.abc import Iterator, Sequence

from game import levers
from game.levers import Decision, Lever
from game.levers.actions import ActionLever
from game.message import Message
from game.playing.decisions import Waiting
from game.playing.pending import owner_name, shown, target_of
from game.playing.scene import Scene
from game.playing.views import Alike


def alike(scene: Scene, lever: Lever, index: int) -> tuple[Alike, ...]:
    """Of a setting that will change: all others that differ, and those of them that were set as this one was."""
    before, after = (lever.value(scene.plant, settings, index) for settings in (scene.state.settings, scene.planned))
    if isinstance(lever, ActionLever) or before == after:
        return ()
    others = [other for other in _open(scene, lever) if _could(scene, lever, other, after)]
    like = [other for other in others if lever.value(scene.plant, scene.state.settings, other) == before]
    groups = [("hint.alike_all", others)]
    if 0 < len(like) < len(others):
        groups.insert(0, ("hint.alike_like", like))
    return tuple(_group(scene, lever, key, group, before, after) for key, group in groups if group)


def _open(scene: Scene, lever: Lever) -> Iterator[int]:
    """Things on which a lever is in reach and matters."""
    for index in range(scene.plant.counts[lever.owner]):
        counts = lever.applies(scene.plant, index) and lever.matters(scene.plant, scene.planned, index)
        if counts and levers.in_reach(scene.plant, lever.name, target_of(scene, lever.owner, index)):
            yield index


def _could(scene: Scene, lever: Lever, other: int, value: levers.Value) -> bool:
    """Whether a thing has another value and may have this one: shares only among the same suppliers."""
    planned = lever.value(scene.plant, scene.planned, other)
    comparable = not isinstance(value, dict) or (isinstance(planned, dict) and planned.keys() == value.keys())
    return comparable and planned != value


def _group(scene: Scene, lever: Lever, key: str, group: list[int], before: levers.Value, after: levers.Value) -> Alike:
    targets = tuple(target_of(scene, lever.owner, other) for other in group)
    names = _names(scene, lever.name, targets)
    words = Message(key, {"count": len(group), "value": shown(scene, lever.name, before)})
    if len(group) == 1:
        words = Message("hint.alike_one", {"name": names})
    values = {"lever": Message(f"lever.{lever.name}.name"), "value": shown(scene, lever.name, after)}
    sentence = Message("hint.alike", {**values, "names": names})
    return Alike(targets, words, sentence)


def _names(scene: Scene, lever: str, targets: Sequence[str]) -> str:
    names = [str(owner_name(scene, Decision(lever, target, 0))) for target in targets]
    return ("; " if any(", " in name for name in names) else ", ").join(names)


def spread(
    scene: Scene, waiting: Waiting, one: Decision, others: Sequence[str]
) -> tuple[tuple[Decision, ...], Message | None]:
    """The decisions that plan for others what is planned for one, and for which of them it is refused, and why."""
    value, fit, refused = waiting.value(one, waiting.planned), list[Decision](), dict[str, Message]()
    for other in others:
        decision = Decision(one.lever, other, value)
        why = waiting.decide(*fit).query(decision)
        if why is None:
            fit.append(decision)
        else:
            refused[other] = why
    if not refused:
        return tuple(fit), None
    values = {"names": _names(scene, one.lever, tuple(refused)), "why": next(iter(refused.values()))}
    return tuple(fit), Message("hint.alike_refused", values)
