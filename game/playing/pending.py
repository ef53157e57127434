"""Decisions not yet run, before and after, as sentences."""

from game.kinds import Owner
from game.levers import LEVERS, Decision, Value
from game.levers.choice import SaidLever
from game.message import Message, Number
from game.playing.decisions import Waiting
from game.playing.scene import Scene
from game.playing.views import Pending


def pending(scene: Scene, waiting: Waiting) -> tuple[Pending, ...]:
    """One entry for each setting that will differ."""
    found = []
    for decision in waiting.changes():
        before, after = waiting.value(decision, waiting.in_force), waiting.value(decision, waiting.planned)
        values = {
            "target": owner_name(scene, decision),
            "lever": Message(f"lever.{decision.lever}.name"),
            "before": shown(scene, decision.lever, before),
            "after": shown(scene, decision.lever, after),
        }
        message = Message("hint.change", values)
        found.append(Pending(decision.lever, decision.target, before, after, message))
    return tuple(found)


def owner_name(scene: Scene, decision: Decision) -> object:
    """What a decision is about, by name; of an offer the item and the supplier."""
    owner = LEVERS[decision.lever].owner
    if owner == "firm":
        return Message("fact.firm")
    if owner != "source":
        return scene.seen.name(owner, scene.plant.index[owner][decision.target])
    item, _, supplier = decision.target.partition("/")
    name = scene.seen.name("item", scene.plant.item_index(item))
    return f"{name}, {scene.seen.name('supplier', scene.plant.index['supplier'][supplier])}"


def target_of(scene: Scene, owner: Owner, index: int) -> str:
    """The id under which a decision names a thing."""
    if owner == "source":
        return scene.plant.source_name(index)
    return "firm" if owner == "firm" else str(getattr(scene.level, owner)[index].id)


IN_PERIODS = ("trip_every", "cover", "smoothing")


def shown(scene: Scene, lever: str, value: Value) -> object:
    """A setting's value as a person reads it."""
    if isinstance(value, dict):
        return "\u00a0:\u00a0".join(str(share) for share in value.values())
    if LEVERS[lever].unit == "switch":
        return Message("play.switch.on" if value else "play.switch.off")
    if lever == "policy":
        return Message(f"policy.{value}")
    if isinstance(LEVERS[lever], SaidLever):
        return Message("board.chance", {"percent": value}) if str(value).isdigit() else Message(f"board.{value}")
    if lever in IN_PERIODS and isinstance(value, int):
        days = value / scene.per_day
        return Message("fact.days_short", {"days": Number(days, 0 if days == int(days) else 1)})
    return value
