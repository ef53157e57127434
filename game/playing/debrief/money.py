"""Where the money went: the steps from one profit to another, with the names of things."""

from game.coach.bridge import Bridge, Line
from game.message import Message
from game.playing.debrief.plans import plan_name
from game.playing.postings import owner_of
from game.playing.scene import Scene
from game.playing.views.debrief import MoneyLine, MoneyStep, MoneyView


def money_view(scene: Scene, policy: str, found: Bridge) -> MoneyView:
    """The bridge from a plan to the run."""
    steps = tuple(
        MoneyStep(Message(f"debrief.cause.{step.cause}"), step.amount, tuple(_line(scene, line) for line in step.lines))
        for step in found.steps
    )
    return MoneyView(policy, plan_name(policy), found.start, found.end, steps)


def _line(scene: Scene, line: Line) -> MoneyLine:
    kind, name = line.owner
    owner = owner_of(scene, line.kind, scene.plant.index[kind][name])
    return MoneyLine(Message(f"posting.{line.kind}"), owner, line.amount, line.by_turn)
