"""Decisions that wait for the coming turn, as a stack: each can be taken back and made again.

Settings planned = settings in force with the stack applied in order. Setting a value back to the one in force
leaves nothing to show or to play; what is played is as short as it can be and leads to the same settings.
"""

from dataclasses import dataclass, field, replace

from game import levers
from game.levers import Decision, Refused, Value
from game.message import Message
from game.plant import Plant
from game.state import POLICIES, Settings, State


@dataclass(frozen=True, eq=False)
class Waiting:
    """`made` are the decisions in order, `undone` those taken back, the latest last; `state` is before the turn."""

    plant: Plant
    state: State
    made: tuple[Decision, ...] = ()
    undone: tuple[Decision, ...] = ()
    planned: Settings = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "planned", applied(self.plant, self.in_force, self.made))

    @property
    def in_force(self) -> Settings:
        """The settings of the last turn."""
        return self.state.settings

    def query(self, decision: Decision) -> Message | None:
        """Why a decision is refused on top of those that wait; None when it is not."""
        return levers.query(self.plant, self.planned, decision, state=self.state)

    def decide(self, decision: Decision) -> "Waiting":
        """One decision more; raises `Refused`. What is so already changes nothing."""
        why = self.query(decision)
        if why is not None:
            raise Refused(why)
        if _same(self.value(decision, self.planned), decision.value):
            return self
        return replace(self, made=(*self.made, decision), undone=())

    def undo(self) -> "Waiting":
        """The latest decision taken back, if there is one."""
        if not self.made:
            return self
        return replace(self, made=self.made[:-1], undone=(*self.undone, self.made[-1]))

    def redo(self) -> "Waiting":
        """The decision last taken back made again, if there is one."""
        if not self.undone:
            return self
        return replace(self, made=(*self.made, self.undone[-1]), undone=self.undone[:-1])

    def value(self, decision: Decision, settings: Settings) -> Value:
        """The value of a decision's lever in some settings."""
        lever = levers.LEVERS[decision.lever]
        return lever.value(self.plant, settings, self.plant.index[lever.owner][decision.target])

    def changes(self) -> tuple[Decision, ...]:
        """What differs from the settings in force: the last decision of each setting, in the order made."""
        latest = {decision.key: decision for decision in self.made}
        return tuple(
            decision
            for decision in self.made
            if latest[decision.key] is decision and not _same(self.value(decision, self.in_force), decision.value)
        )

    def to_play(self) -> tuple[Decision, ...]:
        """The changes; the whole stack where one change is allowed only on top of another since withdrawn."""
        changes = self.changes()
        try:
            played = applied(self.plant, self.in_force, changes)
        except Refused:
            return self.made
        return changes if all((played[name] == self.planned[name]).all() for name in played) else self.made


def applied(plant: Plant, settings: Settings, decisions: tuple[Decision, ...]) -> Settings:
    """A copy of settings with decisions made in order; raises `Refused`."""
    result = {name: array.copy() for name, array in settings.items()}
    for decision in decisions:
        levers.apply(plant, result, decision)
    return result


def decision_of(lever: str, target: str, value: object) -> Decision:
    """A window's wish as a decision: a policy may be given by its place in the list."""
    if lever == "policy" and type(value) is int and 0 <= value < len(POLICIES):
        return Decision(lever, target, POLICIES[value])
    return Decision(lever, target, value if isinstance(value, int | str | dict) else str(value))


def _same(now: Value, value: Value) -> bool:
    if isinstance(now, dict) and isinstance(value, dict):
        return all(now[name] == value.get(name, 0) for name in now)
    return now == value
