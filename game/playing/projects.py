"""Projects as the player weighs them: cost, time, what is different meanwhile and afterwards, how far they are."""

from game.level import Effect, in_language
from game.message import Message, Number, Percent, render
from game.plant import minor
from game.plant.parameters import PARAMETERS, Unit
from game.playing.lever_views import project_levers
from game.playing.scene import Scene
from game.playing.views import ProjectView
from game.state import NEVER


def projects(scene: Scene) -> tuple[ProjectView, ...]:
    """All projects in the order of the level."""
    return tuple(project_view(scene, index) for index in range(len(scene.plant.projects)))


def project_view(scene: Scene, index: int) -> ProjectView:
    """One project as it stands."""
    entry, plan = scene.level.project[index], scene.plant.projects[index]
    start = int(scene.state.project_start[index, 0])
    begun = start < NEVER
    gone = min(1.0, (scene.seen.now - start) / max(1, plan.periods)) if begun else 0.0
    return ProjectView(
        id=entry.id,
        name=scene.seen.name("project", index),
        words=in_language(entry.text, scene.language),
        cost=plan.cost,
        cost_per_day=plan.cost_per_day,
        days=plan.periods / scene.per_day,
        stage="open" if not begun else "runs" if gone < 1 else "done",
        share=gone,
        begun_day=scene.plant.clock.day(start) if begun else None,
        transition=tuple(told(scene, effect) for effect in entry.transition),
        effects=tuple(told(scene, effect) for effect in entry.effect),
        lever=next(iter(project_levers(scene, index)), None),
    )


def told(scene: Scene, effect: Effect) -> Message:
    """An effect as a line: what changes, of what, and how."""
    name, change = parts(scene, effect)
    return Message("project.change", {"parameter": name, "change": change})


def parts(scene: Scene, effect: Effect) -> tuple[str, Message]:
    """What an effect changes, by name, and how."""
    parameter = PARAMETERS[effect.parameter]
    change, words = (
        _change(scene, effect, parameter.unit),
        render(Message(f"parameter.{effect.parameter}"), scene.language),
    )
    if parameter.owner == "firm":
        return words, change
    return ", ".join([words, *(_name(scene, parameter.owner, target) for target in effect.targets)]), change


def _name(scene: Scene, owner: str, target: str) -> str:
    if owner == "source":
        item, _, supplier = target.partition("/")
        parts = (("item", item), ("supplier", supplier)) if supplier else (("item", item),)
        return " / ".join(_name(scene, kind, part) for kind, part in parts)
    found = next(thing for thing in getattr(scene.level, owner) if thing.id == target)
    return in_language(found.name, scene.language)


def _change(scene: Scene, effect: Effect, unit: Unit) -> Message:
    added = _amount(scene, effect.add, unit)
    sign = "more" if effect.add > 0 else "less"
    if effect.factor == 1:
        return Message(f"project.{sign}", {"amount": added})
    if effect.factor == 0:
        return Message("project.to", {"amount": added})
    times = Message("project.times", {"factor": Number(effect.factor, 2)})
    return (
        Message("project.both", {"first": times, "second": Message(f"project.{sign}", {"amount": added})})
        if effect.add
        else times
    )


def _amount(scene: Scene, add: float, unit: Unit) -> object:
    size = abs(add)
    match unit:
        case "money":
            return scene.seen.money(minor(size))
        case "share":
            return Percent(size, 1 if 100 * size != round(100 * size) else 0)
        case "days":
            return Message("fact.days_short", {"days": Number(size, 0 if size == round(size) else 1)})
        case "minutes":
            return Message("fact.n_minutes", {"minutes": Number(size, 0 if size == round(size) else 1)})
    return Number(size, 0 if size == round(size) else 1)
