"""Decisions that wait for the coming turn, as a stack of steps: each can be taken back and made again.

A step is a decision, or several that were made together.
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
    """`made` are the decisions in order, `joined` the places of those that belong to the step before them, `undone` the
    steps taken back, the latest last; `state` is before the turn.
    """

    plant: Plant
    state: State
    made: tuple[Decision, ...] = ()
    undone: tuple[tuple[Decision, ...], ...] = ()
    joined: frozenset[int] = frozenset()
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

    def decide(self, *decisions: Decision) -> "Waiting":
        """One step more; raises `Refused`. What is so already changes nothing."""
        after = self
        for decision in decisions:
            why = after.query(decision)
            if why is not None:
                raise Refused(why)
            if not _same(after.value(decision, after.planned), decision.value):
                after = replace(after, made=(*after.made, decision), undone=())
        return replace(after, joined=self._joined(len(after.made))) if after is not self else self

    def undo(self) -> "Waiting":
        """The latest step taken back, if there is one."""
        if not self.made:
            return self
        first = max(place for place in range(len(self.made)) if place not in self.joined)
        joined = frozenset(place for place in self.joined if place < first)
        return replace(self, made=self.made[:first], undone=(*self.undone, self.made[first:]), joined=joined)

    def redo(self) -> "Waiting":
        """The step last taken back made again, if there is one."""
        if not self.undone:
            return self
        made = (*self.made, *self.undone[-1])
        return replace(self, made=made, undone=self.undone[:-1], joined=self._joined(len(made)))

    def _joined(self, count: int) -> frozenset[int]:
        """The places that go with others when so many are made, the new ones in one step."""
        return self.joined | frozenset(range(len(self.made) + 1, count))

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
